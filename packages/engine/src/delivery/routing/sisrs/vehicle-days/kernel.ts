// Days of individual vehicles as a representation of routes for the search: several trips a day, releases, loads in several
// dimensions and classes of goods, shifts, breaks, periods, lateness, batteries charged at the depot, vehicles under way.
//
// A request is a stop (request = stop - 1); a route is a trip. The three states differ in few days at any time: which ones is
// kept, and only these are copied.
//
// Source:     trips as routes of a multi-trip problem: Cattaruzza, Absi & Feillet (2016), 4OR 14(3), 223-259.
// Applies to: what `vehicleDaysSupports` (supports.ts) accepts.
// Cost:       a removal O(stops of the day), an insertion as in insertion.ts.

import type { Draws } from '../draws.ts';
import { WORKING, type RouteKernel, type StateSlot } from '../kernel.ts';
import type { RoutePlan, RoutingObjective, VehicleRoutingProblem } from '../problem.ts';
import { DayChange } from './day-change.ts';
import { DayClock } from './day-clock.ts';
import { DaySchedule, TOLERANCE } from './day-schedule.ts';
import { DayState, NONE } from './day-state.ts';
import { ChangedDays } from './changed-days.ts';
import { Fleet } from './fleet.ts';
import { Insertion } from './insertion.ts';
import { insertionKeys } from './insertion-keys.ts';
import { Neighbours } from './neighbours.ts';
import { planOf } from './plan-of.ts';
import { TripMoves } from './trip-moves.ts';

export class VehicleDaysKernel implements RouteKernel {
  readonly requests: number;
  readonly routeOf: Int32Array;
  readonly neighbours: Int32Array;
  readonly neighbourCount: number;
  readonly sizeOf: Int32Array;
  readonly routeLimit: number;
  readonly keys: RouteKernel['keys'];
  readonly leastVehicles: number;
  private readonly problem: VehicleRoutingProblem;
  private readonly fleet: Fleet;
  private readonly states: readonly DayState[];
  private readonly state: DayState;
  private readonly schedule: DaySchedule;
  private readonly insertion: Insertion;
  private readonly changed: ChangedDays;
  private readonly moves: TripMoves;
  /** The requests of a route, before some are taken out of it. */
  private readonly whole: Int32Array;
  /** Where the search for a free trip number begins. */
  private freeTrip = 0;

  /** @param problem one that `vehicleDaysSupports` accepts. */
  constructor(problem: VehicleRoutingProblem, objective: RoutingObjective) {
    this.problem = problem;
    this.fleet = new Fleet(problem);
    this.requests = problem.stops;
    this.routeLimit = problem.stops + this.fleet.underWay.reduce((sum, one) => sum + one, 0);
    this.states = [0, 1, 2].map(() => new DayState(problem.nodes, this.routeLimit, this.fleet.count, this.fleet.dimensions));
    this.state = this.states[WORKING]!;
    this.routeOf = this.state.tripOf.subarray(1, problem.stops + 1);
    this.sizeOf = this.state.size;
    const near = new Neighbours(problem, MOST_NEIGHBOURS);
    this.neighbours = near.of;
    this.neighbourCount = near.count;
    const clock = new DayClock(problem, this.fleet);
    this.schedule = new DaySchedule(problem, this.fleet, clock);
    const change = new DayChange(problem, this.fleet, clock, this.state);
    this.insertion = new Insertion(problem, this.fleet, this.state, this.schedule, change, near, objective === 'vehicles-first');
    this.keys = insertionKeys(problem);
    this.leastVehicles = this.fleet.least();
    this.whole = new Int32Array(problem.stops);
    this.changed = new ChangedDays(this.states);
    this.moves = new TripMoves(this.fleet, this.state, objective === 'vehicles-first', (vehicle) => this.update(vehicle));
    this.clear();
  }

  routes(): number {
    return this.state.filledTrips;
  }

  sequence(route: number, into: Int32Array): number {
    const { state } = this;
    let count = 0;
    for (let node = state.first[route]!; node !== 0; node = state.next[node]!) into[count++] = node - 1;
    return count;
  }

