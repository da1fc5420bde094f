// What is done to single routes of the working state: looking for the cheapest place of a stop, linking it in, and keeping the
// earliest departures and the latest starts along the route.

import type { Draws } from '../draws.ts';
import type { RouteState } from './state.ts';
import type { TimeWindowTables } from './tables.ts';

export class WorkingRoutes {
  private readonly tables: TimeWindowTables;
  private readonly state: RouteState;
  /** After which stop the place found by the last `scan` is. */
  place = 0;

  constructor(tables: TimeWindowTables, state: RouteState) {
    this.tables = tables;
    this.state = state;
  }

  /** Whether the vehicle of a route can take the goods of a stop in addition to what it has. */
  fits(stop: number, route: number): boolean {
    const { tables, state } = this;
    const { dimensions, demand, capacity } = tables;
    const sort = state.sort[route]!;
    for (let k = 0; k < dimensions; k++) {
      if (state.load[route * dimensions + k]! + demand[stop * dimensions + k]! > capacity[sort * dimensions + k]!) return false;
    }
    return state.size[route]! < tables.maxStops[sort]! && (tables.classes[stop]! & ~tables.sortClasses[sort]!) === 0;
  }

  /** Whether the vehicle of a route can take all that is on it. */
  holds(route: number): boolean {
    const { tables, state } = this;
    const { dimensions, capacity, classes } = tables;
    const sort = state.sort[route]!;
    for (let k = 0; k < dimensions; k++) {
      if (state.load[route * dimensions + k]! > capacity[sort * dimensions + k]!) return false;
    }
    if (state.size[route]! > tables.maxStops[sort]!) return false;
    let asked = 0;
    for (let stop = state.first[route]!; stop !== 0; stop = state.next[stop]!) asked |= classes[stop]!;
    return (asked & ~tables.sortClasses[sort]!) === 0;
  }

  /** Whether a vehicle of a sort can serve the stop alone. */
  servesAlone(stop: number, sort: number): boolean {
    const { tables } = this;
    const { dimensions, demand, capacity, nodes, timeFrom } = tables;
    for (let k = 0; k < dimensions; k++) {
      if (demand[stop * dimensions + k]! > capacity[sort * dimensions + k]!) return false;
    }
    if ((tables.classes[stop]! & ~tables.sortClasses[sort]!) !== 0 || tables.maxStops[sort]! < 1) return false;
    const start = Math.max(tables.departs[sort]! + timeFrom[stop]!, tables.opens[stop]!);
    const back = start + tables.service[stop]! + timeFrom[stop * nodes]!;
    if (start > tables.closes[stop]! || back > tables.returns[sort]!) return false;
    return tables.distanceFrom[stop]! + tables.distanceFrom[stop * nodes]! <= tables.maxDistance[sort]!;
  }

  /**
   * The least cost at which a stop can be put into a route, if below `bound` (else any number from `bound` on); `place` tells
   * where. A place that would be the best is overlooked with probability `blink`, that after stop `overlooked` (-1: none) surely.
   */
  scan(stop: number, route: number, bound: number, blink: number, random: Draws, overlooked: number): number {
    if (this.tables.timed || this.tables.limitsDistance) return this.scanLimited(stop, route, bound, blink, random, overlooked);
    const { tables, state } = this;
    const { next, legCost } = state;
    const sort = state.sort[route]!;
    const costFrom = tables.costFrom[sort]!;
    const costTo = tables.costTo[sort]!;
    const row = stop * tables.nodes;
    let best = bound;
    let before = 0;
    let after = state.first[route]!;
    let toStop = costTo[row]!;
    let leg = state.firstLegCost[route]!;
    for (;;) {
      const extra = toStop + costFrom[row + after]! - leg;
      if (extra < best && before !== overlooked && (blink === 0 || random.double() >= blink)) {
        best = extra;
        this.place = before;
      }
      if (after === 0) return best;
      toStop = costTo[row + after]!;
      leg = legCost[after]!;
      before = after;
      after = next[after]!;
    }
  }

