// Savings batching: two orders that save the most walking when picked in one tour come into one batch, then the next two.
//
// Source:     Clarke, G. and Wright, J.W. (1964), Operations Research 12(4), 568-581; for batching: de Koster, R., van der
//             Poort, E.S. and Wolters, M. (1999), "Efficient orderbatching methods in warehouses", International Journal of
//             Production Research 37(7), 1479-1504, as C&W(i): savings between single orders, worked out once.
// Applies to: any model and any routing policy; tours are measured under the routing policy in force.
// Cost:       n²/2 tours and O(n² log n) for n orders in one window. Waves are cut by due time and size (due-windows.ts), so
//             no decision works out more than some 8,000 tours, or 4 an order where that is more.
//
//   saving(i, j) = tour(i) + tour(j) - tour(i and j)
//
// Pairs are taken from the largest saving down (ties: the lower orders first). Each puts the batches of its two orders
// together if they are different and fit; pairs that save nothing are left.
//
// Worked example (one aisle 10 m long, depot at its front, capacity 2 orders): orders at 9, 2, 8 and 3 m have tours of 18,
// 4, 16 and 6 m. saving(9, 8) = 16, saving(9, 3) = saving(8, 3) = 6, saving(2, ·) = 4: batches {9, 8} and {2, 3}, 18 + 6 =
// 24 m against 18 + 16 = 34 m first come, first served.

import { SUPPORTED } from '../../model/policy.ts';
import { loadsOf } from './capacity.ts';
import { dueWindows } from './due-windows.ts';
import type { BatchingPolicy, BatchingView } from './policy.ts';

/** Savings below this are rounding noise, metres. */
export const LEAST_SAVING_M = 1e-9;

export const savings: BatchingPolicy = {
  id: 'savings',
  names: { ko: '절약법', en: 'Savings (Clarke & Wright)' },
  supports: () => SUPPORTED,
  decide(view: BatchingView): number[][] {
    const batches: number[][] = [];
    for (const window of dueWindows(view)) {
      if (view.capacity.orders <= 1) for (const order of window) batches.push([order]);
      else batches.push(...savingsBatches(view, window));
    }
    return batches;
  },
};

/** The batches of one window, the one with the earliest order first. */
export function savingsBatches(view: BatchingView, window: readonly number[]): number[][] {
  const n = window.length;
  const loads = loadsOf(view, window);
  const alone_m = Float64Array.from(window, (order) => view.tourLength_m([order]));

  // Savings of the pairs that fit together; pair a < b of the window is a · n + b.
  const pairs: number[] = [];
  const saving_m: number[] = [];
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      if (!loads[a]!.joins(view, loads[b]!)) continue;
      const saved = alone_m[a]! + alone_m[b]! - view.tourLength_m([window[a]!, window[b]!]);
      if (saved <= LEAST_SAVING_M) continue;
      pairs.push(a * n + b);
      saving_m.push(saved);
    }
  }
  const bySaving = pairs.map((_, rank) => rank);
  bySaving.sort((x, y) => saving_m[y]! - saving_m[x]! || pairs[x]! - pairs[y]!);

  // batchOf[a] is the batch of order a; a batch has the number of its first order in the window.
  const batchOf = Int32Array.from(window, (_, a) => a);
  const members: number[][] = window.map((_, a) => [a]);
  for (const rank of bySaving) {
    const a = batchOf[Math.floor(pairs[rank]! / n)]!;
    const b = batchOf[pairs[rank]! % n]!;
    if (a === b || !loads[a]!.joins(view, loads[b]!)) continue;
    const kept = Math.min(a, b);
    const given = Math.max(a, b);
    loads[kept]!.addLoad(loads[given]!);
    for (const order of members[given]!) batchOf[order] = kept;
    members[kept]!.push(...members[given]!);
    members[given] = [];
  }
  return members.filter((batch) => batch.length > 0).map((batch) => batch.sort((a, b) => a - b).map((a) => window[a]!));
}