  /** Takes nothing out where the rest of the day would be impossible without it (a way round that is shorter; a reload less). */
  remove(route: number, requests: Int32Array, count: number): void {
    const { state, whole } = this;
    const vehicle = state.vehicleOf[route]!;
    const before = state.previousTrip[route]!;
    const size = this.sequence(route, whole);
    for (let i = 0; i < count; i++) state.unlink(requests[i]! + 1);
    this.dropIfEmpty(route);
    this.update(vehicle);
    if (state.cost[vehicle]! < Infinity) return;
    for (let node = state.size[route] === 0 ? 0 : state.first[route]!; node !== 0; node = state.first[route]!) state.unlink(node);
    if (state.vehicleOf[route] === NONE) state.linkTrip(route, vehicle, before);
    for (let i = size - 1; i >= 0; i--) state.link(whole[i]! + 1, route, 0);
    this.update(vehicle);
  }

  /** Leaves out a stop that costs more where it is cheapest than it costs not to be served. */
  insert(request: number, blink: number, random: Draws): boolean {
    const { insertion, state } = this;
    const node = request + 1;
    const cost = insertion.find(node, blink, random);
    if (cost === Infinity || cost - this.costOfOpening() >= this.problem.unservedCost) return false;
    if (insertion.trip !== NONE) state.link(node, insertion.trip, insertion.after);
    else state.link(node, this.newTrip(insertion.vehicle, insertion.after), 0);
    this.update(insertion.vehicle);
    return true;
  }

  /** What a vehicle costs that the place found would be the first to use: others will share that. */
  private costOfOpening(): number {
    const { vehicle } = this.insertion;
    return this.state.trips[vehicle] === 0 ? this.fleet.fixedCost[vehicle]! : 0;
  }

  /** Trips that another vehicle drives for less go to it. */
  finish(): void {
    this.moves.tryNext();
  }

  /** The second part becomes the trip after it, of the same vehicle; nothing where the day does not allow that. */
  split(route: number, position: number): void {
    const { state, fleet } = this;
    const vehicle = state.vehicleOf[route]!;
    const closed = fleet.underWay[vehicle] === 1 && state.previousTrip[route] === NONE;
    if (closed || state.trips[vehicle]! >= fleet.maxTrips[vehicle]! || state.filledTrips >= this.routeLimit) return;
    const trip = this.newTrip(vehicle, route);
    let last = state.last[route]!;
    const from = state.size[route]! - position;
    for (let i = 0; i < from; i++) {
      const before = state.previous[last]!;
      state.unlink(last);
      state.link(last, trip, 0);
      last = before;
    }
    this.update(vehicle);
    if (state.cost[vehicle]! < Infinity) return;
    for (let node = state.first[trip]!; node !== 0;) {
      const next = state.next[node]!;
      state.unlink(node);
      state.link(node, route, state.last[route]!);
      node = next;
    }
    state.unlinkTrip(trip);
    this.update(vehicle);
  }

  cost(): number {
    const { cost } = this.state;
    let sum = 0;
    for (let v = 0; v < cost.length; v++) sum += cost[v]!;
    return sum;
  }

  vehicles(): number {
    return this.state.usedVehicles;
  }

  limitVehicles(count: number): void {
    this.insertion.mostVehicles = count;
  }

  dropVehicle(weights: Float64Array): void {
    const { state, fleet } = this;
    let least = Infinity;
    let chosen = NONE;
    for (let v = 0; v < fleet.count; v++) {
      if (state.trips[v] === 0 || fleet.underWay[v] === 1) continue;
      let sum = 0;
      for (let trip = state.firstTrip[v]!; trip !== NONE; trip = state.nextTrip[trip]!) {
        for (let node = state.first[trip]!; node !== 0; node = state.next[node]!) sum += weights[node - 1]!;
      }
      if (sum >= least) continue;
      least = sum;
      chosen = v;
    }
    if (chosen !== NONE) this.emptyDay(chosen);
  }

  copy(from: StateSlot, to: StateSlot): void {
    this.changed.copy(from, to);
  }

  plan(slot: StateSlot): RoutePlan {
    return planOf(this.problem, this.fleet, this.states[slot]!);
  }

