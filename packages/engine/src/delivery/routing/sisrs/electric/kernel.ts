// Electric vehicles with time windows: sequences of stops are the state of the search, each with the best way to charge on it.
//
// Source:     Schneider, Stenger & Goeke (2014), Transportation Science 48(4), 500-520 (the problem, full charging); Keskin & Çatay
//             (2016), Transportation Research Part C 65, 111-127 (partial charging). Labels: labels.ts.
// Applies to: hard time windows, loads in any dimensions, one trip a vehicle, several sorts of vehicle, linear charging at
//             stations that are open whenever the depot is. Cost by vehicle and distance, not by time.
// Cost:       an insertion O(stops) plus the labels of the route that changes; what a stop costs in a route that did not change
//             since it was last asked is remembered.
//
// Worked example (full charging, battery 10): stops at 4 and 6 on a line, a station beside it at 5. One vehicle serves both over the
// station: 14, where without a battery 12 were enough.

import type { Draws } from '../draws.ts';
import type { RouteKernel, StateSlot } from '../kernel.ts';
import type { PlannedRoute, RoutePlan, RoutingObjective, VehicleRoutingProblem } from '../problem.ts';
import { chargingPlan } from './charging-plan.ts';
import { InsertionMemory } from './insertion-memory.ts';
import { InsertionScan } from './insertion.ts';
import { keysOf, nearestStops } from './keys.ts';
import { Labeller } from './labeller.ts';
import { electricObstacles } from './obstacles.ts';
import type { ElectricRoute } from './route.ts';
import { RouteStates } from './route-states.ts';
import { figuresOf } from './sort-figures.ts';

/** Neighbours kept of each stop. */
const MOST_NEIGHBOURS = 200;

export class ElectricKernel implements RouteKernel {
  readonly requests: number;
  readonly routeOf: Int32Array;
  readonly neighbours: Int32Array;
  readonly neighbourCount: number;
  readonly sizeOf: Int32Array;
  readonly routeLimit: number;
  readonly leastVehicles: number;
  readonly keys: readonly { readonly weight: number; readonly of: Float64Array }[];

  private readonly problem: VehicleRoutingProblem;
  private readonly opensWhereCheaper: boolean;
  /** By sort of vehicle. */
  private readonly labellers: readonly Labeller[];
  private readonly scans: readonly InsertionScan[];
  /** Sort of the vehicle of each route. */
  private readonly sortOf: Int32Array;
  private readonly states: RouteStates;
  private readonly memory: InsertionMemory;
  private readonly removed: Uint8Array;
  private vehicleLimit: number;

  /** @throws Error if `electricObstacles` names any. */
  constructor(problem: VehicleRoutingProblem, objective: RoutingObjective) {
    const obstacles = electricObstacles(problem);
    if (obstacles.length > 0) throw new Error(obstacles.join('; '));
    this.problem = problem;
    this.opensWhereCheaper = objective === 'cost';
    this.requests = problem.stops;
    this.labellers = problem.vehicles.map((sort) => new Labeller(problem, figuresOf(problem, sort)));
    this.scans = this.labellers.map((labeller) => new InsertionScan(problem, labeller));
    const sorts = problem.vehicles.flatMap(({ count }, sort) => Array<number>(Math.min(count, problem.stops)).fill(sort));
    this.sortOf = Int32Array.from(sorts);
    this.routeLimit = sorts.length;
    this.vehicleLimit = sorts.length;
    this.leastVehicles = leastVehicles(problem);
    this.states = new RouteStates(problem, sorts.length);
    this.sizeOf = this.states.sizeOf;
    this.routeOf = this.states.routeOf;
    this.removed = new Uint8Array(problem.stops + 1);
    this.memory = new InsertionMemory(problem.stops, sorts.length);
    this.neighbourCount = Math.min(problem.stops, MOST_NEIGHBOURS);
    this.neighbours = nearestStops(problem, this.neighbourCount);
    this.keys = keysOf(problem);
  }

  routes(): number {
    return this.states.used;
  }

  vehicles(): number {
    return this.states.used;
  }

  limitVehicles(count: number): void {
    this.vehicleLimit = count;
  }

  sequence(route: number, into: Int32Array): number {
    const { size, nodes } = this.states.working[route]!;
    for (let i = 0; i < size; i++) into[i] = nodes[i + 1]! - 1;
    return size;
  }

