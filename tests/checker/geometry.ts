// Plain geometry and shortest ways of the checker's own. Nothing here calls the engine's network functions: only the rows of
// nodes, edges and places are read.

import type { Rectangle } from '../../packages/engine/src/model/building.ts';
import type { Network } from '../../packages/engine/src/model/network.ts';
import type { Leg } from './record.ts';

/** Positions are stored as 32-bit floats; a building is some 100 m, roads some 100 km: both round below a millimetre. */
export const CLOSE_M = 0.002;

/** A docked truck's centre is nearer to its door than this, metres. */
export const DOCK_DEPTH_M = 10;

export function legLength(leg: Leg): number {
  return Math.sqrt((leg.x1 - leg.x0) ** 2 + (leg.y1 - leg.y0) ** 2 + (leg.z1 - leg.z0) ** 2);
}

export function flatDistance(x0: number, y0: number, x1: number, y1: number): number {
  return Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2);
}

/** A point as a key, to the millimetre. */
export function spot(x: number, y: number): string {
  return `${Math.round(x * 1000)}/${Math.round(y * 1000)}`;
}

/** Distance from the point to the straight piece from (x0, y0) to (x1, y1), and how far along that piece its foot lies. */
export function footOn(x: number, y: number, x0: number, y0: number, x1: number, y1: number): { away: number; along: number } {
  const length2 = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length2));
  const away = flatDistance(x, y, x0 + share * (x1 - x0), y0 + share * (y1 - y0));
  return { away, along: share * Math.sqrt(length2) };
}

/** Whether the straight piece passes through the inside of the rectangle, shrunk by `slack` on each side (Liang–Barsky). */
export function crosses(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  [left, bottom, right, top]: Rectangle,
  slack: number,
): boolean {
  let enter = 0;
  let leave = 1;
  const cut = (start: number, delta: number, low: number, high: number): boolean => {
    if (delta === 0) return start > low && start < high;
    const a = (low - start) / delta;
    const b = (high - start) / delta;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
    return enter < leave;
  };
  return cut(x0, x1 - x0, left + slack, right - slack) && cut(y0, y1 - y0, bottom + slack, top - slack) && enter <= leave;
}

/** Finds the edge that a straight piece lies on, remembering the last one found (walkers stay on an edge). */
export class EdgeFinder {
  private readonly network: Network;
  private readonly cells = new Map<string, number[]>();
  private static readonly CELL_M = 5;

  constructor(network: Network) {
    this.network = network;
    const { nodes, edges } = network;
    for (let e = 0; e < edges.count; e++) {
      const [xa, ya] = [nodes.x_m[edges.from[e]!]!, nodes.y_m[edges.from[e]!]!];
      const [xb, yb] = [nodes.x_m[edges.to[e]!]!, nodes.y_m[edges.to[e]!]!];
      const cell = (value: number, by: number): number => Math.floor((value + by) / EdgeFinder.CELL_M);
      for (let i = cell(Math.min(xa, xb), -CLOSE_M); i <= cell(Math.max(xa, xb), CLOSE_M); i++) {
        for (let j = cell(Math.min(ya, yb), -CLOSE_M); j <= cell(Math.max(ya, yb), CLOSE_M); j++) {
          const key = `${i},${j}`;
          const list = this.cells.get(key);
          if (list === undefined) this.cells.set(key, [e]);
          else list.push(e);
        }
      }
    }
  }

  /** Edges on which both ends of the piece lie and which may be gone in its direction. */
  carrying(x0: number, y0: number, x1: number, y1: number): number[] {
    const { nodes, edges } = this.network;
    const found: number[] = [];
    for (const e of this.cells.get(`${Math.floor(x0 / EdgeFinder.CELL_M)},${Math.floor(y0 / EdgeFinder.CELL_M)}`) ?? []) {
      const [xa, ya] = [nodes.x_m[edges.from[e]!]!, nodes.y_m[edges.from[e]!]!];
      const [xb, yb] = [nodes.x_m[edges.to[e]!]!, nodes.y_m[edges.to[e]!]!];
      const start = footOn(x0, y0, xa, ya, xb, yb);
      const end = footOn(x1, y1, xa, ya, xb, yb);
      if (start.away > CLOSE_M || end.away > CLOSE_M) continue;
      if (edges.oneWay[e] === 2) continue;
      if (edges.oneWay[e] === 1 && end.along < start.along - CLOSE_M) continue;
      found.push(e);
    }
    return found;
  }
}

/** A point on the network: an edge and metres from its `from` node. */
export interface NetworkPoint {
  readonly edge: number;
  readonly along: number;
}

/** Shortest walking distances by plain Dijkstra over an array, one source at a time; sources are kept. */
export class Walks {
  private readonly network: Network;
  private readonly arcs: { readonly to: number; readonly length: number }[][];
  private readonly fromNode = new Map<number, Float64Array>();

  constructor(network: Network) {
    this.network = network;
    const { nodes, edges } = network;
    this.arcs = Array.from({ length: nodes.count }, () => []);
    for (let e = 0; e < edges.count; e++) {
      const [from, to] = [edges.from[e]!, edges.to[e]!];
      const length = flatDistance(nodes.x_m[from]!, nodes.y_m[from]!, nodes.x_m[to]!, nodes.y_m[to]!);
      if (edges.oneWay[e] === 2) continue;
      this.arcs[from]!.push({ to, length });
      if (edges.oneWay[e] === 0) this.arcs[to]!.push({ to: from, length });
    }
  }

  edgeLength(e: number): number {
    const { nodes, edges } = this.network;
    return flatDistance(
      nodes.x_m[edges.from[e]!]!,
      nodes.y_m[edges.from[e]!]!,
      nodes.x_m[edges.to[e]!]!,
      nodes.y_m[edges.to[e]!]!,
    );
  }

  nodesFrom(source: number): Float64Array {
    const known = this.fromNode.get(source);
    if (known !== undefined) return known;
    const count = this.network.nodes.count;
    const distance = new Float64Array(count).fill(Infinity);
    const settled = new Uint8Array(count);
    distance[source] = 0;
    for (;;) {
      let near = -1;
      for (let i = 0; i < count; i++) if (settled[i] === 0 && distance[i]! < (near < 0 ? Infinity : distance[near]!)) near = i;
      if (near < 0) break;
      settled[near] = 1;
      for (const arc of this.arcs[near]!) distance[arc.to] = Math.min(distance[arc.to]!, distance[near]! + arc.length);
    }
    this.fromNode.set(source, distance);
    return distance;
  }

  /** Shortest way from point to point, metres; Infinity where there is none. */
  between(a: NetworkPoint, b: NetworkPoint): number {
    const { edges } = this.network;
    let best = Infinity;
    if (a.edge === b.edge && (edges.oneWay[a.edge] === 0 || b.along >= a.along)) best = Math.abs(b.along - a.along);
    const exits: [number, number][] = [[edges.to[a.edge]!, this.edgeLength(a.edge) - a.along]];
    if (edges.oneWay[a.edge] === 0) exits.push([edges.from[a.edge]!, a.along]);
    const entries: [number, number][] = [[edges.from[b.edge]!, b.along]];
    if (edges.oneWay[b.edge] === 0) entries.push([edges.to[b.edge]!, this.edgeLength(b.edge) - b.along]);
    for (const [exit, toExit] of exits) {
      const distance = this.nodesFrom(exit);
      for (const [entry, fromEntry] of entries) best = Math.min(best, toExit + distance[entry]! + fromEntry);
    }
    return best;
  }
}
