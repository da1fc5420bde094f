// What never changes during a search with hard time windows: costs of arcs by sort of vehicle, travel times, widths of windows, the
// nearest stops of each, and the keys by which absent stops are sorted.
//
// A tolerance of 1e-10 of the horizon and of the capacities is built in here once, so that sums of decimals that should meet a
// limit exactly do not fail it by a last bit.

import type { VehicleRoutingProblem, VehicleSort } from '../problem.ts';

const TOLERANCE = 1e-10;
/** Nearest stops that are known of each stop; the ruin walks along them until it has enough routes. */
const MOST_NEIGHBOURS = 400;

export class TimeWindowTables {
  readonly problem: VehicleRoutingProblem;
  /** Depot and stops: rows and columns of the tables below. */
  readonly nodes: number;
  readonly sorts: readonly VehicleSort[];
  readonly dimensions: number;
  /** By sort: cost of the arc from the row's node, and of the arc to it (the same array where costs are symmetric). */
  readonly costFrom: readonly Float64Array[];
  readonly costTo: readonly Float64Array[];
  readonly distanceFrom: Float64Array;
  readonly timeFrom: Float64Array;
  readonly timeTo: Float64Array;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly service: Float64Array;
  /** demand[node * dimensions + k], capacity[sort * dimensions + k]. */
  readonly demand: Float64Array;
  readonly capacity: Float64Array;
  readonly classes: Uint8Array;
  /** By sort. */
  readonly sortClasses: Int32Array;
  readonly maxStops: Float64Array;
  readonly maxDistance: Float64Array;
  /** By sort: when a vehicle can leave the depot, and when it has to be back. */
  readonly departs: Float64Array;
  readonly returns: Float64Array;
  /** Whether any window or shift can ever bind, whether any sort has a longest distance. */
  readonly timed: boolean;
  readonly limitsDistance: boolean;

  constructor(problem: VehicleRoutingProblem) {
    const { node, travel, vehicles } = problem;
    const nodes = problem.stops + 1;
    this.problem = problem;
    this.nodes = nodes;
    this.sorts = vehicles;
    this.dimensions = node.demand.length;
    this.distanceFrom = corner(travel.distance, problem.nodes, nodes);
    this.timeFrom = corner(travel.durations[0]!, problem.nodes, nodes);
    this.timeTo = transposed(this.timeFrom, nodes);
    const tables = new Map<number, Float64Array>();
    this.costFrom = vehicles.map((sort) => this.arcCosts(sort, tables));
    const transposes = new Map([...tables.values()].map((table) => [table, transposed(table, nodes)]));
    this.costTo = this.costFrom.map((table) => transposes.get(table)!);
    const horizon = finiteHorizon(problem);
    this.opens = node.opens.slice(0, nodes);
    this.closes = node.closes.slice(0, nodes).map((closes) => closes + TOLERANCE * horizon);
    this.service = node.service.slice(0, nodes);
    this.departs = Float64Array.from(vehicles, ({ shiftStart }) => Math.max(shiftStart, node.opens[0]!));
    this.returns = Float64Array.from(vehicles, ({ shiftEnd }) => Math.min(shiftEnd, node.closes[0]!) + TOLERANCE * horizon);
    this.demand = new Float64Array(nodes * this.dimensions);
    node.demand.forEach((column, k) => {
      for (let stop = 1; stop < nodes; stop++) this.demand[stop * this.dimensions + k] = column[stop]!;
    });
    this.capacity = Float64Array.from(vehicles.flatMap(({ capacity }) => capacity.map((most) => most * (1 + TOLERANCE))));
    this.classes = node.classes;
    this.sortClasses = Int32Array.from(vehicles, ({ classes }) => classes);
    this.maxStops = Float64Array.from(vehicles, ({ maxStops }) => maxStops);
    this.maxDistance = Float64Array.from(vehicles, ({ maxDistance }) => maxDistance * (1 + TOLERANCE));
    this.timed = this.bindsInTime();
    this.limitsDistance = vehicles.some(({ maxDistance }) => maxDistance < Infinity);
  }

  /** Equal tables are one array, so that sorts which cost the same share it. */
  private arcCosts({ costPerDistance }: VehicleSort, known: Map<number, Float64Array>): Float64Array {
    const table = known.get(costPerDistance) ?? this.distanceFrom.map((distance) => costPerDistance * distance);
    known.set(costPerDistance, table);
    return table;
  }

