// Order batching: which orders are picked together in one tour.

import type { RandomStream } from '../../base/random.ts';
import type { Policy } from '../../model/policy.ts';

export interface BatchCapacity {
  readonly orders: number;
  readonly volume_l: number;
  readonly weight_kg: number;
}

export interface BatchingView {
  /** Orders to batch, 0 … count - 1, in order of release (then arrival). */
  readonly count: number;
  readonly capacity: BatchCapacity;
  volume_l(order: number): number;
  weight_kg(order: number): number;
  /** Due tick: orders that leave earlier should not wait for later ones. */
  due(order: number): number;
  /** Length (m) of the tour that picks these orders together, under the routing policy in force. */
  tourLength_m(orders: readonly number[]): number;
}

export interface BatchingPolicy extends Policy {
  /**
   * Batches in the order in which they are to be picked; every order in exactly one. An order larger than the capacity
   * is a batch of its own.
   */
  decide(view: BatchingView, random: RandomStream): number[][];
}
