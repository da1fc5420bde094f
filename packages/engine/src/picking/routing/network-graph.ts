// The part of the travel network that matters to one tour: a small graph on which the shortest tour is the same.
//
// Vertices are network nodes and the points where the tour starts and ends; an edge carries the stops on it. Dead ends
// without stops are left out; a dead end with stops becomes a detour that has to be made (its metres are fixed); a vertex
// that joins just two edges disappears in their union; of parallel edges without stops the shorter is kept.
//
// Applies to: networks walked both ways; closed edges are left out.
// Cost:       linear in the edges of the network.
//
// Worked example: from the start a dead end of 4 m with a stop 3 m deep, and one of 10 m without: no edge is left, and a detour of
// 6 m at the start.

import { sweepRanks } from './network-order.ts';
import type { RoutingView } from './policy.ts';

const CLOSED = 2;

export interface TourEdge {
  readonly from: number;
  readonly to: number;
  readonly length_m: number;
  /** Stops on it, from `from` to `to`, and how far from `from` each lies. */
  readonly stops: readonly number[];
  readonly offsets_m: readonly number[];
}

export class TourGraph {
  vertices = 0;
  start = 0;
  end = 0;
  readonly edges: TourEdge[] = [];
  /** Per vertex: stops of the detours that have to be made from it, in the order of walking. */
  detours: number[][] = [];
  /** Metres of all detours. */
  fixed_m = 0;
  /** Per vertex: when the frontier of the sweep leaves it; a point on an edge after the first of its ends. */
  readonly rank: number[];
  /** Per vertex: numbers of its edges. */
  private edgesAt: Set<number>[] = [];

  constructor(view: RoutingView) {
    const { nodes, edges } = view.network;
    this.vertices = nodes.count;
    this.edgesAt = Array.from({ length: nodes.count }, () => new Set());
    this.detours = Array.from({ length: nodes.count }, () => []);
    this.rank = Array.from(sweepRanks(view.network));
    const points = pointsByEdge(view);
    for (let e = 0; e < edges.count; e++) if (edges.oneWay[e] !== CLOSED) this.layOut(view, e, points.get(e) ?? []);
    this.reduce();
  }

  /** The edges of a vertex, by number. */
  edgesOf(vertex: number): readonly number[] {
    return [...this.edgesAt[vertex]!];
  }

  /** The vertices that matter, in the order of the sweep. */
  sweep(): number[] {
    const matter: number[] = [];
    for (let vertex = 0; vertex < this.vertices; vertex++) {
      const isEnd = vertex === this.start || vertex === this.end;
      if (isEnd || this.edgesAt[vertex]!.size > 0 || this.detours[vertex]!.length > 0) matter.push(vertex);
    }
    return matter.sort((a, b) => this.rank[a]! - this.rank[b]! || a - b);
  }

  /** One network edge, cut where the tour starts and ends. */
  private layOut({ network }: RoutingView, e: number, points: readonly Point[]): void {
    const { edges } = network;
    let from = edges.from[e]!;
    let from_m = 0;
    let stops: number[] = [];
    let offsets_m: number[] = [];
    const last = edges.to[e]!;
    const length_m = edges.length_m[e]!;
    for (const { offset_m, stop } of points) {
      if (stop >= 0) {
        stops.push(stop);
        offsets_m.push(offset_m - from_m);
        continue;
      }
      let vertex = offset_m <= 0 ? edges.from[e]! : last;
      if (offset_m > 0 && offset_m < length_m) {
        // Start and end at one point are one vertex.
        vertex = offset_m === from_m ? from : this.addVertex(Math.min(this.rank[edges.from[e]!]!, this.rank[last]!) + 0.5);
        if (vertex !== from) {
          this.add({ from, to: vertex, length_m: offset_m - from_m, stops, offsets_m });
          [from, from_m, stops, offsets_m] = [vertex, offset_m, [], []];
        }
      }
      if (stop === START || stop === START_AND_END) this.start = vertex;
      if (stop === END || stop === START_AND_END) this.end = vertex;
    }
    this.add({ from, to: last, length_m: length_m - from_m, stops, offsets_m });
  }

  private addVertex(rank: number): number {
    this.rank.push(rank);
    this.edgesAt.push(new Set());
    this.detours.push([]);
    return this.vertices++;
  }

