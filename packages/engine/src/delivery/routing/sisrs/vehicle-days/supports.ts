// Which problems the vehicle-days kernel can do.

import type { VehicleRoutingProblem } from '../problem.ts';

export type Support = { readonly ok: true } | { readonly ok: false; readonly because: string };

/** Everything but pickup and delivery, and charging anywhere else than at the depot. */
export function vehicleDaysSupports(problem: VehicleRoutingProblem): Support {
  if (problem.deliveryOf?.some((stop) => stop !== 0) === true)
    return refuse('pickup and delivery needs the pickup-delivery kernel');
  if (problem.stations.length > 0 && problem.vehicles.some(({ battery }) => battery !== undefined)) {
    return refuse('charging on the way needs the electric kernel; days of several trips are charged at the depot only');
  }
  const shared = problem.vehicles.findIndex((sort) => (sort.startNode !== 0 || sort.onBoard.length > 0) && sort.count !== 1);
  if (shared >= 0) return refuse(`vehicles of sort ${shared} are under way, so each needs a sort of its own (count 1)`);
  if (problem.vehicles.some(({ breaks }) => breaks.length > MOST_BREAKS))
    return refuse(`a day has at most ${MOST_BREAKS} breaks`);
  const fetched = problem.node.demand.some((demand) => demand.some((amount) => amount < 0));
  if (fetched) return refuse('a demand below 0 (collected while others are delivered) needs the pickup-delivery kernel');
  return { ok: true };
}

function refuse(because: string): Support {
  return { ok: false, because };
}

/** Breaks in one vehicle's day. */
export const MOST_BREAKS = 16;
