// Problems on a line, and plans of them, for tests of the checker of routes.

import type { PlannedRoute, RoutePlan, VehicleRoutingProblem } from '@dongseon/engine';
import { checkRoutePlan } from '../../../packages/scenarios/src/instances/vehicle-routing-check.ts';
import { readVehicleRoutingJson } from '../../../packages/scenarios/src/instances/vehicle-routing-json.ts';

export type Data = Record<string, unknown>;

export const DEPOT = { id: 'dc', x: 0, y: 0 };

/** Places on a line; stop i is node i. */
export function problem(stops: Data[], vehicle: Data = {}, data: Data = {}): VehicleRoutingProblem {
  const file = {
    name: 'n',
    depot: DEPOT,
    stops: stops.map((stop, i) => ({ id: `s${i + 1}`, y: 0, ...stop })),
    vehicles: [{ id: 'van', capacity: [10], ...vehicle }],
    ...data,
  };
  return readVehicleRoutingJson(JSON.stringify(file), 'file').problem;
}

/** One vehicle's route, or several. Without charges. */
export function plan(distance: number, routes: number[] | number[][], fields: Partial<RoutePlan> = {}): RoutePlan {
  const lists = typeof routes[0] === 'number' ? [routes as number[]] : (routes as number[][]);
  const planned = lists.map((visits): PlannedRoute => ({ sort: 0, visits, charges: [] }));
  return { routes: planned, unserved: [], distance, cost: distance, ...fields };
}

export function charged(distance: number, visits: number[], charges: number[]): RoutePlan {
  return plan(distance, visits, { routes: [{ sort: 0, visits, charges }] });
}

export function faults(of: VehicleRoutingProblem, routes: RoutePlan): string[] {
  return checkRoutePlan(of, routes).faults.map(({ rule, text }) => `${rule}: ${text}`);
}
