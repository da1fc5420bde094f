// A departure, or the state of all tours, as the problem of the search (sisrs/problem.ts), and plans in both forms.
//
// Time counts from the full hour before anything of the plan begins. Durations are asked for at every full hour up to `until_s`
// and hold for the hour that follows; an hour like the one before shares its table.
//
//   view                                          problem
//   DC, stop i, vehicle v under way               node 0, node i + 1, a node after the stops
//   vehicles that are alike                       one sort; vehicles to be told apart: a sort each
//   collection, from release_s on                 a stop that opens then, whose goods take their room on the whole tour
//   stops on board, collections of a running tour stops that stay with their vehicle
//
// Cost: O(nodes² × hours).
//
// Worked example: departure at 09:20 = 33,600 s: time 0 is 09:00; a stop that opens at 10:00 opens at 3,600; with `until_s` at
//   11:10 there are three tables, for 09, 10 and 11 hours and everything after.

import type { VehicleOffer, VehicleRoutingView, VehicleTour } from './policy.ts';
import type { NodeColumns, PlannedRoute, RoutePlan, TravelTables, VehicleRoutingProblem, VehicleSort } from './sisrs/problem.ts';

const HOUR_S = 3600;
/** Tables of durations, at most: a day. */
const MOST_HOURS = 24;

export interface SolverSettings {
  /** The stops that the problem has, ascending: those some vehicle can serve. */
  readonly stops: readonly number[];
  /** When the plan is over, about: durations are asked for up to then, seconds of the run. */
  readonly until_s: number;
  /** What a stop that is not served costs: more than any plan that serves it. */
  readonly unserved_krw: number;
  /** Every vehicle is a sort of its own, so that the plan says which one drives what. */
  readonly apart: boolean;
  /** By vehicle: stops that stay on its running tour. */
  readonly staying: readonly (readonly number[])[];
}

export class SolverProblem {
  readonly problem: VehicleRoutingProblem;
  private readonly stops: readonly number[];
  /** Node of each stop; 0: not in the problem. */
  private readonly nodeOf: Int32Array;
  /** The vehicles of each sort. */
  private readonly members: readonly (readonly number[])[];

  constructor(view: VehicleRoutingView, { stops, until_s, unserved_krw, apart, staying }: SolverSettings) {
    this.stops = stops;
    this.nodeOf = new Int32Array(view.stops.length);
    stops.forEach((stop, i) => {
      this.nodeOf[stop] = i + 1;
    });
    this.members = sortsOf(view, apart);
    const outside = view.vehicles.flatMap(({ underWay }, vehicle) => (underWay === undefined ? [] : [vehicle]));
    const places = [-1, ...stops, ...outside.map((vehicle) => view.stops.length + vehicle)];
    const zero_s = firstHour(view);
    this.problem = {
      nodes: places.length,
      stops: stops.length,
      node: nodeColumns(view, stops, places.length, zero_s),
      travel: travelTables(view, places, zero_s, until_s),
      vehicles: this.members.map(([vehicle, ...others]) => {
        const startNode = outside.indexOf(vehicle!) + 1;
        const onBoard = staying[vehicle!]!.map((stop) => this.nodeOf[stop]!);
        return sortOf(view, view.vehicles[vehicle!]!, {
          count: 1 + others.length,
          zero_s,
          startNode: startNode === 0 ? 0 : stops.length + startNode,
          onBoard,
        });
      }),
      deliveryOf: undefined,
      stations: [],
      charging: 'full',
      latenessCost: view.lateness_krwPerHour / HOUR_S,
      unservedCost: unserved_krw,
    };
  }

  /** The tours of a plan of the search: those of a vehicle under way first its running one, others without empty ones. */
  tours(view: VehicleRoutingView, plan: RoutePlan): VehicleTour[] {
    const used = this.members.map(() => 0);
    const days: number[][][] = view.vehicles.map(({ underWay }) => (underWay === undefined ? [] : [[]]));
    for (const { sort, visits } of plan.routes) {
      const vehicle = this.members[sort]![used[sort]!++]!;
      const trips: number[][] = [[]];
      for (const node of visits) {
        if (node === 0) trips.push([]);
        else trips.at(-1)!.push(this.stops[node - 1]!);
      }
      days[vehicle] = view.vehicles[vehicle]!.underWay === undefined ? trips.filter(({ length }) => length > 0) : trips;
    }
    return days.flatMap((trips, vehicle) =>
      trips.filter((stops, n) => stops.length > 0 || n === 0).map((stops) => ({ vehicle, stops })),
    );
  }

  /** A plan that the search can start from. */
  plan(tours: readonly VehicleTour[]): RoutePlan {
    const routes = this.members.flatMap((members, sort): PlannedRoute[] =>
      members.map((vehicle) => {
        const trips = tours
          .filter((tour) => tour.vehicle === vehicle)
          .map(({ stops }) => stops.map((stop) => this.nodeOf[stop]!));
        const visits = trips.flatMap((nodes, n) => (n === 0 ? nodes : [0, ...nodes]));
        return { sort, visits, charges: [] };
      }),
    );
    const served = new Set(tours.flatMap(({ stops }) => stops));
    const unserved = this.stops.filter((stop) => !served.has(stop)).map((stop) => this.nodeOf[stop]!);
    return { routes, unserved, cost: NaN, distance: NaN };
  }
}

