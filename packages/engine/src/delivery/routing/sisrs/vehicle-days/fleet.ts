// The vehicles of a problem, one by one: columns by vehicle of what its sort says, and what each can carry.

import type { RouteBreak, VehicleRoutingProblem, VehicleSort } from '../problem.ts';

export class Fleet {
  readonly count: number;
  readonly dimensions: number;
  /** By vehicle: its sort; where it starts; 1 if it is under way, so that nothing is added to its first trip. */
  readonly sort: Int32Array;
  readonly startNode: Int32Array;
  readonly underWay: Uint8Array;
  /** By vehicle: when it may leave and must be back; the time between two trips. */
  readonly begin: Float64Array;
  readonly end: Float64Array;
  readonly reload: Float64Array;
  readonly maxTrips: Float64Array;
  readonly maxStops: Float64Array;
  readonly maxDistance: Float64Array;
  readonly fixedCost: Float64Array;
  readonly perDistance: Float64Array;
  readonly perTime: Float64Array;
  /** By vehicle: the energy it holds, starts with, uses per distance, and charges in one reload; 0 used: no battery. */
  readonly energy: Float64Array;
  readonly energyAtStart: Float64Array;
  readonly energyPerDistance: Float64Array;
  readonly energyPerReload: Float64Array;
  /** capacity[vehicle * dimensions + k]. */
  readonly capacity: Float64Array;
  readonly breaks: readonly (readonly RouteBreak[])[];
  /** By vehicle: 1 where a time of the day is as good as another and nothing interrupts, so that latest times are known. */
  readonly plain: Uint8Array;
  /** By vehicle: 1 where the cost is the distance only (and the vehicle), if moreover nothing is late. */
  readonly distanceOnly: Uint8Array;
  /** By node: the vehicle that has its goods on board; -1: none. */
  readonly pinnedTo: Int32Array;
  /** By node: from when on a trip that takes it may leave; 0 where nothing for it has to be loaded. */
  readonly release: Float64Array;
  /** By node: 1 where it may join a first trip under way. */
  readonly anywhere: Uint8Array;
  /**
   * By vehicle: what its first trip has used up for good: before its start, and by goods on board. usedLoad[vehicle *
   * dimensions + k].
   */
  readonly usedLoad: Float64Array;
  readonly usedStops: Float64Array;
  readonly usedDistance: Float64Array;
  /** By sort and node: 1 where the sort may serve the node. may[sort * nodes + node]. */
  readonly may: Uint8Array;
  private readonly nodes: number;
  private readonly demand: readonly Float64Array[];