  /** Leaves the route as it is where the rest cannot be served without those (travel that breaks the triangle inequality). */
  remove(route: number, requests: Int32Array, count: number): void {
    const old = this.states.working[route]!;
    for (let i = 0; i < count; i++) this.removed[requests[i]! + 1] = 1;
    if (count === old.size) this.states.clear(route);
    else {
      const rest = this.states.blank(old.size - count);
      let place = 0;
      for (let i = 0; i <= old.size + 1; i++) if (this.removed[old.nodes[i]!] === 0) rest.nodes[place++] = old.nodes[i]!;
      if (this.labellers[this.sortOf[route]!]!.build(rest)) {
        for (let i = 0; i < count; i++) this.routeOf[requests[i]!] = -1;
        this.states.put(route, rest);
      } else this.states.discard(rest);
    }
    for (let i = 0; i < count; i++) this.removed[requests[i]! + 1] = 0;
  }

  insert(request: number, blink: number, random: Draws): boolean {
    if (this.routeOf[request]! >= 0) return true;
    const { problem, memory, sortOf } = this;
    const stop = request + 1;
    let best = Infinity;
    let bestRoute = -1;
    let bestPlace = 0;
    for (let route = 0; route < this.routeLimit; route++) {
      const old = this.states.working[route];
      if (old === undefined || !this.fits(route, old, stop)) continue;
      const cost = problem.vehicles[sortOf[route]!]!.costPerDistance;
      const scan = this.scans[sortOf[route]!]!;
      const limit = cost > 0 ? best / cost : Infinity;
      memory.look(request, route, old, scan, limit);
      if (memory.place === 0 || memory.added * cost >= best) continue;
      if (random.double() < blink) {
        scan.scan(old, stop, limit, memory.place);
        if (scan.place === 0) continue;
        best = scan.added * cost;
        bestPlace = scan.place;
      } else {
        best = memory.added * cost;
        bestPlace = memory.place;
      }
      bestRoute = route;
    }
    if ((bestRoute < 0 || this.opensWhereCheaper) && this.states.used < this.vehicleLimit && this.open(stop, best)) return true;
    return bestRoute >= 0 && this.putIn(bestRoute, bestPlace, stop);
  }

  split(route: number, position: number): void {
    const old = this.states.working[route]!;
    const other = this.emptyRoute(this.sortOf[route]!);
    if (other < 0 || this.states.used >= this.vehicleLimit) return;
    const head = this.states.blank(position);
    const tail = this.states.blank(old.size - position);
    for (let place = 1; place <= position; place++) head.nodes[place] = old.nodes[place]!;
    for (let place = position + 1; place <= old.size; place++) tail.nodes[place - position] = old.nodes[place]!;
    const labeller = this.labellers[this.sortOf[route]!]!;
    if (labeller.build(head) && labeller.build(tail)) {
      this.states.put(route, head);
      this.states.put(other, tail);
    } else {
      this.states.discard(head);
      this.states.discard(tail);
    }
  }

  cost(): number {
    let sum = 0;
    for (let route = 0; route < this.routeLimit; route++) {
      const held = this.states.working[route];
      if (held === undefined) continue;
      const sort = this.problem.vehicles[this.sortOf[route]!]!;
      sum += sort.fixedCost + sort.costPerDistance * held.length;
    }
    return sum;
  }

  dropVehicle(weights: Float64Array): void {
    let least = Infinity;
    let chosen = -1;
    for (let route = 0; route < this.routeLimit; route++) {
      const held = this.states.working[route];
      if (held === undefined) continue;
      let sum = 0;
      for (let place = 1; place <= held.size; place++) sum += weights[held.nodes[place]! - 1]!;
      if (sum >= least) continue;
      least = sum;
      chosen = route;
    }
    if (chosen >= 0) this.states.clear(chosen);
  }

  copy(from: StateSlot, to: StateSlot): void {
    this.states.copy(from, to);
  }

  plan(slot: StateSlot): RoutePlan {
    const { problem } = this;
    const routes: PlannedRoute[] = [];
    const unserved: number[] = [];
    let cost = 0;
    let distance = 0;
    for (let route = 0; route < this.routeLimit; route++) {
      const held = this.states.routes(slot)[route];
      if (held === undefined) continue;
      const sort = this.sortOf[route]!;
      const stops = [...held.nodes.subarray(1, held.size + 1)];
      const charged = chargingPlan(problem, this.labellers[sort]!, stops)!;
      routes.push({ sort, visits: charged.visits, charges: charged.charges });
      distance += charged.distance;
      cost += problem.vehicles[sort]!.fixedCost + problem.vehicles[sort]!.costPerDistance * charged.distance;
    }
    for (let stop = 1; stop <= problem.stops; stop++) if (this.states.isAbsent(slot, stop - 1)) unserved.push(stop);
    if (problem.unservedCost < Infinity) cost += problem.unservedCost * unserved.length;
    return { routes, unserved, cost, distance };
  }

