// Door assignment: who of those that wait gets which free door, or that a door stays free for somebody who comes later.

import type { RandomStream } from '../base/random.ts';
import type { Policy } from '../model/policy.ts';

/** What a truck (inbound) or a tour (outbound) wants of a door. Ticks. */
export interface DoorClaim {
  /** Truck or tour. */
  readonly subject: number;
  /** From when on it can be at a door: of who waits the present, of who is expected later than that. */
  readonly ready: number;
  /** By when it should be done there. */
  readonly due: number;
  /** How long it is expected to be there. */
  readonly length: number;
  /** What being late matters, > 0: pallets of a truck, orders of a tour. */
  readonly weight: number;
  /** 1 bit per temperature class of its goods. */
  readonly classes: number;
}

/** An open door of the kind. */
export interface DoorState {
  readonly door: number;
  /** 1 bit per temperature class that it is meant for. */
  readonly classes: number;
  /** The tick from which on it is free: the present, or an estimate later than that. */
  readonly freeFrom: number;
}

export interface DoorView {
  /** INBOUND or OUTBOUND. */
  readonly kind: number;
  readonly now: number;
  /** Free, open doors of the kind; ascending; at least one. */
  readonly freeDoors: readonly number[];
  /** Trucks or tours that wait for a door of the kind, in order of asking; at least one. */
  readonly waiting: readonly number[];
  /** All open doors of the kind, ascending. */
  doors(): readonly DoorState[];
  /** Those that are expected to ask for a door later in the run: trucks by their appointments, tours when they are due to load. */
  expected(): readonly DoorClaim[];
  /** What one who waits wants. */
  claim(subject: number): DoorClaim;
  /**
   * Walking distance (m) of the work behind a door: for an inbound door the mean from its lane to the homes of the goods
   * on board, weighted by units; for an outbound door the mean from the lanes where the tour's orders are staged to it.
   */
  workDistance_m(door: number, subject: number): number;
}

/**
 * A free door for one who waits; or nobody gets a door now, and it is decided again when somebody asks for a door or leaves one, at
 * tick `keepUntil` (later than now; Infinity: not before that) at the latest.
 */
export type DoorDecision = { readonly subject: number; readonly door: number } | { readonly keepUntil: number };

export interface DoorAssignmentPolicy extends Policy {
  decide(view: DoorView, random: RandomStream): DoorDecision;
}
