// Orders in which absent stops are put back, and which stops are near each other.
//
// Source:     Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433, section 5.2, with the weights for time
//             windows of that paper's extension.

import type { VehicleRoutingProblem } from '../problem.ts';

/** Keys by request (stop − 1), ascending: most load, farthest, nearest, shortest window, earliest opening, earliest closing. */
export function keysOf(problem: VehicleRoutingProblem): { weight: number; of: Float64Array }[] {
  const { node, stops, travel } = problem;
  const keyOf = (value: (stop: number) => number): Float64Array => Float64Array.from({ length: stops }, (_, i) => value(i + 1));
  return [
    { weight: 4, of: keyOf((stop) => -node.demand.reduce((sum, load) => sum + load[stop]!, 0)) },
    { weight: 2, of: keyOf((stop) => -travel.distance[stop]!) },
    { weight: 1, of: keyOf((stop) => travel.distance[stop]!) },
    { weight: 2, of: keyOf((stop) => node.closes[stop]! - node.opens[stop]!) },
    { weight: 2, of: keyOf((stop) => node.opens[stop]!) },
    { weight: 2, of: keyOf((stop) => node.closes[stop]!) },
  ];
}

/** Row by row the `count` requests nearest to each by distance, itself first. */
export function nearestStops(problem: VehicleRoutingProblem, count: number): Int32Array {
  const { stops, nodes, travel } = problem;
  const near = new Int32Array(stops * count);
  const others = Array.from({ length: stops }, (_, request) => request);
  for (let request = 0; request < stops; request++) {
    const row = (request + 1) * nodes + 1;
    const away = (other: number): number => (other === request ? -1 : travel.distance[row + other]!);
    const sorted = [...others].sort((a, b) => away(a) - away(b) || a - b);
    for (let k = 0; k < count; k++) near[request * count + k] = sorted[k]!;
  }
  return near;
}
