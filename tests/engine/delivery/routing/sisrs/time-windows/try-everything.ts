// The best plan of a few stops by trying everything: the best order of every set of stops with every sort of vehicle, then the best
// partition of all stops into such sets. O(stops! × sorts + 3^stops × vehicles).

import type { VehicleRoutingProblem } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';

/** Least cost with at most `most` vehicles; Infinity: no plan. */
export function leastCost(problem: VehicleRoutingProblem, most = Infinity): number {
  const all = 2 ** problem.stops - 1;
  const byVehicle = problem.vehicles.flatMap((_, sort) => {
    const costs = routeCosts(problem, sort);
    return Array.from({ length: Math.min(problem.vehicles[sort]!.count, problem.stops) }, () => costs);
  });
  // least[used][mask] over the vehicles looked at so far
  const limit = Math.min(most, problem.stops);
  let least = Array.from({ length: limit + 1 }, () => new Float64Array(all + 1).fill(Infinity));
  for (const row of least) row[0] = 0;
  for (const costs of byVehicle) {
    const next = least.map((row) => row.slice());
    for (let used = 1; used <= limit; used++) {
      for (let mask = 1; mask <= all; mask++) {
        for (let part = mask; part > 0; part = (part - 1) & mask) {
          const cost = costs[part]! + least[used - 1]![mask ^ part]!;
          if (cost < next[used]![mask]!) next[used]![mask] = cost;
        }
      }
    }
    least = next;
  }
  return least[limit]![all]!;
}

/** By set of stops (bit stop - 1): the cost of its best route with a sort of vehicle. */
function routeCosts(problem: VehicleRoutingProblem, sort: number): Float64Array {
  const { nodes, stops, node, travel } = problem;
  const vehicle = problem.vehicles[sort]!;
  const costs = new Float64Array(2 ** stops).fill(Infinity);
  const leave = Math.max(node.opens[0]!, vehicle.shiftStart);
  const back = Math.min(node.closes[0]!, vehicle.shiftEnd);
  const extend = (last: number, at: number, mask: number, count: number, distance: number, load: readonly number[]): void => {
    const home = distance + travel.distance[last * nodes]!;
    if (mask > 0 && at + travel.durations[0]![last * nodes]! <= back + 1e-9 && home <= vehicle.maxDistance + 1e-9) {
      costs[mask] = Math.min(costs[mask]!, vehicle.fixedCost + vehicle.costPerDistance * home);
    }
    if (count >= vehicle.maxStops) return;
    for (let stop = 1; stop <= stops; stop++) {
      if ((mask & (1 << (stop - 1))) !== 0 || (node.classes[stop]! & ~vehicle.classes) !== 0) continue;
      const start = Math.max(at + travel.durations[0]![last * nodes + stop]!, node.opens[stop]!);
      const loaded = load.map((sum, k) => sum + node.demand[k]![stop]!);
      if (start > node.closes[stop]! + 1e-9 || loaded.some((sum, k) => sum > vehicle.capacity[k]!)) continue;
      const further = distance + travel.distance[last * nodes + stop]!;
      extend(stop, start + node.service[stop]!, mask | (1 << (stop - 1)), count + 1, further, loaded);
    }
  };
  extend(
    0,
    leave,
    0,
    0,
    0,
    vehicle.capacity.map(() => 0),
  );
  return costs;
}
