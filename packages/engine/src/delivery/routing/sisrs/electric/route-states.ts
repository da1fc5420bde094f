// The three states of the search over shared routes: each holds references, a route lives as long as one of them refers to it.
//
// Cost: a copy O(routes + stops), of references only.

import { BEST, CURRENT, WORKING, type StateSlot } from '../kernel.ts';
import type { VehicleRoutingProblem } from '../problem.ts';
import { ElectricRoute } from './route.ts';

export class RouteStates {
  /** Routes of the working state; undefined: empty. */
  readonly working: (ElectricRoute | undefined)[];
  /** Route of each request in the working state, -1: absent; and how many requests each route has. */
  readonly routeOf: Int32Array;
  readonly sizeOf: Int32Array;
  /** Routes of the working state that are not empty. */
  used = 0;

  private readonly problem: VehicleRoutingProblem;
  private readonly routesIn: readonly (ElectricRoute | undefined)[][];
  private readonly routeOfIn: readonly Int32Array[];
  private readonly free: ElectricRoute[] = [];
  private lastVersion = 0;

  constructor(problem: VehicleRoutingProblem, routes: number) {
    this.problem = problem;
    this.routesIn = [WORKING, CURRENT, BEST].map(() => Array<ElectricRoute | undefined>(routes).fill(undefined));
    this.routeOfIn = [WORKING, CURRENT, BEST].map(() => new Int32Array(problem.stops).fill(-1));
    this.working = this.routesIn[WORKING]!;
    this.routeOf = this.routeOfIn[WORKING]!;
    this.sizeOf = new Int32Array(routes);
  }

  /** Routes of a state, and the route of each request in it. */
  routes(slot: StateSlot): readonly (ElectricRoute | undefined)[] {
    return this.routesIn[slot]!;
  }

  isAbsent(slot: StateSlot, request: number): boolean {
    return this.routeOfIn[slot]![request]! < 0;
  }

  /** A route with room for so many stops that no state refers to; to be filled and put, or discarded. */
  blank(size: number): ElectricRoute {
    const route = this.free.pop() ?? new ElectricRoute(this.problem.node.demand.length);
    route.resize(size);
    route.nodes[0] = 0;
    route.nodes[size + 1] = 0;
    return route;
  }

  discard(route: ElectricRoute): void {
    this.free.push(route);
  }

  /** Makes a built route the working state's. */
  put(route: number, next: ElectricRoute): void {
    const { demand } = this.problem.node;
    next.version = ++this.lastVersion;
    next.load.fill(0);
    for (let place = 1; place <= next.size; place++) {
      const stop = next.nodes[place]!;
      this.routeOf[stop - 1] = route;
      for (let d = 0; d < demand.length; d++) next.load[d]! += demand[d]![stop]!;
    }
    next.references = 1;
    const old = this.working[route];
    if (old === undefined) this.used++;
    else this.release(old);
    this.working[route] = next;
    this.sizeOf[route] = next.size;
  }

  /** Empties a route of the working state. */
  clear(route: number): void {
    const old = this.working[route];
    if (old === undefined) return;
    for (let place = 1; place <= old.size; place++) this.routeOf[old.nodes[place]! - 1] = -1;
    this.release(old);
    this.working[route] = undefined;
    this.sizeOf[route] = 0;
    this.used--;
  }

  copy(from: StateSlot, to: StateSlot): void {
    const source = this.routesIn[from]!;
    const target = this.routesIn[to]!;
    for (let route = 0; route < source.length; route++) {
      const held = source[route];
      const old = target[route];
      if (held === old) continue;
      if (held !== undefined) held.references++;
      target[route] = held;
      if (old !== undefined) this.release(old);
      if (to === WORKING) {
        this.used += (held === undefined ? 0 : 1) - (old === undefined ? 0 : 1);
        this.sizeOf[route] = held === undefined ? 0 : held.size;
      }
    }
    this.routeOfIn[to]!.set(this.routeOfIn[from]!);
  }

  private release(route: ElectricRoute): void {
    if (--route.references === 0) this.free.push(route);
  }
}
