// How goods are stored: the rules and parameters of the file, in the model's units.

import { PLAIN_STORAGE } from '@dongseon/engine';
import type { Keeping, Storage } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { StorageFile } from '../format/schema/storage.ts';

export function compileStorage(file: StorageFile, keeping: Keeping): Storage {
  const { replenishment, reSlotting } = file;
  return {
    heavyLow: file.heavyLow,
    keeping,
    firstExpired: file.firstExpired,
    classBoundaries: file.classBoundaries_percent.map((percent) => percent / 100),
    goldenZone: file.goldenZone ?? PLAIN_STORAGE.goldenZone,
    slottingEffort: file.slottingEffort,
    replenishment: { min_share: replenishment.min_percent / 100, max_share: replenishment.max_percent / 100 },
    reSlotting: {
      at_s: clockSeconds(reSlotting.at),
      people_h: reSlotting.people_h,
      truck_h: reSlotting.truck_h,
      payBack_d: reSlotting.payBack_d,
    },
  };
}
