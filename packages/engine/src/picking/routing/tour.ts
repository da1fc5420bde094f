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

  fill(view: RoutingView, area: number): void {
    if (this.stop.length < view.stops.length) {
      const capacity = 2 * view.stops.length;
      this.aisle = new Int32Array(capacity);
      this.block = new Int32Array(capacity);
      this.offset_m = new Float64Array(capacity);
      this.stop = new Int32Array(capacity);
    }
    const { aisles_x_m, crossAisles_y_m } = view.areas[area]!;
    this.layout = { aisles_x_m, crossAisles_y_m };
    let count = 0;
    for (let s = 0; s < view.stops.length; s++) {
      const stop = view.stops[s]!;
      if (stop.area !== area) continue;
      this.aisle[count] = stop.aisle;
      this.block[count] = stop.block;
      this.offset_m[count] = stop.offset_m;
      this.stop[count++] = s;
    }
    this.count = count;
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

/** The nearest crossings of each ordered pair of areas of one building: exit · 65536 + entry, [from · areas + to]. */
const doorways = new WeakMap<readonly StorageArea[], Int32Array>();

function doorway(network: Network, areas: readonly StorageArea[], from: number, to: number): number {
  let known = doorways.get(areas);
  if (known === undefined) {
    known = new Int32Array(areas.length * areas.length).fill(-1);
    doorways.set(areas, known);
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
  /** Areas with stops, then the order found. */
  readonly areas: number[] = [];
  readonly order: number[] = [];
  private readonly entry: number[] = [];
  private readonly exit: number[] = [];
  private readonly trial: number[] = [];
  private least = Infinity;
  private view!: RoutingView;

  /** Finds the areas with stops and their best order. */
  find(view: RoutingView): void {
    this.view = view;
    const { areas, order, entry, exit, trial } = this;
    areas.length = order.length = entry.length = exit.length = trial.length = 0;
    for (const stop of view.stops) if (!areas.includes(stop.area)) areas.push(stop.area);
    areas.sort((a, b) => a - b);
    if (areas.length < 2) {
      order.push(...areas);
      return;
    }
    for (const area of areas) {
      entry.push(crossingNearestToPlace(view.network, view.areas[area]!, view.start, true));
      exit.push(crossingNearestToPlace(view.network, view.areas[area]!, view.end, false));
    }
    if (areas.length > MAX_PERMUTED_AREAS) {
      this.nearestNext();
      return;
    }
    this.least = Infinity;
    this.permute(0, 0, 0);
  }

  /** Depth first over the orders; `used` is a bit set of positions in `areas`. */
  private permute(depth: number, used: number, length_m: number): void {
    const { areas, trial, order } = this;
    if (length_m >= this.least) return;
    if (depth === areas.length) {
      const total = length_m + this.lastLeg_m(trial[depth - 1]!);
      if (total >= this.least) return;
      this.least = total;
      order.length = 0;
      for (const position of trial) order.push(areas[position]!);
      return;
    }
    for (let next = 0; next < areas.length; next++) {
      if ((used >> next) & 1) continue;
      const leg = depth === 0 ? this.firstLeg_m(next) : this.leg_m(trial[depth - 1]!, next);
      trial[depth] = next;
      trial.length = depth + 1;
      this.permute(depth + 1, used | (1 << next), length_m + leg);
      trial.length = depth;
    }
  }

  private nearestNext(): void {
    const { areas, order } = this;
    let used = new Set<number>();
    let here = -1;
    for (let depth = 0; depth < areas.length; depth++) {
      let nearest = -1;
      let least = Infinity;
      for (let next = 0; next < areas.length; next++) {
        if (used.has(next)) continue;
        const leg = here < 0 ? this.firstLeg_m(next) : this.leg_m(here, next);
        if (leg < least) {
          least = leg;
          nearest = next;
        }
      }
      used = used.add(nearest);
      order.push(areas[nearest]!);
      here = nearest;
    }
  }

  private firstLeg_m(position: number): number {
    const { network, areas, start } = this.view;
    return placeToNode_m(network, start, areas[this.areas[position]!]!.crossingNodes[this.entry[position]!]!, true);
  }

  private lastLeg_m(position: number): number {
    const { network, areas, end } = this.view;
    return placeToNode_m(network, end, areas[this.areas[position]!]!.crossingNodes[this.exit[position]!]!, false);
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

/** Visiting order of the stops of `view` when each area is routed by `algorithm`. */
export function chainAreas(view: RoutingView, algorithm: RectangularAlgorithm): number[] {
  const { network, areas } = view;
  chain.find(view);
  const { order } = chain;
  const sequence: number[] = [];
  for (let at = 0; at < order.length; at++) {
    const index = order[at]!;
    const area = areas[index]!;
    const aisles = area.aisles_x_m.length;
    const entry = at === 0
      ? crossingNearestToPlace(network, area, view.start, true)
      : doorway(network, areas, order[at - 1]!, index) & 65535;
    const exit = at === order.length - 1
      ? crossingNearestToPlace(network, area, view.end, false)
      : doorway(network, areas, index, order[at + 1]!) >> 16;
    instance.fill(view, index);
    instance.start = { aisle: entry % aisles, crossAisle: Math.floor(entry / aisles) };
    instance.end = { aisle: exit % aisles, crossAisle: Math.floor(exit / aisles) };
    const from = sequence.length;
    sequenceRectangular(algorithm, instance, sequence);
    for (let p = from; p < sequence.length; p++) sequence[p] = instance.stop[sequence[p]!]!;
  }
  return sequence;
}

/** The tour of `view` when each area is routed by `algorithm`. */
export function composeTour(view: RoutingView, algorithm: RectangularAlgorithm): Route {
  const sequence = chainAreas(view, algorithm);
  return { sequence, length_m: sequenceLength_m(view, sequence) };
}
