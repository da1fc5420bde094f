// One state of all vehicles' days: each day a doubly linked list of trips, each trip a doubly linked list of stops, and what is
// known along them. Node 0 ends a trip's list on both sides, -1 a day's.
//
// States of one problem are kept alike by copying only the days that differ (`copyDay`): a day is all trips of a vehicle with all
// their stops. A trip has the same number in both.

/** The trip of a stop that no vehicle serves, and the end of a list of trips. */
export const NONE = -1;

export class DayState {
  /** By node: the stop after and before it in its trip, its trip (NONE: absent). */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly tripOf: Int32Array;
  /** By node: when its service begins, at the latest (for all that follows to be possible), and how many breaks begin before. */
  readonly begins: Float64Array;
  readonly latest: Float64Array;
  readonly breaks: Int32Array;
  /** By trip: its first and last stop, how many, its vehicle (NONE: this number is free), the trip after and before it. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly size: Int32Array;
  readonly vehicleOf: Int32Array;
  readonly nextTrip: Int32Array;
  readonly previousTrip: Int32Array;
  /** By trip: its stops that were not on board when the vehicle began. */
  readonly joined: Int32Array;
  /** By trip: load[trip * dimensions + k], length, latest release of its goods. */
  readonly load: Float64Array;
  readonly distance: Float64Array;
  readonly release: Float64Array;
  /** By trip: when it may leave, with so many breaks behind it; when it does; when it is back, with so many breaks behind it. */
  readonly ready: Float64Array;
  readonly readyBreaks: Int32Array;
  readonly leaves: Float64Array;
  readonly back: Float64Array;
  readonly backBreaks: Int32Array;
  /** By trip: latest departure and return for all that follows to be possible. */
  readonly latestLeave: Float64Array;
  readonly latestBack: Float64Array;
  /** By trip: time that the vehicle waits for stops to open, in it and in all later ones of the day. */
  readonly waits: Float64Array;
  /** By trip: energy left on return, and how much more it may use without a later trip falling short. */
  readonly energyLeft: Float64Array;
  readonly energySpare: Float64Array;
  /** By vehicle: its first and last trip, how many; what its day costs (Infinity: it is impossible). */
  readonly firstTrip: Int32Array;
  readonly lastTrip: Int32Array;
  readonly trips: Int32Array;
  readonly cost: Float64Array;
  /** Trips with a stop, and vehicles with a trip. */
  filledTrips = 0;
  usedVehicles = 0;
  readonly dimensions: number;

  constructor(nodes: number, trips: number, vehicles: number, dimensions: number) {
    this.dimensions = dimensions;
    this.next = new Int32Array(nodes);
    this.previous = new Int32Array(nodes);
    this.tripOf = new Int32Array(nodes).fill(NONE);
    this.begins = new Float64Array(nodes);
    this.latest = new Float64Array(nodes);
    this.breaks = new Int32Array(nodes);
    this.first = new Int32Array(trips);
    this.last = new Int32Array(trips);
    this.size = new Int32Array(trips);
    this.vehicleOf = new Int32Array(trips).fill(NONE);
    this.nextTrip = new Int32Array(trips).fill(NONE);
    this.previousTrip = new Int32Array(trips).fill(NONE);
    this.joined = new Int32Array(trips);
    this.load = new Float64Array(trips * dimensions);
    this.distance = new Float64Array(trips);
    this.release = new Float64Array(trips);
    this.ready = new Float64Array(trips);
    this.readyBreaks = new Int32Array(trips);
    this.leaves = new Float64Array(trips);
    this.back = new Float64Array(trips);
    this.backBreaks = new Int32Array(trips);
    this.latestLeave = new Float64Array(trips);
    this.latestBack = new Float64Array(trips);
    this.waits = new Float64Array(trips);
    this.energyLeft = new Float64Array(trips);
    this.energySpare = new Float64Array(trips);
    this.firstTrip = new Int32Array(vehicles).fill(NONE);
    this.lastTrip = new Int32Array(vehicles).fill(NONE);
    this.trips = new Int32Array(vehicles);
    this.cost = new Float64Array(vehicles);
  }

  /** Puts a stop after another (0: first) of a trip. */
  link(node: number, trip: number, after: number): void {
    const { next, previous } = this;
    const before = after === 0 ? (this.size[trip] === 0 ? 0 : this.first[trip]!) : next[after]!;
    next[node] = before;
    previous[node] = after;
    if (after === 0) this.first[trip] = node;
    else next[after] = node;
    if (before === 0) this.last[trip] = node;
    else previous[before] = node;
    this.tripOf[node] = trip;
    if (this.size[trip]!++ === 0) this.filledTrips++;
  }

