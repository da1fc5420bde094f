import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../../packages/engine/src/base/random.ts';
import { PartitionSearch } from '../../../../../packages/engine/src/picking/batching/exact/branch-and-bound.ts';
import { Room } from '../../../../../packages/engine/src/picking/batching/exact/branching.ts';
import { batchOf, countBatches, enumerateBatches } from '../../../../../packages/engine/src/picking/batching/exact/columns.ts';
import { commonStep_m } from '../../../../../packages/engine/src/picking/batching/exact/common-step.ts';
import { ExactBatching } from '../../../../../packages/engine/src/picking/batching/exact/exact-batching.ts';
import { PartitionLp } from '../../../../../packages/engine/src/picking/batching/exact/partition-lp.ts';
import { bestBySubsets } from '../../../../../packages/engine/src/picking/batching/exact/subset-programme.ts';
import { violatedCuts } from '../../../../../packages/engine/src/picking/batching/exact/subset-row-cuts.ts';
import type { BatchingProblem } from '../../../../../packages/engine/src/picking/batching/search/problem.ts';

/** Orders of the given sizes; a batch is as long as `length` says. */
function problemOf(sizes: readonly number[], limit: number, length: (batch: readonly number[]) => number): BatchingProblem {
  const lengths = { length_m: (orders: Int32Array, count: number): number => length([...orders.subarray(0, count)]) };
  return { count: sizes.length, sizes: [{ limit, of: sizes }], lengths };
}

/** Alone 10, in pairs 12. */
const pairs = problemOf([1, 1, 1], 2, ({ length }) => 8 + 2 * length);

describe('batches as columns', () => {
  it('are those that fit, an order beyond the capacity alone', () => {
    const columns = enumerateBatches(
      problemOf([4, 5, 3, 12], 10, ({ length }) => length),
      100,
    )!;
    expect(Array.from({ length: columns.count }, (_, j) => batchOf(columns, j))).toEqual([
      [0],
      [0, 1],
      [0, 2],
      [1],
      [1, 2],
      [2],
      [3],
    ]);
    expect([...columns.length_m]).toEqual([1, 2, 2, 1, 2, 1, 1]);
  });

  it('are counted, and none is measured where there are too many', () => {
    const never = problemOf([1, 1, 1, 1], 4, () => Number.NaN);
    expect(countBatches(never, 100)).toBe(15);
    let measured = 0;
    const counting = problemOf([1, 1, 1, 1], 4, () => ++measured);
    expect(enumerateBatches(counting, 14)).toBeUndefined();
    expect(measured).toBe(0);
  });
});

describe('the relaxation', () => {
  it('uses half of each pair, until the cut on the three orders forbids it', () => {
    const columns = enumerateBatches(pairs, 100)!;
    const lp = new PartitionLp(columns, 1);
    for (let j = 0; j < columns.count; j++) lp.play(j);
    expect(lp.optimise()).toBe(true);
    expect(lp.bound_m()).toBeCloseTo(18, 4);
    expect(lp.used().map(({ share }) => Math.round(100 * share))).toEqual([50, 50, 50]);
    const cuts = violatedCuts(columns, lp.used(), 10);
    expect(cuts).toEqual([[0, 1, 2]]);
    lp.addCuts(cuts);
    expect(lp.optimise()).toBe(true);
    expect(lp.bound_m()).toBeCloseTo(22, 4);
  });

  it('says where the batches in play have no solution, and which batch does something for one', () => {
    const columns = enumerateBatches(pairs, 100)!;
    const lp = new PartitionLp(columns, 1);
    const helps = (): number[] => [0, 1, 2, 3, 4, 5].filter((j) => !lp.isInPlay(j) && lp.lift(j) > 1e-6);
    lp.restrict(new Uint8Array(columns.count), 1, 2);
    expect(lp.optimise()).toBe(false);
    expect(helps().length).toBeGreaterThan(0);
    lp.play(helps()[0]!);
    expect(lp.optimise()).toBe(true);
    expect(lp.bound_m()).toBeCloseTo(22, 4);
  });
});