  constructor(problem: VehicleRoutingProblem) {
    const { vehicles, node, nodes, travel } = problem;
    const counts = vehicles.map(({ count }) => Math.min(count, problem.stops));
    const sorts = counts.flatMap((count, sort) => Array.from({ length: count }, () => sort));
    const of = (value: (sort: VehicleSort) => number) => Float64Array.from(sorts, (sort) => value(vehicles[sort]!));
    this.nodes = nodes;
    this.demand = node.demand;
    this.count = sorts.length;
    this.dimensions = node.demand.length;
    this.sort = Int32Array.from(sorts);
    this.startNode = Int32Array.from(sorts, (sort) => vehicles[sort]!.startNode);
    this.underWay = Uint8Array.from(sorts, (sort) => Number(isUnderWay(vehicles[sort]!)));
    this.begin = of((sort) => (sort.startNode === 0 ? Math.max(sort.shiftStart, node.opens[0]!) : sort.shiftStart));
    this.end = of(({ shiftEnd }) => Math.min(shiftEnd, node.closes[0]!));
    this.reload = of(({ reload }) => reload);
    this.maxTrips = of(({ maxTrips }) => maxTrips);
    this.maxStops = of(({ maxStops }) => maxStops);
    this.maxDistance = of(({ maxDistance }) => maxDistance);
    this.fixedCost = of(({ fixedCost }) => fixedCost);
    this.perDistance = of(({ costPerDistance }) => costPerDistance);
    this.perTime = of(({ costPerTime }) => costPerTime);
    this.energy = of(({ battery }) => battery?.capacity ?? 0);
    this.energyAtStart = of(({ battery }) => battery?.start ?? 0);
    this.energyPerDistance = of(({ battery }) => battery?.usePerDistance ?? 0);
    this.energyPerReload = of(({ battery, reload }) => (battery?.chargeRate ?? 0) * reload);
    this.capacity = Float64Array.from(sorts.flatMap((sort) => vehicles[sort]!.capacity));
    this.breaks = sorts.map((sort) => [...vehicles[sort]!.breaks].sort((a, b) => a.earliest - b.earliest));
    const onePeriod = travel.durations.length === 1;
    this.plain = Uint8Array.from(this.breaks, (breaks) => Number(onePeriod && breaks.length === 0));
    const neverLate = problem.latenessCost === Infinity || problem.latenessCost === 0;
    this.distanceOnly = Uint8Array.from(this.plain, (plain, v) => Number(plain === 1 && neverLate && this.perTime[v] === 0));
    this.pinnedTo = new Int32Array(nodes).fill(-1);
    for (let v = 0; v < this.count; v++) for (const stop of vehicles[sorts[v]!]!.onBoard) this.pinnedTo[stop] = v;
    this.anywhere = node.anywhere ?? new Uint8Array(nodes);
    this.release = node.release.map((time, stop) => (this.pinnedTo[stop] === -1 && this.anywhere[stop] === 0 ? time : 0));
    this.usedLoad = Float64Array.from(
      sorts.flatMap((sort) => node.demand.map((demand, k) => usedLoad(vehicles[sort]!, demand, k))),
    );
    this.usedStops = of(({ used, onBoard }) => (used?.stops ?? 0) + onBoard.length);
    this.usedDistance = of(({ used }) => used?.distance ?? 0);
    this.may = new Uint8Array(vehicles.length * nodes);
    vehicles.forEach(({ classes, capacity, maxStops }, sort) => {
      for (let stop = 1; stop <= problem.stops; stop++) {
        const fits = node.demand.every((demand, k) => demand[stop]! <= capacity[k]!) && maxStops >= 1;
        this.may[sort * nodes + stop] = Number(fits && (node.classes[stop]! & ~classes) === 0);
      }
    });
  }

  /** No plan that serves all stops uses fewer vehicles: those under way, and what the largest can carry in all their trips. */
  least(): number {
    let least = this.underWay.reduce((sum, one) => sum + one, 0);
    this.demand.forEach((demand, k) => {
      let total = 0;
      for (let stop = 1; stop < demand.length; stop++) if (this.pinnedTo[stop] === -1) total += demand[stop]!;
      let most = 0;
      for (let v = 0; v < this.count; v++) most = Math.max(most, this.capacity[v * this.dimensions + k]! * this.maxTrips[v]!);
      if (most > 0) least = Math.max(least, Math.ceil(total / most - 1e-9));
    });
    return Math.max(1, least);
  }

  /**
   * Whether a stop may be in a trip that is the `first` of a vehicle's day or not, as to class, load of its own and goods
   * on board.
   */
  mayJoin(vehicle: number, node: number, first: boolean): boolean {
    const pinned = this.pinnedTo[node]!;
    if (pinned >= 0) return first && pinned === vehicle;
    if (first && this.underWay[vehicle] === 1 && this.anywhere[node] === 0) return false;
    return this.may[this.sort[vehicle]! * this.nodes + node] === 1;
  }
}

function usedLoad(sort: VehicleSort, demand: Float64Array, k: number): number {
  return sort.onBoard.reduce((sum, stop) => sum + demand[stop]!, sort.used?.load[k] ?? 0);
}

/** Whether a vehicle's first trip has begun: it is elsewhere, or has goods on board. */
export function isUnderWay(sort: { readonly startNode: number; readonly onBoard: readonly number[] }): boolean {
  return sort.startNode !== 0 || sort.onBoard.length > 0;
}
