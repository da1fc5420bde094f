// Order batching: routing and exact batching against proven optima, and the batching policies against the best known.
//
// Bahçeci & Öncan, Muter & Öncan (2015), Henn & Wäscher (2012); see the shared data's README for the provenance of the
// bounds. Muter & Öncan's are rounded to whole metres.

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { ExactBatching } from '../../packages/engine/src/picking/batching/exact/exact-batching.ts';
import { batchingPolicies } from '../../packages/engine/src/picking/batching/policies.ts';
import { BatchAnnealing } from '../../packages/engine/src/picking/batching/search/annealing.ts';
import type { BatchingProblem } from '../../packages/engine/src/picking/batching/search/problem.ts';
import { hasSharedData, knownResults, readBatchingInstance, type KnownResult } from './order-batching-data.ts';
import { checkedTotal_m, instanceFile, problemOf, ROUTING_RULES, viewOfProblem } from './order-batching-problem.ts';

/** Tours that a policy may work out. */
const EFFORT = 2_000;
const MOST_BATCHES = 1_000_000;
/** Moves of the search that the proof begins with, for each order. */
const MOVES = 3_000;

function problemOfRow(row: KnownResult): BatchingProblem {
  return problemOf(readBatchingInstance(instanceFile(row)!), ROUTING_RULES[row.policy]!);
}

/** Proves the best batches, from those of a short search. */
function prove(row: KnownResult): { readonly total_m: number; readonly proved: boolean } {
  const problem = problemOfRow(row);
  const search = new BatchAnnealing(problem, new RandomStream('order-batching'));
  const slices = 20;
  for (let slice = 0; slice < slices; slice++) search.advance((MOVES * problem.count) / slices, slice / slices);
  const { batches, proved } = new ExactBatching(problem, search.best(), MOST_BATCHES).run(() => true);
  return { total_m: checkedTotal_m(problem, batches), proved };
}

describe.skipIf(!hasSharedData('order-batching'))('order batching instances of the literature', () => {
  it('Bahçeci & Öncan: optimal routing with exact batching equals all 1,080 proven optima', { timeout: 60_000 }, () => {
    const rows = knownResults().filter(({ set }) => set === 'bahceci_oncan');
    expect(rows).toHaveLength(1_080);
    const wrong = rows.flatMap((row) => {
      const problem = problemOfRow(row);
      const alone = Array.from({ length: problem.count }, (_, order) => [order]);
      const { batches, proved } = new ExactBatching(problem, alone, MOST_BATCHES).run(() => true);
      const total_m = checkedTotal_m(problem, batches);
      return proved && Math.abs(total_m - row.upper_m) < 1e-6 ? [] : [`${row.file}: ${total_m} for ${row.upper_m}`];
    });
    expect(wrong).toEqual([]);
  });

  it('Muter & Öncan, Henn & Wäscher: proofs under five routing policies give the proven optima', { timeout: 60_000 }, () => {
    const rows = knownResults().filter(
      ({ set, file, policy, proved }) =>
        proved &&
        policy in ROUTING_RULES &&
        (set === 'henn' ? /-(30|40|50|60|80)-30-[0-4]/.test(file) : /^(20_24_[0-4]|30_24_1)/.test(file)),
    );
    expect(rows.length).toBeGreaterThan(60);
    const wrong = rows.flatMap((row) => {
      const { total_m, proved } = prove(row);
      // Muter & Öncan's totals are rounded to whole metres.
      const isEqual = Math.abs(total_m - row.upper_m) <= (row.set === 'henn' ? 1e-6 : 0.5 + 1e-6);
      return proved && isEqual ? [] : [`${row.file} ${row.policy}: ${total_m} (${proved}) for ${row.upper_m}`];
    });
    expect(wrong).toEqual([]);
  });

  it('no policy falls below a lower bound; savings come near the best known and beat first come, first served', () => {
    const rows = knownResults().filter(
      ({ set, file, policy }) =>
        policy in ROUTING_RULES &&
        (set === 'henn' ? /-(30|60)-(30|75)-0/.test(file) : set === 'muter_oncan' && /^(20|40)_.*_[02]/.test(file)),
    );
    expect(rows.length).toBeGreaterThan(70);
    const excess: Record<string, number> = {};
    const wrong: string[] = [];
    const mislabelled = new Set<string>();
    let compared = 0;
    for (const row of rows) {
      const { file, policy, lower_m, upper_m } = row;
      if (instanceFile(row) === undefined) {
        mislabelled.add(file);
        continue;
      }
      compared++;
      const problem = problemOfRow(row);
      for (const { id, decide } of batchingPolicies) {
        const batches = decide(viewOfProblem(problem, EFFORT), new RandomStream('order-batching'));
        const total_m = checkedTotal_m(problem, batches);
        if (total_m < lower_m - 0.5) wrong.push(`${file} ${policy} ${id}: ${total_m} below ${lower_m}`);
        excess[id] = (excess[id] ?? 0) + total_m / upper_m - 1;
      }
    }
    expect(wrong).toEqual([]);
    // The list's rows for 20_48_0 are those of an instance with 30 orders; the file has 20.
    expect([...mislabelled]).toEqual(['20_48_0.txt']);
    const mean = (id: string): number => excess[id]! / compared;
    console.log(
      `mean excess over the best known, ${compared} rows: savings ${mean('savings').toFixed(4)}, ` +
        `first come, first served ${mean('first-come-first-served').toFixed(4)}`,
    );
    expect(mean('savings')).toBeLessThan(0.12);
    expect(mean('savings')).toBeLessThan(mean('first-come-first-served'));
  });
});
