// Orders in which absent stops are inserted: large ones first, far ones first, near ones first, and by their windows and
//                                            releases.
//
// Source: Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433, section 5.2: demand 4, far 2, close 1
//         (random order, weight 4, is the search's own), and for windows length 2, opening 2, closing 2. Release is ours.

import type { RouteKernel } from '../kernel.ts';
import type { VehicleRoutingProblem } from '../problem.ts';

/** Keys by request (stop - 1); the search sorts ascending. */
export function insertionKeys(problem: VehicleRoutingProblem): RouteKernel['keys'] {
  const { node, stops, vehicles, travel } = problem;
  const largest = node.demand.map((_, k) => Math.max(...vehicles.map(({ capacity }) => capacity[k]!)));
  const key = (value: (stop: number) => number) => Float64Array.from({ length: stops }, (_, request) => value(request + 1));
  const far = key((stop) => -travel.distance[stop]!);
  const keys = [
    { weight: 4, of: key((stop) => -Math.max(0, ...node.demand.map((demand, k) => demand[stop]! / largest[k]!))) },
    { weight: 2, of: far },
    { weight: 1, of: far.map((value) => -value) },
  ];
  if (node.closes.subarray(1, stops + 1).some((closes) => closes < Infinity)) {
    keys.push(
      { weight: 2, of: key((stop) => node.closes[stop]! - node.opens[stop]!) },
      { weight: 2, of: key((stop) => node.opens[stop]!) },
      { weight: 2, of: key((stop) => node.closes[stop]!) },
    );
  }
  if (node.release.subarray(1, stops + 1).some((release) => release > 0)) {
    keys.push({ weight: 1, of: key((stop) => node.release[stop]!) }, { weight: 1, of: key((stop) => -node.release[stop]!) });
  }
  return keys;
}
