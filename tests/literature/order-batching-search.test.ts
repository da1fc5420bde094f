// Order batching by simulated annealing against the best-known totals: a few instances, a budget of moves.
//
// Muter & Öncan (2015), Henn & Wäscher (2012). The whole comparison, 10 CPU seconds an instance: tests/bench/order-batching.bench.ts.

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { BatchAnnealing } from '../../packages/engine/src/picking/batching/search/annealing.ts';
import { hasSharedData, knownResults, readBatchingInstance } from './order-batching-data.ts';
import { checkedTotal_m, gapToKnown, instanceFile, problemOf, ROUTING_RULES } from './order-batching-problem.ts';

/** About a third of a second an instance. */
const MOVES = 400_000;
const SLICE = 2_000;
const FILES = [
  '7l-30-60-0.txt',
  '11l-40-60-2.txt',
  '25s-30-30-0.txt',
  '40s-60-75-1.txt',
  '30_24_0.txt',
  '40_36_3.txt',
  '80_48_3.txt',
];

describe.skipIf(!hasSharedData('order-batching'))('simulated annealing on the order batching instances of the literature', () => {
  it('comes within 1 % of the best known in the mean, and never below a lower bound', () => {
    const rows = knownResults().filter(({ file, policy }) => FILES.includes(file) && policy in ROUTING_RULES);
    expect(rows).toHaveLength(4 * 3 + 3 * 5);
    const gaps = rows.map((known) => {
      const problem = problemOf(readBatchingInstance(instanceFile(known)!), ROUTING_RULES[known.policy]!);
      const search = new BatchAnnealing(problem, new RandomStream('order-batching-search'));
      for (let made = 0; made < MOVES; made += SLICE) search.advance(SLICE, made / MOVES);
      const total_m = checkedTotal_m(problem, search.best());
      expect(search.best_m).toBeCloseTo(total_m, 6);
      expect(total_m, `${known.file} ${known.policy}`).toBeGreaterThanOrEqual(known.lower_m - 0.5);
      if (known.proved) expect(total_m, `${known.file} ${known.policy}`).toBeGreaterThanOrEqual(known.upper_m - 0.5);
      return gapToKnown(known, total_m);
    });
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    console.log(`mean gap of ${gaps.length} rows: ${(100 * mean).toFixed(3)} %, worst ${(100 * Math.max(...gaps)).toFixed(3)} %`);
    expect(mean).toBeLessThan(0.01);
    expect(Math.max(...gaps)).toBeLessThan(0.05);
  });
});
