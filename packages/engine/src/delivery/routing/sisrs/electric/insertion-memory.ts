// What was found when a stop was last looked at in a route: still right as long as the route has not changed.
//
// Cost: O(1) where it is remembered, else one scan.

import type { ElectricRoute } from './route.ts';
import type { InsertionScan } from './insertion.ts';

export class InsertionMemory {
  /** Of the last look: the cheapest place (0: none below the limit) and the length it adds. */
  place = 0;
  added = 0;

  private readonly routes: number;
  /** By request and route: the version looked at; the place; the length added, or without a place the limit below which none is. */
  private readonly versions: Float64Array;
  private readonly places: Int32Array;
  private readonly lengths: Float64Array;

  constructor(requests: number, routes: number) {
    this.routes = routes;
    this.versions = new Float64Array(requests * routes);
    this.places = new Int32Array(requests * routes);
    this.lengths = new Float64Array(requests * routes);
  }

  /** Finds the cheapest place of a request (stop − 1) in a route that adds less than `limit`. */
  look(request: number, route: number, held: ElectricRoute, scan: InsertionScan, limit: number): void {
    const at = request * this.routes + route;
    if (this.versions[at] !== held.version || (this.places[at] === 0 && this.lengths[at]! < limit)) {
      scan.scan(held, request + 1, limit, 0);
      this.versions[at] = held.version;
      this.places[at] = scan.place;
      this.lengths[at] = scan.place === 0 ? limit : scan.added;
    }
    this.added = this.lengths[at]!;
    this.place = this.added < limit ? this.places[at]! : 0;
  }
}
