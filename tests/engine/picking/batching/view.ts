// A batching view over orders at depths of one aisle: the tour of a batch is twice its greatest depth.

import type { BatchingView } from '../../../../packages/engine/src/picking/batching/policy.ts';

export interface TestOrder {
  readonly depth: number;
  readonly volume?: number;
  readonly weight?: number;
  readonly due?: number;
}

export interface CountingView extends BatchingView {
  /** Tours worked out so far. */
  tours: number;
}

export function viewOf(orders: readonly TestOrder[], capacity: Partial<BatchingView['capacity']>): CountingView {
  return {
    count: orders.length,
    capacity: { orders: Infinity, volume_l: Infinity, weight_kg: Infinity, ...capacity },
    volume_l: (order) => orders[order]!.volume ?? 1,
    weight_kg: (order) => orders[order]!.weight ?? 1,
    due: (order) => orders[order]!.due ?? 0,
    tours: 0,
    tourLength_m(list) {
      this.tours++;
      return 2 * Math.max(...list.map((order) => orders[order]!.depth));
    },
  };
}
