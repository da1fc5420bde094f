// A building for the routing tests: storage areas side by side on one travel network, a lane along the south, and stops.

import type { StorageArea } from '../../../../packages/engine/src/model/building.ts';
import { buildNetwork } from '../../../../packages/engine/src/model/network.ts';
import type { Network } from '../../../../packages/engine/src/model/network.ts';
import type { RoutingView, Stop } from '../../../../packages/engine/src/picking/routing/policy.ts';

export interface AreaPlan {
  readonly id: string;
  readonly aisles_x_m: readonly number[];
  readonly crossAisles_y_m: readonly number[];
  /** Aisles whose front crossing hangs on the lane at y = 0. */
  readonly gates: readonly number[];
  /** Aisles whose back crossing hangs on the lane at y = 100, if any. */
  readonly backGates?: readonly number[];
}

/** A pick face, before it is a place. */
export type Face = Omit<Stop, 'place'>;

export interface TestBuilding {
  readonly network: Network;
  readonly areas: StorageArea[];
  readonly stops: Stop[];
  /** Places on the lane at the given x. */
  readonly lanePlaces: number[];
}

export function testBuilding(plans: readonly AreaPlan[], faces: readonly Face[], lane_x_m: readonly number[]): TestBuilding {
  const x: number[] = [];
  const y: number[] = [];
  const edges: [from: number, to: number][] = [];
  const node = (nodeX: number, nodeY: number): number => {
    x.push(nodeX);
    y.push(nodeY);
    return x.length - 1;
  };
  const laneNodes: number[] = [node(0, 0)];
  const northNodes: number[] = [];
  const areas = plans.map((plan): StorageArea => {
    const { id, aisles_x_m, crossAisles_y_m } = plan;
    const aisles = aisles_x_m.length;
    const crossingNodes = crossAisles_y_m.flatMap((crossY) => aisles_x_m.map((aisleX) => node(aisleX, crossY)));
    const subaisleEdges: number[] = [];
    for (let j = 0; j < crossAisles_y_m.length; j++) {
      for (let i = 0; i < aisles; i++) {
        const here = crossingNodes[j * aisles + i]!;
        if (i + 1 < aisles) edges.push([here, crossingNodes[j * aisles + i + 1]!]);
        if (j + 1 < crossAisles_y_m.length) subaisleEdges.push(edges.push([here, crossingNodes[(j + 1) * aisles + i]!]) - 1);
      }
    }
    for (const gate of plan.gates) {
      laneNodes.push(node(aisles_x_m[gate]!, 0));
      edges.push([laneNodes.at(-1)!, crossingNodes[gate]!]);
    }
    for (const gate of plan.backGates ?? []) {
      northNodes.push(node(aisles_x_m[gate]!, 100));
      edges.push([northNodes.at(-1)!, crossingNodes[(crossAisles_y_m.length - 1) * aisles + gate]!]);
    }
    return {
      id,
      names: { ko: id, en: id },
      zone: 0,
      kind: 0,
      temperature: 0,
      aisles_x_m,
      crossAisles_y_m,
      aisleWidth_m: 2,
      crossingNodes,
      subaisleEdges,
      gate: { aisle: plan.gates[0]!, crossAisle: 0 },
      levels: 1,
      firstLocation: 0,
      endLocation: 0,
    };
  });
  laneNodes.push(node(200, 0));
  laneNodes.sort((a, b) => x[a]! - x[b]!);
  const firstLaneEdge = edges.length;
  for (let at = 1; at < laneNodes.length; at++) edges.push([laneNodes[at - 1]!, laneNodes[at]!]);

  northNodes.sort((a, b) => x[a]! - x[b]!);
  for (let at = 1; at < northNodes.length; at++) edges.push([northNodes[at - 1]!, northNodes[at]!]);

  const length_m = Float64Array.from(edges, ([from, to]) => Math.abs(x[to]! - x[from]!) + Math.abs(y[to]! - y[from]!));
  const placeEdge: number[] = [];
  const placeOffset: number[] = [];
  const stops = faces.map((face): Stop => {
    const area = areas[face.area]!;
    placeEdge.push(area.subaisleEdges[face.block * area.aisles_x_m.length + face.aisle]!);
    placeOffset.push(face.offset_m);
    return { ...face, place: placeEdge.length - 1 };
  });
  const lanePlaces = lane_x_m.map((placeX) => {
    let at = 1;
    while (x[laneNodes[at]!]! < placeX) at++;
    placeEdge.push(firstLaneEdge + at - 1);
    placeOffset.push(placeX - x[laneNodes[at - 1]!]!);
    return placeEdge.length - 1;
  });
  const along = (place: number, axis: readonly number[]): number => {
    const [from, to] = edges[placeEdge[place]!]!;
    const share = placeOffset[place]! / (length_m[placeEdge[place]!]! || 1);
    return axis[from]! + (axis[to]! - axis[from]!) * share;
  };
  const network = buildNetwork(
    { count: x.length, x_m: Float64Array.from(x), y_m: Float64Array.from(y) },
    {
      count: edges.length,
      from: Int32Array.from(edges, ([from]) => from),
      to: Int32Array.from(edges, ([, to]) => to),
      length_m,
      width_m: new Float64Array(edges.length).fill(2),
      oneWay: new Uint8Array(edges.length),
    },
    {
      count: placeEdge.length,
      edge: Int32Array.from(placeEdge),
      offset_m: Float64Array.from(placeOffset),
      x_m: Float64Array.from(placeEdge, (_, place) => along(place, x)),
      y_m: Float64Array.from(placeEdge, (_, place) => along(place, y)),
    },
  );
  return { network, areas, stops, lanePlaces };
}

/** Sub-aisles (area/aisle/block) that are one-way, from front to back or from back to front, or closed. */
export type Restrictions = Readonly<Record<string, 'up' | 'down' | 'closed'>>;

/** The same building with some sub-aisles restricted. An edge that is one-way downwards is turned round, as a scenario does. */
export function restrict(view: RoutingView, restrictions: Restrictions): RoutingView {
  const { nodes, edges, places } = view.network;
  const from = edges.from.slice();
  const to = edges.to.slice();
  const oneWay = edges.oneWay.slice();
  const offset_m = places.offset_m.slice();
  for (const [key, how] of Object.entries(restrictions)) {
    const [index, aisle, block] = key.split('/').map(Number) as [number, number, number];
    const area = view.areas[index]!;
    const edge = area.subaisleEdges[block * area.aisles_x_m.length + aisle]!;
    oneWay[edge] = how === 'closed' ? 2 : 1;
    if (how !== 'down') continue;
    [from[edge], to[edge]] = [to[edge]!, from[edge]!];
    for (let place = 0; place < places.count; place++) {
      if (places.edge[place] === edge) offset_m[place] = edges.length_m[edge]! - offset_m[place]!;
    }
  }
  return { ...view, network: buildNetwork(nodes, { ...edges, from, to, oneWay }, { ...places, offset_m }) };
}
