// Door assignment: which free door a truck or a vehicle takes.

import type { RandomStream } from '../base/random.ts';
import type { Policy } from '../model/policy.ts';

export interface DoorView {
  /** INBOUND or OUTBOUND. */
  readonly kind: number;
  /** Free, open doors of the kind; ascending; at least one. */
  readonly freeDoors: readonly number[];
  /**
   * Walking distance (m) of the work behind a door: for an inbound door the mean from its lane to the homes of the goods
   * on board, weighted by units; for an outbound door the mean from the lanes where the tour's orders are staged to it.
   */
  workDistance_m(door: number): number;
}

export interface DoorAssignmentPolicy extends Policy {
  /** One of `view.freeDoors`, or -1: wait for another one. */
  decide(view: DoorView, random: RandomStream): number;
}
