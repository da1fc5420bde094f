// Nearest neighbour: each vehicle in turn drives from where it is to the nearest stop not yet served that it can still take,
// until it can take none; then the next vehicle starts, those first that can leave first. Where stops are left, every vehicle
// goes out again.
//
// Source:     the nearest-neighbour rule of Rosenkrantz, D.J., Stearns, R.E. & Lewis, P.M. (1977), "An analysis of several
//             heuristics for the traveling salesman problem", SIAM Journal on Computing 6(3), 563-581, tour by tour.
// Applies to: everything. What a driver does who plans nothing: the last stops of the day are far apart.
// Cost:       O(n²) for n stops.
//
// Worked example: stops on a line at 2, -1 and 3 km, one vehicle with room for two stops:
//   0 -> -1 -> 2 -> 0: 1 + 3 + 2 = 6 km; then 0 -> 3 -> 0: 6 km. Together 12 km. (With savings: 6 + 2 = 8 km.)

import { SUPPORTED } from '../../model/policy.ts';
import type { VehicleRoutingPolicy, VehicleTour } from './policy.ts';
import { carries, DC, RoutingProblem } from './problem.ts';
import { vehiclesByReadiness } from './vehicle-assignment.ts';

export const nearestNeighbour: VehicleRoutingPolicy = {
  id: 'nearest-neighbour',
  names: { ko: '최근접 이웃', en: 'Nearest neighbour' },
  supports: () => SUPPORTED,
  decide(view) {
    const problem = new RoutingProblem(view);
    return nearestNeighbourTours(problem, vehiclesByReadiness(problem), problem.servable);
  },
};

/** Tours of these vehicles, in turns and in this order, to these stops, each of which one of them can carry alone. */
export function nearestNeighbourTours(
  problem: RoutingProblem,
  vehicles: readonly number[],
  stops: readonly number[],
): VehicleTour[] {
  const tours: VehicleTour[] = [];
  let left = [...stops];
  while (left.length > 0) {
    for (const vehicle of vehicles) {
      const tour: number[] = [];
      for (;;) {
        const next = nearestThatFits(problem, vehicle, tour, left);
        if (next < 0) break;
        tour.push(next);
        left = left.filter((stop) => stop !== next);
      }
      if (tour.length > 0) tours.push({ vehicle, stops: tour });
    }
  }
  return tours;
}

/** The nearest of the stops left that the vehicle can take at the end of the tour and still come home; -1: none. */
function nearestThatFits(problem: RoutingProblem, vehicle: number, tour: readonly number[], left: readonly number[]): number {
  const at = tour.at(-1) ?? DC;
  let best = -1;
  let least_km = Infinity;
  for (const stop of left) {
    const distance_km = problem.distance_km(at, stop);
    if (distance_km >= least_km || !carries(problem.vehicles[vehicle]!, problem.loadOf([...tour, stop]))) continue;
    best = stop;
    least_km = distance_km;
  }
  return best;
}
