// The shortest way along stops in a given order by trying everything: every station at every point of the way, every whole amount
// of energy at every station. For problems in whole numbers in which a unit of energy is charged in a unit of time.

import type { VehicleRoutingProblem } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';

/** Length of the shortest feasible way; Infinity if there is none. */
export function shortestWay(problem: VehicleRoutingProblem, stops: readonly number[]): number {
  const { node, travel, nodes, stations, vehicles, charging } = problem;
  const { battery, shiftEnd } = vehicles[0]!;
  const full = battery!.capacity;
  // A state is where the vehicle is, how many stops it has served, the time and the energy; states by length, shortest first.
  const byLength: [served: number, at: number, time: number, energy: number][][] = [[[0, 0, 0, battery!.start]]];
  const seen = new Set<string>();
  for (let length = 0; length < byLength.length; length++) {
    // States of the same length may follow, where two places lie together.
    for (const [served, at, time, energy] of (byLength[length] ??= [])) {
      if (served > stops.length) return length;
      const state = `${served},${at},${time},${energy}`;
      if (seen.has(state)) continue;
      seen.add(state);
      for (const to of [stops[served] ?? 0, ...stations]) {
        const leg = travel.distance[at * nodes + to]!;
        const arrival = Math.max(time + leg, node.opens[to]!);
        const left = energy - leg;
        if (left < 0 || arrival > Math.min(node.closes[to]!, shiftEnd)) continue;
        const states = (byLength[length + leg] ??= []);
        if (!stations.includes(to)) states.push([served + 1, to, arrival + node.service[to]!, left]);
        else {
          for (let charge = charging === 'full' ? full - left : 0; charge <= full - left; charge++) {
            states.push([served, to, arrival + charge, left + charge]);
          }
        }
      }
    }
  }
  return Infinity;
}
