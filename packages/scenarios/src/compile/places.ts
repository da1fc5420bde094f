// Places: points on the network where something is reached from. A station, door or machine is reached from the nearest
// point of the nearest walkway; locations lie on their sub-aisle.

import type { NetworkEdges, NetworkNodes, Places, Rectangle } from '@dongseon/engine';
import type { WalkwayGraph } from './walkways.ts';

export class PlaceBuilder {
  private readonly nodes: NetworkNodes;
  private readonly edges: NetworkEdges;
  private readonly walls: readonly Rectangle[];
  private count = 0;
  private edge: Int32Array;
  private offset_m: Float64Array;

  /** @param walls rectangles of walled zones: a point is reached from a walkway on its own side of the walls. */
  constructor(graph: WalkwayGraph, walls: readonly Rectangle[], capacity: number) {
    this.nodes = graph.nodes;
    this.edges = graph.edges;
    this.walls = walls;
    this.edge = new Int32Array(capacity);
    this.offset_m = new Float64Array(capacity);
  }

  /** A new place on an edge. */
  onEdge(edge: number, offset_m: number): number {
    if (this.count === this.edge.length) this.grow();
    this.edge[this.count] = edge;
    this.offset_m[this.count] = offset_m;
    return this.count++;
  }

  /** A new place at the foot of the perpendicular from a point to the nearest walkway. */
  nearest(x_m: number, y_m: number): number {
    const found = nearestWalkway(this.nodes, this.edges, this.walls, x_m, y_m);
    return this.onEdge(Math.max(found.edge, 0), found.offset_m);
  }

  finish(): Places {
    const { nodes, edges, count } = this;
    const x_m = new Float64Array(count);
    const y_m = new Float64Array(count);
    for (let place = 0; place < count; place++) {
      const edge = this.edge[place]!;
      const from = edges.from[edge]!;
      const to = edges.to[edge]!;
      const share = this.offset_m[place]! / edges.length_m[edge]!;
      x_m[place] = nodes.x_m[from]! + share * (nodes.x_m[to]! - nodes.x_m[from]!);
      y_m[place] = nodes.y_m[from]! + share * (nodes.y_m[to]! - nodes.y_m[from]!);
    }
    return { count, edge: this.edge.slice(0, count), offset_m: this.offset_m.slice(0, count), x_m, y_m };
  }

  private grow(): void {
    const edge = new Int32Array(this.edge.length * 2 + 16);
    const offset_m = new Float64Array(edge.length);
    edge.set(this.edge);
    offset_m.set(this.offset_m);
    this.edge = edge;
    this.offset_m = offset_m;
  }
}

/** The walled zone a point lies in, or -1. Points on a wall count as inside. */
function roomOf(walls: readonly Rectangle[], x: number, y: number): number {
  return walls.findIndex(([x0, y0, x1, y1]) => x0 <= x && x <= x1 && y0 <= y && y <= y1);
}

/** The nearest edge on the same side of the walls: its index (-1: none), how far from its `from` node, how far away. */
export function nearestWalkway(
  nodes: NetworkNodes,
  edges: NetworkEdges,
  walls: readonly Rectangle[],
  x_m: number,
  y_m: number,
): { edge: number; offset_m: number; distance_m: number } {
  const room = roomOf(walls, x_m, y_m);
  const best = { edge: -1, offset_m: 0, distance_m: Infinity };
  for (let edge = 0; edge < edges.count; edge++) {
    const x0 = nodes.x_m[edges.from[edge]!]!;
    const y0 = nodes.y_m[edges.from[edge]!]!;
    const length = edges.length_m[edge]!;
    const dx = (nodes.x_m[edges.to[edge]!]! - x0) / length;
    const dy = (nodes.y_m[edges.to[edge]!]! - y0) / length;
    const along = Math.min(length, Math.max(0, (x_m - x0) * dx + (y_m - y0) * dy));
    const footX = x0 + along * dx;
    const footY = y0 + along * dy;
    // The foot is taken on the grid of coordinates, so that rounding decides nothing.
    const distance = Math.round(Math.sqrt((x_m - footX) * (x_m - footX) + (y_m - footY) * (y_m - footY)) * 1e6) / 1e6;
    if (distance < best.distance_m && roomOf(walls, footX, footY) === room) {
      best.edge = edge;
      best.offset_m = along;
      best.distance_m = distance;
    }
  }
  return best;
}
