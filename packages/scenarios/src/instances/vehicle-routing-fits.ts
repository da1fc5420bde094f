// Whether every stop of an instance can be served at all: carried, reached and left in time, and in reach of a battery, by some
// vehicle that serves nothing else. And whether charging stations can be reached.
//
// Ways are shortest ones over any places, so that nothing is refused that a detour makes possible (given distances, and cut-off
// ones, need not keep the triangle inequality); what else the way costs (other windows, charging) is left out. So what is refused
// here cannot be served; what is not refused may still be impossible.

import type { VehicleRoutingProblem, VehicleSort } from '@dongseon/engine';
import type { ProblemList } from '../validate/problem.ts';
import { drive, leastDurations } from './vehicle-routing-travel.ts';
import type { VehicleRoutingInstance } from './vehicle-routing.ts';

const SLACK = 1e-6;

/** Why a vehicle cannot serve a stop. */
interface Obstacle {
  readonly code: 'E8413' | 'E8414' | 'E8415';
  readonly cause: string;
}

const CURES: Readonly<Record<Obstacle['code'], string>> = {
  E8413: 'Give a vehicle that carries it, or divide the goods among several stops.',
  E8414: 'Widen the window or the shift, or give a vehicle that can be there in time.',
  E8415: 'Add a charging station near it, or give a vehicle of a longer range.',
};

/** E8412; and, of exit code 4, E8413, E8414, E8415 for stops that must be served. */
export function checkServable(instance: VehicleRoutingInstance, place: (node: number) => string, problems: ProblemList): void {
  const { problem, ids, vehicleIds } = instance;
  if (problem.unservedCost < Infinity && problem.stations.length === 0) return;
  const reach = new Reach(problem);
  reach.unreachedStations().forEach((station) => {
    problems.add(
      'E8412',
      place(station),
      `no vehicle gets to the charging station "${ids[station]}" without running empty`,
      'Take it out, or add a station on the way.',
    );
  });
  if (problem.unservedCost < Infinity) return;
  for (let stop = 1; stop <= problem.stops; stop++) {
    if (problem.vehicles.some((_, sort) => reach.obstacle(sort, stop) === undefined)) continue;
    const obstacles = problem.vehicles.map((_, sort) => reach.obstacle(sort, stop));
    // The vehicle that gets furthest: one that can carry it but is late tells more than one that cannot carry it.
    const furthest = obstacles.reduce((best, one) => (one!.code > best!.code ? one : best))!;
    const sort = vehicleIds[obstacles.indexOf(furthest)];
    const who = problem.vehicles.length > 1 ? `no vehicle can serve "${ids[stop]}": "${sort}"` : `"${ids[stop]}": the vehicle`;
    problems.add(furthest.code, place(stop), `${who} ${furthest.cause}`, CURES[furthest.code], false);
  }
}

/** Shortest ways, out and back, of every sort of vehicle. */
class Reach {
  private readonly problem: VehicleRoutingProblem;
  private readonly pickupOf: Int32Array;
  private readonly least: Float64Array;
  /** Least time from the depot to each node, and from each node to the depot. */
  private readonly out: Float64Array;
  private readonly home: Float64Array;
  /** Earliest arrival at each node. */
  private readonly arrivals: Alike<Float64Array>;
  private readonly legs: Alike<Legs | undefined>;

  constructor(problem: VehicleRoutingProblem) {
    this.problem = problem;
    this.pickupOf = new Int32Array(problem.nodes);
    problem.deliveryOf?.forEach((delivery, pickup) => {
      if (delivery > 0) this.pickupOf[delivery] = pickup;
    });
    const { nodes, node } = problem;
    const least = (this.least = leastDurations(problem));
    this.out = shortest(nodes, 0, 0, (from, to, at) => at + node.service[from]! + least[from * nodes + to]!);
    this.home = shortest(nodes, 0, 0, (from, to, at) => at + node.service[from]! + least[to * nodes + from]!);
    this.arrivals = new Alike(problem.vehicles, ({ shiftStart, startNode }) => `${shiftStart} ${startNode}`);
    this.legs = new Alike(
      problem.vehicles,
      (vehicle) => `${rangeOf(vehicle)} ${vehicle.startNode} ${vehicle.battery === undefined}`,
    );
  }

