import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { arborescenceBound_m, leastArborescence } from '../../../../packages/engine/src/picking/routing/arborescence-bound.ts';
import { shorterDirection, spanningTreeBound } from '../../../../packages/engine/src/picking/routing/sequence-bound.ts';
import { exactSequence } from '../../../../packages/engine/src/picking/routing/sequence-exact.ts';
import { matrixLength_m, restart } from '../../../../packages/engine/src/picking/routing/sequence-restarts.ts';

/** Points on a line with start and end at 0 m. */
function line(points: readonly number[]): Float64Array<ArrayBuffer> {
  const all = [...points, 0, 0];
  return Float64Array.from(all.flatMap((a) => all.map((b) => Math.abs(a - b))));
}

/** Random distances that differ by direction and keep to the triangle inequality. */
function directed(random: RandomStream, n: number): Float64Array<ArrayBuffer> {
  const size = n + 2;
  const matrix = Float64Array.from({ length: size * size }, () => 1 + random.integer(40));
  for (let k = 0; k < size; k++)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++)
        matrix[a * size + b] = Math.min(matrix[a * size + b]!, matrix[a * size + k]! + matrix[k * size + b]!);
  return matrix;
}

function leastOverAllOrders(n: number, matrix: Float64Array): number {
  let least = Infinity;
  const extend = (sequence: number[]): void => {
    if (sequence.length === n) least = Math.min(least, matrixLength_m(sequence, matrix));
    for (let p = 0; p < n; p++) if (!sequence.includes(p)) extend([...sequence, p]);
  };
  extend([]);
  return least;
}

describe('bounds on a sequence', () => {
  it('reach 10 m by prices on the line of the worked example', () => {
    const { bound_m, price_m } = spanningTreeBound(2, line([2, 5]), 10);
    expect(bound_m).toBeCloseTo(10, 4);
    expect(price_m[0]).toBeGreaterThan(price_m[1]!);
  });

  it('take the shorter direction', () => {
    expect([...shorterDirection(0, Float64Array.of(0, 3, 5, 0))]).toEqual([0, 3, 3, 0]);
  });

  it('lie below the shortest of all orders on 150 random tours of up to 6 points', () => {
    const random = new RandomStream('sequence-bounds');
    let gap = 0;
    for (let n = 0; n < 150; n++) {
      const points = 1 + random.integer(6);
      const matrix = directed(random, points);
      const least = leastOverAllOrders(points, matrix);
      const arborescence_m = arborescenceBound_m(points, matrix, least);
      expect(arborescence_m).toBeLessThanOrEqual(least + 1e-6);
      gap += (least - arborescence_m) / least / 150;
      expect(spanningTreeBound(points, shorterDirection(points, matrix), least).bound_m).toBeLessThanOrEqual(least + 1e-6);
    }
    expect(gap).toBeLessThan(0.01);
  });

  it('by an arborescence is the ring of 10 m where everything is one-way', () => {
    // Points 2 and 5 m behind the start; the end is the start.
    const places = [2, 5, 0, 10];
    const ring = Float64Array.from(places.flatMap((a) => places.map((b) => (b >= a ? b - a : 10 + b - a))));
    expect(arborescenceBound_m(2, ring, 12)).toBe(10);
  });

  it('by a least arborescence equal the least over all ways to enter every vertex, on 200 random graphs', () => {
    const random = new RandomStream('arborescences');
    for (let n = 0; n < 200; n++) {
      const count = 2 + random.integer(4);
      const cost = Float64Array.from({ length: count * count }, () => 1 + random.integer(30));
      const lengthOf = (parent: ArrayLike<number>): number => {
        let length = 0;
        for (let v = 1; v < count; v++) length += cost[parent[v]! * count + v]!;
        return length;
      };
      let least = Infinity;
      const choose = (parent: number[]): void => {
        if (parent.length < count) {
          for (let u = 0; u < count; u++) if (u !== parent.length) choose([...parent, u]);
          return;
        }
        const reachesRoot = (v: number): boolean => {
          let steps = 0;
          for (let u = v; u !== 0; u = parent[u]!) if (++steps > count) return false;
          return true;
        };
        if (parent.every((_, v) => reachesRoot(v))) least = Math.min(least, lengthOf(parent));
      };
      choose([0]);
      expect(lengthOf(leastArborescence(count, 0, cost))).toBe(least);
    }
  });
});

describe('the exact sequence', () => {
  it('is 2, 5, 9 and back on the line of the worked example: 18 m', () => {
    const { sequence, proved } = exactSequence(3, line([2, 9, 5]), 24, 1_000);
    expect(proved).toBe(true);
    expect(matrixLength_m(sequence!, line([2, 9, 5]))).toBe(18);
  });

  it('is the shortest of all orders on 150 random directed tours, or none where that is known', () => {
    const random = new RandomStream('sequence-exact');
    for (let n = 0; n < 150; n++) {
      const points = 1 + random.integer(6);
      const matrix = directed(random, points);
      const least = leastOverAllOrders(points, matrix);
      const { sequence, proved } = exactSequence(points, matrix, least + 10, 100_000);
      expect(proved).toBe(true);
      expect(matrixLength_m(sequence!, matrix)).toBe(least);
      expect(exactSequence(points, matrix, least, 100_000)).toEqual({ proved: true });
    }
  });

  it('gives up after so many states, and beyond 30 points', () => {
    expect(exactSequence(6, line([2, 9, 5, 7, 3, 1]), 60, 3)).toEqual({ proved: false });
    const many = Array.from({ length: 31 }, (_, p) => p);
    expect(exactSequence(31, line(many), 1_000, 1_000_000)).toEqual({ proved: false });
    expect(exactSequence(0, line([]), 0, 10)).toEqual({ proved: true });
  });
});

describe('restarts', () => {
  it('lead out of a local optimum, are the same for the same stream, and keep what nothing beats', () => {
    const random = new RandomStream('restarts');
    const matrix = directed(random, 9);
    const first = [8, 7, 6, 5, 4, 3, 2, 1, 0];
    const better = restart(first, matrix, false, new RandomStream('a'), 60);
    expect([...better].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(matrixLength_m(better, matrix)).toBeLessThan(matrixLength_m(first, matrix));
    expect(restart(first, matrix, false, new RandomStream('a'), 60)).toEqual(better);
    const best = exactSequence(9, matrix, matrixLength_m(better, matrix) + 1, 1_000_000).sequence!;
    expect(restart(best, matrix, false, random, 30)).toBe(best);
    expect(restart([1, 0, 2], line([1, 2, 3]), true, random, 30)).toEqual([1, 0, 2]);
  });
});
