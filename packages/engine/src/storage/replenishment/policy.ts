// Replenishment: when goods come from the reserve to their pick face, and how many.

import type { RandomStream } from '../../base/random.ts';
import type { Policy } from '../../model/policy.ts';

/**
 * When the question is asked: at tick 0 for every face; after a pick from a face; when an order has arrived; when the stock of
 * a released wave is reserved and before it is picked; when goods were put away in the reserve. For the items concerned.
 */
export const REPLENISHMENT_MOMENTS = [
  'run-begun',
  'face-taken-from',
  'order-arrived',
  'wave-released',
  'reserve-stored',
] as const;
export type ReplenishmentMoment = (typeof REPLENISHMENT_MOMENTS)[number];

/** One item whose home is a pick face. Units; all of them now. */
export interface ReplenishmentView {
  readonly item: number;
  readonly moment: ReplenishmentMoment;
  /** At the face. */
  readonly faceUnits: number;
  /** Asked for from the reserve, or on their way to the face. */
  readonly comingUnits: number;
  /** That fit the empty face; the levels at which it is filled up, and to which. */
  readonly faceCapacity: number;
  readonly minUnits: number;
  readonly maxUnits: number;
  /**
   * Of orders that have arrived and are not picked yet; of those, the orders released to the floor. Without what pickers under
   * way fetch from the reserve themselves.
   */
  readonly demandUnits: number;
  readonly releasedUnits: number;
  /** In the reserve, not asked for yet, and no picker under way comes for them. */
  readonly reserveUnits: number;
  readonly unitsPerCase: number;
}

export interface ReplenishmentPolicy extends Policy {
  /** When it wants to be asked. */
  readonly moments: readonly ReplenishmentMoment[];
  /** Units to bring to the face now: 0 for none. What the face or the reserve does not allow is cut off. */
  decide(view: ReplenishmentView, random: RandomStream): number;
}
