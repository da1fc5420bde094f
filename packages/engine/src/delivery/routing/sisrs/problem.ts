// A vehicle routing problem as the solver takes it: nodes, one table of distances and one of durations, what each stop asks,
// and what each sort of vehicle can do. No warehouse word: a literature instance and a departure of the DC are the same thing here.
//
// Nodes: 0 is the depot; 1 … stops are the stops; the nodes after them are other places (charging stations, the places where
// vehicles under way are). Any consistent unit of distance, time, load and energy; the engine uses km, s, kg and l, and kWh.

/** A rest that falls into a route: begins at the first moment in [earliest, latest] at which the vehicle is not serving a stop. */
export interface RouteBreak {
  readonly earliest: number;
  readonly latest: number;
  readonly length: number;
}

/** What an electric vehicle's battery holds and uses. */
export interface Battery {
  /** Energy it holds when full, and with which it starts. */
  readonly capacity: number;
  readonly start: number;
  readonly usePerDistance: number;
  /** Energy charged in a unit of time: at the depot and at stations. */
  readonly chargeRate: number;
}

/** Vehicles that are alike. */
export interface VehicleSort {
  /** How many there are; Infinity: as many as wanted. */
  readonly count: number;
  /** What it carries in each dimension of load. */
  readonly capacity: readonly number[];
  /** 1 bit per class of goods it can carry. */
  readonly classes: number;
  /** Stops on one trip; Infinity: no limit. */
  readonly maxStops: number;
  /** Length of one trip (from depot to depot); Infinity: no limit. For vehicles without a battery. */
  readonly maxDistance: number;
  /** Trips in its day; 1: it comes back once. */
  readonly maxTrips: number;
  /** Time at the depot between two trips. */
  readonly reload: number;
  /** Earliest departure and latest return. */
  readonly shiftStart: number;
  readonly shiftEnd: number;
  readonly breaks: readonly RouteBreak[];
  readonly battery: Battery | undefined;
  /** Cost of using it at all, of a unit of distance, of a unit of time on the road. */
  readonly fixedCost: number;
  readonly costPerDistance: number;
  readonly costPerTime: number;
  /** Node where it starts (0: depot); for re-optimisation under way. */
  readonly startNode: number;
  /**
   * Stops it must serve first, in this order, and on its first trip: goods already on board. Served before anything else is
   * not demanded: they may be re-sequenced among others of that trip, but stay with this vehicle. Only with count 1.
   */
  readonly onBoard: readonly number[];
  /** What its first trip has used up before `startNode`: load on board that is none of these stops', stops done, distance. */
  readonly used?: { readonly load: readonly number[]; readonly stops: number; readonly distance: number };
}

/** Columns by node. Length `nodes`; the depot's row holds its opening hours. */
export interface NodeColumns {
  /** Earliest start of service; the latest (a hard window unless `latenessCost` says otherwise); its length. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly service: Float64Array;
  /** Goods for it are at the depot from then on: no trip that carries them leaves earlier. */
  readonly release: Float64Array;
  /** 1 bit per class of goods it asks for. */
  readonly classes: Uint8Array;
  /** Load in each dimension: demand[dimension][node]. Of a pickup positive, of its delivery the same, negative. */
  readonly demand: readonly Float64Array[];
  /** 1: nothing for it comes from the depot (a collection), so it may join a first trip under way; its release is ignored. */
  readonly anywhere?: Uint8Array;
}

/** Travel. `distance[from * nodes + to]`. */
export interface TravelTables {
  readonly distance: Float64Array;
  /**
   * Durations by period of the day, the first from time 0 on. One table: the same all day. Several: `periodLength` each, the
   * last one for ever. Within a period a vehicle has the period's speed; over its end it goes on with the next period's
   * (Ichoua, Gendreau & Potvin 2003), so nobody overtakes by leaving later.
   */
  readonly durations: readonly Float64Array[];
  readonly periodLength: number;
}

export interface VehicleRoutingProblem {
  readonly nodes: number;
  /** Stops are nodes 1 … stops. */
  readonly stops: number;
  readonly node: NodeColumns;
  readonly travel: TravelTables;
  readonly vehicles: readonly VehicleSort[];
  /**
   * Pickup and delivery: the stop to which what is picked up at stop i is brought, on the same vehicle and later; 0 for all
   * others. Undefined: everything comes from the depot (or, which is the same, goes to it).
   */
  readonly deliveryOf: Int32Array | undefined;
  /** Nodes at which batteries can be charged, other than the depot. */
  readonly stations: readonly number[];
  /** Charging stops when the battery is full ('full'), or when it wants ('partial'). */
  readonly charging: 'full' | 'partial';
  /** Cost of a unit of time that a stop is served after it closes; Infinity: never served late. */
  readonly latenessCost: number;
  /** Cost of a stop that is not served; Infinity: all must be, if it can be done. */
  readonly unservedCost: number;
}

/** What is to be least. 'vehicles-first': the number of vehicles, then the cost. */
export type RoutingObjective = 'cost' | 'vehicles-first';

/** One vehicle's day. */
export interface PlannedRoute {
  /** Index into `problem.vehicles`. */
  readonly sort: number;
  /**
   * Nodes in order, without the start and the return at the end. A 0 between: back at the depot, where the next trip is
   * loaded. Stations stand where they are visited.
   */
  readonly visits: readonly number[];
  /** Energy charged at each visit (0 where none); empty for vehicles without a battery. */
  readonly charges: readonly number[];
}

export interface RoutePlan {
  readonly routes: readonly PlannedRoute[];
  /** Stops that no route serves. */
  readonly unserved: readonly number[];
  /** Fixed costs, distance, time, lateness and unserved stops together. */
  readonly cost: number;
  readonly distance: number;
}
