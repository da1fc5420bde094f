// Places in the plane, worked out from distances: the depot is the origin, the stop farthest from it lies due east.
//
//   east of i = (d(0, i)² + d(0, a)² - d(a, i)²) / (2 d(0, a)),  a the stop farthest from the depot
//   north of i = ± √(d(0, i)² - east²), the sign that fits the distance to b better, b the stop farthest from that line
//
// Source:     the law of cosines; as classical scaling with three landmarks.
// Applies to: any distances; straight-line ones come out as they were, but for a turn and a mirror. Of two directions the mean.
// Cost:       O(stops).
//
// Worked example: depot (0, 0), stops at (3, 4), (0, 2) and (-3, 4): a is the first (5 km off, the third is as far), so it lies
//   at (5, 0); the second at (1.6, 1.2), the third at (1.4, 4.8): all as far from one another as before.

import type { VehicleRoutingProblem } from './sisrs/problem.ts';

/** By node 0 … stops: [east, north]. */
export function placesFromDistances(problem: VehicleRoutingProblem): [east: number, north: number][] {
  const { stops, nodes, travel } = problem;
  const between = (i: number, j: number): number => (travel.distance[i * nodes + j]! + travel.distance[j * nodes + i]!) / 2;
  const farthest = (of: (stop: number) => number): number => {
    let best = 1;
    for (let stop = 2; stop <= stops; stop++) if (of(stop) > of(best)) best = stop;
    return best;
  };
  const places: [number, number][] = [[0, 0]];
  if (stops === 0) return places;
  const a = farthest((stop) => between(0, stop));
  const base = between(0, a);
  for (let stop = 1; stop <= stops; stop++) {
    const radius = between(0, stop);
    const far = between(a, stop);
    const east = base > 0 ? (radius * radius + base * base - far * far) / (2 * base) : 0;
    places.push([east, Math.sqrt(Math.max(0, radius * radius - east * east))]);
  }
  const b = farthest((stop) => places[stop]![1]);
  const [eastOfB, northOfB] = places[b]!;
  for (let stop = 1; stop <= stops; stop++) {
    const [east, north] = places[stop]!;
    const misfit = (sign: number): number => {
      const dx = east - eastOfB;
      const dy = sign * north - northOfB;
      return Math.abs(Math.sqrt(dx * dx + dy * dy) - between(b, stop));
    };
    if (stop !== b && misfit(-1) < misfit(1)) places[stop] = [east, -north];
  }
  return places;
}
