import { describe, expect, it } from 'vitest';

import type { OrderHistory } from '../../../../packages/engine/src/model/demand.ts';
import {
  ALONE,
  expectedOrders,
  HALF_LIFE_D,
  LONGEST_ORDER,
  ordersOfItems,
} from '../../../../packages/engine/src/storage/slotting/expected-orders.ts';

function history(...orders: readonly [day: number, ...items: number[]][]): OrderHistory {
  const firstLine = new Int32Array(orders.length + 1);
  orders.forEach((order, o) => (firstLine[o + 1] = firstLine[o]! + order.length - 1));
  return {
    count: orders.length,
    day: Float64Array.from(orders, ([day]) => day),
    firstLine,
    item: Int32Array.from(orders.flatMap(([, ...items]) => items)),
  };
}

describe('the orders to expect', () => {
  it('weigh by age as in the worked example', () => {
    const expected = expectedOrders(history([-HALF_LIFE_D - 3, 0], [-3, 0, 1]), Int32Array.of(5, 6));
    expect([...expected.weight].map((weight) => weight.toFixed(9))).toEqual(['0.333333333', '0.666666667']);
    expect([...expected.item]).toEqual([0, 0, 1]);
    expect([...expected.alone]).toEqual([ALONE / 2, ALONE / 2]);
  });

  it('leave out lines of items without a home, and orders without any', () => {
    const expected = expectedOrders(history([-3, 1, 2], [-2, 2], [-1, 0]), Int32Array.of(0, 1, -1));
    expect([...expected.firstLine]).toEqual([0, 1, 2]);
    expect([...expected.item]).toEqual([1, 0]);
  });

  it('leave out long orders where they are the fewer', () => {
    const long = Array.from({ length: LONGEST_ORDER + 1 }, (_, item) => item);
    const home = Int32Array.from(long);
    expect(expectedOrders(history([-3, 0], [-2, ...long], [-1, 1]), home).firstLine.at(-1)).toBe(2);
    expect(expectedOrders(history([-2, ...long], [-1, 1]), home).count).toBe(2);
  });

  it('are the newest with so many lines', () => {
    const expected = expectedOrders(history([-3, 0, 1], [-2, 0, 1], [-1, 1]), Int32Array.of(0, 1), { orders: 9, lines: 4 });
    expect([...expected.item]).toEqual([0, 1, 1]);
    expect(expectedOrders(history([-3, 0, 1], [-2, 0], [-1, 1]), Int32Array.of(0, 1), { orders: 2, lines: 9 }).count).toBe(2);
  });

  it('are none without a history', () => {
    const expected = expectedOrders(history(), Int32Array.of(0, 1));
    expect([expected.count, ...expected.alone]).toEqual([0, 0, 0]);
  });

  it('are known by item', () => {
    const { first, orders } = ordersOfItems(expectedOrders(history([-3, 0, 2], [-2, 2], [-1, 2, 0]), Int32Array.of(0, 1, 2)), 3);
    expect([...first]).toEqual([0, 2, 2, 5]);
    expect([...orders]).toEqual([0, 2, 0, 1, 2]);
  });
});
