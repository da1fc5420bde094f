// Re-planning: whether, and how, the tours that are running or wait for their departure are made anew when something has happened.

import type { RandomStream } from '../../base/random.ts';
import type { Policy } from '../../model/policy.ts';
import type { VehicleRoutingView, VehicleTour } from '../routing/policy.ts';

/** Why tours are looked at again. The third operand of the trace's 'tour-changed'. */
export const CAUSES = ['delay', 'breakdown', 'new-order'] as const;
export type Cause = (typeof CAUSES)[number];

export interface ReplanningView extends VehicleRoutingView {
  readonly cause: Cause;
  /**
   * The tours as they are: what is still to be done. A vehicle under way has its running tour first (possibly without stops).
   * Stops in no tour are new.
   */
  readonly tours: readonly VehicleTour[];
}

export interface ReplanningPolicy extends Policy {
  /**
   * The tours from now on, in the form of `view.tours`; undefined: all stays as it is. A vehicle under way has exactly one
   * running tour, first, which keeps all stops whose goods are on board. Every stop of `view.tours` is in exactly one tour; a new
   * one may be left out.
   */
  decide(view: ReplanningView, random: RandomStream): VehicleTour[] | undefined;
}