describe('branch and bound', () => {
  it('proves the worked example, and finds nothing where there is nothing shorter', () => {
    const columns = enumerateBatches(pairs, 100)!;
    expect(new PartitionSearch(columns, pairs.sizes, Infinity).run(() => true)).toMatchObject({
      length_m: 22,
      lowerBound_m: 22,
      proved: true,
    });
    expect(new PartitionSearch(columns, pairs.sizes, 22).run(() => true)).toEqual({
      ...{ columns: undefined, length_m: 22, lowerBound_m: 22, proved: true },
    });
    expect(bestBySubsets(columns).map((j) => batchOf(columns, j))).toEqual([[0], [1, 2]]);
  });

  it('equals the programme over subsets on 150 random waves of 4 to 11 orders', () => {
    const random = new RandomStream('waves');
    for (let wave = 0; wave < 150; wave++) {
      const count = 4 + random.integer(8);
      const sizes = Array.from({ length: count }, () => 1 + random.integer(8));
      const at = Array.from({ length: count }, () => [random.integer(30), random.integer(30)] as const);
      // Any lengths at all, every other wave: nothing says that a larger batch is longer.
      const noise = wave % 2 === 0 ? 0 : 15;
      const problem = problemOf(sizes, 6 + random.integer(8), (batch) => {
        const spread = (axis: 0 | 1): number => Math.max(...batch.map((order) => at[order]![axis]));
        const odd = batch.reduce((sum, order) => sum * 31 + order, 7) % 16;
        return 2 * (spread(0) + spread(1)) + (noise * odd) / 16;
      });
      const columns = enumerateBatches(problem, 10_000)!;
      const shortest = bestBySubsets(columns).reduce((sum, j) => sum + columns.length_m[j]!, 0);
      const found = new PartitionSearch(columns, problem.sizes, Infinity).run(() => true);
      expect(found.proved).toBe(true);
      expect(found.length_m).toBeCloseTo(shortest, 6);
      const held = found.columns!.flatMap((j) => batchOf(columns, j)).sort((a, b) => a - b);
      expect(held).toEqual(sizes.map((_, order) => order));
    }
  });

  it('gives a bound and what it was given where it may not go on, and goes on from there', () => {
    const random = new RandomStream('sliced');
    const sizes = Array.from({ length: 16 }, () => 2 + random.integer(5));
    const depth = sizes.map(() => 1 + random.integer(90));
    const problem = problemOf(sizes, 14, (batch) => 2 * Math.max(...batch.map((order) => depth[order]!)));
    const alone = sizes.map((_, order) => [order]);
    const proof = new ExactBatching(problem, alone, 100_000);
    const first = proof.run(() => false);
    expect(first).toMatchObject({ batches: alone, proved: false });
    expect(first.lowerBound_m).toBeGreaterThan(0);
    let slices = 0;
    let last = first;
    while (!last.proved) {
      let asked = 0;
      last = proof.run(() => asked++ < 3);
      slices++;
    }
    expect(slices).toBeGreaterThan(1);
    expect(last.length_m).toBeGreaterThanOrEqual(first.lowerBound_m);
    expect(last.length_m).toBe(new ExactBatching(problem, alone, 100_000).run(() => true).length_m);
  });
});

describe('room and steps', () => {
  it('leave nearly full batches only where the capacity is tight', () => {
    const sizes = Array.from({ length: 13 }, () => 11);
    const room = new Room(13, [{ limit: 24, of: sizes }]);
    expect(room.fewest()).toBe(6);
    expect(room.isTight(6)).toBe(true);
    expect(room.isTight(7)).toBe(false);
    const columns = enumerateBatches(
      problemOf(sizes, 24, () => 1),
      1_000,
    )!;
    expect(room.isFull(columns, 0, 6)).toBe(false);
    expect(room.isFull(columns, 1, 7)).toBe(true);
    expect(room.isFull(columns, 0, 7)).toBe(true);
  });

  it('are the largest length that divides all', () => {
    expect(commonStep_m(Float64Array.of(2.4, 7.2, 10.8))).toBeCloseTo(1.2, 6);
    expect(commonStep_m(Float64Array.of(Math.SQRT2, 1))).toBe(0);
  });
});
