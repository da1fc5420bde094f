// A tour over the whole scenario: several storage areas, a depot at one place and a drop-off at another.
//
// Each area with stops is a rectangular instance, routed by the algorithm between the crossing where the tour enters it and
// the crossing where it leaves it. Areas are chained in the best order: all orders are tried up to six areas, beyond that
// the nearest area is next. Entry and exit are the crossings nearest to where one comes from and goes to on the travel
// network. Where an area hangs on the rest of the building by one gate, that is the gate.
//
// The length is that of walking the sequence on the travel network, each leg by a shortest way: it is never longer than the
// shape the rule prescribes (people cut a corner where the rule walks an aisle to its end behind the last pick).
//
// Worked example: start - gate of area A 3 m, A's tour 20 m back to its gate, gate of A - gate of B 5 m, B's tour 12 m,
// gate of B - end 4 m: 44 m.

import type { StorageArea } from '../../model/building.ts';
import type { Network } from '../../model/network.ts';
import { walkingDistance_m } from '../../model/network.ts';
import { alongPassages } from './passages.ts';
import type { Route, RoutingView } from './policy.ts';
import type { Crossing, RectangularAlgorithm, RectangularInstance } from './rectangular.ts';
import { sequenceRectangular } from './rectangular.ts';

/** Up to this many areas all orders are tried. */
const MAX_PERMUTED_AREAS = 6;

// ---------------------------------------------------------------------------------------------------------------------
// The instance of one area. Its columns are re-used from tour to tour.

class AreaInstance implements RectangularInstance {
  layout: RectangularInstance['layout'] = { aisles_x_m: [], crossAisles_y_m: [] };
  start: Crossing = { aisle: 0, crossAisle: 0 };
  end: Crossing = { aisle: 0, crossAisle: 0 };
  count = 0;
  aisle = new Int32Array(64);
  block = new Int32Array(64);
  offset_m = new Float64Array(64);
  /** Pick -> index into view.stops. */
  stop = new Int32Array(64);

  /** Takes the stops of one area over, in their order in the view. */
  fill(view: RoutingView, area: number): void {
    const { stops } = view;
    if (this.stop.length < stops.length) this.reserve(2 * stops.length);
    const { aisle, block, offset_m, stop } = this;
    this.layout = view.areas[area]!;
    let count = 0;
    for (let s = 0; s < stops.length; s++) {
      const at = stops[s]!;
      if (at.area !== area) continue;
      aisle[count] = at.aisle;
      block[count] = at.block;
      offset_m[count] = at.offset_m;
      stop[count++] = s;
    }
    this.count = count;
  }

  private reserve(capacity: number): void {
    this.aisle = new Int32Array(capacity);
    this.block = new Int32Array(capacity);
    this.offset_m = new Float64Array(capacity);
    this.stop = new Int32Array(capacity);
  }
}

const instance = new AreaInstance();

// ---------------------------------------------------------------------------------------------------------------------
// Distances between places and nodes.

/** Shortest walking distance from a place to a node (`outwards`) or from a node to a place, metres. */
function placeToNode_m(network: Network, place: number, node: number, outwards: boolean): number {
  const { edges, places, nodeDistance_m, nodes } = network;
  const edge = places.edge[place]!;
  const offset = places.offset_m[place]!;
  const back = offset;
  const on = edges.length_m[edge]! - offset;
  const from = edges.from[edge]!;
  const to = edges.to[edge]!;
  const oneWay = edges.oneWay[edge] === 1;
  const n = nodes.count;
  if (outwards) {
    const ahead = on + nodeDistance_m[to * n + node]!;
    return oneWay ? ahead : Math.min(ahead, back + nodeDistance_m[from * n + node]!);
  }
  const ahead = nodeDistance_m[node * n + from]! + back;
  return oneWay ? ahead : Math.min(ahead, nodeDistance_m[node * n + to]! + on);
}

/** Index into `area.crossingNodes` of the crossing nearest to a place; the first of equally near ones. */
function crossingNearestToPlace(network: Network, area: StorageArea, place: number, outwards: boolean): number {
  let nearest = 0;
  let least = Infinity;
  for (let c = 0; c < area.crossingNodes.length; c++) {
    const length = placeToNode_m(network, place, area.crossingNodes[c]!, outwards);
    if (length < least) {
      least = length;
      nearest = c;
    }
  }
  return nearest;
}

/** The nearest crossings of each ordered pair of areas on one network: exit · 65536 + entry, [from · areas + to]. */
const doorways = new WeakMap<Network, Int32Array>();

function doorway(network: Network, areas: readonly StorageArea[], from: number, to: number): number {
  let known = doorways.get(network);
  if (known === undefined) {
    known = new Int32Array(areas.length * areas.length).fill(-1);
    doorways.set(network, known);
  }
  const at = from * areas.length + to;
  if (known[at]! >= 0) return known[at]!;
  const exits = areas[from]!.crossingNodes;
  const entries = areas[to]!.crossingNodes;
  let best = 0;
  let least = Infinity;
  for (let exit = 0; exit < exits.length; exit++) {
    for (let entry = 0; entry < entries.length; entry++) {
      const length = network.nodeDistance_m[exits[exit]! * network.nodes.count + entries[entry]!]!;
      if (length < least) {
        least = length;
        best = exit * 65536 + entry;
      }
    }
  }
  known[at] = best;
  return best;
}

// ---------------------------------------------------------------------------------------------------------------------
// The order of the areas.

class AreaChain {
  /** Number of areas with stops. */
  count = 0;
  /** The areas with stops in the order found: 0 … count - 1. */
  order = new Int32Array(8);
  private areas = new Int32Array(8);
  private hasStops = new Uint8Array(8);
  // Per position in `areas`: the leg from the start and the leg to the end, metres.
  private first_m = new Float64Array(8);
  private last_m = new Float64Array(8);
  private trial = new Int32Array(8);
  private least_m = Infinity;
  private view!: RoutingView;

