// How many units a line of an SKU asks for: the largest number and the mean square, which safety stock needs.

import type { Items, OrderLines } from '@dongseon/engine';

export interface LineSizes {
  readonly most: Int32Array;
  readonly meanSquare: Float64Array;
}

/**
 * Of generated orders: units are uniform on 1 … M, so the mean is (M + 1) / 2, which gives M from the SKU's demand and
 * popularity; the mean square is (M + 1)(2M + 1) / 6. Example: 3 lines and 6 units a day: mean 2, M = 3, mean square 14/3.
 */
export function uniformLineSizes(items: Items): LineSizes {
  const most = new Int32Array(items.count);
  const meanSquare = new Float64Array(items.count);
  for (let item = 0; item < items.count; item++) {
    const lines = items.popularity[item]!;
    const M = lines > 0 ? Math.max(1, Math.round((2 * items.demand[item]!) / lines - 1)) : 1;
    most[item] = M;
    meanSquare[item] = ((M + 1) * (2 * M + 1)) / 6;
  }
  return { most, meanSquare };
}

/** Of orders that are given: counted. An SKU without orders counts as asked one at a time. */
export function observedLineSizes(items: Items, lines: OrderLines): LineSizes {
  const most = new Int32Array(items.count).fill(1);
  const squares = new Float64Array(items.count);
  const number = new Int32Array(items.count);
  for (let line = 0; line < lines.count; line++) {
    const item = lines.item[line]!;
    const units = lines.units[line]!;
    most[item] = Math.max(most[item]!, units);
    squares[item]! += units * units;
    number[item]!++;
  }
  return { most, meanSquare: Float64Array.from(squares, (sum, item) => (number[item]! > 0 ? sum / number[item]! : 1)) };
}
