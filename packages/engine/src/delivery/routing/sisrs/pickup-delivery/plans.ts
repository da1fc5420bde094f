// Routes as a plan, and a plan as routes.

import type { PlannedRoute, RoutePlan } from '../problem.ts';
import type { PickupDeliveryModel } from './model.ts';
import type { PairState } from './state.ts';
import type { WorkingRoutes } from './working-routes.ts';

/** Stops that are not served cost `unservedCost` each; nothing where it is Infinity. */
export function planOf(model: PickupDeliveryModel, state: PairState): RoutePlan {
  const { first, second, problem } = model;
  const routes: PlannedRoute[] = [];
  let distance = 0;
  for (const route of state.routes) {
    if (route.length === 0) continue;
    routes.push({ sort: route.sort, visits: [...route.node.subarray(1, route.length + 1)], charges: [] });
    distance += route.distance;
  }
  const unserved: number[] = [];
  let { cost } = state;
  state.routeOf.forEach((route, request) => {
    if (route >= 0) return;
    unserved.push(first[request]!);
    if (second[request]! > 0) unserved.push(second[request]!);
    if (problem.unservedCost < Infinity) cost += problem.unservedCost;
  });
  return { routes, unserved: unserved.sort((a, b) => a - b), cost, distance };
}

/** Puts a plan in the place of all routes; false: something of it had to be left out. */
export function loadPlan(model: PickupDeliveryModel, working: WorkingRoutes, plan: RoutePlan): boolean {
  for (let route = 0; route < working.routes.length; route++) working.clear(route);
  let isWhole = true;
  for (const { sort, visits } of plan.routes) if (!loadRoute(model, working, sort, visits)) isWhole = false;
  return isWhole;
}

/** Whole requests of a planned route; from the last pickup on they are left out until the rest can be driven. */
function loadRoute(model: PickupDeliveryModel, working: WorkingRoutes, sort: number, visits: readonly number[]): boolean {
  const { requestOf, first, second, carries } = model;
  const number = working.emptyRoute(sort);
  if (number < 0 || !working.mayOpen) return visits.length === 0;
  const isWhole = (stop: number, k: number): boolean => {
    const request = requestOf[stop]!;
    if (request < 0 || working.routeOf[request]! >= 0 || visits.indexOf(stop) !== k) return false;
    if (carries[sort * model.requests + request] === 0) return false;
    const pickup = visits.indexOf(first[request]!);
    return second[request] === 0 || (pickup >= 0 && visits.indexOf(second[request]!) > pickup);
  };
  let stops = visits.filter(isWhole);
  while (!working.fill(number, stops)) {
    const dropped = requestOf[stops.filter((stop) => first[requestOf[stop]!] === stop).at(-1)!]!;
    stops = stops.filter((stop) => requestOf[stop] !== dropped);
  }
  for (const stop of stops) working.routeOf[requestOf[stop]!] = number;
  return stops.length === visits.length;
}
