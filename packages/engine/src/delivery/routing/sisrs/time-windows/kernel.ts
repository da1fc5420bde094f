// Routes with capacities, classes of goods and hard time windows, one trip a vehicle, for the ruin-and-recreate search.
//
// Source:     insertion in constant time by the earliest departure and the latest start along a route: Savelsbergh (1992), "The
//             vehicle routing problem with time windows: minimizing route duration", ORSA Journal on Computing 4(2), section 2.
//             Blinks: Christiaens & Vanden Berghe (2020), section 5.2; they are independent, so only places that would be the
//             best so far need to be drawn for.
// Applies to: several dimensions of load, classes, most stops, longest distance, hard windows, several sorts of vehicle.
// Cost:       insert O(routes + stops of the routes changed since the current state): the best place of a stop in a route that
//             has not changed is remembered with the version of the route. Copies cost what changed.
//
// Worked example: depot at 0, stops at 1, 2 and 3 on a line, distance = time, service 1 each; the second closes at 2. Inserted in
//             the order 2, 1, 3: before 2 there is no time for 1, so it follows (cost 4); 3 costs 2 between 2 and 1: 2 3 1, cost 6.

import type { Draws } from '../draws.ts';
import { CURRENT, WORKING, type RouteKernel, type StateSlot } from '../kernel.ts';
import type { RoutePlan, RoutingObjective, VehicleRoutingProblem } from '../problem.ts';
import { Fleet } from './fleet.ts';
import { PlaceMemory } from './place-memory.ts';
import { planOf } from './plan-of.ts';
import { RouteState } from './state.ts';
import { TailExchange } from './tail-exchange.ts';
import { TimeWindowTables } from './tables.ts';
import { WorkingRoutes } from './working-routes.ts';

export class TimeWindowKernel implements RouteKernel {
  readonly requests: number;
  readonly routeOf: Int32Array;
  readonly sizeOf: Int32Array;
  readonly neighbours: Int32Array;
  readonly neighbourCount: number;
  readonly routeLimit: number;
  readonly leastVehicles: number;
  readonly keys: RouteKernel['keys'];
  private readonly tables: TimeWindowTables;
  private readonly states: readonly RouteState[];
  /** The working state. */
  private readonly work: RouteState;
  private readonly working: WorkingRoutes;
  private readonly fleet: Fleet;
  private readonly opensWhenCheaper: boolean;
  private readonly hasSorts: boolean;
  private readonly unservedCost: number;
  private readonly memory: PlaceMemory;
  private readonly tails: TailExchange;
  /** Routes in which the working state differs from the current one. */
  private readonly changed: Int32Array;
  private readonly isChanged: Uint8Array;
  private changedCount = 0;
  private versions = 0;

  constructor(problem: VehicleRoutingProblem, objective: RoutingObjective) {
    const tables = new TimeWindowTables(problem);
    const vehicles = problem.vehicles.reduce((sum, { count }) => sum + count, 0);
    const routes = Math.min(vehicles, problem.stops);
    this.tables = tables;
    this.requests = problem.stops;
    this.routeLimit = routes;
    this.leastVehicles = tables.leastVehicles();
    this.opensWhenCheaper = objective === 'cost';
    this.hasSorts = problem.vehicles.length > 1;
    this.unservedCost = problem.unservedCost;
    this.states = [0, 1, 2].map(() => new RouteState(tables.nodes, routes, tables.dimensions));
    this.work = this.states[WORKING]!;
    this.working = new WorkingRoutes(tables, this.work);
    this.fleet = new Fleet(tables, this.working, this.work, routes);
    this.routeOf = this.work.routeOf.subarray(1);
    this.sizeOf = this.work.size;
    const { of, count } = tables.neighbours();
    this.neighbours = of;
    this.neighbourCount = count;
    this.keys = tables.keys();
    this.tails = new TailExchange(tables, this.work, of, count);
    this.memory = new PlaceMemory(tables.nodes);
    this.changed = new Int32Array(routes);
    this.isChanged = new Uint8Array(routes);
  }

  routes(): number {
    return this.fleet.inUse();
  }

