// The simple policies of the simulation on a plain instance: what a search is to be compared with.
//
// They know capacities, classes, stops and length of a tour, and no times of day: instances with windows or releases, and
// vehicles with shifts or breaks, are none of theirs. Where the fleet is too small for their tours they let a vehicle make more
// trips than it may, and the checker says so.

import { planOfTours, RandomStream, vehicleRoutingPolicies, viewOfProblem } from '@dongseon/engine';
import type { RoutePlan, VehicleRoutingProblem } from '@dongseon/engine';

/** Fixed zones are missing: instances say nothing about zones. */
export const SIMPLE_POLICIES = vehicleRoutingPolicies.filter(({ id }) => ['nearest-neighbour', 'sweep', 'savings'].includes(id));

/** Why the simple policies do not apply; undefined where they do. */
export function whyNotSimple(problem: VehicleRoutingProblem): string | undefined {
  const { node, stops, vehicles, travel } = problem;
  const any = (column: ArrayLike<number>, is: (value: number) => boolean): boolean =>
    Array.from({ length: stops }, (_, i) => column[i + 1]!).some(is);
  if (any(node.closes, (closes) => closes < Infinity) || any(node.opens, (opens) => opens > 0)) return 'it keeps no time windows';
  if (any(node.release, (release) => release > 0)) return 'it knows no release times';
  if (vehicles.some(({ shiftEnd, breaks }) => shiftEnd < Infinity || breaks.length > 0)) return 'it knows no shifts and breaks';
  if (vehicles.some(({ costPerTime }) => costPerTime > 0) || travel.durations.length > 1) return 'it knows no times';
  const view = viewOfProblem(problem);
  return 'because' in view ? view.because : undefined;
}

export function simpleRoutes(problem: VehicleRoutingProblem, id: string, seed: number): RoutePlan {
  const view = viewOfProblem(problem);
  if ('because' in view) throw new Error(view.because);
  const policy = SIMPLE_POLICIES.find((simple) => simple.id === id)!;
  return planOfTours(problem, policy.decide(view, new RandomStream(`vehicle-routing/${seed}`)));
}
