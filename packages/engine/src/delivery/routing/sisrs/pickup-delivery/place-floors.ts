// What is already known of places: the least that a request adds to the cost of a route as it stands, so that a route that cannot
// offer anything cheaper is not looked through again. A ruin touches few routes; the others keep their version and what is known.
//
// Cost: 16 bytes by row and route. A row is a request with the sort of vehicle that is to drive the route.

export class PlaceFloors {
  private readonly routes: number;
  private readonly version: Float64Array;
  private readonly least: Float64Array;

  constructor(rows: number, routes: number) {
    this.routes = routes;
    this.version = new Float64Array(rows * routes);
    this.least = new Float64Array(rows * routes);
  }

  /** Is it known that the route, in this version, has no place that adds less than `bound`? */
  excludes(row: number, route: number, version: number, bound: number): boolean {
    const at = row * this.routes + route;
    return this.version[at] === version && this.least[at]! >= bound;
  }

  /** Every feasible place in this version adds at least `least`. */
  note(row: number, route: number, version: number, least: number): void {
    const at = row * this.routes + route;
    this.version[at] = version;
    this.least[at] = least;
  }
}
