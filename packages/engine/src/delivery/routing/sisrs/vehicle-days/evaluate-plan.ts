// What a plan comes to: whether it can be done, and if not why; its cost, distance and times of arrival. Plainly, visit by visit;
// the search has faster ways (day-schedule.ts), and tests hold the two together.
//
// Applies to: problems that `vehicleDaysSupports` accepts.
// Cost:       O(visits).
//
// Worked example: tests/engine/delivery/routing/sisrs/vehicle-days/evaluate-plan.test.ts.

import type { PlannedRoute, RoutePlan, VehicleRoutingProblem, VehicleSort } from '../problem.ts';
import { isUnderWay } from './fleet.ts';
import { timeDay, type TimedBreak, type TimedTrip } from './plan-timing.ts';

export type PlanFaultKind =
  | 'vehicle'
  | 'visited-twice'
  | 'not-visited'
  | 'class'
  | 'load'
  | 'stops'
  | 'length'
  | 'trips'
  | 'window'
  | 'shift'
  | 'break'
  | 'energy'
  | 'on-board';

export interface PlanFault {
  readonly kind: PlanFaultKind;
  /** Index into the plan's routes; -1: of no route. */
  readonly route: number;
  /** The stop it is about; 0: the whole route. */
  readonly stop: number;
  /** By how much a limit is passed; 0 where that means nothing. */
  readonly by: number;
}

export interface EvaluatedRoute {
  readonly trips: readonly TimedTrip[];
  readonly breaks: readonly TimedBreak[];
  readonly distance: number;
  /** Time on the road: from each departure to the return. */
  readonly time: number;
  /** Sum of the times by which services begin after their stops close. */
  readonly lateness: number;
  readonly lateStops: number;
  readonly cost: number;
}

export interface EvaluatedPlan {
  readonly feasible: boolean;
  readonly faults: readonly PlanFault[];
  readonly routes: readonly EvaluatedRoute[];
  readonly cost: number;
  readonly distance: number;
  readonly time: number;
  readonly lateness: number;
}

/** Sums of doubles are not exact. */
const TOLERANCE = 1e-6;

export function evaluatePlan(problem: VehicleRoutingProblem, plan: RoutePlan): EvaluatedPlan {
  const faults: PlanFault[] = [];
  const routes = plan.routes.map((route, i) => {
    const sort = problem.vehicles[route.sort]!;
    return new RouteEvaluation(problem, sort, route, (kind, stop, by) => faults.push({ kind, route: i, stop, by })).result();
  });
  const add = (kind: PlanFaultKind, stop: number) => faults.push({ kind, route: -1, stop, by: 0 });
  const visits = new Int32Array(problem.nodes);
  for (const { visits: nodes } of plan.routes) for (const node of nodes) visits[node]!++;
  for (const stop of plan.unserved) visits[stop]!++;
  for (let stop = 1; stop <= problem.stops; stop++)
    if (visits[stop] !== 1) add(visits[stop]! > 1 ? 'visited-twice' : 'not-visited', stop);
  problem.vehicles.forEach((sort, s) => {
    const used = plan.routes.filter((route) => route.sort === s).length;
    if (used > sort.count || (used === 0 && isUnderWay(sort))) add('vehicle', 0);
  });
  if (problem.unservedCost === Infinity) for (const stop of plan.unserved) add('not-visited', stop);
  const sum = (of: (route: EvaluatedRoute) => number) => routes.reduce((total, route) => total + of(route), 0);
  const unserved = plan.unserved.length > 0 && problem.unservedCost < Infinity ? plan.unserved.length * problem.unservedCost : 0;
  return {
    feasible: faults.length === 0,
    faults,
    routes,
    cost: sum(({ cost }) => cost) + unserved,
    distance: sum(({ distance }) => distance),
    time: sum(({ time }) => time),
    lateness: sum(({ lateness }) => lateness),
  };
}

class RouteEvaluation {
  private readonly problem: VehicleRoutingProblem;
  private readonly sort: VehicleSort;
  private readonly route: PlannedRoute;
  private readonly fault: (kind: PlanFaultKind, stop: number, by: number) => void;

  constructor(
    problem: VehicleRoutingProblem,
    sort: VehicleSort,
    route: PlannedRoute,
    fault: (kind: PlanFaultKind, stop: number, by: number) => void,
  ) {
    this.problem = problem;
    this.sort = sort;
    this.route = route;
    this.fault = fault;
  }

