// First-come-first-served batching: orders go into the open batch in the order of their release; an order that does not fit
// closes it and opens the next.
//
// Source:     Gibson, D.R. and Sharp, G.P. (1992), "Order batching procedures", European Journal of Operational Research
//             58(1), 57-67.
// Applies to: any model; the yardstick for every other batching policy.
// Cost:       O(n) for n orders; no tour is worked out.
//
// Worked example (capacity 10 items): orders of 4, 5, 3, 8 and 12 items become {4, 5}, {3}, {8}, {12}; the last is larger
// than the capacity and travels alone.

import { SUPPORTED } from '../../model/policy.ts';
import { Load } from './capacity.ts';
import type { BatchingPolicy, BatchingView } from './policy.ts';

export const firstComeFirstServed: BatchingPolicy = {
  id: 'first-come-first-served',
  names: { ko: '선착순', en: 'First come, first served' },
  supports: () => SUPPORTED,
  decide: (view: BatchingView) =>
    batchInSequence(
      view,
      Array.from({ length: view.count }, (_, order) => order),
    ),
};

/** Orders in this sequence into the open batch; one that does not fit closes it and opens the next. */
export function batchInSequence(view: BatchingView, orders: readonly number[]): number[][] {
  const batches: number[][] = [];
  const load = new Load();
  let open: number[] = [];
  for (const order of orders) {
    if (open.length === 0 || !load.takes(view, order)) {
      open = [];
      batches.push(open);
      load.clear();
    }
    open.push(order);
    load.add(view, order);
  }
  return batches;
}
