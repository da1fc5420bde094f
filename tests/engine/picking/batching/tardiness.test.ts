import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { batchInSequence } from '../../../../packages/engine/src/picking/batching/first-come-first-served.ts';
import { savings } from '../../../../packages/engine/src/picking/batching/savings.ts';
import { tardiness } from '../../../../packages/engine/src/picking/batching/tardiness.ts';
import { type CountingView, type TestOrder, viewOf } from './view.ts';

const stream = (): RandomStream => new RandomStream('batching-test');

/** Total ticks by which orders come late when pickers take the batches in sequence. */
function late(view: CountingView, batches: readonly (readonly number[])[]): number {
  const free = Array.from({ length: view.pickers }, () => view.now);
  let total = 0;
  for (const batch of batches) {
    free.sort((a, b) => a - b);
    free[0]! += view.workTicks(batch) + view.ticksPerMetre * view.tourLength_m(batch);
    for (const order of batch) total += Math.max(0, free[0]! - view.due(order));
  }
  return total;
}

const length_m = (view: CountingView, batches: readonly (readonly number[])[]): number =>
  batches.reduce((sum, batch) => sum + view.tourLength_m(batch), 0);

describe('batching for the least tardiness', () => {
  const orders = (firstDue: number): TestOrder[] => [
    { depth: 9, due: firstDue },
    { depth: 2, due: 10 },
    { depth: 8, due: 40 },
    { depth: 3, due: 10 },
  ];

  it('picks {2, 3} and then {9, 8}: nothing is late, 24 m', () => {
    const view = viewOf(orders(40), { orders: 2 });
    const batches = tardiness.decide(view, stream());
    expect(batches).toEqual([
      [1, 3],
      [0, 2],
    ]);
    expect(late(view, batches)).toBe(0);
    expect(length_m(view, batches)).toBe(24);
  });

  it('lets one order be 4 ticks late rather than two by 14', () => {
    const view = viewOf(orders(20), { orders: 2 });
    const batches = tardiness.decide(view, stream());
    expect(batches).toEqual([
      [1, 3],
      [0, 2],
    ]);
    expect(late(view, batches)).toBe(4);
  });

  it('counts from now, over all pickers, with the work at the shelf', () => {
    // Each order takes 30 ticks and is due at 150. From tick 100 on, two pickers are in time with an order each; together
    // they would take 68, in time from tick 80 on.
    const both = [
      { depth: 4, due: 150 },
      { depth: 4, due: 150 },
    ];
    const staff = { now: 100, pickers: 2, work: 30 };
    expect(tardiness.decide(viewOf(both, {}, staff), stream())).toHaveLength(2);
    expect(tardiness.decide(viewOf(both, {}, { ...staff, now: 80 }), stream())).toEqual([[0, 1]]);
  });

  it('is never later than earliest due date first or savings, on 30 random waves, and mostly less', () => {
    const random = new RandomStream('tardy waves');
    let better = 0;
    for (let n = 0; n < 30; n++) {
      const wave = Array.from({ length: 24 }, () => ({
        depth: 1 + random.integer(50),
        units: 1 + random.integer(9),
        due: random.integer(900),
      }));
      const view = viewOf(wave, { units: 20 }, { pickers: 1 + random.integer(3), effort: 2_000, work: 5 });
      const byDue = wave.map((_, order) => order).sort((a, b) => wave[a]!.due - wave[b]!.due);
      const others = [batchInSequence(view, byDue), savings.decide(view, stream())].map((batches) => late(view, batches));
      const least = late(view, tardiness.decide(view, stream()));
      expect(least).toBeLessThanOrEqual(Math.min(...others));
      if (least < Math.min(...others)) better++;
    }
    expect(better).toBeGreaterThanOrEqual(20);
  });

  it('walks least where nothing can be late', () => {
    const view = viewOf(
      [9, 2, 8, 3].map((depth) => ({ depth, due: Infinity })),
      { orders: 2 },
    );
    expect(length_m(view, tardiness.decide(view, stream()))).toBe(24);
  });

  it('makes no batch of no orders', () => {
    expect(tardiness.decide(viewOf([], {}), stream())).toEqual([]);
  });
});