  result(): EvaluatedRoute {
    const { problem, sort } = this;
    const trips = tripsOf(this.route.visits);
    const underWay = isUnderWay(sort);
    trips.forEach((stops, i) => this.checkTrip(stops, underWay && i === 0));
    const released = trips.map((stops, i) => this.release(stops, underWay && i === 0));
    const { trips: timed, breaks } = timeDay(problem, sort, trips, released);
    if (trips.length > sort.maxTrips) this.fault('trips', 0, trips.length - sort.maxTrips);
    this.passes('shift', 0, timed.at(-1)!.back, Math.min(sort.shiftEnd, problem.node.closes[0]!));
    if (breaks.some(({ inTime }) => !inTime)) this.fault('break', 0, 0);
    const lengths = trips.map((stops, i) => this.lengthOf(stops, i === 0));
    this.checkEnergy(lengths);
    const late = timed.flatMap(({ visits }) => visits.map((visit) => this.lateness(visit.node, visit.begins)));
    const distance = lengths.reduce((sum, length) => sum + length, 0);
    const time = timed.reduce((sum, { leaves, back }) => sum + back - leaves, 0);
    const lateness = late.reduce((sum, one) => sum + one, 0);
    const lateCost = lateness > 0 && problem.latenessCost < Infinity ? lateness * problem.latenessCost : 0;
    const cost = sort.fixedCost + sort.costPerDistance * distance + sort.costPerTime * time + lateCost;
    return { trips: timed, breaks, distance, time, lateness, lateStops: late.filter((one) => one > 0).length, cost };
  }

  /** Classes, load, number of stops and length of a trip; of one under way only what has joined it. */
  private checkTrip(stops: readonly number[], underWay: boolean): void {
    const { problem, sort } = this;
    const { node } = problem;
    const joined = stops.filter((stop) => !this.isOnBoard(stop));
    for (const stop of stops) {
      const elsewhere = problem.vehicles.some((other) => other !== sort && other.onBoard.includes(stop));
      const misplaced = this.isOnBoard(stop) ? !underWay : underWay && node.anywhere?.[stop] !== 1;
      if (elsewhere || misplaced) this.fault('on-board', stop, 0);
    }
    for (const stop of joined) if ((node.classes[stop]! & ~sort.classes) !== 0) this.fault('class', stop, 0);
    if (joined.length === 0) return;
    const loaded = underWay ? [...joined, ...sort.onBoard] : joined;
    node.demand.forEach((demand, k) => {
      const before = underWay ? (sort.used?.load[k] ?? 0) : 0;
      this.passes(
        'load',
        0,
        loaded.reduce((sum, stop) => sum + demand[stop]!, before),
        sort.capacity[k]!,
      );
    });
    this.passes('stops', 0, loaded.length + (underWay ? (sort.used?.stops ?? 0) : 0), sort.maxStops);
    this.passes('length', 0, this.lengthOf(stops, underWay) + (underWay ? (sort.used?.distance ?? 0) : 0), sort.maxDistance);
  }

  private isOnBoard(stop: number): boolean {
    return this.sort.onBoard.includes(stop);
  }

  private release(stops: readonly number[], underWay: boolean): number {
    const { node } = this.problem;
    const loaded = stops.filter((stop) => !(underWay && this.isOnBoard(stop)) && node.anywhere?.[stop] !== 1);
    return Math.max(0, ...loaded.map((stop) => node.release[stop]!));
  }

  private lengthOf(stops: readonly number[], first: boolean): number {
    const { nodes, travel } = this.problem;
    const way = [first ? this.sort.startNode : 0, ...stops, 0];
    return way.slice(1).reduce((sum, to, i) => sum + travel.distance[way[i]! * nodes + to]!, 0);
  }

  /** The battery over the day, charged while the vehicle is reloaded. */
  private checkEnergy(lengths: readonly number[]): void {
    const { battery, reload } = this.sort;
    if (battery === undefined) return;
    let energy = battery.start;
    lengths.forEach((length, i) => {
      if (i > 0) energy = Math.min(battery.capacity, energy + battery.chargeRate * reload);
      energy -= battery.usePerDistance * length;
      if (energy < -TOLERANCE) this.fault('energy', 0, -energy);
    });
  }

  private lateness(stop: number, begins: number): number {
    const late = Math.max(0, begins - this.problem.node.closes[stop]!);
    if (late > TOLERANCE && this.problem.latenessCost === Infinity) this.fault('window', stop, late);
    return late;
  }

  private passes(kind: PlanFaultKind, stop: number, value: number, limit: number): void {
    if (value > limit + TOLERANCE) this.fault(kind, stop, value - limit);
  }
}

/** The stops of each trip of a route: its visits, cut at the depot. A route without visits is one trip without stops. */
export function tripsOf(visits: readonly number[]): number[][] {
  const trips: number[][] = [[]];
  for (const node of visits) {
    if (node === 0) trips.push([]);
    else trips.at(-1)!.push(node);
  }
  return trips;
}
