// The decisions of storage: where SKUs live, where a lot goes, which lot a pick takes.

import type { RandomStream } from '../base/random.ts';
import type { Model } from '../model/model.ts';
import type { Policy } from '../model/policy.ts';

/** Storage assignment (slotting): the home location of every SKU, before the run. */
export interface StorageAssignmentView {
  readonly model: Model;
  /** Walking distance from the picking depot to a location's place, one way, metres; Infinity where nobody can walk. */
  depotDistance_m(location: number): number;
  /**
   * Units of an SKU that fit a location under every rule of storage; 0: it may not lie there. Depends on the location only
   * through its slot key (slot-key.ts), so it need be asked once per item and key.
   */
  capacity(item: number, location: number): number;
  /**
   * Length of the tour that the chosen routing policy makes from the picking depot through the first `count` of these
   * locations and on to the packing station, metres.
   */
  tourLength_m(locations: Int32Array, count: number): number;
}

export interface StorageAssignmentPolicy extends Policy {
  /**
   * Home location per item, or -1 where no location is left. No location twice; `capacity(item, location) > 0`.
   * Every item gets a hand-pick location (locations.handPick = 1).
   */
  decide(view: StorageAssignmentView, random: RandomStream): Int32Array;
}

/** Put-away: a location for units that do not fit the home location any more. */
export interface PutAwayView {
  readonly item: number;
  readonly units: number;
  /** Open locations: empty, homes of no SKU, and such that this item may lie there. Numbered 0 … openCount - 1. */
  readonly openCount: number;
  /** The open location with a number, in an order that is always the same for the same open locations. */
  openLocation(number: number): number;
  /**
   * The open location nearest to the item's home (an item without one: to where the goods stand) by walking distance, the
   * lowest of equally near ones; -1 where none is open. A query to an index: it does not look at them all.
   */
  nearestOpen(): number;
  /**
   * The open location at a share of their order by distance from the picking depot: 0 the nearest, 1 the farthest; -1 where
   * none is open. A query to an index.
   */
  openAtShare(share: number): number;
  /** The item's class, as a band of the SKUs by popularity: A of 20, 30 and 50 % is from 0 to 0.2, C from 0.5 to 1. */
  classBand(): { readonly from: number; readonly to: number };
  /**
   * How long these units are expected to stay, as a share: of the SKUs that are asked for, those whose goods stay a shorter time;
   * 0 the shortest, 1 the longest.
   */
  stayShare(): number;
}

export interface PutAwayPolicy extends Policy {
  /** One of the open locations, or -1 where there is none. */
  decide(view: PutAwayView, random: RandomStream): number;
}

/** Stock selection: which lot the next units of a line are taken from. */
export interface StockSelectionView {
  /** Lots of the SKU with free units, in order of their creation; at least one. Rows as given, candidates 0 … count - 1. */
  readonly count: number;
  units(candidate: number): number;
  /** Ticks. */
  received(candidate: number): number;
  expiry(candidate: number): number;
  /** true: reachable by hand, without fetching a pallet down. */
  handPick(candidate: number): boolean;
  /** Walking distance from the picking depot, metres. */
  depotDistance_m(candidate: number): number;
}

export interface StockSelectionPolicy extends Policy {
  /** The candidate to take from first, 0 … count - 1. */
  decide(view: StockSelectionView, random: RandomStream): number;
}