  load(plan: RoutePlan): boolean {
    for (let route = 0; route < this.routeLimit; route++) this.states.clear(route);
    let whole = true;
    for (const { sort, visits } of plan.routes) {
      const route = this.states.used < this.vehicleLimit ? this.emptyRoute(sort) : -1;
      const wanted = visits.filter((visit) => visit >= 1 && visit <= this.problem.stops && this.routeOf[visit - 1]! < 0);
      const stops = [...new Set(wanted)];
      if (stops.length === 0 || (route >= 0 && this.loadRoute(route, stops))) continue;
      whole = false;
      for (const stop of stops) {
        const held = route < 0 ? undefined : this.states.working[route];
        if (held !== undefined) void (this.fits(route, held, stop) && this.putIn(route, held.size + 1, stop));
        else if (route >= 0) this.loadRoute(route, [stop]);
      }
    }
    return whole;
  }

  /** Puts stops into an empty route. False, and nothing changes, if its vehicle cannot serve all of them. */
  private loadRoute(route: number, stops: readonly number[]): boolean {
    const { capacity, maxStops } = this.problem.vehicles[this.sortOf[route]!]!;
    const { demand } = this.problem.node;
    const loadOf = (load: Float64Array): number => stops.reduce((sum, stop) => sum + load[stop]!, 0);
    if (stops.length > maxStops || demand.some((load, d) => loadOf(load) > capacity[d]! + LOAD_TOLERANCE)) return false;
    const next = this.states.blank(stops.length);
    next.nodes.set(stops, 1);
    if (this.labellers[this.sortOf[route]!]!.build(next)) this.states.put(route, next);
    else this.states.discard(next);
    return this.states.working[route] === next;
  }

  /** Opens a route for a stop if that costs less than `limit`: the vehicle for which it is cheapest. */
  private open(stop: number, limit: number): boolean {
    let chosen = -1;
    for (let sort = 0; sort < this.labellers.length; sort++) {
      const route = this.emptyRoute(sort);
      if (route < 0) continue;
      if (!this.loadRoute(route, [stop])) continue;
      const { fixedCost, costPerDistance } = this.problem.vehicles[sort]!;
      const cost = fixedCost + costPerDistance * this.states.working[route]!.length;
      this.states.clear(route);
      if (cost >= limit) continue;
      limit = cost;
      chosen = route;
    }
    return chosen >= 0 && this.loadRoute(chosen, [stop]);
  }

  private emptyRoute(sort: number): number {
    for (let route = 0; route < this.routeLimit; route++) {
      if (this.sortOf[route] === sort && this.states.working[route] === undefined) return route;
    }
    return -1;
  }

  private fits(route: number, held: ElectricRoute, stop: number): boolean {
    const { capacity, maxStops } = this.problem.vehicles[this.sortOf[route]!]!;
    const { demand } = this.problem.node;
    if (held.size >= maxStops) return false;
    for (let d = 0; d < demand.length; d++) if (held.load[d]! + demand[d]![stop]! > capacity[d]! + LOAD_TOLERANCE) return false;
    return true;
  }

  /** Puts a stop into a route at a place. False, and nothing changes, if that cannot be. */
  private putIn(route: number, place: number, stop: number): boolean {
    const old = this.states.working[route]!;
    const next = this.states.blank(old.size + 1);
    next.extend(old, place, stop);
    if (!this.labellers[this.sortOf[route]!]!.buildAround(next, place)) {
      this.states.discard(next);
      return false;
    }
    this.states.put(route, next);
    return true;
  }
}

/** So many vehicles the loads alone need. */
function leastVehicles(problem: VehicleRoutingProblem): number {
  let least = 1;
  problem.node.demand.forEach((demand, d) => {
    const most = Math.max(...problem.vehicles.map(({ capacity }) => capacity[d]!));
    const sum = demand.subarray(1, problem.stops + 1).reduce((total, load) => total + load, 0);
    if (most > 0) least = Math.max(least, Math.ceil(sum / most - LOAD_TOLERANCE));
  });
  return least;
}

const LOAD_TOLERANCE = 1e-9;
