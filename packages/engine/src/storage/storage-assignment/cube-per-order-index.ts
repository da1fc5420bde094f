// Cube-per-order index (COI): the space an SKU's stock needs over the number of times it is asked for; the SKU with the least
// index lives nearest to the depot. A popular SKU of which a roomful lies in stock has to give way to one that is as popular
// and needs a shelf.
//
// The space is the volume of the mean stock (mean-stock.ts); an SKU that nobody asks for has an infinite index.
//
// Source:     Heskett, J.L. (1963), "Cube-per-order index: a key to warehouse stock location", Transportation and Distribution
//             Management 3, 27-31; Kallina, C. & Lynn, J. (1976), "Application of the cube-per-order index rule for stock
//             location in a distribution warehouse", Interfaces 7(1), 37-46: least travel for trips of one line.
// Applies to: DCs with an order history and initial stock. Where homes are pick faces of one size, fed from a reserve, the space
//             of the stock matters less than the rule thinks: compare with full turnover.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: stocks of 0.4, 0.1 and 0.2 m³ with 8, 1 and 5 lines a day: 0.05, 0.1 and 0.04 m³ a line: SKU 2 lives nearest,
// then SKU 0, then SKU 1.

import type { Model } from '../../model/model.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { needsPopularity } from './full-turnover.ts';
import { houseInTurn } from './matching.ts';
import { byLeast, meanStock } from './mean-stock.ts';
import { buildSlotTable } from './slots.ts';

export const cubePerOrderIndex: StorageAssignmentPolicy = {
  id: 'cube-per-order-index',
  names: { ko: '주문당 부피 지수(COI) 순', en: 'Cube-per-order index (COI)' },
  supports: needsPopularity,
  decide(view) {
    const table = buildSlotTable(view);
    return houseInTurn(table, byLeast(view.model, cubePerOrder_m3(view.model)), table.nearestFirst);
  },
};

/** Index per item: cubic metres of stock for an order line a day. */
function cubePerOrder_m3(model: Model): Float64Array {
  const { length_m, width_m, height_m, popularity } = model.items;
  return meanStock(model).map((units, item) =>
    popularity[item]! > 0 ? (units * length_m[item]! * width_m[item]! * height_m[item]!) / popularity[item]! : Infinity,
  );
}