/** The full hour before anything of the plan begins, seconds of the run. */
function firstHour(view: VehicleRoutingView): number {
  let begin_s = view.departure_s;
  for (const { underWay } of view.vehicles) if (underWay !== undefined) begin_s = Math.min(begin_s, underWay.free_s);
  return Math.floor(begin_s / HOUR_S) * HOUR_S;
}

/** Vehicles that are alike, each group by its lowest number. */
function sortsOf(view: VehicleRoutingView, apart: boolean): number[][] {
  const sorts: number[][] = [];
  view.vehicles.forEach((offer, vehicle) => {
    const known = apart ? undefined : sorts.find(([first]) => isAlike(view.vehicles[first!]!, offer));
    if (known === undefined) sorts.push([vehicle]);
    else known.push(vehicle);
  });
  return sorts;
}

function isSameRest({ breaks }: VehicleOffer, other: VehicleOffer): boolean {
  return (
    breaks.length === other.breaks.length &&
    breaks.every(({ at_s, length_s }, i) => at_s === other.breaks[i]!.at_s && length_s === other.breaks[i]!.length_s)
  );
}

function isAlike(a: VehicleOffer, b: VehicleOffer): boolean {
  return (
    a.underWay === undefined &&
    b.underWay === undefined &&
    a.capacity_kg === b.capacity_kg &&
    a.capacity_l === b.capacity_l &&
    a.maxStops === b.maxStops &&
    a.compartments === b.compartments &&
    a.range_km === b.range_km &&
    a.availableFrom_s === b.availableFrom_s &&
    a.shiftEnd_s === b.shiftEnd_s &&
    a.reload_s === b.reload_s &&
    isSameRest(a, b) &&
    a.fixed_krw === b.fixed_krw &&
    a.cost_krwPerKm === b.cost_krwPerKm &&
    a.cost_krwPerHour === b.cost_krwPerHour
  );
}

interface SortPlace {
  readonly count: number;
  readonly zero_s: number;
  readonly startNode: number;
  readonly onBoard: readonly number[];
}

function sortOf(view: VehicleRoutingView, offer: VehicleOffer, { count, zero_s, startNode, onBoard }: SortPlace): VehicleSort {
  const start_s = offer.underWay?.free_s ?? Math.max(view.departure_s, offer.availableFrom_s);
  return {
    count,
    capacity: [offer.capacity_kg, offer.capacity_l],
    classes: offer.compartments,
    maxStops: offer.maxStops,
    maxDistance: offer.range_km,
    maxTrips: Infinity,
    reload: offer.reload_s,
    shiftStart: start_s - zero_s,
    shiftEnd: offer.shiftEnd_s - zero_s,
    // The search lets the driver rest on the way: its plans leave room for it.
    breaks: offer.breaks
      .filter(({ at_s }) => at_s >= start_s)
      .map(({ at_s, length_s }) => ({ earliest: at_s - zero_s, latest: Infinity, length: length_s })),
    battery: undefined,
    fixedCost: offer.fixed_krw,
    costPerDistance: offer.cost_krwPerKm,
    costPerTime: offer.cost_krwPerHour / HOUR_S,
    startNode,
    onBoard,
  };
}

function nodeColumns(view: VehicleRoutingView, stops: readonly number[], nodes: number, zero_s: number): NodeColumns {
  const column = (atDc: number, of: (stop: VehicleRoutingView['stops'][number]) => number): Float64Array => {
    const values = new Float64Array(nodes);
    values[0] = atDc;
    stops.forEach((stop, i) => {
      values[i + 1] = of(view.stops[stop]!);
    });
    return values;
  };
  return {
    opens: column(
      view.departure_s - zero_s,
      (stop) => (stop.collection ? Math.max(stop.opens_s, stop.release_s) : stop.opens_s) - zero_s,
    ),
    closes: column(Infinity, (stop) => stop.closes_s - zero_s),
    service: column(0, (stop) => stop.service_s),
    release: column(0, (stop) => (stop.collection ? 0 : Math.max(0, stop.release_s - zero_s))),
    classes: Uint8Array.from(column(0, (stop) => stop.compartments)),
    demand: [column(0, (stop) => stop.weight_kg), column(0, (stop) => stop.volume_l)],
  };
}

function travelTables(view: VehicleRoutingView, places: readonly number[], zero_s: number, until_s: number): TravelTables {
  const table = (of: (from: number, to: number) => number): Float64Array => {
    const values = new Float64Array(places.length * places.length);
    places.forEach((from, i) => {
      places.forEach((to, j) => {
        if (from !== to) values[i * places.length + j] = of(from, to);
      });
    });
    return values;
  };
  const hours = Math.max(1, Math.min(MOST_HOURS, Math.ceil((until_s - zero_s) / HOUR_S)));
  const durations: Float64Array[] = [];
  for (let hour = 0; hour < hours; hour++) {
    const before = durations.at(-1);
    const now = table((from, to) => view.duration_s(from, to, zero_s + hour * HOUR_S));
    durations.push(before !== undefined && now.every((value, leg) => value === before[leg]) ? before : now);
  }
  while (durations.length > 1 && durations.at(-1) === durations.at(-2)) durations.pop();
  return { distance: table((from, to) => view.distance_km(from, to)), durations, periodLength: HOUR_S };
}