  /** Stations that no vehicle with a battery gets to; none where there is no such vehicle. */
  unreachedStations(): number[] {
    const { vehicles, stations } = this.problem;
    const electric = vehicles.flatMap(({ battery }, sort) => (battery === undefined ? [] : [sort]));
    const unlimited = electric.some((sort) => this.legsOf(sort) === undefined);
    if (electric.length === 0 || unlimited) return [];
    return stations.filter((station) => !electric.some((sort) => this.legsOf(sort)!.reached.has(station)));
  }

  /** What keeps a vehicle of a sort from serving a stop and nothing else. */
  obstacle(sort: number, stop: number): Obstacle | undefined {
    return this.overload(sort, stop) ?? this.lateness(sort, stop) ?? this.outOfRange(sort, stop);
  }

  private overload(sort: number, stop: number): Obstacle | undefined {
    const { capacity, classes, onBoard } = this.problem.vehicles[sort]!;
    const { demand, classes: asked } = this.problem.node;
    const loads = demand.map((load) => Math.abs(load[stop]!));
    const over = loads.findIndex((load, dimension) => load > capacity[dimension]! * (1 + 1e-9));
    const owner = this.problem.vehicles.findIndex((vehicle) => vehicle.onBoard.includes(stop));
    if (owner >= 0 && !onBoard.includes(stop))
      return { code: 'E8413', cause: 'does not have its goods, another has them on board' };
    if (over >= 0) return { code: 'E8413', cause: `carries ${capacity.join(', ')}; here are ${loads.join(', ')}` };
    if ((asked[stop]! & ~classes) !== 0) return { code: 'E8413', cause: 'does not carry its class of goods' };
    return undefined;
  }

  /** @param isDirect from a pickup to its delivery without a detour: enough where that is in time */
  private lateness(sort: number, stop: number, isDirect = true): Obstacle | undefined {
    const late = this.latenessBy(sort, stop, isDirect);
    return late !== undefined && isDirect && this.pickupOf[stop]! > 0 ? this.lateness(sort, stop, false) : late;
  }

  private latenessBy(sort: number, stop: number, isDirect: boolean): Obstacle | undefined {
    const { node, nodes, latenessCost } = this.problem;
    const { shiftEnd, onBoard, startNode, maxTrips } = this.problem.vehicles[sort]!;
    const isLoaded = !onBoard.includes(stop) && !this.isPaired(stop) && node.anywhere?.[stop] !== 1;
    const released = isLoaded ? node.release[stop]! + this.out[stop]! : 0;
    if (startNode > 0 && isLoaded && maxTrips === 1)
      return { code: 'E8414', cause: 'is under way without its goods, and makes no other trip' };
    let at = Math.max(this.arrivalsOf(sort)[stop]!, released);
    const pickup = this.pickupOf[stop]!;
    if (pickup > 0) {
      const leaves = Math.max(this.arrivalsOf(sort)[pickup]!, node.opens[pickup]!) + node.service[pickup]!;
      at = Math.max(at, leaves + (isDirect ? this.least[pickup * nodes + stop]! : this.wayOn(pickup)[stop]!));
    }
    const closes = node.closes[stop]!;
    if (latenessCost === Infinity && at > closes + SLACK)
      return { code: 'E8414', cause: `is there at ${shown(at)} at the earliest, and it closes at ${closes}` };
    const back = Math.max(at, node.opens[stop]!) + node.service[stop]! + this.home[stop]!;
    const end = Math.min(shiftEnd, node.closes[0]!);
    if (back > end + SLACK)
      return { code: 'E8414', cause: `is back at ${shown(back)} at the earliest, and its day ends at ${end}` };
    return undefined;
  }

  /** Least time from a pickup on, its own service not counted. */
  private wayOn(pickup: number): Float64Array {
    const { nodes, node } = this.problem;
    return shortest(
      nodes,
      pickup,
      -node.service[pickup]!,
      (from, to, at) => at + node.service[from]! + this.least[from * nodes + to]!,
    );
  }

  private isPaired(stop: number): boolean {
    return this.pickupOf[stop]! > 0 || (this.problem.deliveryOf?.[stop] ?? 0) > 0;
  }

