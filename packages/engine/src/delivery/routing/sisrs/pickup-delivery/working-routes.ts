// The routes at hand, and every change that is made to them.

import type { PickupDeliveryModel } from './model.ts';
import { PairState } from './state.ts';

export class WorkingRoutes extends PairState {
  /** At most so many vehicles. */
  mostVehicles = Infinity;
  /** Routes of each sort are numbered together: sort s has firstRoute[s] … firstRoute[s + 1] - 1. */
  private readonly firstRoute: Int32Array;
  private readonly leaving: Uint8Array;
  private readonly kept: Int32Array;
  private lastVersion = 0;

  constructor(model: PickupDeliveryModel, sortOf: readonly number[]) {
    super(model, sortOf);
    this.firstRoute = new Int32Array(model.problem.vehicles.length + 1);
    for (const sort of sortOf) this.firstRoute[sort + 1]! += 1;
    for (let sort = 0; sort < model.problem.vehicles.length; sort++) this.firstRoute[sort + 1]! += this.firstRoute[sort]!;
    this.leaving = new Uint8Array(model.requests);
    this.kept = new Int32Array(model.nodes);
  }

  get mayOpen(): boolean {
    return this.vehicles < this.mostVehicles;
  }

  /** The first route of a sort that has no request; -1: none. */
  emptyRoute(sort: number): number {
    for (let route = this.firstRoute[sort]!; route < this.firstRoute[sort + 1]!; route++) {
      if (this.sizeOf[route] === 0) return route;
    }
    return -1;
  }

  /** Gives a route these stops, whose requests are not noted; false where it cannot be driven. */
  fill(number: number, stops: ArrayLike<number>): boolean {
    const route = this.routes[number]!;
    route.grow(stops.length);
    for (let k = 0; k < stops.length; k++) route.node[k + 1] = stops[k]!;
    route.length = stops.length;
    const isDrivable = route.update(++this.lastVersion);
    this.settle(number);
    return isDrivable;
  }

  /** Puts a request into a route: its first stop after place `first`, its delivery after place `second` of the route as it is. */
  place(request: number, number: number, first: number, second: number): void {
    const route = this.routes[number]!;
    const delivery = this.model.second[request]!;
    const added = delivery > 0 ? 2 : 1;
    route.grow(route.length + added);
    const { node, length } = route;
    if (delivery > 0) {
      for (let k = length; k > second; k--) node[k + 2] = node[k]!;
      node[second + 2] = delivery;
      for (let k = second; k > first; k--) node[k + 1] = node[k]!;
    } else {
      for (let k = length; k > first; k--) node[k + 1] = node[k]!;
    }
    node[first + 1] = this.model.first[request]!;
    route.length = length + added;
    route.update(++this.lastVersion);
    this.routeOf[request] = number;
    this.settle(number);
  }

  /** Takes requests of one route out; false, and nothing changed, where the rest cannot be driven without them. */
  takeOut(number: number, requests: ArrayLike<number>, count: number): boolean {
    for (let i = 0; i < count; i++) this.leaving[requests[i]!] = 1;
    const isDrivable = this.takeMarked(number);
    for (let i = 0; i < count; i++) {
      this.leaving[requests[i]!] = 0;
      if (isDrivable) this.routeOf[requests[i]!] = -1;
    }
    return isDrivable;
  }

  private takeMarked(number: number): boolean {
    const { requestOf } = this.model;
    const { kept, leaving } = this;
    const route = this.routes[number]!;
    const { node, length, version } = route;
    let left = 0;
    for (let k = 1; k <= length; k++) {
      kept[k] = node[k]!;
      if (leaving[requestOf[node[k]!]!] === 0) node[++left] = node[k]!;
    }
    route.length = left;
    const isDrivable = route.update(++this.lastVersion);
    if (!isDrivable) {
      for (let k = 1; k <= length; k++) node[k] = kept[k]!;
      route.length = length;
      route.update(version);
    }
    this.settle(number);
    return isDrivable;
  }

  clear(number: number): void {
    const { node, length } = this.routes[number]!;
    for (let k = 1; k <= length; k++) this.routeOf[this.model.requestOf[node[k]!]!] = -1;
    this.fill(number, []);
  }

  /** All stops of a route go to an empty one that can drive them. */
  moveAll(from: number, to: number): void {
    const { node, length } = this.routes[from]!;
    this.fill(to, node.subarray(1, length + 1));
    for (let k = 1; k <= length; k++) this.routeOf[this.model.requestOf[node[k]!]!] = to;
    this.fill(from, []);
  }

  /** Requests picked up from a position of the sequence on go to an empty vehicle of the same sort, if there is one. */
  split(number: number, position: number): void {
    const { requestOf, first } = this.model;
    const { node, length, sort } = this.routes[number]!;
    const empty = this.emptyRoute(sort);
    if (empty < 0 || !this.mayOpen) return;
    const whole = [...node.subarray(1, length + 1)];
    const later = whole
      .filter((stop) => first[requestOf[stop]!] === stop)
      .slice(position)
      .map((stop) => requestOf[stop]!);
    const rest = whole.filter((stop) => later.includes(requestOf[stop]!));
    if (!this.fill(empty, rest) || !this.takeOut(number, later, later.length)) this.fill(empty, []);
    else for (const request of later) this.routeOf[request] = empty;
  }
}
