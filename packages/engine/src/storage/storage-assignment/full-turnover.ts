// Full turnover storage: the SKU asked for most often lives nearest to the depot, the next one next to it, and so on.
// Also known as popularity (pick frequency) ranking, since a home holds one SKU whatever the space it needs.
//
// Source:     Hausman, W.H., Schwarz, L.B. & Graves, S.C. (1976), "Optimal storage assignment in automatic warehousing
//             systems", Management Science 22(6), 629-638, "full turnover-based assignment".
// Applies to: DCs with an order history (`popularity`); the ranking is as good as its forecast.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: items with 5, 9 and 2 lines a day; locations 10, 20 and 30 m from the depot.
//   item 1 -> 10 m, item 0 -> 20 m, item 2 -> 30 m: (9 · 10 + 5 · 20 + 2 · 30) / 16 = 15.6 m a line, 20 m in a random order.

import type { Model } from '../../model/model.ts';
import { SUPPORTED, type Support } from '../../model/policy.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { houseInTurn } from './matching.ts';
import { buildSlotTable, byPopularity } from './slots.ts';
import { fillOrder, type ZoneShape } from './zone-shapes.ts';

/** The most popular SKU gets the first location in the order of a shape, the next one the second, and so on. */
export function turnoverStorage(shape: ZoneShape): Pick<StorageAssignmentPolicy, 'supports' | 'decide'> {
  return {
    supports: needsPopularity,
    decide(view) {
      const table = buildSlotTable(view);
      return houseInTurn(table, byPopularity(view), fillOrder(shape, view, table));
    },
  };
}

export const fullTurnover: StorageAssignmentPolicy = {
  id: 'full-turnover',
  names: { ko: '회전율 순 배정', en: 'Full turnover' },
  ...turnoverStorage('nearest-distance'),
};

/** Refuses a model in which no SKU has an order history to be ranked by. */
export function needsPopularity({ items }: Model): Support {
  if (items.count === 0 || items.popularity.some((lines) => lines > 0)) return SUPPORTED;
  return { ok: false, because: 'no SKU has an expected number of order lines a day (popularity): give an order history' };
}
