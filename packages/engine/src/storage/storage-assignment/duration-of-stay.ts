// Duration of stay: the SKU whose goods stay the shortest time lives nearest to the depot. Its place is used most often for goods
// that come and go; goods that stay long lie far away, however often a unit of them is asked for.
//
// The expected stay of a unit is the mean stock over the demand (Little's law; mean-stock.ts).
//
// Source:     Goetschalckx, M. & Ratliff, H.D. (1990), "Shared storage policies based on the duration stay of unit loads",
//             Management Science 36(9), 1120-1132, at the level of SKUs; the put-away policy of the same name does it by load.
// Applies to: DCs with expected demand and initial stock, above all where whole loads come and go.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: stocks of 40, 10 and 30 units, demand of 20, 1 and 10 units a day: 2, 10 and 3 days: SKU 0 lives nearest, then
// SKU 2, then SKU 1.

import { SUPPORTED } from '../../model/policy.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { houseInTurn } from './matching.ts';
import { byLeast, meanStay_d } from './mean-stock.ts';
import { buildSlotTable } from './slots.ts';

export const durationOfStay: StorageAssignmentPolicy = {
  id: 'duration-of-stay',
  names: { ko: '체류 기간 순 배정', en: 'Duration of stay' },
  supports({ items }) {
    if (items.count === 0 || items.demand.some((units) => units > 0)) return SUPPORTED;
    return { ok: false, because: 'no SKU has an expected demand (units a day): give an order history' };
  },
  decide(view) {
    const table = buildSlotTable(view);
    return houseInTurn(table, byLeast(view.model, meanStay_d(view.model)), table.nearestFirst);
  },
};
