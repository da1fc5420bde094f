import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { PolicyTours, SortedTours } from '../../../../packages/engine/src/storage/slotting/order-tours.ts';
import { blockTours, ordersOf } from './problem.ts';

const sum = (list: Int32Array, count: number): number => list.subarray(0, count).reduce((a, b) => a + b, 0);

describe('tours while goods change places', () => {
  it('follow the worked example', () => {
    const tours = new PolicyTours(ordersOf(2, [[0, 1]]), Int32Array.of(7, 3), sum);
    expect(tours.lengthWith_m(0, 3, 5)).toBe(12);
    expect(tours.length_m(0)).toBe(10);
    tours.replace(0, 3, 5);
    expect(tours.length_m(0)).toBe(12);
  });

  it('hand sorted points on, a point twice where two locations share it', () => {
    const seen: number[][] = [];
    const note = (points: Int32Array, from: number, end: number): number => seen.push([...points.subarray(from, end)]);
    const tours = new SortedTours(ordersOf(3, [[2], [0, 1, 2]]), Int32Array.of(5, 2, 0), Int32Array.of(4, 9, 1, 4, 7, 4), note);
    tours.length_m(1);
    tours.lengthWith_m(1, 2, 4);
    tours.lengthWith_m(1, 5, 2);
    tours.replace(1, 0, 1);
    tours.length_m(1);
    tours.length_m(0);
    expect(seen).toEqual([[1, 4, 4], [4, 4, 7], [1, 1, 4], [1, 4, 9], [4]]);
  });

  it('are the same both ways through 500 random changes', () => {
    const random = new RandomStream('order-tours');
    const block = { aisles: 4, cells: 6 };
    const locations = block.aisles * block.cells;
    const items = 12;
    const orders = ordersOf(
      items,
      Array.from({ length: 30 }, () => Array.from({ length: items }, (_, item) => item).filter(() => random.chance(0.3))).filter(
        (order) => order.length > 0,
      ),
    );
    const home = Int32Array.from({ length: items }, (_, item) => 2 * item);
    const kernel = blockTours(block);
    const byPolicy = new PolicyTours(orders, home, (list, count) => kernel.tour_m(list.slice(0, count).sort(), 0, count));
    const pointOf = Int32Array.from({ length: locations }, (_, location) => location);
    const sorted = new SortedTours(orders, home, pointOf, (list, from, end) => kernel.tour_m(list, from, end));
    for (let change = 0; change < 500; change++) {
      const item = random.integer(items);
      const to = random.integer(locations);
      if (home.includes(to)) continue;
      const from = home[item]!;
      for (let order = 0; order < orders.count; order++) {
        if (!orders.item.subarray(orders.firstLine[order], orders.firstLine[order + 1]).includes(item)) continue;
        expect(sorted.lengthWith_m(order, from, to)).toBe(byPolicy.lengthWith_m(order, from, to));
        sorted.replace(order, from, to);
        byPolicy.replace(order, from, to);
        expect(sorted.length_m(order)).toBe(byPolicy.length_m(order));
      }
      home[item] = to;
    }
  });
});
