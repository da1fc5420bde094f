import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { exact } from '../../../../packages/engine/src/picking/batching/exact.ts';
import { simulatedAnnealing } from '../../../../packages/engine/src/picking/batching/simulated-annealing.ts';
import { viewOf, type TestOrder } from './view.ts';

const decide = (...given: Parameters<typeof viewOf>): number[][] => exact.decide(viewOf(...given), new RandomStream('exact'));

describe('exact batching', () => {
  it('finds the batches of the worked example', () => {
    const batches = decide([{ depth: 9 }, { depth: 2 }, { depth: 8 }, { depth: 3 }], { orders: 2 });
    expect(batches.map((batch) => batch.join()).sort()).toEqual(['0,2', '1,3']);
  });

  it('keeps orders apart that are due further apart than an hour, and leaves one larger than the capacity alone', () => {
    const hour = 3_600_000_000;
    const late = decide([{ depth: 9 }, { depth: 9, due: 30 * hour }], { orders: 2 });
    expect(late).toEqual([[0], [1]]);
    const large = decide([{ depth: 9, units: 7 }, { depth: 9 }, { depth: 9 }], { units: 5 });
    expect(large.map((batch) => batch.join()).sort()).toEqual(['0', '1,2']);
  });

  it('finds nothing shorter than the shortest of all partitions, for 60 random waves', () => {
    const random = new RandomStream('exact waves');
    for (let wave = 0; wave < 60; wave++) {
      const orders: TestOrder[] = Array.from({ length: 1 + random.integer(7) }, () => ({
        depth: 1 + random.integer(20),
        units: 1 + random.integer(6),
      }));
      const view = viewOf(orders, { units: 8, orders: 3 }, { effort: 10_000 });
      const batches = exact.decide(view, random);
      expect(batches.flat().sort((a, b) => a - b)).toEqual(orders.map((_, order) => order));
      const total = (some: readonly (readonly number[])[]): number =>
        some.reduce((sum, batch) => sum + view.tourLength_m(batch), 0);
      expect(total(batches)).toBe(shortest_m(orders, total));
    }
  });

  it('gives what annealing found where the effort does not reach for all batches, and stays near that effort', () => {
    const random = new RandomStream('large wave');
    const orders: TestOrder[] = Array.from({ length: 60 }, () => ({
      depth: 1 + random.integer(40),
      units: 1 + random.integer(6),
    }));
    const view = viewOf(orders, { units: 24 }, { effort: 4_000 });
    const batches = exact.decide(view, new RandomStream('exact'));
    expect(batches.flat().sort((a, b) => a - b)).toEqual(orders.map((_, order) => order));
    expect(view.tours).toBeLessThan(8_000);
    const found = simulatedAnnealing.decide(viewOf(orders, { units: 24 }, { effort: 1_000 }), new RandomStream('exact'));
    const total = (some: readonly (readonly number[])[]): number =>
      some.reduce((sum, batch) => sum + view.tourLength_m(batch), 0);
    expect(total(batches)).toBeLessThanOrEqual(total(found));
  });
});

/** The least total over all partitions into batches of at most 3 orders and 8 units (or an order alone). */
function shortest_m(orders: readonly TestOrder[], total: (batches: readonly (readonly number[])[]) => number): number {
  const place = (order: number, batches: readonly (readonly number[])[]): number => {
    if (order === orders.length) return total(batches);
    let least = place(order + 1, [...batches, [order]]);
    batches.forEach((batch, b) => {
      const joined = [...batch, order];
      if (joined.length > 3 || joined.reduce((sum, one) => sum + orders[one]!.units!, 0) > 8) return;
      least = Math.min(least, place(order + 1, [...batches.slice(0, b), joined, ...batches.slice(b + 1)]));
    });
    return least;
  };
  return place(0, []);
}
