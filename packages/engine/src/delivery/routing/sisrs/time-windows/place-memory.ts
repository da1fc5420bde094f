// Remembers the cheapest place of a stop in a route, for as long as the route stays what it was.

/** A table stop × route that widens with the routes. */
export class PlaceMemory {
  private readonly stops: number;
  private width = 0;
  private version = new Int32Array(0);
  /** By entry: what the insertion costs (Infinity: no place), and after which stop it is. */
  extra = new Float64Array(0);
  place = new Int32Array(0);

  constructor(stops: number) {
    this.stops = stops;
  }

  /** Makes room for so many routes; forgets everything when it has to widen. */
  reach(routes: number): void {
    if (routes <= this.width) return;
    this.width = Math.max(8, routes + (routes >> 2));
    this.version = new Int32Array(this.stops * this.width);
    this.extra = new Float64Array(this.stops * this.width);
    this.place = new Int32Array(this.stops * this.width);
  }

  /** The entry, or -1 where it is of another version of the route. Versions are positive. */
  find(stop: number, route: number, version: number): number {
    const at = stop * this.width + route;
    return this.version[at] === version ? at : -1;
  }

  keep(stop: number, route: number, version: number, extra: number, place: number): number {
    const at = stop * this.width + route;
    this.version[at] = version;
    this.extra[at] = extra;
    this.place[at] = place;
    return at;
  }
}
