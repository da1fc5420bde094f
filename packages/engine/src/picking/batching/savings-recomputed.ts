// Savings batching, recomputed: the two batches that save the most walking when picked in one tour become one batch; then
// the savings of the new batch with every other are worked out anew.
//
// Source:     Clarke, G. and Wright, J.W. (1964), Operations Research 12(4), 568-581; for batching: de Koster, R., van der
//             Poort, E.S. and Wolters, M. (1999), "Efficient orderbatching methods in warehouses", International Journal of
//             Production Research 37(7), 1479-1504, as C&W(ii).
// Applies to: any model and any routing policy; tours are measured under the routing policy in force.
// Cost:       about n² tours and O(n³) for n orders in one window: twice the tours of savings.ts, so its windows are half as
//             large where a wave is cut (due-windows.ts).
//
// Worked example (one aisle 10 m long, depot at its front, capacity 3 orders): orders at 9, 8, 3, 2 and 1 m. {9, 8} save 16;
// {9, 8} and 3 then save 6, as much as {9, 8, 3} allows; {2, 1} save 2: batches {9, 8, 3} and {2, 1}, 18 + 4 = 22 m.

import { SUPPORTED } from '../../model/policy.ts';
import { loadsOf } from './capacity.ts';
import { dueWindows, PAIR_BUDGET } from './due-windows.ts';
import type { BatchingPolicy, BatchingView } from './policy.ts';
import { LEAST_SAVING_M } from './savings.ts';

export const savingsRecomputed: BatchingPolicy = {
  id: 'savings-recomputed',
  names: { ko: '절약법 (재계산)', en: 'Savings, recomputed (Clarke & Wright)' },
  supports: () => SUPPORTED,
  decide: (view: BatchingView) => dueWindows(view, PAIR_BUDGET / 2).flatMap((window) => batchWindow(view, window)),
};

/** The batches of one window, the one with the earliest order first. */
function batchWindow(view: BatchingView, window: readonly number[]): number[][] {
  const n = window.length;
  const loads = loadsOf(view, window);
  // Batch a has the number of its first order in the window; batches that became part of another are empty.
  const members: number[][] = window.map((order) => [order]);
  const length_m = new Float64Array(n);
  const saving_m = new Float64Array(n * n);
  const measure = (a: number, b: number): void => {
    if (!loads[a]!.joins(view, loads[b]!)) saving_m[a * n + b] = 0;
    else saving_m[a * n + b] = length_m[a]! + length_m[b]! - view.tourLength_m([...members[a]!, ...members[b]!]);
  };
  if (view.capacity.orders > 1) {
    for (let a = 0; a < n; a++) length_m[a] = view.tourLength_m(members[a]!);
    for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) measure(a, b);
  }
  for (;;) {
    let largest_m = LEAST_SAVING_M;
    let kept = -1;
    let given = -1;
    for (let a = 0; a < n; a++) {
      for (let b = a + 1; b < n; b++) {
        if (saving_m[a * n + b]! <= largest_m) continue;
        largest_m = saving_m[a * n + b]!;
        kept = a;
        given = b;
      }
    }
    if (kept < 0) break;
    length_m[kept] = length_m[kept]! + length_m[given]! - largest_m;
    loads[kept]!.addLoad(loads[given]!);
    members[kept]!.push(...members[given]!);
    members[given] = [];
    for (let other = 0; other < n; other++) {
      const pair = other < given ? other * n + given : given * n + other;
      saving_m[pair] = 0;
      if (other === kept || members[other]!.length === 0) continue;
      measure(Math.min(kept, other), Math.max(kept, other));
    }
  }
  const place = new Map(window.map((order, a) => [order, a]));
  return members.filter((batch) => batch.length > 0).map((batch) => batch.sort((a, b) => place.get(a)! - place.get(b)!));
}
