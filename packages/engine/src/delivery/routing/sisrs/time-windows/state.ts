// One state of the routes: doubly linked lists of stops and what is known along them, all views of one buffer, so that a state is
// copied by one `set`. Stop 0 is the depot and ends every list on both sides.

export class RouteState {
  /** By stop: the stop after it and before it, its route (-1: absent). */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly routeOf: Int32Array;
  /** By stop: earliest end of its service, latest start of it, cost of the arc that leaves it. */
  readonly departure: Float64Array;
  readonly latest: Float64Array;
  readonly legCost: Float64Array;
  /** By route. A version belongs to one content of a route: equal versions, equal routes. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly size: Int32Array;
  readonly sort: Int32Array;
  readonly version: Int32Array;
  /** By route: cost of the arc out of the depot, of all arcs, their length, and load[route * dimensions + k]. */
  readonly firstLegCost: Float64Array;
  readonly cost: Float64Array;
  readonly distance: Float64Array;
  readonly load: Float64Array;
  private readonly all: Float64Array;

  constructor(nodes: number, routes: number, dimensions: number) {
    const words = 3 * nodes + 5 * routes;
    const doubles = 3 * nodes + (3 + dimensions) * routes;
    const buffer = new ArrayBuffer(8 * (doubles + Math.ceil(words / 2)));
    this.all = new Float64Array(buffer);
    let at = 0;
    const reals = (length: number) => {
      at += 8 * length;
      return new Float64Array(buffer, at - 8 * length, length);
    };
    const integers = (length: number) => {
      at += 4 * length;
      return new Int32Array(buffer, at - 4 * length, length);
    };
    this.departure = reals(nodes);
    this.latest = reals(nodes);
    this.legCost = reals(nodes);
    this.firstLegCost = reals(routes);
    this.cost = reals(routes);
    this.distance = reals(routes);
    this.load = reals(routes * dimensions);
    this.next = integers(nodes);
    this.previous = integers(nodes);
    this.routeOf = integers(nodes);
    this.first = integers(routes);
    this.last = integers(routes);
    this.size = integers(routes);
    this.sort = integers(routes);
    this.version = integers(routes);
    this.routeOf.fill(-1);
  }

  copyFrom(other: RouteState): void {
    this.all.set(other.all);
  }

  /** Takes over one route of another state, with its stops. Stops that were in it here and are not there must be freed before. */
  copyRoute(other: RouteState, route: number, dimensions: number): void {
    const { next, previous, routeOf, departure, latest, legCost } = this;
    this.first[route] = other.first[route]!;
    this.last[route] = other.last[route]!;
    this.size[route] = other.size[route]!;
    this.sort[route] = other.sort[route]!;
    this.version[route] = other.version[route]!;
    this.firstLegCost[route] = other.firstLegCost[route]!;
    this.cost[route] = other.cost[route]!;
    this.distance[route] = other.distance[route]!;
    for (let k = route * dimensions; k < (route + 1) * dimensions; k++) this.load[k] = other.load[k]!;
    const nextThere = other.next;
    for (let stop = other.first[route]!; stop !== 0; stop = nextThere[stop]!) {
      next[stop] = nextThere[stop]!;
      previous[stop] = other.previous[stop]!;
      routeOf[stop] = route;
      departure[stop] = other.departure[stop]!;
      latest[stop] = other.latest[stop]!;
      legCost[stop] = other.legCost[stop]!;
    }
  }

  /** Whether a route has the same stops in the same order, and the same sort of vehicle, in another state. */
  sameRoute(other: RouteState, route: number): boolean {
    if (this.size[route] !== other.size[route] || this.sort[route] !== other.sort[route]) return false;
    let stop = this.first[route]!;
    let there = other.first[route]!;
    while (stop === there && stop !== 0) {
      stop = this.next[stop]!;
      there = other.next[there]!;
    }
    return stop === there;
  }

  /** Cuts a route before its stop at `position`; the rest becomes the route `tail`, empty before. Both have to be counted anew. */
  cut(route: number, position: number, tail: number): void {
    const { next, previous, routeOf, first, last, size, sort } = this;
    let head = first[route]!;
    for (let i = 1; i < position; i++) head = next[head]!;
    const start = next[head]!;
    next[head] = 0;
    previous[start] = 0;
    first[tail] = start;
    last[tail] = last[route]!;
    last[route] = head;
    sort[tail] = sort[route]!;
    size[tail] = size[route]! - position;
    size[route] = position;
    for (let stop = start; stop !== 0; stop = next[stop]!) routeOf[stop] = tail;
  }

  /** Marks the stops of a route as absent, without unlinking them. */
  freeStops(route: number): void {
    for (let stop = this.first[route]!; stop !== 0; stop = this.next[stop]!) this.routeOf[stop] = -1;
  }
}
