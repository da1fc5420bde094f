// Picker routing: the order in which a tour visits its stops.

import type { RandomStream } from '../../base/random.ts';
import type { StorageArea } from '../../model/building.ts';
import type { Network } from '../../model/network.ts';
import type { Policy } from '../../model/policy.ts';

/** A distinct access point to be visited. */
export interface Stop {
  /** Index into network.places. */
  readonly place: number;
  /** Index into `areas`. */
  readonly area: number;
  readonly aisle: number;
  readonly block: number;
  /** Distance from cross-aisle `block`'s centre line, metres. */
  readonly offset_m: number;
}

export interface RoutingView {
  readonly network: Network;
  readonly areas: readonly StorageArea[];
  /** Places where the tour starts and ends. */
  readonly start: number;
  readonly end: number;
  readonly stops: readonly Stop[];
}

export interface Route {
  /** Every index of `view.stops` once, in visiting order. */
  readonly sequence: number[];
  /** Length walked from start to end along the network in this sequence, metres. */
  readonly length_m: number;
  /** Whether the policy has proved that no sequence is shorter; undefined where it does not try. */
  readonly proved?: boolean;
  /** No sequence is shorter than this, metres; undefined where it is not known. */
  readonly lowerBound_m?: number;
}

export interface RoutingPolicy extends Policy {
  decide(view: RoutingView, random: RandomStream): Route;
  /**
   * Length of the tour for comparing sets of stops, metres: where finding the best tour takes a search, what is known before
   * it. Never shorter than the tour that `decide` gives.
   */
  length_m(view: RoutingView): number;
}
