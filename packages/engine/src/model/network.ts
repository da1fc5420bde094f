// The travel network: where people and trucks may go inside the building, and exact shortest distances on it.
//
// Nodes are crossings and ends of lines, edges are straight pieces of aisle, cross-aisle or lane between them. A *place*
// is a point on an edge (a location's access point, a door, a station): all distances are between places. The network is
// plain data (it crosses the worker border); the functions below read it.
//
// Method: all-pairs shortest paths between nodes by Dijkstra from each node at build time (O(n · e log n), n some hundreds
// also for 100,000 locations, since locations share edges); a distance between places is then the least of the ways over
// the ends of their edges: O(1), exact.
//
// Worked example: nodes A(0,0) B(10,0) C(10,5), edges A-B, B-C; place p 4 m along A-B, place q 2 m along B-C:
// distance(p, q) = (10 - 4) + 2 = 8 m, passing node B.

import type { Metres } from '../base/units.ts';

/** Row per node. Coordinates in metres in the building's frame. */
export interface NetworkNodes {
  readonly count: number;
  readonly x_m: Float64Array;
  readonly y_m: Float64Array;
}

/** Row per edge; an edge joins two different nodes by a straight line. */
export interface NetworkEdges {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly length_m: Float64Array;
  /** Clear width of the way, metres. */
  readonly width_m: Float64Array;
  /** 0 both ways, 1 only from -> to, 2 closed: nobody may walk there. */
  readonly oneWay: Uint8Array;
}

/** Row per place: a point on an edge, `offset_m` from the edge's `from` node. */
export interface Places {
  readonly count: number;
  readonly edge: Int32Array;
  readonly offset_m: Float64Array;
  readonly x_m: Float64Array;
  readonly y_m: Float64Array;
}

export interface Network {
  readonly nodes: NetworkNodes;
  readonly edges: NetworkEdges;
  readonly places: Places;
  /** Shortest distance from node i to node j, metres: [i * nodes.count + j]; Infinity where there is no way. */
  readonly nodeDistance_m: Float64Array;
  /** The node after i on a shortest way to j: [i * nodes.count + j]; -1 where there is none or i = j. */
  readonly nextNode: Int32Array;
}

/** Completes nodes, edges and places to a network with its distances. */
export function buildNetwork(nodes: NetworkNodes, edges: NetworkEdges, places: Places): Network {
  const n = nodes.count;
  const firstArc = new Int32Array(n + 1);
  const arcs = edges.count * 2;
  for (let e = 0; e < edges.count; e++) {
    if (edges.oneWay[e] === 2) continue;
    firstArc[edges.from[e]! + 1]!++;
    if (edges.oneWay[e] === 0) firstArc[edges.to[e]! + 1]!++;
  }
  for (let i = 0; i < n; i++) firstArc[i + 1]! += firstArc[i]!;
  const arcTo = new Int32Array(arcs);
  const arcLength = new Float64Array(arcs);
  const fill = firstArc.slice();
  for (let e = 0; e < edges.count; e++) {
    const from = edges.from[e]!;
    const to = edges.to[e]!;
    if (edges.oneWay[e] === 2) continue;
    arcTo[fill[from]!] = to;
    arcLength[fill[from]!++] = edges.length_m[e]!;
    if (edges.oneWay[e] === 0) {
      arcTo[fill[to]!] = from;
      arcLength[fill[to]!++] = edges.length_m[e]!;
    }
  }

  const nodeDistance_m = new Float64Array(n * n).fill(Infinity);
  const nextNode = new Int32Array(n * n).fill(-1);
  const heap = new DistanceHeap(n);
  for (let source = 0; source < n; source++) {
    const row = source * n;
    nodeDistance_m[row + source] = 0;
    heap.push(source, 0);
    while (heap.size > 0) {
      const node = heap.pop();
      const near = nodeDistance_m[row + node]!;
      for (let arc = firstArc[node]!; arc < firstArc[node + 1]!; arc++) {
        const to = arcTo[arc]!;
        const far = near + arcLength[arc]!;
        if (far < nodeDistance_m[row + to]!) {
          nodeDistance_m[row + to] = far;
          nextNode[row + to] = node === source ? to : nextNode[row + node]!;
          heap.push(to, far);
        }
      }
    }
  }
  return { nodes, edges, places, nodeDistance_m, nextNode };
}

