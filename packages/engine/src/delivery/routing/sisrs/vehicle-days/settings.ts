// How the search treats days of vehicles: temperatures in the unit of the problem's costs.

import type { RoutingObjective, VehicleRoutingProblem } from '../problem.ts';
import type { SearchSettings } from '../search.ts';

/** What a start plan is for: nothing (cold), or to be improved on within a few hundred milliseconds (warm). */
export interface VehicleDaysOptions {
  readonly warm?: boolean;
}

export function vehicleDaysSettings(
  problem: VehicleRoutingProblem,
  objective: RoutingObjective,
  options: VehicleDaysOptions = {},
): SearchSettings {
  const warm = options.warm ?? false;
  const step = costOfNeighbour(problem);
  const end = END_TEMPERATURE * step;
  const fewest = objective === 'vehicles-first' && !warm;
  return {
    meanRemoved: 10,
    longestString: 10,
    splitString: 0.5,
    stopGrowing: 0.01,
    cutRoute: objective === 'cost' ? 0.02 : 0,
    blink: 0.01,
    startTemperature: warm ? WARM * end : START_TEMPERATURE * step,
    endTemperature: end,
    fleetShare: fewest ? 0.3 : 0,
    unservedCost: problem.unservedCost,
  };
}

const START_TEMPERATURE = 0.5;
const END_TEMPERATURE = 0.02;
const WARM = 5;
/** How many neighbours of a stop make the cost of a step to one of them. */
const NEAREST = 5;

/** Mean cost of going from a stop to one of its nearest ones. */
function costOfNeighbour(problem: VehicleRoutingProblem): number {
  const { nodes, stops, travel, vehicles } = problem;
  const perDistance = vehicles.reduce((sum, sort) => sum + sort.costPerDistance, 0) / vehicles.length;
  const perTime = vehicles.reduce((sum, sort) => sum + sort.costPerTime, 0) / vehicles.length;
  let sum = 0;
  for (let a = 1; a <= stops; a++) {
    const costs: number[] = [];
    for (let b = 1; b <= stops; b++) {
      const leg = a * nodes + b;
      if (a !== b) costs.push(perDistance * travel.distance[leg]! + perTime * travel.durations[0]![leg]!);
    }
    costs.sort((x, y) => x - y);
    const nearest = costs.slice(0, NEAREST);
    if (nearest.length > 0) sum += nearest.reduce((total, cost) => total + cost, 0) / nearest.length;
  }
  return sum > 0 ? sum / stops : 1;
}
