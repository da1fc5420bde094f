// Settings of the search for electric vehicles: fewer stops are taken out at once than for vehicles without a battery, because a
// change of a route costs far more than a look at one.

import { meanEdgeCost } from '../mean-edge-cost.ts';
import type { RoutingObjective, VehicleRoutingProblem } from '../problem.ts';
import type { SearchSettings } from '../search.ts';

/** Temperatures relative to the mean distance between two nodes. */
const START_TEMPERATURE = 0.5;
const END_TEMPERATURE = 0.01;

export function electricSettings(problem: VehicleRoutingProblem, objective: RoutingObjective): SearchSettings {
  const unit = meanEdgeCost(problem);
  return {
    meanRemoved: 8,
    longestString: 10,
    splitString: 0.5,
    stopGrowing: 0.01,
    cutRoute: objective === 'cost' ? 0.05 : 0,
    blink: 0.02,
    startTemperature: START_TEMPERATURE * unit,
    endTemperature: END_TEMPERATURE * unit,
    fleetShare: objective === 'vehicles-first' ? 0.3 : 0,
    unservedCost: problem.unservedCost,
  };
}