  /** Finds the areas with stops and their best order. */
  find(view: RoutingView): void {
    this.view = view;
    const all = view.areas.length;
    if (this.order.length < all) this.reserve(all);
    const { areas, order, hasStops, first_m, last_m } = this;
    hasStops.fill(0, 0, all);
    for (let s = 0; s < view.stops.length; s++) hasStops[view.stops[s]!.area] = 1;
    let count = 0;
    for (let area = 0; area < all; area++) if (hasStops[area] === 1) areas[count++] = area;
    this.count = count;
    if (count < 2) {
      order[0] = areas[0]!;
      return;
    }
    for (let position = 0; position < count; position++) {
      const area = view.areas[areas[position]!]!;
      const entry = area.crossingNodes[crossingNearestToPlace(view.network, area, view.start, true)]!;
      const exit = area.crossingNodes[crossingNearestToPlace(view.network, area, view.end, false)]!;
      first_m[position] = placeToNode_m(view.network, view.start, entry, true);
      last_m[position] = placeToNode_m(view.network, view.end, exit, false);
    }
    this.least_m = Infinity;
    if (count <= MAX_PERMUTED_AREAS) this.permute(0, 0, 0);
    else this.nearestNext();
  }

  /** Depth first over the orders; `used` is a bit set of positions in `areas`. */
  private permute(depth: number, used: number, length_m: number): void {
    const { areas, trial, order, count } = this;
    if (length_m >= this.least_m) return;
    if (depth === count) {
      const total_m = length_m + this.last_m[trial[depth - 1]!]!;
      if (total_m >= this.least_m) return;
      this.least_m = total_m;
      for (let at = 0; at < count; at++) order[at] = areas[trial[at]!]!;
      return;
    }
    for (let next = 0; next < count; next++) {
      if ((used >> next) & 1) continue;
      const leg_m = depth === 0 ? this.first_m[next]! : this.leg_m(trial[depth - 1]!, next);
      trial[depth] = next;
      this.permute(depth + 1, used | (1 << next), length_m + leg_m);
    }
  }

  private nearestNext(): void {
    const { areas, order, hasStops, count } = this;
    let here = -1;
    for (let depth = 0; depth < count; depth++) {
      let nearest = -1;
      let least_m = Infinity;
      for (let next = 0; next < count; next++) {
        if (hasStops[areas[next]!] === 0) continue;
        const leg_m = here < 0 ? this.first_m[next]! : this.leg_m(here, next);
        if (nearest < 0 || leg_m < least_m) {
          least_m = leg_m;
          nearest = next;
        }
      }
      hasStops[areas[nearest]!] = 0;
      order[depth] = areas[nearest]!;
      here = nearest;
    }
  }

  private leg_m(from: number, to: number): number {
    const { network, areas } = this.view;
    const a = this.areas[from]!;
    const b = this.areas[to]!;
    const way = doorway(network, areas, a, b);
    const exit = areas[a]!.crossingNodes[way >> 16]!;
    const entry = areas[b]!.crossingNodes[way & 65535]!;
    return network.nodeDistance_m[exit * network.nodes.count + entry]!;
  }

  private reserve(areas: number): void {
    this.order = new Int32Array(areas);
    this.areas = new Int32Array(areas);
    this.trial = new Int32Array(areas);
    this.hasStops = new Uint8Array(areas);
    this.first_m = new Float64Array(areas);
    this.last_m = new Float64Array(areas);
  }
}

const chain = new AreaChain();

// ---------------------------------------------------------------------------------------------------------------------

/** Length of walking the stops of `view` in `sequence`, from start to end, metres. */
export function sequenceLength_m(view: RoutingView, sequence: readonly number[]): number {
  const { network, stops } = view;
  let length = 0;
  let here = view.start;
  for (const s of sequence) {
    const place = stops[s]!.place;
    length += walkingDistance_m(network, here, place);
    here = place;
  }
  return length + walkingDistance_m(network, here, view.end);
}

/** The algorithm of one area. */
export type AlgorithmOf = (area: StorageArea) => RectangularAlgorithm;

/** Visiting order of the stops of `view` when each area is routed by its algorithm. */
export function chainAreas(view: RoutingView, algorithmOf: AlgorithmOf): number[] {
  const { network, areas } = view;
  chain.find(view);
  const { order, count } = chain;
  const sequence: number[] = [];
  for (let at = 0; at < count; at++) {
    const index = order[at]!;
    const area = areas[index]!;
    const aisles = area.aisles_x_m.length;
    const entry =
      at === 0 ? crossingNearestToPlace(network, area, view.start, true) : doorway(network, areas, order[at - 1]!, index) & 65535;
    const exit =
      at === count - 1
        ? crossingNearestToPlace(network, area, view.end, false)
        : doorway(network, areas, index, order[at + 1]!) >> 16;
    instance.fill(view, index);
    instance.start = { aisle: entry % aisles, crossAisle: Math.floor(entry / aisles) };
    instance.end = { aisle: exit % aisles, crossAisle: Math.floor(exit / aisles) };
    const from = sequence.length;
    sequenceRectangular(algorithmOf(area), instance, sequence);
    for (let p = from; p < sequence.length; p++) sequence[p] = instance.stop[sequence[p]!]!;
  }
  return alongPassages(view, sequence);
}

/** The tour of `view` when each area is routed by its algorithm. */
export function composeTour(view: RoutingView, algorithmOf: AlgorithmOf): Route {
  const sequence = chainAreas(view, algorithmOf);
  return { sequence, length_m: sequenceLength_m(view, sequence) };
}