  /** False where even the longest way round through all stops meets every window. */
  private bindsInTime(): boolean {
    let longest = 0;
    for (let stop = 0; stop < this.nodes; stop++) {
      if (this.opens[stop]! > Math.min(...this.departs)) return true;
      let row = 0;
      for (let other = 0; other < this.nodes; other++) row = Math.max(row, this.timeFrom[stop * this.nodes + other]!);
      longest += row + this.service[stop]!;
    }
    const latest = Math.max(...this.departs) + longest;
    return this.closes.some((closes) => closes < latest) || this.returns.some((back) => back < latest);
  }

  /** As many vehicles as the goods fill, were each the largest in that dimension. */
  leastVehicles(): number {
    const { dimensions, nodes } = this;
    let least = 1;
    for (let k = 0; k < dimensions; k++) {
      let sum = 0;
      let largest = 0;
      for (let stop = 1; stop < nodes; stop++) sum += this.demand[stop * dimensions + k]!;
      for (let sort = 0; sort < this.sorts.length; sort++) largest = Math.max(largest, this.capacity[sort * dimensions + k]!);
      if (largest > 0 && largest < Infinity) least = Math.max(least, Math.ceil(sum / largest - TOLERANCE));
    }
    return least;
  }

  /** Row by row, the nearest requests (stop - 1), itself first; distances both ways are added. */
  neighbours(): { of: Int32Array; count: number } {
    const { nodes, distanceFrom } = this;
    const count = Math.min(nodes - 1, MOST_NEIGHBOURS);
    const of = new Int32Array((nodes - 1) * count);
    const apart = new Float64Array(nodes);
    const order = Array.from({ length: nodes - 1 }, (_, request) => request);
    for (let request = 0; request < nodes - 1; request++) {
      const row = (request + 1) * nodes;
      for (let other = 1; other < nodes; other++) {
        apart[other - 1] = distanceFrom[row + other]! + distanceFrom[other * nodes + request + 1]!;
      }
      apart[request] = -1;
      order.sort((a, b) => apart[a]! - apart[b]! || a - b);
      for (let k = 0; k < count; k++) of[request * count + k] = order[k]!;
    }
    return { of, count };
  }

  /** Demand (largest first), far from and close to the depot, and where windows bind: length, start and end of the window. */
  keys(): { readonly weight: number; readonly of: Float64Array }[] {
    const { nodes, dimensions, demand } = this;
    const column = (of: (stop: number) => number) => Float64Array.from({ length: nodes - 1 }, (_, request) => of(request + 1));
    const most = Array.from({ length: dimensions }, (_, k) => {
      const capacities = this.sorts.map(({ capacity }) => capacity[k]!).filter((capacity) => capacity > 0);
      return Math.max(...capacities, Number.MIN_VALUE);
    });
    const share = (stop: number) => most.reduce((sum, capacity, k) => sum + demand[stop * dimensions + k]! / capacity, 0);
    const keys = [
      { weight: 4, of: column((stop) => -share(stop)) },
      { weight: 2, of: column((stop) => -this.distanceFrom[stop]!) },
      { weight: 1, of: column((stop) => this.distanceFrom[stop]!) },
    ];
    if (!this.timed) return keys;
    const { opens, closes } = this;
    return [
      ...keys,
      { weight: 2, of: column((stop) => closes[stop]! - opens[stop]!) },
      { weight: 2, of: column((stop) => opens[stop]!) },
      { weight: 2, of: column((stop) => closes[stop]!) },
    ];
  }
}

function corner(table: Float64Array, width: number, nodes: number): Float64Array {
  if (width === nodes) return table;
  const out = new Float64Array(nodes * nodes);
  for (let from = 0; from < nodes; from++) out.set(table.subarray(from * width, from * width + nodes), from * nodes);
  return out;
}

/** The table with rows and columns exchanged: the very same array where that changes nothing. */
function transposed(table: Float64Array, nodes: number): Float64Array {
  const out = new Float64Array(nodes * nodes);
  let symmetric = true;
  for (let from = 0; from < nodes; from++) {
    for (let to = 0; to < nodes; to++) {
      out[to * nodes + from] = table[from * nodes + to]!;
      if (table[from * nodes + to] !== table[to * nodes + from]) symmetric = false;
    }
  }
  return symmetric ? table : out;
}

/** The latest finite moment that the problem names. */
function finiteHorizon({ node, stops, vehicles }: VehicleRoutingProblem): number {
  let horizon = 1;
  const look = (moment: number) => {
    if (Number.isFinite(moment)) horizon = Math.max(horizon, Math.abs(moment));
  };
  for (let stop = 0; stop <= stops; stop++) look(node.closes[stop]!);
  for (const { shiftEnd } of vehicles) look(shiftEnd);
  return horizon;
}
