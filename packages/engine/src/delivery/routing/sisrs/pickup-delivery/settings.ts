// How the search treats pairs: fewer requests are removed at once than of single stops, because each is two, and more places are
// overlooked.
//
// Source: Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433, section 6 (strings); blinks as in their
//         pickup and delivery; temperatures and the share for the fleet by trial on Li & Lim's instances, alike for all of them.

import { meanEdgeCost } from '../mean-edge-cost.ts';
import type { RoutingObjective, VehicleRoutingProblem } from '../problem.ts';
import type { SearchSettings } from '../search.ts';

/** Temperatures relative to the mean distance between two nodes. */
const START_TEMPERATURE = 1;
const END_TEMPERATURE = 0.01;

export function pickupDeliverySettings(problem: VehicleRoutingProblem, objective: RoutingObjective): SearchSettings {
  const unit = meanEdgeCost(problem);
  return {
    meanRemoved: 8,
    longestString: 10,
    splitString: 0.5,
    stopGrowing: 0.01,
    cutRoute: objective === 'cost' ? 0.05 : 0,
    blink: 0.05,
    startTemperature: START_TEMPERATURE * unit,
    endTemperature: END_TEMPERATURE * unit,
    fleetShare: objective === 'vehicles-first' ? 0.2 : 0,
    unservedCost: problem.unservedCost,
  };
}
