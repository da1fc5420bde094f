// Orders of a batching view as a problem for a search.
//
// Worked example: capacity 3 orders and 10 l, nothing else binds: sizes of 1 each with limit 3, and of the orders' litres
// with limit 10.

import { DIMENSIONS } from '../capacity.ts';
import type { BatchingView } from '../policy.ts';
import type { BatchingProblem } from './problem.ts';

/** @param orders of the view; order i of the problem is orders[i] of the view. */
export function viewProblem(view: BatchingView, orders: readonly number[]): BatchingProblem {
  return {
    count: orders.length,
    sizes: DIMENSIONS.filter(({ key }) => view.capacity[key] < Infinity).map(({ key, size, tolerance }) => ({
      limit: view.capacity[key] + tolerance,
      of: Float64Array.from(orders, (order) => size(view, order)),
    })),
    lengths: {
      length_m(batch: Int32Array, count: number): number {
        const list: number[] = [];
        for (let k = 0; k < count; k++) list.push(orders[batch[k]!]!);
        return view.tourLength_m(list);
      },
    },
  };
}
