// Routes of pickups and deliveries for the SISRs search: hard time windows, loads that rise and fall, one trip a vehicle.
//
// Source:     Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433; instances and the problem as in Li & Lim
//             (2001), 13th IEEE ICTAI, 160-167.
// Applies to: pairs of stops (problem.deliveryOf), stops that only go from or to the depot (model.ts tells how), or both; several
//             sorts of vehicle; compartments; limits on stops and length of a route. Not to what pickupDeliveryObstacles lists.
// Cost:       insertion of a request O(routes × length²) at worst, times sorts where a route may change its vehicle; a removal
//             O(length); a copy O(vehicles + lengths of the routes that differ).
//
// Worked example (a line, depot at 0, speed 1, no service, capacity 1): A goes from 2 to 6, B from 7 to 3. One vehicle does A up at
// 2, down at 6, B up at 7, down at 3 and is back after 2 + 4 + 1 + 4 + 3 = 14, twice the way to the farthest place: no plan is
// shorter. If A is there from 10 on and due by 14, and B due by 18, A first brings B at 19 and B first brings A at 16: it takes two
// vehicles, 12 + 14 = 26.

import type { Draws } from '../draws.ts';
import { BEST, CURRENT, WORKING, type RouteKernel, type StateSlot } from '../kernel.ts';
import type { RoutePlan, RoutingObjective, VehicleRoutingProblem } from '../problem.ts';
import { PickupDeliveryModel } from './model.ts';
import { Placement } from './placement.ts';
import { loadPlan, planOf } from './plans.ts';
import { nearestRequests, sortKeys } from './relatedness.ts';
import { PairState } from './state.ts';
import { WorkingRoutes } from './working-routes.ts';

export class PickupDeliveryKernel implements RouteKernel {
  readonly requests: number;
  readonly routeOf: Int32Array;
  readonly neighbours: Int32Array;
  readonly neighbourCount: number;
  readonly sizeOf: Int32Array;
  readonly routeLimit: number;
  readonly keys: RouteKernel['keys'];
  private readonly model: PickupDeliveryModel;
  private readonly working: WorkingRoutes;
  private readonly states: readonly PairState[];
  private readonly placement: Placement;

  /** @throws Error with all reasons where pickupDeliveryObstacles finds any. */
  constructor(problem: VehicleRoutingProblem, objective: RoutingObjective) {
    const model = new PickupDeliveryModel(problem);
    this.model = model;
    this.requests = model.requests;
    const sortOf = problem.vehicles.flatMap(({ count }, sort) =>
      Array.from({ length: Math.min(count, model.requests) }, () => sort),
    );
    this.routeLimit = sortOf.length;
    this.working = new WorkingRoutes(model, sortOf);
    this.states = [WORKING, CURRENT, BEST].map((slot) => (slot === WORKING ? this.working : new PairState(model, sortOf)));
    this.routeOf = this.working.routeOf;
    this.sizeOf = this.working.sizeOf;
    this.placement = new Placement(model, this.working, objective);
    const near = nearestRequests(model);
    this.neighbours = near.neighbours;
    this.neighbourCount = near.count;
    this.keys = sortKeys(model);
  }

  routes(): number {
    return this.working.vehicles;
  }

  vehicles(): number {
    return this.working.vehicles;
  }

  /** Of an absent pair, the price of the second stop is in it: the search counts an absent request as one. */
  cost(): number {
    return this.working.cost;
  }

  limitVehicles(count: number): void {
    this.working.mostVehicles = count;
  }

  copy(from: StateSlot, to: StateSlot): void {
    this.states[to]!.become(this.states[from]!);
  }

  sequence(route: number, into: Int32Array): number {
    const { requestOf, first } = this.model;
    const { node, length } = this.working.routes[route]!;
    let count = 0;
    for (let k = 1; k <= length; k++) {
      const request = requestOf[node[k]!]!;
      if (first[request] === node[k]) into[count++] = request;
    }
    return count;
  }

  /** A route that would be late without them (a detour can be a short cut in a table of durations) keeps them all. */
  remove(route: number, requests: Int32Array, count: number): void {
    this.working.takeOut(route, requests, count);
  }

  /** A request that is there already stays where it is. */
  insert(request: number, blink: number, random: Draws): boolean {
    if (this.routeOf[request]! >= 0) return true;
    const { placement, working } = this;
    if (!placement.find(request, blink, random)) return false;
    if (placement.host !== placement.route) working.moveAll(placement.route, placement.host);
    working.place(request, placement.host, placement.first, placement.second);
    return true;
  }

  /** Pairs stay whole: those picked up before the position stay. */
  split(route: number, position: number): void {
    this.working.split(route, position);
  }

  /** Of routes that weigh the same, the one with the fewest requests. */
  dropVehicle(weights: Float64Array): void {
    const sums = new Float64Array(this.routeLimit);
    this.routeOf.forEach((route, request) => {
      if (route >= 0) sums[route]! += weights[request]!;
    });
    let dropped = -1;
    for (let route = 0; route < this.working.used; route++) {
      if (this.sizeOf[route] === 0) continue;
      const isLess =
        dropped < 0 ||
        sums[route]! < sums[dropped]! ||
        (sums[route] === sums[dropped] && this.sizeOf[route]! < this.sizeOf[dropped]!);
      if (isLess) dropped = route;
    }
    if (dropped >= 0) this.working.clear(dropped);
  }

  plan(slot: StateSlot): RoutePlan {
    return planOf(this.model, this.states[slot]!);
  }

  load(plan: RoutePlan): boolean {
    return loadPlan(this.model, this.working, plan);
  }
}
