// The stops of a tour as points of a sequence: stops on one one-way edge are passed together, so they are one point.
//
// Worked example: a one-way edge from A to B with stops 2 and 5 m behind A: one point, entered at 2, left at 5, with 3 m inside.

import { walkingDistance_m } from '../../model/network.ts';
import type { RoutingView } from './policy.ts';

const ONE_WAY = 1;

export interface StopGroups {
  /** Stops of each point in the order in which they are passed. */
  readonly groups: readonly (readonly number[])[];
  /** Distances between points as in sequence-search.ts, from the last stop of one to the first of the other. */
  readonly matrix_m: Float64Array<ArrayBuffer>;
  /** Metres inside the points. */
  readonly inner_m: number;
  /** Whether all distances are equal in both directions. */
  readonly reversible: boolean;
}

export function groupStops({ network, stops, start, end }: RoutingView): StopGroups {
  const { edges } = network;
  const { edge, offset_m } = network.places;
  const byEdge = new Map<number, number[]>();
  const groups: number[][] = [];
  stops.forEach(({ place }, stop) => {
    const on = edge[place]!;
    // A stop at the end of the edge can be visited without it; a tour that starts or ends on the edge may pass a part of it only.
    const isInside = offset_m[place]! > 0 && offset_m[place]! < edges.length_m[on]!;
    const isGrouped = edges.oneWay[on] === ONE_WAY && isInside && edge[start] !== on && edge[end] !== on;
    const group = isGrouped ? byEdge.get(on) : undefined;
    if (group !== undefined) {
      group.push(stop);
      return;
    }
    const own = [stop];
    groups.push(own);
    if (isGrouped) byEdge.set(on, own);
  });
  const offsetOf = (stop: number): number => offset_m[stops[stop]!.place]!;
  let inner_m = 0;
  for (const group of byEdge.values()) {
    group.sort((a, b) => offsetOf(a) - offsetOf(b) || a - b);
    inner_m += offsetOf(group.at(-1)!) - offsetOf(group[0]!);
  }

  const n = groups.length;
  const size = n + 2;
  const entry = [...groups.map((group) => stops[group[0]!]!.place), start, end];
  const exit = [...groups.map((group) => stops[group.at(-1)!]!.place), start, end];
  const matrix_m = new Float64Array(size * size);
  let reversible = true;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      if (a === b) continue;
      matrix_m[a * size + b] = walkingDistance_m(network, exit[a]!, entry[b]!);
      if (b < a && Math.abs(matrix_m[a * size + b]! - matrix_m[b * size + a]!) > 1e-9) reversible = false;
    }
  }
  return { groups, matrix_m, inner_m, reversible };
}
