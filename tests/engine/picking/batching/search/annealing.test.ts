import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../../packages/engine/src/base/random.ts';
import { BatchAnnealing } from '../../../../../packages/engine/src/picking/batching/search/annealing.ts';
import { KnownLengths } from '../../../../../packages/engine/src/picking/batching/search/known-lengths.ts';
import type { BatchingProblem, BatchLengths } from '../../../../../packages/engine/src/picking/batching/search/problem.ts';
import { viewProblem } from '../../../../../packages/engine/src/picking/batching/search/view-problem.ts';
import { viewOf } from '../view.ts';

const random = new RandomStream('annealing-test');

/** One aisle: a tour is twice the depth of the deepest order. */
function oneAisle(depths: readonly number[], sizes: BatchingProblem['sizes']): BatchingProblem {
  return {
    count: depths.length,
    sizes,
    lengths: {
      length_m(orders, count) {
        let deepest = 0;
        for (let k = 0; k < count; k++) deepest = Math.max(deepest, depths[orders[k]!]!);
        return 2 * deepest;
      },
    },
  };
}

/** Every partition of the orders into batches that fit, by trying all: the least total. */
function least_m({ count, sizes, lengths }: BatchingProblem): number {
  const batches: number[][] = [];
  let best = Infinity;
  const place = (order: number): void => {
    if (order === count) {
      const total = batches.reduce((sum, batch) => sum + lengths.length_m(Int32Array.from(batch), batch.length), 0);
      best = Math.min(best, total);
      return;
    }
    for (const batch of batches) {
      if (sizes.some(({ of, limit }) => batch.reduce((sum, other) => sum + of[other]!, of[order]!) > limit)) continue;
      batch.push(order);
      place(order + 1);
      batch.pop();
    }
    batches.push([order]);
    place(order + 1);
    batches.pop();
  };
  place(0);
  return best;
}

function search(problem: BatchingProblem, moves: number, start?: number[][]): BatchAnnealing {
  const annealing = new BatchAnnealing(problem, new RandomStream('annealing'), start);
  for (let made = 0; made < moves; made += 50) annealing.advance(50, made / moves);
  return annealing;
}

describe('simulated annealing of batches', () => {
  it('goes from {9, 2}, {8, 3} to {9, 8}, {3, 2}: 24 m', () => {
    const problem = oneAisle([9, 2, 8, 3], [{ limit: 2, of: [1, 1, 1, 1] }]);
    const annealing = new BatchAnnealing(problem, random);
    expect(annealing.best_m).toBe(34);
    annealing.advance(500, 0.5);
    expect(annealing.best_m).toBe(24);
    expect(annealing.best()).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('finds the least total, by trying all partitions, of at least 55 of 60 small waves with two sizes', () => {
    let least = 0;
    for (let n = 0; n < 60; n++) {
      const count = 1 + random.integer(8);
      const whole = (limit: number): number[] => Array.from({ length: count }, () => random.integer(limit));
      const problem = oneAisle(
        whole(40).map((depth) => depth + 1),
        [
          { limit: 10, of: whole(13) },
          { limit: 6, of: whole(7) },
        ],
      );
      const annealing = search(problem, 6_000);
      const batches = annealing.best();
      expect([...batches.flat()].sort((a, b) => a - b)).toEqual(whole(1).map((_, order) => order));
      for (const batch of batches) {
        if (batch.length === 1) continue;
        for (const { of, limit } of problem.sizes) {
          expect(batch.reduce((sum, order) => sum + of[order]!, 0)).toBeLessThanOrEqual(limit);
        }
      }
      const total = batches.reduce((sum, batch) => sum + problem.lengths.length_m(Int32Array.from(batch), batch.length), 0);
      expect(annealing.best_m).toBeCloseTo(total, 9);
      const lowest = least_m(problem);
      expect(total).toBeGreaterThanOrEqual(lowest);
      if (total === lowest) least++;
    }
    expect(least).toBeGreaterThanOrEqual(55);
  });

  it('never ends above its start, and orders beyond the capacity stay alone', () => {
    const problem = oneAisle([5, 7, 3, 9], [{ limit: 4, of: [2, 5, 2, 0] }]);
    const start = [[0, 2], [3], [1]];
    const annealing = search(problem, 2_000, start);
    expect(annealing.best_m).toBeLessThanOrEqual(10 + 18 + 14);
    expect(annealing.best()).toContainEqual([1]);
  });

  it('gives the same batches for the same slices', () => {
    const problem = oneAisle(
      Array.from({ length: 30 }, (_, order) => 1 + ((order * 37) % 50)),
      [{ limit: 12, of: Array.from({ length: 30 }, (_, order) => 1 + ((order * 11) % 6)) }],
    );
    expect(search(problem, 3_000).best()).toEqual(search(problem, 3_000).best());
  });

  it('makes no batch of no orders', () => {
    const annealing = search(oneAisle([], []), 100);
    expect(annealing.best()).toEqual([]);
    expect(annealing.best_m).toBe(0);
  });
});

describe('the memory of lengths', () => {
  it('works a batch out once, and again only when another took its place', () => {
    let asked = 0;
    const lengths: BatchLengths = { length_m: (_orders, count) => (asked++, count) };
    const known = new KnownLengths(lengths, 3, 1);
    const [high, low] = [known.high[0]! ^ known.high[1]!, known.low[0]! ^ known.low[1]!];
    expect(known.find_m(high, low)).toBe(-1);
    expect(known.workOut_m(high, low, Int32Array.of(0, 1), 2)).toBe(2);
    expect(known.find_m(high, low)).toBe(2);
    known.workOut_m(known.high[2]!, known.low[2]!, Int32Array.of(2), 1);
    expect(known.find_m(high, low)).toBe(-1);
    expect(asked).toBe(2);
    expect(known.workedOut).toBe(2);
  });
});

describe('a view as a problem', () => {
  it('has a size for each dimension that binds, over the chosen orders', () => {
    const view = viewOf(
      [3, 4, 5].map((volume) => ({ depth: volume, volume })),
      { orders: 3, volume_l: 10 },
    );
    const problem = viewProblem(view, [2, 0]);
    expect(problem.count).toBe(2);
    expect(problem.sizes.map(({ of }) => [...Array.from(of)])).toEqual([
      [1, 1],
      [5, 3],
    ]);
    expect(problem.sizes[0]!.limit).toBe(3);
    expect(problem.sizes[1]!.limit).toBeCloseTo(10, 6);
    expect(problem.lengths.length_m(Int32Array.of(1, 0), 2)).toBe(10);
  });
});
