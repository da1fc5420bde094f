// A state of the routes as a plan, its cost and distance summed anew from the tables.

import type { PlannedRoute, RoutePlan } from '../problem.ts';
import type { RouteState } from './state.ts';
import type { TimeWindowTables } from './tables.ts';

/** @param slots routes from here on are empty */
export function planOf(state: RouteState, tables: TimeWindowTables, slots: number): RoutePlan {
  const { problem, costFrom, distanceFrom, nodes } = tables;
  const routes: PlannedRoute[] = [];
  let cost = 0;
  let distance = 0;
  const served = new Uint8Array(nodes);
  for (let route = 0; route < slots; route++) {
    if (state.size[route] === 0) continue;
    const sort = state.sort[route]!;
    const visits: number[] = [];
    let from = 0;
    cost += problem.vehicles[sort]!.fixedCost;
    for (let stop = state.first[route]!; ; stop = state.next[stop]!) {
      cost += costFrom[sort]![from * nodes + stop]!;
      distance += distanceFrom[from * nodes + stop]!;
      if (stop === 0) break;
      visits.push(stop);
      served[stop] = 1;
      from = stop;
    }
    routes.push({ sort, visits, charges: [] });
  }
  const unserved: number[] = [];
  for (let stop = 1; stop < nodes; stop++) if (served[stop] === 0) unserved.push(stop);
  if (problem.unservedCost < Infinity) cost += problem.unservedCost * unserved.length;
  return { routes, unserved, cost, distance };
}
