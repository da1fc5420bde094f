// Exact batching: the batches of the least total length for small waves, proved; for larger ones the best that annealing finds.
//
// Source:     exact/exact-batching.ts (Gademann & van de Velde 2005; Barnhart et al. 1998).
// Applies to: any model and any routing policy; tours are measured under the routing policy in force.
// Cost:       first simulated-annealing.ts with a quarter of the view's effort. A due window is then solved exactly if its
//             batches that fit are no more than its share of the remaining effort; the proof ends after PIVOTS_PER_TOUR pivots
//             for each tour of that share.
//
// Worked example (one aisle 10 m long, depot at its front, capacity 2 orders): orders at 9, 2, 8 and 3 m: {9, 8} and {2, 3},
// 24 m.

import type { RandomStream } from '../../base/random.ts';
import { SUPPORTED } from '../../model/policy.ts';
import { dueWindows } from './due-windows.ts';
import { ExactBatching } from './exact/exact-batching.ts';
import type { BatchingPolicy, BatchingView } from './policy.ts';
import { viewProblem } from './search/view-problem.ts';
import { simulatedAnnealing } from './simulated-annealing.ts';

/** Share of the effort for the batches that the proof begins with. */
const SEARCH_SHARE = 0.25;
/** A tour through the network takes about as long as so many pivots. */
const PIVOTS_PER_TOUR = 1;

export const exact: BatchingPolicy = {
  id: 'exact',
  names: { ko: '정확 해법', en: 'Exact (branch and bound)' },
  supports: () => SUPPORTED,
  decide(view: BatchingView, random: RandomStream): number[][] {
    const found = simulatedAnnealing.decide({ ...view, effort: view.effort * SEARCH_SHARE }, random);
    const batchOf = new Map(found.flatMap((batch) => batch.map((order) => [order, batch] as const)));
    return dueWindows(view, Infinity).flatMap((window) => {
      const start = [...new Set(window.map((order) => batchOf.get(order)!))];
      if (window.length === 1 || view.capacity.orders <= 1) return start;
      const effort = (view.effort * (1 - SEARCH_SHARE) * window.length) / view.count;
      return batchWindow(view, window, start, effort);
    });
  },
};

function batchWindow(view: BatchingView, window: readonly number[], start: readonly number[][], effort: number): number[][] {
  const place = new Map(window.map((order, at) => [order, at]));
  const proof = new ExactBatching(
    viewProblem(view, window),
    start.map((batch) => batch.map((order) => place.get(order)!)),
    effort,
  );
  const { batches } = proof.run(() => proof.pivots < PIVOTS_PER_TOUR * effort);
  return batches.map((batch) => batch.map((at) => window[at]!));
}
