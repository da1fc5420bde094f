// Class-based storage (ABC), nearest-distance zones: SKUs are ranked by popularity and cut into classes; each class has a zone
// with as many locations as it has SKUs, the first class the nearest ones; within its zone an SKU gets any location, each
// with the same chance. Every temperature class has its own A, B and C. The boundaries are the model's (classBoundaries).
//
// Source:     Hausman, W.H., Schwarz, L.B. & Graves, S.C. (1976), "Optimal storage assignment in automatic warehousing
//             systems", Management Science 22(6), 629-638, "class-based turnover assignment"; zones by distance as in
//             Petersen, C.G., Aase, G.R. & Heiser, D.R. (2004), "Improving order-picking performance through the
//             implementation of class-based storage", IJPDLM 34(7), 534-544.
// Applies to: DCs with an order history. Nearly as short as full turnover and easier to live with: an SKU may change its
//             rank within the class without moving.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: classes of 20, 30 and 50 % of ten equal SKUs, twelve equal locations: the two most popular SKUs share the
// two nearest locations, the next three the next three, the other five the next five; the two farthest stay open.

import type { StorageAssignmentPolicy } from '../policy.ts';
import { classZones } from './classes.ts';
import { needsPopularity } from './full-turnover.ts';
import { HomeMatching } from './matching.ts';
import { buildSlotTable } from './slots.ts';
import { fillOrder, type ZoneShape } from './zone-shapes.ts';

/** Class-based storage with zones of a shape. */
export function classBasedStorage(shape: ZoneShape): Pick<StorageAssignmentPolicy, 'supports' | 'decide'> {
  return {
    supports: needsPopularity,
    decide(view, random) {
      const table = buildSlotTable(view);
      const home = new Int32Array(view.model.items.count).fill(-1);
      for (const { members, zone } of classZones(view, table, fillOrder(shape, view, table))) {
        const matching = new HomeMatching(table, members, zone);
        for (const item of members) home[item] = matching.takeRandom(item, random);
      }
      return home;
    },
  };
}

export const classBased: StorageAssignmentPolicy = {
  id: 'class-based',
  names: { ko: 'ABC 등급별 배정 (가까운 거리)', en: 'Class-based storage (ABC), nearest distance' },
  ...classBasedStorage('nearest-distance'),
};