/** A small binary heap with decrease-key, for Dijkstra. */
class DistanceHeap {
  size = 0;
  private readonly node: Int32Array;
  private readonly key: Float64Array;
  private readonly position: Int32Array;

  constructor(nodes: number) {
    this.node = new Int32Array(nodes);
    this.key = new Float64Array(nodes);
    this.position = new Int32Array(nodes).fill(-1);
  }

  push(node: number, key: number): void {
    let i = this.position[node]!;
    if (i < 0) i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.key[parent]! <= key) break;
      this.put(i, this.node[parent]!, this.key[parent]!);
      i = parent;
    }
    this.put(i, node, key);
  }

  pop(): number {
    const top = this.node[0]!;
    this.position[top] = -1;
    const size = --this.size;
    if (size === 0) return top;
    const node = this.node[size]!;
    const key = this.key[size]!;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && this.key[child + 1]! < this.key[child]!) child++;
      if (this.key[child]! >= key) break;
      this.put(i, this.node[child]!, this.key[child]!);
      i = child;
    }
    this.put(i, node, key);
    return top;
  }

  private put(i: number, node: number, key: number): void {
    this.node[i] = node;
    this.key[i] = key;
    this.position[node] = i;
  }
}

/** Where the best way between two places leaves the first edge and enters the second; filled by `bestWay`. */
const way = { direct: false, exit: -1, entry: -1 };

/** Length of the shortest way from place a to place b; leaves its ends in `way`. */
function bestWay(network: Network, a: number, b: number): number {
  const { edges, places, nodeDistance_m } = network;
  const n = network.nodes.count;
  const edgeA = places.edge[a]!;
  const edgeB = places.edge[b]!;
  const offsetA = places.offset_m[a]!;
  const offsetB = places.offset_m[b]!;
  // Along a one-way edge one leaves by its `to` end and comes in by its `from` end; at an end itself, by that end too.
  const oneWayA = edges.oneWay[edgeA] === 1 && offsetA > 0;
  const oneWayB = edges.oneWay[edgeB] === 1 && offsetB < edges.length_m[edgeB]!;
  let best = Infinity;
  way.direct = false;
  way.exit = way.entry = -1;
  if (edgeA === edgeB && (edges.oneWay[edgeA] === 0 || offsetB >= offsetA)) {
    best = Math.abs(offsetB - offsetA);
    way.direct = true;
  }
  for (let exit = oneWayA ? 1 : 0; exit < 2; exit++) {
    const exitNode = exit === 1 ? edges.to[edgeA]! : edges.from[edgeA]!;
    const toExit = exit === 1 ? edges.length_m[edgeA]! - offsetA : offsetA;
    for (let entry = 0; entry < (oneWayB ? 1 : 2); entry++) {
      const entryNode = entry === 1 ? edges.to[edgeB]! : edges.from[edgeB]!;
      const fromEntry = entry === 1 ? edges.length_m[edgeB]! - offsetB : offsetB;
      const length = toExit + nodeDistance_m[exitNode * n + entryNode]! + fromEntry;
      if (length < best) {
        best = length;
        way.direct = false;
        way.exit = exitNode;
        way.entry = entryNode;
      }
    }
  }
  return best;
}

/** Shortest walking distance from place `a` to place `b`, metres; Infinity where there is no way. Exact, O(1). */
export function walkingDistance_m(network: Network, a: number, b: number): Metres {
  return a === b ? 0 : bestWay(network, a, b);
}

/**
 * The nodes passed on a shortest way from place `a` to place `b`, in order (none where both lie on one edge and the direct
 * way is the shortest). Empties `into`, fills it and returns it. There must be a way.
 */
export function walkingPath(network: Network, a: number, b: number, into: number[]): number[] {
  into.length = 0;
  if (a === b) return into;
  bestWay(network, a, b);
  if (way.direct) return into;
  const n = network.nodes.count;
  const { exit, entry } = way;
  let node = exit;
  into.push(node);
  while (node !== entry) {
    node = network.nextNode[node * n + entry]!;
    into.push(node);
  }
  return into;
}