  vehicles(): number {
    return this.fleet.inUse();
  }

  limitVehicles(count: number): void {
    this.fleet.limit = count;
  }

  sequence(route: number, into: Int32Array): number {
    const { first, next } = this.work;
    let count = 0;
    for (let stop = first[route]!; stop !== 0; stop = next[stop]!) into[count++] = stop - 1;
    return count;
  }

  cost(): number {
    const { size, cost, sort } = this.work;
    const { sorts } = this.tables;
    let sum = 0;
    for (let route = 0; route < this.fleet.slots; route++) {
      if (size[route] !== 0) sum += cost[route]! + sorts[sort[route]!]!.fixedCost;
    }
    return sum;
  }

  remove(route: number, requests: Int32Array, count: number): void {
    const { next, previous, first, last, size, routeOf } = this.work;
    this.change(route);
    for (let i = 0; i < count; i++) {
      const stop = requests[i]! + 1;
      const before = previous[stop]!;
      const after = next[stop]!;
      if (before === 0) first[route] = after;
      else next[before] = after;
      if (after === 0) last[route] = before;
      else previous[after] = before;
      routeOf[stop] = -1;
    }
    size[route]! -= count;
    this.recount(route);
  }

  insert(request: number, blink: number, random: Draws): boolean {
    const stop = request + 1;
    const { work, memory, isChanged, working, fleet } = this;
    const { slots } = fleet;
    memory.reach(slots);
    // Where stops may stay absent, half of the insertions are only those that cost less than the absence.
    const bound = this.unservedCost < Infinity && random.double() < 0.5 ? this.unservedCost : Infinity;
    let best = bound;
    let bestRoute = -1;
    let bestPlace = 0;
    let bestSort = -1;
    for (let route = 0; route < slots; route++) {
      if (work.size[route] === 0) continue;
      let extra: number;
      let sort = -1;
      if (!working.fits(stop, route)) {
        if (!this.hasSorts) continue;
        extra = fleet.exchange(stop, route, best, blink, random);
        working.place = fleet.place;
        sort = fleet.sort;
      } else if (isChanged[route] === 1) extra = working.scan(stop, route, best, blink, random, -1);
      else extra = this.remembered(stop, route, best, blink, random);
      if (extra < best) {
        best = extra;
        bestRoute = route;
        bestPlace = working.place;
        bestSort = sort;
      }
    }
    if (bestRoute < 0 || this.opensWhenCheaper) {
      const sort = fleet.sortToOpen(stop, best, random);
      if (sort >= 0) {
        this.open(stop, sort);
        return true;
      }
    }
    if (bestRoute < 0) return false;
    this.change(bestRoute);
    if (bestSort >= 0) {
      const before = work.cost[bestRoute]! + this.tables.sorts[work.sort[bestRoute]!]!.fixedCost;
      fleet.assign(bestRoute, bestSort);
      best -= work.cost[bestRoute]! + this.tables.sorts[bestSort]!.fixedCost - before;
    }
    working.put(stop, bestRoute, bestPlace, best);
    return true;
  }

  /** The best place in a route that has not changed, if below `bound`; sets `working.place`. */
  private remembered(stop: number, route: number, bound: number, blink: number, random: Draws): number {
    const { memory, working } = this;
    const version = this.work.version[route]!;
    let at = memory.find(stop, route, version);
    if (at < 0) {
      const extra = working.scan(stop, route, Infinity, 0, random, -1);
      at = memory.keep(stop, route, version, extra, working.place);
    }
    if (memory.extra[at]! >= bound) return Infinity;
    const place = memory.place[at]!;
    if (random.double() < blink) return working.scan(stop, route, bound, blink, random, place);
    working.place = place;
    return memory.extra[at]!;
  }

  finish(): void {
    if (!this.hasSorts) return;
    for (let i = 0; i < this.changedCount; i++) {
      const route = this.changed[i]!;
      if (this.work.size[route] !== 0) this.fleet.settle(route);
    }
  }

