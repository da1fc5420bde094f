// Class-based storage (ABC): SKUs are ranked by popularity and cut into classes; each class has a zone with as many
// locations as it has SKUs, the first class the nearest ones (nearest-distance zones); within its zone an SKU gets any
// location, each with the same chance. Every temperature class has its own A, B and C.
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

import { TEMPERATURE_CLASSES } from '../../model/building.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { needsPopularity } from './full-turnover.ts';
import { HomeMatching } from './matching.ts';
import { buildSlotTable, byPopularity } from './slots.ts';

/** Shares of the SKUs in class A, B and C. */
export const ABC_SHARES = [0.2, 0.3, 0.5] as const;

/**
 * A class-based policy with classes of its own.
 * @param shares share of the SKUs in each class, most popular first; they add up to 1.
 */
export function classBasedStorage(shares: readonly number[]): Pick<StorageAssignmentPolicy, 'decide'> {
  return {
    decide(view, random) {
      const { items, locations } = view.model;
      const table = buildSlotTable(view);
      const ranked = byPopularity(view);
      const position = new Int32Array(locations.count);
      table.nearestFirst.forEach((location, index) => {
        position[location] = index;
      });

      // The zone of a class: the locations its SKUs would have under full turnover.
      const whole = new HomeMatching(table, ranked, table.nearestFirst);
      const home = new Int32Array(items.count);
      for (const item of ranked) home[item] = whole.takeBest(item);

      for (let temperature = 0; temperature < TEMPERATURE_CLASSES.length; temperature++) {
        const own = ranked.filter((item) => items.temperature[item] === temperature);
        let first = 0;
        let share = 0;
        for (let part = 0; part < shares.length; part++) {
          share += shares[part]!;
          const end = part === shares.length - 1 ? own.length : Math.round(own.length * share);
          const members = own.slice(first, end).filter((item) => home[item]! >= 0);
          const zone = members.map((item) => home[item]!).sort((a, b) => position[a]! - position[b]!);
          const matching = new HomeMatching(table, members, zone);
          for (const item of members) home[item] = matching.takeRandom(item, random);
          first = end;
        }
      }
      return home;
    },
  };
}

export const classBased: StorageAssignmentPolicy = {
  id: 'class-based',
  names: { ko: 'ABC 등급별 배정', en: 'Class-based storage (ABC)' },
  supports: needsPopularity,
  ...classBasedStorage(ABC_SHARES),
};
