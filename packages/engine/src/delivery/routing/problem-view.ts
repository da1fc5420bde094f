// Problems of the search (sisrs/problem.ts) for the simple policies, and their tours as plans of it.
//
// The simple policies know capacity in two dimensions, classes, stops and length of a trip, and vehicles of several sorts. They
// do not look at windows, shifts, releases or the number of trips: where a problem has them, the plan may be infeasible, which a
// checker has to say.
//
// Worked example: two sorts of one vehicle each, or one sort of two: vehicles 0 and 1. Tours [[1, 2]] of vehicle 0 and [[3], [4]]
//   of vehicle 1 (stops counted from 1) are the routes [1, 2] and [3, 0, 4].

import { placesFromDistances } from './places-from-distances.ts';
import { planCost } from './plan-cost.ts';
import type { VehicleOffer, VehicleRoutingView, VehicleTour } from './policy.ts';
import type { PlannedRoute, RoutePlan, VehicleRoutingProblem } from './sisrs/problem.ts';

/** What a simple policy is not given: the reason, in a sentence. */
export interface Because {
  readonly because: string;
}

/** The problem as a view: stop i is node i + 1; distances are kilometres, times seconds, loads kg and litres, costs won. */
export function viewOfProblem(problem: VehicleRoutingProblem): VehicleRoutingView | Because {
  const obstacles = obstaclesOf(problem);
  if (obstacles.length > 0) return { because: `the simple policies cannot do ${obstacles.join(', nor ')}` };
  const { node, travel, nodes } = problem;
  const place = placesFromDistances(problem);
  const period = (leaving_s: number): Float64Array =>
    travel.durations[Math.max(0, Math.min(travel.durations.length - 1, Math.floor(leaving_s / travel.periodLength)))]!;
  const leg = (from: number, to: number): number => (from + 1) * nodes + to + 1;
  return {
    stops: Array.from({ length: problem.stops }, (_, i) => ({
      weight_kg: node.demand[0]?.[i + 1] ?? 0,
      volume_l: node.demand[1]?.[i + 1] ?? 0,
      compartments: node.classes[i + 1]!,
      east_km: place[i + 1]![0],
      north_km: place[i + 1]![1],
      zone: 0,
      opens_s: node.opens[i + 1]!,
      closes_s: node.closes[i + 1]!,
      service_s: node.service[i + 1]!,
      release_s: node.release[i + 1]!,
      collection: false,
    })),
    vehicles: vehiclesOf(problem).map((sort) => offerOf(problem, sort)),
    departure_s: node.opens[0]!,
    lateness_krwPerHour: problem.latenessCost < Infinity ? problem.latenessCost * 3600 : 0,
    iterations: 0,
    distance_km: (from, to) => travel.distance[leg(from, to)]!,
    duration_s: (from, to, leaving_s) => period(leaving_s)[leg(from, to)]!,
  };
}

/**
 * Tours of the view of a problem as its plan; tours of one vehicle become its trips. Stops in no tour are unserved.
 * @throws Error if `viewOfProblem` gives no view of it.
 */
export function planOfTours(problem: VehicleRoutingProblem, tours: readonly VehicleTour[]): RoutePlan {
  const view = viewOfProblem(problem);
  if ('because' in view) throw new Error(view.because);
  const sorts = vehiclesOf(problem);
  const routes: PlannedRoute[] = [];
  sorts.forEach((sort, vehicle) => {
    const trips = tours.filter((tour) => tour.vehicle === vehicle && tour.stops.length > 0);
    if (trips.length === 0) return;
    const visits = trips.flatMap(({ stops }, n) => [...(n === 0 ? [] : [0]), ...stops.map((stop) => stop + 1)]);
    routes.push({ sort, visits, charges: [] });
  });
  const served = new Set(tours.flatMap(({ stops }) => stops));
  const unserved = view.stops.map((_, stop) => stop + 1).filter((node) => !served.has(node - 1));
  const { total_krw, overtime_s, distance_km } = planCost(view, tours);
  // The end of a shift is a limit of the problem, not a cost.
  const overtime = (overtime_s / 3600) * view.lateness_krwPerHour;
  const left = problem.unservedCost < Infinity ? problem.unservedCost * unserved.length : 0;
  return { routes, unserved, cost: total_krw - overtime + left, distance: distance_km };
}

function obstaclesOf({ deliveryOf, vehicles, node }: VehicleRoutingProblem): string[] {
  const obstacles: string[] = [];
  if (deliveryOf?.some((delivery) => delivery !== 0) ?? false) obstacles.push('pickup and delivery');
  if (vehicles.some(({ battery }) => battery !== undefined)) obstacles.push('batteries');
  if (vehicles.some(({ startNode, onBoard }) => startNode !== 0 || onBoard.length > 0)) obstacles.push('vehicles under way');
  if (node.demand.length > 2) obstacles.push('more than two dimensions of load');
  if (node.demand.some((demand) => demand.some((load) => load < 0))) obstacles.push('negative loads');
  return obstacles;
}

/** The sort of each vehicle; of a sort without a limit as many as there are stops. */
function vehiclesOf({ vehicles, stops }: VehicleRoutingProblem): number[] {
  return vehicles.flatMap(({ count }, sort) => Array.from({ length: Math.min(count, stops) }, () => sort));
}

function offerOf({ vehicles }: VehicleRoutingProblem, sort: number): VehicleOffer {
  const vehicle = vehicles[sort]!;
  return {
    capacity_kg: vehicle.capacity[0] ?? Infinity,
    capacity_l: vehicle.capacity[1] ?? Infinity,
    maxStops: vehicle.maxStops,
    compartments: vehicle.classes,
    range_km: vehicle.maxDistance,
    availableFrom_s: vehicle.shiftStart,
    shiftEnd_s: vehicle.shiftEnd,
    reload_s: vehicle.reload,
    breaks: [],
    fixed_krw: vehicle.fixedCost,
    cost_krwPerKm: vehicle.costPerDistance,
    cost_krwPerHour: vehicle.costPerTime * 3600,
    underWay: undefined,
  };
}