  /** Stops are put where the plan has them, in its order; one that has no feasible place there is left out. */
  load(plan: RoutePlan): boolean {
    const { problem, fleet, state } = this;
    this.clear();
    const nextOfSort = new Int32Array(problem.vehicles.length);
    let complete = true;
    for (const { sort, visits } of plan.routes) {
      const vehicle = fleet.sort.indexOf(sort) + nextOfSort[sort]!++;
      if (fleet.sort[vehicle] !== sort) {
        complete &&= visits.every((node) => node === 0);
        continue;
      }
      let trip = state.firstTrip[vehicle]!;
      let ended = false;
      for (const node of visits) {
        if (node === 0) {
          ended = true;
          continue;
        }
        if (trip === NONE || ended) trip = this.newTrip(vehicle, state.lastTrip[vehicle]!);
        ended = false;
        if (!this.append(node, trip, vehicle)) complete = false;
      }
    }
    for (let v = 0; v < fleet.count; v++) this.dropEmptyTrips(v);
    return complete;
  }

  /** Puts a stop at the end of a trip if it may stand there. */
  private append(node: number, trip: number, vehicle: number): boolean {
    const { state, fleet } = this;
    if (state.tripOf[node] !== NONE || !fleet.mayJoin(vehicle, node, state.previousTrip[trip] === NONE)) return false;
    state.link(node, trip, state.size[trip] === 0 ? 0 : state.last[trip]!);
    this.update(vehicle);
    if (state.cost[vehicle]! < Infinity && this.isWithinLimits(trip, vehicle)) return true;
    state.unlink(node);
    this.update(vehicle);
    return false;
  }

  private isWithinLimits(trip: number, vehicle: number): boolean {
    const { state, fleet } = this;
    const first = state.previousTrip[trip] === NONE;
    if (state.trips[vehicle]! > fleet.maxTrips[vehicle]!) return false;
    if (state.joined[trip] === 0) return true;
    for (let k = 0; k < fleet.dimensions; k++) {
      const most = fleet.capacity[vehicle * fleet.dimensions + k]!;
      if (state.load[trip * fleet.dimensions + k]! > most + TOLERANCE) return false;
    }
    return (
      state.joined[trip]! + (first ? fleet.usedStops[vehicle]! : 0) <= fleet.maxStops[vehicle]! &&
      state.distance[trip]! + (first ? fleet.usedDistance[vehicle]! : 0) <= fleet.maxDistance[vehicle]! + TOLERANCE
    );
  }

  /** Works out a day anew, which is from now on another one than in the other states. */
  private update(vehicle: number): void {
    this.schedule.update(this.state, vehicle);
    this.changed.add(vehicle);
  }

  private newTrip(vehicle: number, after: number): number {
    const { state, routeLimit } = this;
    while (state.vehicleOf[this.freeTrip] !== NONE) this.freeTrip = (this.freeTrip + 1) % routeLimit;
    state.linkTrip(this.freeTrip, vehicle, after);
    return this.freeTrip;
  }

  /** A trip without stops is none, unless the vehicle is under way on it. */
  private dropIfEmpty(trip: number): void {
    const { state, fleet } = this;
    const underWay = fleet.underWay[state.vehicleOf[trip]!] === 1 && state.previousTrip[trip] === NONE;
    if (state.size[trip] === 0 && !underWay) state.unlinkTrip(trip);
  }

  private dropEmptyTrips(vehicle: number): void {
    const { state } = this;
    let trip = state.firstTrip[vehicle]!;
    while (trip !== NONE) {
      const next = state.nextTrip[trip]!;
      this.dropIfEmpty(trip);
      trip = next;
    }
    this.update(vehicle);
  }

  private emptyDay(vehicle: number): void {
    const { state } = this;
    for (let trip = state.firstTrip[vehicle]!; trip !== NONE; trip = state.nextTrip[trip]!) {
      while (state.size[trip]! > 0) state.unlink(state.first[trip]!);
    }
    this.dropEmptyTrips(vehicle);
  }

  /** No stop anywhere; vehicles under way on their empty trips. */
  private clear(): void {
    for (let v = 0; v < this.fleet.count; v++) {
      if (this.fleet.underWay[v] === 1 && this.state.trips[v] === 0) this.newTrip(v, NONE);
      this.emptyDay(v);
    }
  }
}

const MOST_NEIGHBOURS = 200;