  /** `scan` where times or distances may forbid a place. */
  private scanLimited(stop: number, route: number, bound: number, blink: number, random: Draws, overlooked: number): number {
    const { tables, state } = this;
    const { next, departure, latest, legCost } = state;
    const { nodes, timeFrom, timeTo, limitsDistance } = tables;
    const sort = state.sort[route]!;
    const costFrom = tables.costFrom[sort]!;
    const costTo = tables.costTo[sort]!;
    const row = stop * nodes;
    const opens = tables.opens[stop]!;
    const closes = tables.closes[stop]!;
    const service = tables.service[stop]!;
    const back = tables.returns[sort]!;
    let best = bound;
    let before = 0;
    let after = state.first[route]!;
    let leaves = tables.departs[sort]!;
    let toStop = costTo[row]!;
    let leg = state.firstLegCost[route]!;
    for (;;) {
      const extra = toStop + costFrom[row + after]! - leg;
      if (extra < best) {
        const arrival = leaves + timeTo[row + before]!;
        const start = arrival < opens ? opens : arrival;
        const limit = after === 0 ? back : latest[after]!;
        if (
          start <= closes &&
          start + service + timeFrom[row + after]! <= limit &&
          before !== overlooked &&
          (!limitsDistance || this.keepsDistance(stop, route, before, after)) &&
          (blink === 0 || random.double() >= blink)
        ) {
          best = extra;
          this.place = before;
        }
      }
      if (after === 0) return best;
      leaves = departure[after]!;
      if (leaves > closes) return best;
      toStop = costTo[row + after]!;
      leg = legCost[after]!;
      before = after;
      after = next[after]!;
    }
  }

  private extraDistance(stop: number, before: number, after: number): number {
    const { distanceFrom, nodes } = this.tables;
    const direct = distanceFrom[before * nodes + after]!;
    return distanceFrom[before * nodes + stop]! + distanceFrom[stop * nodes + after]! - direct;
  }

  private keepsDistance(stop: number, route: number, before: number, after: number): boolean {
    const sort = this.state.sort[route]!;
    return this.state.distance[route]! + this.extraDistance(stop, before, after) <= this.tables.maxDistance[sort]!;
  }

  /** What it costs to put a stop at the end of a route; Infinity if time or distance forbid it. */
  appended(stop: number, route: number): number {
    const { tables, state } = this;
    const { nodes, timeFrom } = tables;
    const last = state.last[route]!;
    const sort = state.sort[route]!;
    const costs = tables.costFrom[sort]!;
    const start = Math.max(state.departure[last]! + timeFrom[last * nodes + stop]!, tables.opens[stop]!);
    if (start > tables.closes[stop]!) return Infinity;
    if (start + tables.service[stop]! + timeFrom[stop * nodes]! > tables.returns[sort]!) return Infinity;
    if (!this.keepsDistance(stop, route, last, 0)) return Infinity;
    return costs[last * nodes + stop]! + costs[stop * nodes]! - costs[last * nodes]!;
  }

  /** Links a stop in after another (0: as the first) and carries the times along the route until they change no more. */
  put(stop: number, route: number, before: number, extra: number): void {
    const { tables, state } = this;
    const { next, previous, legCost, first, last } = state;
    const { nodes, dimensions } = tables;
    const costs = tables.costFrom[state.sort[route]!]!;
    const after = before === 0 ? first[route]! : next[before]!;
    if (before === 0) {
      first[route] = stop;
      state.firstLegCost[route] = costs[stop]!;
    } else {
      next[before] = stop;
      legCost[before] = costs[before * nodes + stop]!;
    }
    if (after === 0) last[route] = stop;
    else previous[after] = stop;
    next[stop] = after;
    previous[stop] = before;
    legCost[stop] = costs[stop * nodes + after]!;
    state.routeOf[stop] = route;
    state.size[route]! += 1;
    state.cost[route]! += extra;
    state.distance[route]! += this.extraDistance(stop, before, after);
    for (let k = 0; k < dimensions; k++) state.load[route * dimensions + k]! += tables.demand[stop * dimensions + k]!;
    if (!tables.timed) return;
    this.forward(route, stop, stop);
    this.backward(route, stop, stop);
  }

