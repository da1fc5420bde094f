// The routes of all vehicles at one moment: the search keeps three of them (kernel.ts).
//
// Each vehicle has a number for good. A route whose stops change gets a new version, so that a copy between two states only copies
// routes that differ.

import type { PickupDeliveryModel } from './model.ts';
import { PairRoute } from './route.ts';

export class PairState {
  readonly routes: readonly PairRoute[];
  /** By request; -1: absent. */
  readonly routeOf: Int32Array;
  /** Requests by route. */
  readonly sizeOf: Int32Array;
  /** Routes from here on are empty. */
  used = 0;
  protected readonly model: PickupDeliveryModel;

  /** @param sortOf sort of each vehicle, those of one sort next to each other. */
  constructor(model: PickupDeliveryModel, sortOf: readonly number[]) {
    this.model = model;
    this.routes = sortOf.map((sort) => new PairRoute(model, sort));
    this.routeOf = new Int32Array(model.requests).fill(-1);
    this.sizeOf = new Int32Array(sortOf.length);
  }

  get vehicles(): number {
    let count = 0;
    for (let route = 0; route < this.used; route++) if (this.sizeOf[route]! > 0) count++;
    return count;
  }

  /** Fixed costs and distances; where stops may be left out for a price, also that of the deliveries of absent pairs. */
  get cost(): number {
    const { vehicles, unservedCost } = this.model.problem;
    let cost = 0;
    for (let route = 0; route < this.used; route++) {
      const { size, distance, sort } = this.routes[route]!;
      if (size > 0) cost += vehicles[sort]!.fixedCost + vehicles[sort]!.costPerDistance * distance;
    }
    if (unservedCost === Infinity) return cost;
    for (let request = 0; request < this.routeOf.length; request++) {
      if (this.routeOf[request]! < 0 && this.model.second[request]! > 0) cost += unservedCost;
    }
    return cost;
  }

  /** Brings `sizeOf` and `used` up to date after a route has changed. */
  protected settle(route: number): void {
    this.sizeOf[route] = this.routes[route]!.size;
    if (this.sizeOf[route]! > 0) this.used = Math.max(this.used, route + 1);
    while (this.used > 0 && this.sizeOf[this.used - 1] === 0) this.used--;
  }

  become(other: PairState): void {
    const end = Math.max(this.used, other.used);
    for (let route = 0; route < end; route++) {
      const source = other.routes[route]!;
      if (source.version !== this.routes[route]!.version) this.routes[route]!.become(source);
      this.sizeOf[route] = source.size;
    }
    this.routeOf.set(other.routeOf);
    this.used = other.used;
  }
}
