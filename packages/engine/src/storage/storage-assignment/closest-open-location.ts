// Closest open location: SKUs come in one after the other, and each takes the open location nearest to the depot. What settles
// there is in the order in which the SKUs were first received, whatever is asked for.
//
// An SKU's first receipt is the oldest lot of its initial stock; SKUs without stock come after the others, by number.
//
// Source:     Hausman, W.H., Schwarz, L.B. & Graves, S.C. (1976), Management Science 22(6), 629-638, the closest-open-location
//             rule, at the level of homes.
// Applies to: everything. What a DC looks like where people put goods into the first free place. As long as random storage
//             over the locations in use, but the far ones stay empty.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: three SKUs first received on days 3, 1 and 2; locations 10, 20 and 30 m away: SKU 1 -> 10 m, SKU 2 -> 20 m,
// SKU 0 -> 30 m.

import type { Model } from '../../model/model.ts';
import { SUPPORTED } from '../../model/policy.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { houseInTurn } from './matching.ts';
import { buildSlotTable } from './slots.ts';

export const closestOpenLocation: StorageAssignmentPolicy = {
  id: 'closest-open-location',
  names: { ko: '입고 순 가까운 빈 위치', en: 'Closest open location' },
  supports: () => SUPPORTED,
  decide(view) {
    const table = buildSlotTable(view);
    return houseInTurn(table, byFirstReceipt(view.model), table.nearestFirst);
  },
};

/** Items by the receipt of their oldest stock, then by number. */
function byFirstReceipt({ items, initialStock }: Model): Int32Array {
  const first = new Float64Array(items.count).fill(Number.MAX_VALUE);
  for (let lot = 0; lot < initialStock.count; lot++) {
    const item = initialStock.item[lot]!;
    first[item] = Math.min(first[item]!, initialStock.received[lot]!);
  }
  return Int32Array.from({ length: items.count }, (_, item) => item).sort((a, b) => first[a]! - first[b]! || a - b);
}