  split(route: number, position: number): void {
    const { work } = this;
    if (!this.fleet.canOpen(work.sort[route]!)) return;
    const tail = this.fleet.freeSlot();
    this.change(route);
    this.change(tail);
    work.cut(route, position, tail);
    this.recount(route);
    this.recount(tail);
  }

  exchangeTails(request: number, bound: number): boolean {
    const { tails, work, working } = this;
    if (!tails.find(request + 1, bound)) return false;
    const routes = [work.routeOf[tails.head]!, work.routeOf[tails.tail]!];
    for (const route of routes) this.change(route);
    tails.apply();
    for (const route of routes) working.recount(route);
    return routes.every((route) => work.size[route]! <= this.tables.maxStops[work.sort[route]!]! && working.isInTime(route));
  }

  dropVehicle(weights: Float64Array): void {
    const dropped = this.fleet.leastWeight(weights);
    if (dropped < 0) return;
    this.change(dropped);
    this.working.clear(dropped);
  }

  copy(from: StateSlot, to: StateSlot): void {
    const { states, work } = this;
    if (from === WORKING && to === CURRENT) this.keepChanged();
    else if (from === CURRENT && to === WORKING) this.takeBackChanged();
    else if (to === WORKING) {
      work.copyFrom(states[from]!);
      for (let route = 0; route < this.fleet.slots; route++) this.change(route);
    } else states[to]!.copyFrom(states[from]!);
  }

  plan(slot: StateSlot): RoutePlan {
    return planOf(this.states[slot]!, this.tables, this.fleet.slots);
  }

  load(plan: RoutePlan): boolean {
    const { work, working } = this;
    for (let route = 0; route < this.fleet.slots; route++) {
      this.change(route);
      working.clear(route);
    }
    let whole = true;
    for (const { sort, visits } of plan.routes) {
      let route = -1;
      for (const stop of visits) {
        if (route < 0 && this.fleet.canOpen(sort) && working.servesAlone(stop, sort)) {
          this.open(stop, sort);
          route = work.routeOf[stop]!;
          continue;
        }
        const extra = route >= 0 && working.fits(stop, route) ? working.appended(stop, route) : Infinity;
        if (extra < Infinity) working.put(stop, route, work.last[route]!, extra);
        else whole = false;
      }
    }
    return whole;
  }

  /** After stops have left a route: where durations break the triangle inequality, the rest may have become late; then it goes. */
  private recount(route: number): void {
    this.working.recount(route);
    if (!this.working.isInTime(route)) this.working.clear(route);
  }

  private open(stop: number, sort: number): void {
    const route = this.fleet.freeSlot();
    this.change(route);
    this.working.begin(route, sort, stop);
  }

  /** Notes that a route of the working state is no longer that of the current one. */
  private change(route: number): void {
    if (this.isChanged[route] === 1) return;
    this.isChanged[route] = 1;
    this.changed[this.changedCount++] = route;
  }

  /** The current state becomes the working one. A route that only looks changed keeps its version, and what is known of it. */
  private keepChanged(): void {
    const { work, changed, tables } = this;
    const current = this.states[CURRENT]!;
    for (let i = 0; i < this.changedCount; i++) {
      const route = changed[i]!;
      work.version[route] = work.sameRoute(current, route) ? current.version[route]! : ++this.versions;
    }
    // All that has left a route is freed before any route is copied: it may be in another one now.
    for (let i = 0; i < this.changedCount; i++) current.freeStops(changed[i]!);
    for (let i = 0; i < this.changedCount; i++) current.copyRoute(work, changed[i]!, tables.dimensions);
    this.forgetChanges();
  }

  private takeBackChanged(): void {
    const { work, changed, tables } = this;
    const current = this.states[CURRENT]!;
    for (let i = 0; i < this.changedCount; i++) work.freeStops(changed[i]!);
    for (let i = 0; i < this.changedCount; i++) work.copyRoute(current, changed[i]!, tables.dimensions);
    this.forgetChanges();
  }

  private forgetChanges(): void {
    for (let i = 0; i < this.changedCount; i++) this.isChanged[this.changed[i]!] = 0;
    this.changedCount = 0;
  }
}
