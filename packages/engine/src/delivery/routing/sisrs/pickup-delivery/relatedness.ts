// Which requests lie near each other, and the orders in which absent requests are put back.
//
// Source: Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433, section 5: neighbours by distance, orders
//         random, by demand, far, close, and for time windows by their length, start and end.

import type { RouteKernel } from '../kernel.ts';
import type { PickupDeliveryModel } from './model.ts';

/** Neighbours looked at from a seed, at most. */
const MOST_NEIGHBOURS = 250;

/** Row by row, nearest first: the distance of two requests is that of their two nearest stops. */
export function nearestRequests(model: PickupDeliveryModel): { neighbours: Int32Array; count: number } {
  const { requests, nodes, distance, first, second } = model;
  const count = Math.min(requests, MOST_NEIGHBOURS);
  const neighbours = new Int32Array(requests * count);
  const stopsOf = (request: number): number[] => [first[request]!, ...(second[request]! > 0 ? [second[request]!] : [])];
  const apart = new Float64Array(requests);
  const order = Array.from({ length: requests }, (_, request) => request);
  for (let request = 0; request < requests; request++) {
    for (let other = 0; other < requests; other++) {
      let least = other === request ? -1 : Infinity;
      for (const from of stopsOf(request)) for (const to of stopsOf(other)) least = Math.min(least, distance[from * nodes + to]!);
      apart[other] = least;
    }
    order.sort((a, b) => apart[a]! - apart[b]! || a - b);
    neighbours.set(order.slice(0, count), request * count);
  }
  return { neighbours, count };
}

/** Beside random order (weight 4): heavy, far, close, narrow, early and soon due first. Pairs by both of their stops. */
export function sortKeys(model: PickupDeliveryModel): RouteKernel['keys'] {
  const { requests, dimensions, change, distance, opens, closes, first, second, problem } = model;
  const key = (weight: number, value: (request: number, last: number) => number) => ({
    weight,
    of: Float64Array.from({ length: requests }, (_, request) => value(request, second[request]! || first[request]!)),
  });
  const mostCapacity = Array.from({ length: dimensions }, (_, d) =>
    Math.max(...problem.vehicles.map((sort) => sort.capacity[d]!)),
  );
  const load = (stop: number): number => {
    let share = 0;
    for (let d = 0; d < dimensions; d++) share += Math.abs(change[stop * dimensions + d]!) / (mostCapacity[d]! || 1);
    return share;
  };
  const away = (request: number, last: number): number => distance[first[request]!]! + distance[last]!;
  return [
    key(4, (request) => -load(first[request]!)),
    key(2, (request, last) => -away(request, last)),
    key(1, away),
    key(2, (request, last) => closes[first[request]!]! - opens[first[request]!]! + (closes[last]! - opens[last]!)),
    key(2, (request) => opens[first[request]!]!),
    key(2, (_, last) => closes[last]!),
  ];
}