  private outOfRange(sort: number, stop: number): Obstacle | undefined {
    const leg = this.legsOf(sort)?.lengths[stop];
    if (leg === undefined) return undefined;
    const range = rangeOf(this.problem.vehicles[sort]!);
    if (leg <= range * (1 + 1e-9) + SLACK) return undefined;
    const cause = Number.isFinite(leg)
      ? `gets ${shown(range)} far, and the way there and on to where it may end or charge is ${shown(leg)}`
      : 'finds no way there';
    return { code: 'E8415', cause };
  }

  private arrivalsOf(sort: number): Float64Array {
    const { problem } = this;
    const { nodes, node } = problem;
    return this.arrivals.of(sort, ({ shiftStart, startNode }) => {
      const first = Math.max(shiftStart, startNode === 0 ? node.opens[0]! : 0);
      return shortest(nodes, startNode, first, (from, to, at) => {
        const leaves = from === startNode ? at : Math.max(at, node.opens[from]!) + node.service[from]!;
        return drive(problem, from, to, leaves).at;
      });
    });
  }

  private legsOf(sort: number): Legs | undefined {
    return this.legs.of(sort, (vehicle) => this.makeLegs(vehicle));
  }

  /** undefined: it gets everywhere, or nothing is known of how far. */
  private makeLegs(vehicle: VehicleSort): Legs | undefined {
    const { nodes, stations, travel } = this.problem;
    const range = rangeOf(vehicle);
    if (range === Infinity || vehicle.startNode > 0) return undefined;
    const reached = new Set<number>();
    const there = (from: number): Float64Array => shortest(nodes, from, 0, (a, b, at) => at + travel.distance[a * nodes + b]!);
    const back = (to: number): Float64Array => shortest(nodes, to, 0, (a, b, at) => at + travel.distance[b * nodes + a]!);
    const legs = [there(0), back(0)] as const;
    const open = vehicle.battery === undefined ? [] : [...stations];
    let to = legs[0];
    for (let next = 0; next >= 0;) {
      next = open.findIndex((station) => to[station]! <= range + SLACK);
      if (next < 0) break;
      const [station] = open.splice(next, 1) as [number];
      reached.add(station);
      const [more, again] = [there(station), back(station)];
      to = to.map((length, node) => Math.min(length, more[node]!));
      legs[1].forEach((length, node) => (legs[1][node] = Math.min(length, again[node]!)));
    }
    return { lengths: to.map((length, node) => length + legs[1][node]!), reached };
  }
}

/** For a sort with a range: distances from where it fills up to each node and on to where it can; the stations it gets to. */
interface Legs {
  readonly lengths: Float64Array;
  readonly reached: ReadonlySet<number>;
}

/** Values of sorts of vehicles, worked out when they are asked for, once for all sorts of the same key. */
class Alike<T> {
  private readonly vehicles: readonly VehicleSort[];
  private readonly keys: readonly string[];
  private readonly made = new Map<string, T>();

  constructor(vehicles: readonly VehicleSort[], key: (vehicle: VehicleSort) => string) {
    this.vehicles = vehicles;
    this.keys = vehicles.map(key);
  }

  of(sort: number, make: (vehicle: VehicleSort) => T): T {
    const key = this.keys[sort]!;
    if (!this.made.has(key)) this.made.set(key, make(this.vehicles[sort]!));
    return this.made.get(key) as T;
  }
}

/** How far a vehicle gets from full. */
function rangeOf({ battery, maxDistance }: VehicleSort): number {
  if (battery === undefined) return maxDistance;
  return battery.usePerDistance > 0 ? battery.capacity / battery.usePerDistance : Infinity;
}

/**
 * Least value at every node from one, by Dijkstra's method.
 * @param after value at `to` of coming from `from`, never less than `at`
 */
function shortest(
  nodes: number,
  start: number,
  value: number,
  after: (from: number, to: number, at: number) => number,
): Float64Array {
  const best = new Float64Array(nodes).fill(Infinity);
  const done = new Uint8Array(nodes);
  best[start] = value;
  for (let round = 0; round < nodes; round++) {
    let at = -1;
    for (let node = 0; node < nodes; node++) if (done[node] === 0 && (at < 0 || best[node]! < best[at]!)) at = node;
    if (best[at] === Infinity) break;
    done[at] = 1;
    for (let node = 0; node < nodes; node++) if (done[node] === 0) best[node] = Math.min(best[node]!, after(at, node, best[at]!));
  }
  return best;
}

function shown(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