  /** Sets departures from stop `from` on; ends at the first that does not change behind stop `until`. */
  private forward(route: number, from: number, until: number): void {
    const { tables, state } = this;
    const { next, departure, previous } = state;
    const { nodes, timeFrom, opens, service } = tables;
    let before = previous[from]!;
    let leaves = before === 0 ? tables.departs[state.sort[route]!]! : departure[before]!;
    let behind = false;
    for (let stop = from; stop !== 0; stop = next[stop]!) {
      const arrival = leaves + timeFrom[before * nodes + stop]!;
      leaves = (arrival < opens[stop]! ? opens[stop]! : arrival) + service[stop]!;
      if (behind && leaves === departure[stop]!) return;
      departure[stop] = leaves;
      if (stop === until) behind = true;
      before = stop;
    }
  }

  /** Sets latest starts from stop `from` backwards; ends at the first that does not change before stop `until`. */
  private backward(route: number, from: number, until: number): void {
    const { tables, state } = this;
    const { previous, latest, next } = state;
    const { nodes, timeFrom, closes, service } = tables;
    let after = next[from]!;
    let limit = after === 0 ? tables.returns[state.sort[route]!]! : latest[after]!;
    let before = false;
    for (let stop = from; stop !== 0; stop = previous[stop]!) {
      const start = limit - timeFrom[stop * nodes + after]! - service[stop]!;
      limit = start > closes[stop]! ? closes[stop]! : start;
      if (before && limit === latest[stop]!) return;
      latest[stop] = limit;
      if (stop === until) before = true;
      after = stop;
    }
  }

  /** Computes everything of a route from its links and its sort. */
  recount(route: number): void {
    const { tables, state } = this;
    const { next } = state;
    const { nodes, dimensions, demand, distanceFrom } = tables;
    const costs = tables.costFrom[state.sort[route]!]!;
    const loads = route * dimensions;
    const first = state.first[route]!;
    for (let k = 0; k < dimensions; k++) state.load[loads + k] = 0;
    state.firstLegCost[route] = costs[first]!;
    let cost = costs[first]!;
    let distance = distanceFrom[first]!;
    for (let stop = first; stop !== 0;) {
      const after = next[stop]!;
      const leg = costs[stop * nodes + after]!;
      state.legCost[stop] = leg;
      cost += leg;
      distance += distanceFrom[stop * nodes + after]!;
      for (let k = 0; k < dimensions; k++) state.load[loads + k]! += demand[stop * dimensions + k]!;
      stop = after;
    }
    state.cost[route] = cost;
    state.distance[route] = distance;
    if (!tables.timed || first === 0) return;
    this.forward(route, first, 0);
    this.backward(route, state.last[route]!, 0);
  }

  /** Whether the times of a route, and its distance, are within their limits: in time at the first stop is in time at all. */
  isInTime(route: number): boolean {
    const { tables, state } = this;
    const first = state.first[route]!;
    if (first === 0) return true;
    const sort = state.sort[route]!;
    if (state.distance[route]! > tables.maxDistance[sort]!) return false;
    return !tables.timed || state.departure[first]! - tables.service[first]! <= state.latest[first]!;
  }

  /** Makes an empty route of a sort with one stop. */
  begin(route: number, sort: number, stop: number): void {
    const { state } = this;
    state.sort[route] = sort;
    state.first[route] = stop;
    state.last[route] = stop;
    state.size[route] = 1;
    state.next[stop] = 0;
    state.previous[stop] = 0;
    state.routeOf[stop] = route;
    this.recount(route);
  }

  /** Takes all stops out of a route. */
  clear(route: number): void {
    const { state } = this;
    state.freeStops(route);
    state.first[route] = 0;
    state.last[route] = 0;
    state.size[route] = 0;
    this.recount(route);
  }
}
