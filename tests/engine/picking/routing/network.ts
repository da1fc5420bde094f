// Small travel networks for the routing tests, written as lines of nodes.

import { buildNetwork } from '../../../../packages/engine/src/model/network.ts';
import type { RoutingView } from '../../../../packages/engine/src/picking/routing/policy.ts';

/** An edge: its nodes, its length in metres, and 1 where it is one-way, 2 where it is closed. */
export type Lane = readonly [from: number, to: number, length_m: number, oneWay?: 0 | 1 | 2];
/** A point on a lane: the lane's number and how far from its first node. */
export type Point = readonly [lane: number, offset_m: number];

export function laneView(lanes: readonly Lane[], start: Point, end: Point, stops: readonly Point[]): RoutingView {
  const nodes = 1 + Math.max(...lanes.flatMap(([from, to]) => [from, to]));
  const points = [...stops, start, end];
  const network = buildNetwork(
    { count: nodes, x_m: new Float64Array(nodes), y_m: new Float64Array(nodes) },
    {
      count: lanes.length,
      from: Int32Array.from(lanes, ([from]) => from),
      to: Int32Array.from(lanes, ([, to]) => to),
      length_m: Float64Array.from(lanes, ([, , length_m]) => length_m),
      width_m: new Float64Array(lanes.length).fill(2),
      oneWay: Uint8Array.from(lanes, ([, , , oneWay]) => oneWay ?? 0),
    },
    {
      count: points.length,
      edge: Int32Array.from(points, ([lane]) => lane),
      offset_m: Float64Array.from(points, ([, offset_m]) => offset_m),
      x_m: new Float64Array(points.length),
      y_m: new Float64Array(points.length),
    },
  );
  const isClosedTour = start[0] === end[0] && start[1] === end[1];
  return {
    network,
    areas: [],
    start: stops.length,
    end: isClosedTour ? stops.length : stops.length + 1,
    stops: stops.map(([, offset_m], place) => ({ place, area: 0, aisle: 0, block: 0, offset_m })),
  };
}
