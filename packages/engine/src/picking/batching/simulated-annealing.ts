// Batching by simulated annealing: begins with the batches of the savings rule and improves them while the effort lasts.
//
// Source:     search/annealing.ts (Kirkpatrick et al. 1983; moves of Henn & Waescher 2012).
// Applies to: any model and any routing policy; tours are measured under the routing policy in force.
// Cost:       the tours of savings.ts, then those of the view's effort, shared among the due windows by orders. Windows end
//             by due time alone (due-windows.ts).
//
// Worked example (one aisle 10 m long, depot at its front, capacity 4 units): orders of 2 and 1 units at 10 m, of 3 and 2
// units at 9 m. Savings put the first two together and the others fit nowhere: 20 + 18 + 18 = 56 m. {2 at 10, 2 at 9} and
// {1 at 10, 3 at 9} are 40 m.

import type { RandomStream } from '../../base/random.ts';
import { SUPPORTED } from '../../model/policy.ts';
import { dueWindows, pairWindows } from './due-windows.ts';
import type { BatchingPolicy, BatchingView } from './policy.ts';
import { savingsBatches } from './savings.ts';
import { BatchAnnealing } from './search/annealing.ts';
import { viewProblem } from './search/view-problem.ts';

/** Moves between two looks at the effort used. */
const SLICE = 64;
/** Moves for each tour of the effort, after which a search that knows all its batches ends. */
const MOVES_PER_TOUR = 20;

export const simulatedAnnealing: BatchingPolicy = {
  id: 'simulated-annealing',
  names: { ko: '담금질 기법', en: 'Simulated annealing' },
  supports: () => SUPPORTED,
  decide(view: BatchingView, random: RandomStream): number[][] {
    return dueWindows(view, Infinity).flatMap((window) => {
      if (view.capacity.orders <= 1 || window.length === 1) return window.map((order) => [order]);
      return batchWindow(view, window, random);
    });
  },
};

function batchWindow(view: BatchingView, window: readonly number[], random: RandomStream): number[][] {
  const place = new Map(window.map((order, at) => [order, at]));
  const start = pairWindows(view, window)
    .flatMap((slice) => savingsBatches(view, slice))
    .map((batch) => batch.map((order) => place.get(order)!));
  const search = new BatchAnnealing(viewProblem(view, window), random, start);
  const effort = (view.effort * window.length) / view.count;
  const moves = MOVES_PER_TOUR * effort;
  for (let made = 0; made < moves && search.workedOut < effort; made += SLICE) {
    search.advance(SLICE, Math.max(made / moves, search.workedOut / effort));
  }
  return search.best().map((batch) => batch.map((at) => window[at]!));
}
