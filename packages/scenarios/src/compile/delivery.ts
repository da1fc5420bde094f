// How goods leave the DC in a mode: the plain way, changed by the scenario, changed by the mode.

import { PLAIN_DELIVERY } from '@dongseon/engine';
import type { Delivery } from '@dongseon/engine';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import { given } from './packing.ts';

export function compileDelivery(file: ScenarioFile, mode: string): Delivery {
  return { ...PLAIN_DELIVERY, ...given(file.delivery), ...given(file.modes[mode]?.delivery ?? {}) };
}
