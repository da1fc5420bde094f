// Batching for due times: batches are made and put in sequence so that the orders' total tardiness is least, then the walk.
//
// Source:     Henn, S. and Schmid, V. (2013), "Metaheuristics for order batching and sequencing in manual order picking
//             systems", Computers & Industrial Engineering 66(2), 338-351 (iterated local search; seed and earliest-due-date
//             start); Elsayed, E.A., Lee, M.-K., Kim, S. and Scherer, E. (1993), "Sequencing and batching procedures for
//             minimizing earliness and tardiness penalty of order retrievals", International Journal of Production Research
//             31(3), 727-738. Several pickers: batches go in sequence to the picker who is free first.
// Applies to: any model and any routing policy.
// Cost:       the view's effort in tours, and O(n) a move for n orders of a wave.
//
// Worked example (one aisle 10 m long, depot at its front, one picker, 1 tick a metre, capacity 2 orders): orders at 9, 2, 8
// and 3 m, due after 40, 10, 40 and 10 ticks. {2, 3} first is back at 6 and {9, 8} at 24: nothing is late and 24 m are
// walked. Were the order at 9 m due after 20 ticks, {9, 8} would go first: back at 18 and 24, 14 + 14 ticks late; {2, 3}
// first: 4 ticks late, which is less.

import type { RandomStream } from '../../base/random.ts';
import { SUPPORTED } from '../../model/policy.ts';
import { dueWindows } from './due-windows.ts';
import { batchInSequence } from './first-come-first-served.ts';
import type { BatchingPolicy, BatchingView } from './policy.ts';
import { savings } from './savings.ts';
import { BatchSequence } from './search/batch-sequence.ts';

/** Moves between two looks at the effort used. */
const SLICE = 64;
/** Moves for each tour of the effort, after which a search that knows all its batches ends. */
const MOVES_PER_TOUR = 10;

export const tardiness: BatchingPolicy = {
  id: 'tardiness',
  names: { ko: '납기 지연 최소화', en: 'Least tardiness' },
  supports: () => SUPPORTED,
  decide(view: BatchingView, random: RandomStream): number[][] {
    if (view.count === 0) return [];
    const earliestDue = batchInSequence(view, dueWindows(view, Infinity).flat());
    const search = new BatchSequence(view, random, [earliestDue, savings.decide(view, random)]);
    const moves = MOVES_PER_TOUR * view.effort;
    for (let made = 0; made < moves && search.workedOut < view.effort; made += SLICE) {
      search.advance(SLICE, Math.max(made / moves, search.workedOut / view.effort));
    }
    return search.best();
  },
};