  private add(edge: TourEdge): void {
    if (edge.stops.length === 0) {
      for (const other of this.edgesAt[edge.from]!) {
        const { from, to, length_m, stops } = this.edges[other]!;
        if (stops.length > 0 || (from === edge.from ? to : from) !== edge.to) continue;
        if (length_m <= edge.length_m) return;
        this.remove(other);
        break;
      }
    }
    this.edgesAt[edge.from]!.add(this.edges.length);
    this.edgesAt[edge.to]!.add(this.edges.length);
    this.edges.push(edge);
  }

  private remove(number: number): void {
    const { from, to } = this.edges[number]!;
    this.edgesAt[from]!.delete(number);
    this.edgesAt[to]!.delete(number);
  }

  private reduce(): void {
    const open = Array.from({ length: this.vertices }, (_, vertex) => vertex);
    while (open.length > 0) {
      const vertex = open.pop()!;
      if (vertex === this.start || vertex === this.end) continue;
      const [a, b, more] = this.edgesAt[vertex]!;
      if (a === undefined || more !== undefined) continue;
      const first = turned(this.edges[a]!, vertex, true);
      if (b === undefined) {
        this.remove(a);
        this.makeDetour(first);
        open.push(first.from);
      } else if (this.detours[vertex]!.length === 0) {
        const second = turned(this.edges[b]!, vertex, false);
        this.remove(a);
        this.remove(b);
        const union = {
          from: first.from,
          to: second.to,
          length_m: first.length_m + second.length_m,
          stops: [...first.stops, ...second.stops],
          offsets_m: [...first.offsets_m, ...second.offsets_m.map((offset_m) => first.length_m + offset_m)],
        };
        if (union.from === union.to) this.makeRing(union);
        else this.add(union);
        open.push(union.from, union.to);
      }
    }
  }

  /** The dead end at `edge.to` becomes a detour from `edge.from`, as far as there is something to pick. */
  private makeDetour(edge: TourEdge): void {
    const beyond = this.detours[edge.to]!;
    if (beyond.length > 0) this.fixed_m += 2 * edge.length_m;
    else if (edge.stops.length > 0) this.fixed_m += 2 * edge.offsets_m.at(-1)!;
    this.detours[edge.from]!.push(...edge.stops, ...beyond);
    this.detours[edge.to] = [];
  }

  /** An edge from a vertex back to it: walked round, or from both ends with the largest gap left out. */
  private makeRing({ from, length_m, stops, offsets_m }: TourEdge): void {
    if (stops.length === 0) return;
    let gap_m = offsets_m[0]!;
    let below = 0;
    offsets_m.forEach((offset_m, at) => {
      const next_m = offsets_m[at + 1] ?? length_m;
      if (next_m - offset_m <= gap_m) return;
      gap_m = next_m - offset_m;
      below = at + 1;
    });
    const round = 2 * gap_m <= length_m;
    this.fixed_m += round ? length_m : 2 * (length_m - gap_m);
    this.detours[from]!.push(...(round ? stops : [...stops.slice(0, below), ...stops.slice(below).reverse()]));
  }
}

/** A stop, or one of the ends of the tour, on an edge. */
interface Point {
  readonly offset_m: number;
  readonly stop: number;
}
const START = -1;
const END = -2;
const START_AND_END = -3;

function pointsByEdge({ network, stops, start, end }: RoutingView): Map<number, Point[]> {
  const { edge, offset_m } = network.places;
  const points = new Map<number, Point[]>();
  const put = (place: number, stop: number): void => {
    const known = points.get(edge[place]!);
    const point = { offset_m: offset_m[place]!, stop };
    if (known === undefined) points.set(edge[place]!, [point]);
    else known.push(point);
  };
  stops.forEach(({ place }, stop) => put(place, stop));
  if (start === end) put(start, START_AND_END);
  else {
    put(start, START);
    put(end, END);
  }
  for (const list of points.values()) list.sort((a, b) => a.offset_m - b.offset_m || b.stop - a.stop);
  return points;
}

/** The edge so that `vertex` is its `to` (or its `from`). */
function turned(edge: TourEdge, vertex: number, isTo: boolean): TourEdge {
  if ((isTo ? edge.to : edge.from) === vertex) return edge;
  return {
    from: edge.to,
    to: edge.from,
    length_m: edge.length_m,
    stops: [...edge.stops].reverse(),
    offsets_m: edge.offsets_m.map((offset_m) => edge.length_m - offset_m).reverse(),
  };
}