  unlink(node: number): void {
    const { next, previous } = this;
    const trip = this.tripOf[node]!;
    const before = previous[node]!;
    const after = next[node]!;
    if (before === 0) this.first[trip] = after;
    else next[before] = after;
    if (after === 0) this.last[trip] = before;
    else previous[after] = before;
    this.tripOf[node] = NONE;
    if (--this.size[trip]! === 0) this.filledTrips--;
  }

  /** Puts a trip with its stops, or without, into a vehicle's day, after another of its trips (NONE: first). */
  linkTrip(trip: number, vehicle: number, after: number): void {
    const before = after === NONE ? this.firstTrip[vehicle]! : this.nextTrip[after]!;
    this.vehicleOf[trip] = vehicle;
    this.nextTrip[trip] = before;
    this.previousTrip[trip] = after;
    if (after === NONE) this.firstTrip[vehicle] = trip;
    else this.nextTrip[after] = trip;
    if (before === NONE) this.lastTrip[vehicle] = trip;
    else this.previousTrip[before] = trip;
    if (this.trips[vehicle]!++ === 0) this.usedVehicles++;
  }

  /** Takes a trip with its stops, or without, out of its vehicle's day; if empty, its number is free. */
  unlinkTrip(trip: number): void {
    const vehicle = this.vehicleOf[trip]!;
    const before = this.previousTrip[trip]!;
    const after = this.nextTrip[trip]!;
    if (before === NONE) this.firstTrip[vehicle] = after;
    else this.nextTrip[before] = after;
    if (after === NONE) this.lastTrip[vehicle] = before;
    else this.previousTrip[after] = before;
    this.vehicleOf[trip] = NONE;
    if (--this.trips[vehicle]! === 0) this.usedVehicles--;
  }

  /** Forgets a vehicle's day: its stops are absent, its trips' numbers free. Before `copyDay`, for all vehicles copied. */
  forgetDay(vehicle: number): void {
    for (let trip = this.firstTrip[vehicle]!; trip !== NONE; trip = this.nextTrip[trip]!) {
      if (this.size[trip]! > 0) for (let node = this.first[trip]!; node !== 0; node = this.next[node]!) this.tripOf[node] = NONE;
      this.vehicleOf[trip] = NONE;
      this.size[trip] = 0;
      this.first[trip] = 0;
      this.last[trip] = 0;
    }
  }

  /** Makes a vehicle's day as it is in another state. */
  copyDay(from: DayState, vehicle: number): void {
    this.firstTrip[vehicle] = from.firstTrip[vehicle]!;
    this.lastTrip[vehicle] = from.lastTrip[vehicle]!;
    this.trips[vehicle] = from.trips[vehicle]!;
    this.cost[vehicle] = from.cost[vehicle]!;
    for (let trip = from.firstTrip[vehicle]!; trip !== NONE; trip = from.nextTrip[trip]!) {
      this.copyTrip(from, trip);
      for (let node = from.first[trip]!; node !== 0; node = from.next[node]!) this.copyNode(from, node);
    }
  }

  private copyTrip(from: DayState, trip: number): void {
    this.first[trip] = from.first[trip]!;
    this.last[trip] = from.last[trip]!;
    this.size[trip] = from.size[trip]!;
    this.vehicleOf[trip] = from.vehicleOf[trip]!;
    this.nextTrip[trip] = from.nextTrip[trip]!;
    this.previousTrip[trip] = from.previousTrip[trip]!;
    this.joined[trip] = from.joined[trip]!;
    for (let at = trip * this.dimensions; at < (trip + 1) * this.dimensions; at++) this.load[at] = from.load[at]!;
    this.distance[trip] = from.distance[trip]!;
    this.release[trip] = from.release[trip]!;
    this.ready[trip] = from.ready[trip]!;
    this.readyBreaks[trip] = from.readyBreaks[trip]!;
    this.leaves[trip] = from.leaves[trip]!;
    this.back[trip] = from.back[trip]!;
    this.backBreaks[trip] = from.backBreaks[trip]!;
    this.latestLeave[trip] = from.latestLeave[trip]!;
    this.latestBack[trip] = from.latestBack[trip]!;
    this.waits[trip] = from.waits[trip]!;
    this.energyLeft[trip] = from.energyLeft[trip]!;
    this.energySpare[trip] = from.energySpare[trip]!;
  }

  private copyNode(from: DayState, node: number): void {
    this.next[node] = from.next[node]!;
    this.previous[node] = from.previous[node]!;
    this.tripOf[node] = from.tripOf[node]!;
    this.begins[node] = from.begins[node]!;
    this.latest[node] = from.latest[node]!;
    this.breaks[node] = from.breaks[node]!;
  }
}
