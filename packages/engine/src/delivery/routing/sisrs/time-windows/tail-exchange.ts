// Exchanging the tails of two routes (2-opt*): what strings shorter than a tail cannot do in one step.
//
// Source:     Potvin & Rousseau (1995), "An exchange heuristic for routeing problems with time windows", Journal of the
//             Operational Research Society 46(12), 1433-1446.
// Applies to: routes of the same sort of vehicle; hard windows and capacities.
// Cost:       O(neighbours looked at + length of the routes whose loads have to be known).
//
// Worked example: stops A, B at x = 1, 2 and C, D at x = -1, -2, depot 0, in routes A D and C B (6 each). Exchanging the tails
//             behind A and C gives A B and C D (4 each).

import type { RouteState } from './state.ts';
import type { TimeWindowTables } from './tables.ts';

/** Nearest stops of a stop that it may come next to. */
const NEAREST = 10;

export class TailExchange {
  private readonly tables: TimeWindowTables;
  private readonly state: RouteState;
  private readonly neighbours: Int32Array;
  private readonly neighbourCount: number;
  /** What the last `find` found: the tail that begins with `tail` comes behind `head`, and what was behind it, in its place. */
  head = 0;
  tail = 0;

  constructor(tables: TimeWindowTables, state: RouteState, neighbours: Int32Array, neighbourCount: number) {
    this.tables = tables;
    this.state = state;
    this.neighbours = neighbours;
    this.neighbourCount = neighbourCount;
  }

  /**
   * Looks for the cheapest exchange that joins a stop to one of its nearest, if it raises the cost by less than `bound`. Loads
   * and windows hold with it; the number of stops and the length of the routes have to be looked at when it is done.
   */
  find(stop: number, bound: number): boolean {
    const { state, neighbours } = this;
    const { routeOf, sort } = state;
    const route = routeOf[stop]!;
    if (route < 0) return false;
    const row = (stop - 1) * this.neighbourCount;
    const end = Math.min(NEAREST + 1, this.neighbourCount);
    let best = bound;
    let found = false;
    for (let k = 1; k < end; k++) {
      const near = neighbours[row + k]! + 1;
      const other = routeOf[near]!;
      if (other < 0 || other === route || sort[other] !== sort[route]) continue;
      const behind = this.change(stop, near, route, other);
      if (behind < best && this.isFeasible(stop, near, route, other)) {
        best = behind;
        this.head = stop;
        this.tail = near;
        found = true;
      }
      const before = this.change(near, stop, other, route);
      if (before < best && this.isFeasible(near, stop, other, route)) {
        best = before;
        this.head = near;
        this.tail = stop;
        found = true;
      }
    }
    return found;
  }

  /** Change of cost when `tail`, of `other`, comes behind `head`, of `route`. */
  private change(head: number, tail: number, route: number, other: number): number {
    const { state, tables } = this;
    const { nodes } = tables;
    const costs = tables.costFrom[state.sort[route]!]!;
    const after = state.next[head]!;
    const before = state.previous[tail]!;
    const left = before === 0 ? state.firstLegCost[other]! : state.legCost[before]!;
    return costs[head * nodes + tail]! + costs[before * nodes + after]! - state.legCost[head]! - left;
  }

  private isFeasible(head: number, tail: number, route: number, other: number): boolean {
    const { state, tables } = this;
    const { next, previous } = state;
    const after = next[head]!;
    const before = previous[tail]!;
    if (tables.timed && (!this.isInTime(head, tail, route) || !this.isInTime(before, after, other))) return false;
    const { dimensions, demand, capacity } = tables;
    const sort = state.sort[route]!;
    for (let k = 0; k < dimensions; k++) {
      let kept = 0;
      for (let stop = head; stop !== 0; stop = previous[stop]!) kept += demand[stop * dimensions + k]!;
      let keptThere = 0;
      for (let stop = before; stop !== 0; stop = previous[stop]!) keptThere += demand[stop * dimensions + k]!;
      const most = capacity[sort * dimensions + k]!;
      const load = state.load[route * dimensions + k]!;
      const loadThere = state.load[other * dimensions + k]!;
      if (kept + loadThere - keptThere > most || keptThere + load - kept > most) return false;
    }
    return true;
  }

  /** Whether a stop (0: the end) can follow another (0: the start of the route) in time. */
  private isInTime(before: number, after: number, route: number): boolean {
    const { state, tables } = this;
    if (before === 0 && after === 0) return true;
    const sort = state.sort[route]!;
    const leaves = before === 0 ? tables.departs[sort]! : state.departure[before]!;
    const limit = after === 0 ? tables.returns[sort]! : state.latest[after]!;
    return leaves + tables.timeFrom[before * tables.nodes + after]! <= limit;
  }

  /** Links the tails anew; the routes have to be counted anew. */
  apply(): void {
    const { state, head, tail } = this;
    const { next, previous, routeOf, first, last, size } = state;
    const route = routeOf[head]!;
    const other = routeOf[tail]!;
    const after = next[head]!;
    const before = previous[tail]!;
    const end = last[route]!;
    let moved = 0;
    for (let stop = tail; stop !== 0; stop = next[stop]!, moved++) routeOf[stop] = route;
    for (let stop = after; stop !== 0; stop = next[stop]!, moved--) routeOf[stop] = other;
    size[route]! += moved;
    size[other]! -= moved;
    next[head] = tail;
    previous[tail] = head;
    last[route] = last[other]!;
    if (before === 0) first[other] = after;
    else next[before] = after;
    if (after === 0) last[other] = before;
    else {
      previous[after] = before;
      last[other] = end;
    }
  }
}
