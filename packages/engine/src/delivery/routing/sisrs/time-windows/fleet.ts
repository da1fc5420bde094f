// Which sort of vehicle runs a route: what a new route is opened with, and when another sort suits a route better.
//
// Exchanging the vehicle of a route for a larger one, when a stop does not fit, and for the cheapest, when an iteration ends, is what
// lets the search find its way through fleets of several sorts: by insertions alone it keeps the first vehicle of each route.

import type { Draws } from '../draws.ts';
import type { RouteState } from './state.ts';
import type { TimeWindowTables } from './tables.ts';
import type { WorkingRoutes } from './working-routes.ts';

/** Where several sorts could open a route, each is overlooked with this probability. */
const OVERLOOKED = 0.2;

export class Fleet {
  private readonly tables: TimeWindowTables;
  private readonly state: RouteState;
  private readonly working: WorkingRoutes;
  /** Routes from here on are empty in all states. */
  slots = 0;
  /** Vehicles that may be used. */
  limit: number;
  /** Sort and place of the last exchange that `exchange` found. */
  sort = 0;
  place = 0;

  constructor(tables: TimeWindowTables, working: WorkingRoutes, state: RouteState, limit: number) {
    this.tables = tables;
    this.working = working;
    this.state = state;
    this.limit = limit;
  }

  inUse(): number {
    const { size } = this.state;
    let routes = 0;
    for (let route = 0; route < this.slots; route++) if (size[route] !== 0) routes++;
    return routes;
  }

  /** Whether one more vehicle of a sort is there, whatever the limit of all. */
  private hasSpare(sort: number): boolean {
    const { count } = this.tables.sorts[sort]!;
    if (count > this.slots) return true;
    let used = 0;
    for (let route = 0; route < this.slots; route++) if (this.state.size[route] !== 0 && this.state.sort[route] === sort) used++;
    return used < count;
  }

  canOpen(sort: number): boolean {
    return this.inUse() < this.limit && this.hasSpare(sort);
  }

  freeSlot(): number {
    let route = 0;
    while (route < this.slots && this.state.size[route] !== 0) route++;
    if (route === this.slots) this.slots++;
    return route;
  }

  /** The route whose stops weigh least together; -1: there is none. */
  leastWeight(weights: Float64Array): number {
    const { size, first, next } = this.state;
    let least = Infinity;
    let lightest = -1;
    for (let route = 0; route < this.slots; route++) {
      if (size[route] === 0) continue;
      let sum = 0;
      for (let stop = first[route]!; stop !== 0; stop = next[stop]!) sum += weights[stop - 1]!;
      if (sum < least) {
        least = sum;
        lightest = route;
      }
    }
    return lightest;
  }

  /** The sort whose new route serves a stop at the least cost below `bound`; -1: none. */
  sortToOpen(stop: number, bound: number, random: Draws): number {
    const { tables, working } = this;
    const { sorts } = tables;
    let best = bound;
    let chosen = -1;
    for (let sort = 0; sort < sorts.length; sort++) {
      const costs = tables.costFrom[sort]!;
      const cost = sorts[sort]!.fixedCost + costs[stop]! + costs[stop * tables.nodes]!;
      if (cost >= best || !working.servesAlone(stop, sort) || !this.canOpen(sort)) continue;
      if (sorts.length > 1 && chosen >= 0 && random.double() < OVERLOOKED) continue;
      best = cost;
      chosen = sort;
    }
    return chosen;
  }

  /**
   * The least cost below `bound` of putting a stop into a route whose vehicle cannot take it, with a vehicle of another sort that
   * can; any number from `bound` on where there is none.
   */
  exchange(stop: number, route: number, bound: number, blink: number, random: Draws): number {
    const { tables, state, working } = this;
    const { sorts } = tables;
    const now = state.sort[route]!;
    const before = sorts[now]!.fixedCost + state.cost[route]!;
    let best = bound;
    for (let sort = 0; sort < sorts.length; sort++) {
      if (sort === now || !this.hasSpare(sort)) continue;
      this.assign(route, sort);
      const change = sorts[sort]!.fixedCost + state.cost[route]! - before;
      if (change < best && working.fits(stop, route) && working.holds(route) && working.isInTime(route)) {
        const extra = change + working.scan(stop, route, best - change, blink, random, -1);
        if (extra < best) {
          best = extra;
          this.sort = sort;
          this.place = working.place;
        }
      }
    }
    this.assign(route, now);
    return best;
  }

  assign(route: number, sort: number): void {
    this.state.sort[route] = sort;
    this.working.recount(route);
  }

  /** Gives a route the cheapest spare vehicle that can run it. */
  settle(route: number): void {
    const { tables, state, working } = this;
    const { sorts } = tables;
    const now = state.sort[route]!;
    let best = sorts[now]!.fixedCost + state.cost[route]!;
    let chosen = now;
    for (let sort = 0; sort < sorts.length; sort++) {
      if (sort === now || !this.hasSpare(sort)) continue;
      this.assign(route, sort);
      const cost = sorts[sort]!.fixedCost + state.cost[route]!;
      if (cost >= best || !working.holds(route) || !working.isInTime(route)) continue;
      best = cost;
      chosen = sort;
    }
    this.assign(route, chosen);
  }
}
