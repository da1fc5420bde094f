// Kinds of slots: locations of a kind take the same goods, but for what their bays are set aside for. A DC with 100,000 locations
// has a handful of kinds, so what may lie where is asked once an item and kind.
//
// Cost: O(locations); the slots of a rack level are alike but for their load.
//
// Worked example: shelves with floors at 0.1, 0.5 … 2.1 m and heavy goods at most 1.2 m high: two kinds, the three low levels and
// the three high ones.

import type { Locations } from './building.ts';
import { liesLow, type Racking } from './storage.ts';

export interface SlotKinds {
  /** Kind of each location. */
  readonly kindOf: Int32Array;
  /** The first location of each kind. */
  readonly samples: readonly number[];
}

/** @param low_m how high heavy goods may lie; Infinity where it makes no difference. */
export function slotKinds(locations: Locations, racking: Racking, low_m: number): SlotKinds {
  const known = new Map<string, number>();
  const kindOf = new Int32Array(locations.count);
  const samples: number[] = [];
  const { rackLevel, maxLoad_kg } = locations;
  for (let at = 0; at < locations.count; at++) {
    if (at > 0 && rackLevel[at] === rackLevel[at - 1] && maxLoad_kg[at] === maxLoad_kg[at - 1]) {
      kindOf[at] = kindOf[at - 1]!;
      continue;
    }
    const isLow = liesLow(locations, at, low_m);
    const key =
      `${locations.temperature[at]} ${locations.handPick[at]} ${locations.width_m[at]} ${locations.depth_m[at]} ` +
      `${locations.height_m[at]} ${maxLoad_kg[at]} ${isLow} ` +
      `${racking.levels.maxLoad_kg[rackLevel[at]!]} ${racking.bays.maxLoad_kg[locations.rackBay[at]!]}`;
    let kind = known.get(key);
    if (kind === undefined) {
      known.set(key, (kind = samples.length));
      samples.push(at);
    }
    kindOf[at] = kind;
  }
  return { kindOf, samples };
}
