// Vehicle assignment: who drives which tour. In rounds: as many tours as possible leave in the first round, the longest ones
// first, each with a vehicle that can carry it; the rest follow as second tours, first on the vehicles that are back first.
// Vehicles that can leave at once come before those that are still out.
//
// Source:     maximum bipartite matching by augmenting paths, Kuhn (1955), Naval Research Logistics Quarterly 2, 83-97.
// Cost:       O(rounds × tours² × vehicles).
//
// Worked example: vehicle 0 carries all, vehicle 1 ambient goods only; tours of 40 km (ambient), 30 km (chilled) and 20 km
// (ambient). First round: 40 km -> vehicle 1, 30 km -> vehicle 0. Second round: 20 km -> vehicle 0, which is back first.

import type { VehicleTour } from './policy.ts';
import { carries, type RoutingProblem } from './problem.ts';

/** Every tour (each feasible for some vehicle) with a vehicle; rounds in order, within a round by vehicle. */
export function assignVehicles(problem: RoutingProblem, tours: readonly (readonly number[])[]): VehicleTour[] {
  const driven_km = problem.vehicles.map(() => 0);
  const assigned: VehicleTour[] = [];
  let waiting = longestFirst(problem, tours);
  while (waiting.length > 0) {
    const order = problem.vehicles
      .map((_, vehicle) => vehicle)
      .sort((a, b) => readiness(problem, a, b) || driven_km[a]! - driven_km[b]! || a - b);
    const tourOf = match(problem, waiting, order);
    if (tourOf.every((tour) => tour < 0)) throw new Error('a tour that no vehicle can drive');
    const taken = new Set<number>();
    tourOf.forEach((tour, vehicle) => {
      if (tour < 0) return;
      assigned.push({ vehicle, stops: waiting[tour]! });
      driven_km[vehicle]! += problem.length_km(waiting[tour]!);
      taken.add(tour);
    });
    waiting = waiting.filter((_, tour) => !taken.has(tour));
  }
  return assigned;
}

/** The vehicles, those first that can leave first. */
export function vehiclesByReadiness(problem: RoutingProblem): number[] {
  return problem.vehicles.map((_, vehicle) => vehicle).sort((a, b) => readiness(problem, a, b) || a - b);
}

function readiness(problem: RoutingProblem, a: number, b: number): number {
  const ready_s = (vehicle: number): number => Math.max(problem.departure_s, problem.vehicles[vehicle]!.availableFrom_s);
  return ready_s(a) - ready_s(b);
}

/** How many of the tours can leave at once. */
export function firstRoundTours(problem: RoutingProblem, tours: readonly (readonly number[])[]): number {
  const order = vehiclesByReadiness(problem);
  return match(problem, longestFirst(problem, tours), order).filter((tour) => tour >= 0).length;
}

function longestFirst(problem: RoutingProblem, tours: readonly (readonly number[])[]): (readonly number[])[] {
  const length_km = tours.map((tour) => problem.length_km(tour));
  return tours
    .map((_, tour) => tour)
    .sort((a, b) => length_km[b]! - length_km[a]! || a - b)
    .map((tour) => tours[tour]!);
}

/** Tour per vehicle, or -1: a maximum matching in which earlier tours come first; vehicles are tried in the given order. */
function match(problem: RoutingProblem, tours: readonly (readonly number[])[], order: readonly number[]): number[] {
  const fits = tours.map((tour) => {
    const load = problem.loadOf(tour);
    return problem.vehicles.map((offer) => carries(offer, load));
  });
  const tourOf = problem.vehicles.map(() => -1);
  const place = (tour: number, tried: boolean[]): boolean => {
    for (const vehicle of order) {
      if (!fits[tour]![vehicle] || tourOf[vehicle]! >= 0) continue;
      tourOf[vehicle] = tour;
      return true;
    }
    for (const vehicle of order) {
      if (!fits[tour]![vehicle] || tried[vehicle]) continue;
      tried[vehicle] = true;
      if (!place(tourOf[vehicle]!, tried)) continue;
      tourOf[vehicle] = tour;
      return true;
    }
    return false;
  };
  for (let tour = 0; tour < tours.length; tour++)
    place(
      tour,
      problem.vehicles.map(() => false),
    );
  return tourOf;
}
