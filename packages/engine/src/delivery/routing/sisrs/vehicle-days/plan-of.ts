// A state of the days as a plan.

import type { PlannedRoute, RoutePlan, VehicleRoutingProblem } from '../problem.ts';
import { NONE, type DayState } from './day-state.ts';
import type { Fleet } from './fleet.ts';

/** Vehicles in the order of their sorts, those without a trip left out; charges at the depot, where there is a battery. */
export function planOf(problem: VehicleRoutingProblem, fleet: Fleet, state: DayState): RoutePlan {
  const routes: PlannedRoute[] = [];
  let cost = 0;
  let distance = 0;
  for (let v = 0; v < fleet.count; v++) {
    cost += state.cost[v]!;
    if (state.trips[v] === 0) continue;
    const visits: number[] = [];
    const charges: number[] = [];
    for (let trip = state.firstTrip[v]!; trip !== NONE; trip = state.nextTrip[trip]!) {
      const before = state.previousTrip[trip]!;
      if (before !== NONE) {
        visits.push(0);
        charges.push(Math.min(fleet.energyPerReload[v]!, fleet.energy[v]! - state.energyLeft[before]!));
      }
      for (let node = state.first[trip]!; node !== 0; node = state.next[node]!) {
        visits.push(node);
        charges.push(0);
      }
      distance += state.distance[trip]!;
    }
    const sort = fleet.sort[v]!;
    routes.push({ sort, visits, charges: problem.vehicles[sort]!.battery === undefined ? [] : charges });
  }
  const unserved: number[] = [];
  for (let stop = 1; stop <= problem.stops; stop++) if (state.tripOf[stop] === NONE) unserved.push(stop);
  if (problem.unservedCost < Infinity) cost += problem.unservedCost * unserved.length;
  return { routes, unserved, cost, distance };
}
