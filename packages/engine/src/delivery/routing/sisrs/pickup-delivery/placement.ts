// Where an absent request goes: into a route that is there, into one whose vehicle changes for it, or into an empty vehicle.
//
// Cost: the routes times an insertion (insertion.ts), less what is known of them from before (place-floors.ts); times the sorts of
//       vehicle where a change of vehicle is looked at, which is where there is no other place and now and then.

import type { RoutingObjective } from '../problem.ts';
import type { Draws } from '../draws.ts';
import { Insertion } from './insertion.ts';
import type { PickupDeliveryModel } from './model.ts';
import { PlaceFloors } from './place-floors.ts';
import type { PairRoute } from './route.ts';
import type { WorkingRoutes } from './working-routes.ts';

/** How often a change of vehicle is looked at although there is a place without one. */
const CHANGE_VEHICLE = 0.1;

export class Placement {
  /** What the best place found adds to the cost, its route (-1: no place), and the route that is to take over all its stops. */
  cost = Infinity;
  route = -1;
  host = -1;
  /** After which places of the route the request's stops go. */
  first = 0;
  second = 0;
  private readonly model: PickupDeliveryModel;
  private readonly working: WorkingRoutes;
  private readonly vehiclesFirst: boolean;
  private readonly insertion: Insertion;
  private readonly floors: PlaceFloors;

  constructor(model: PickupDeliveryModel, working: WorkingRoutes, objective: RoutingObjective) {
    this.model = model;
    this.working = working;
    this.vehiclesFirst = objective === 'vehicles-first';
    this.insertion = new Insertion(model);
    this.floors = new PlaceFloors(model.requests * model.problem.vehicles.length, working.routes.length);
  }

  /** Looks for the cheapest place; an empty vehicle is one too, but where vehicles come first only if there is no other. */
  find(request: number, blink: number, random: Draws): boolean {
    this.cost = Infinity;
    this.route = -1;
    this.findInRoutes(request, blink, random);
    if (this.model.problem.vehicles.length > 1 && (this.route < 0 || random.double() < CHANGE_VEHICLE)) {
      this.findWithOtherVehicle(request, blink, random);
    }
    if ((this.route < 0 || !this.vehiclesFirst) && this.working.mayOpen) this.findInEmpty(request, random);
    return this.route >= 0;
  }

  private findInRoutes(request: number, blink: number, random: Draws): void {
    const { floors, working } = this;
    for (let number = 0; number < working.used; number++) {
      if (working.sizeOf[number] === 0) continue;
      const route = working.routes[number]!;
      const row = this.rowOf(request, route.sort);
      if (floors.excludes(row, number, route.version, this.cost)) continue;
      floors.note(row, number, route.version, this.look(number, number, request, 0, blink, random));
    }
  }

  /** Looks at all routes as if they were driven by an empty vehicle of another sort. */
  private findWithOtherVehicle(request: number, blink: number, random: Draws): void {
    const { floors, working } = this;
    const { vehicles } = this.model.problem;
    for (let sort = 0; sort < vehicles.length; sort++) {
      const host = working.emptyRoute(sort);
      if (host < 0) continue;
      const row = this.rowOf(request, sort);
      const { used } = working;
      for (let number = 0; number < used; number++) {
        const route = working.routes[number]!;
        if (route.length === 0 || route.sort === sort || floors.excludes(row, number, route.version, this.cost)) continue;
        let least = Infinity;
        if (this.carriesAll(route, sort) && working.fill(host, route.node.subarray(1, route.length + 1))) {
          const changed = this.costOf(working.routes[host]!) - this.costOf(route);
          least = this.look(number, host, request, changed, blink, random);
        }
        floors.note(row, number, route.version, least);
        working.fill(host, []);
      }
    }
  }

  /**
   * Looks through the places of a host, which costs `changed` more than the route whose stops it has. Returns what every place of
   * it is known to add at least.
   */
  private look(route: number, host: number, request: number, changed: number, blink: number, random: Draws): number {
    const { insertion, working } = this;
    const hosting = working.routes[host]!;
    const rate = this.model.problem.vehicles[hosting.sort]!.costPerDistance;
    const before = this.cost;
    const bound = rate > 0 ? (before - changed) / rate : Infinity;
    const added = insertion.find(hosting, request, bound, blink, random);
    this.consider(added, changed + rate * added, route, host);
    const least = Math.min(added, insertion.overlooked);
    return least === Infinity ? before : Math.min(before, changed + rate * least);
  }

  private rowOf(request: number, sort: number): number {
    return request * this.model.problem.vehicles.length + sort;
  }

  private costOf({ sort, distance }: PairRoute): number {
    const { fixedCost, costPerDistance } = this.model.problem.vehicles[sort]!;
    return fixedCost + costPerDistance * distance;
  }

  private findInEmpty(request: number, random: Draws): void {
    const { working } = this;
    const { vehicles } = this.model.problem;
    for (let sort = 0; sort < vehicles.length; sort++) {
      const number = working.emptyRoute(sort);
      if (number < 0) continue;
      const { costPerDistance, fixedCost } = vehicles[sort]!;
      const added = this.insertion.find(working.routes[number]!, request, Infinity, 0, random);
      this.consider(added, fixedCost + costPerDistance * added, number, number);
    }
  }

  /** Keeps the place that the insertion has just found, if it is the best so far. */
  private consider(added: number, cost: number, route: number, host: number): void {
    if (added === Infinity || cost >= this.cost) return;
    this.cost = cost;
    this.route = route;
    this.host = host;
    this.first = this.insertion.placeOfFirst;
    this.second = this.insertion.placeOfSecond;
  }

  private carriesAll({ node, length }: PairRoute, sort: number): boolean {
    const { requestOf, carries } = this.model;
    for (let k = 1; k <= length; k++) if (carries[sort * this.model.requests + requestOf[node[k]!]!] === 0) return false;
    return true;
  }
}
