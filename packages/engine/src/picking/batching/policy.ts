// Order batching: which orders are picked together in one tour.

import type { RandomStream } from '../../base/random.ts';
import type { Policy } from '../../model/policy.ts';

/** What one tour can take; Infinity where something does not bind. */
export interface BatchCapacity {
  readonly orders: number;
  /** Units of goods. */
  readonly units: number;
  readonly volume_l: number;
  readonly weight_kg: number;
  /** Compartments of the cart: an order lies in compartments of its own. */
  readonly compartments: number;
}

export interface BatchingView {
  /** Orders to batch, 0 … count - 1, in order of release (then arrival). */
  readonly count: number;
  readonly capacity: BatchCapacity;
  /** The tick of the decision. */
  readonly now: number;
  /** Pickers who work off the batches, at least 1. */
  readonly pickers: number;
  /** Tours that a search may work out in one decision. */
  readonly effort: number;
  units(order: number): number;
  volume_l(order: number): number;
  weight_kg(order: number): number;
  compartments(order: number): number;
  /** Due tick: orders that leave earlier should not wait for later ones. */
  due(order: number): number;
  /** Length (m) of the tour that picks these orders together, under the routing policy in force. */
  tourLength_m(orders: readonly number[]): number;
  /** Ticks that the tour is expected to take besides walking: set-up, search, extraction. */
  workTicks(orders: readonly number[]): number;
  /** Ticks that a metre of walking takes. */
  readonly ticksPerMetre: number;
}

export interface BatchingPolicy extends Policy {
  /**
   * Batches in the order in which they are to be picked; every order in exactly one. An order larger than the capacity
   * is a batch of its own.
   */
  decide(view: BatchingView, random: RandomStream): number[][];
}
