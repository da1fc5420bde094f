// A vehicle routing problem in the form the policies work on: distances in one table, loads of tours, and what a vehicle can
// carry. Stops are numbers 0 … n - 1; the DC is -1.
//
// A tour is feasible for a vehicle that has the capacity in kilograms and litres, allows its number of stops, has every
// compartment (temperature class) its stops ask for, and has the range for its length. Range counts per tour: a vehicle
// refuels or charges between tours.

import type { VehicleOffer, VehicleRoutingView, VehicleStop } from './policy.ts';

export const DC = -1;

/** Sums of loads may exceed a capacity by this share: rounding, not goods. */
const TOLERANCE = 1 + 1e-9;

export class RoutingProblem {
  readonly stops: readonly VehicleStop[];
  readonly vehicles: readonly VehicleOffer[];
  /** No tour leaves the DC earlier, seconds of the run. */
  readonly departure_s: number;
  /** Vehicles that differ in what they can carry, one of each sort. */
  readonly sorts: readonly VehicleOffer[];
  /** Every stop that some vehicle can carry alone, ascending. */
  readonly servable: readonly number[];
  /** Every distance is the same in both directions. */
  readonly symmetric: boolean;
  /** Kilometres from i to j: [(i + 1) * (n + 1) + j + 1]. */
  private readonly table: Float64Array;
  private readonly width: number;
  /** Lists of nearest stops that were asked for, by their length. */
  private readonly nearest = new Map<number, readonly (readonly number[])[]>();

  constructor(view: VehicleRoutingView) {
    this.stops = view.stops;
    this.vehicles = view.vehicles;
    this.departure_s = view.departure_s;
    this.sorts = distinct(view.vehicles);
    const n = view.stops.length;
    this.width = n + 1;
    this.table = new Float64Array(this.width * this.width);
    for (let from = DC; from < n; from++) {
      for (let to = DC; to < n; to++) {
        if (from !== to) this.table[(from + 1) * this.width + to + 1] = view.distance_km(from, to);
      }
    }
    let symmetric = true;
    for (let from = DC; from < n && symmetric; from++) {
      for (let to = DC; to < from && symmetric; to++) symmetric = this.distance_km(from, to) === this.distance_km(to, from);
    }
    this.symmetric = symmetric;
    this.servable = view.stops.map((_, stop) => stop).filter((stop) => this.feasible([stop]));
  }

  distance_km(from: number, to: number): number {
    return this.table[(from + 1) * this.width + to + 1]!;
  }

  /** Out, through all stops in this order, and back, kilometres. */
  length_km(tour: readonly number[]): number {
    let length = 0;
    let at = DC;
    for (const stop of tour) {
      length += this.distance_km(at, stop);
      at = stop;
    }
    return length + this.distance_km(at, DC);
  }

  /** What driving tour[first] … tour[last] backwards costs more than forwards, kilometres. */
  reversal_km(tour: readonly number[], first: number, last: number): number {
    if (this.symmetric) return 0;
    let more = 0;
    for (let i = first; i < last; i++) {
      more += this.distance_km(tour[i + 1]!, tour[i]!) - this.distance_km(tour[i]!, tour[i + 1]!);
    }
    return more;
  }

  /** Whether some vehicle can drive the tour; an empty tour is nobody's trouble. */
  feasible(tour: readonly number[]): boolean {
    if (tour.length === 0) return true;
    const load = this.loadOf(tour);
    return this.sorts.some((offer) => carries(offer, load));
  }

  loadOf(tour: readonly number[]): TourLoad {
    let weight_kg = 0;
    let volume_l = 0;
    let compartments = 0;
    for (const stop of tour) {
      const asked = this.stops[stop]!;
      weight_kg += asked.weight_kg;
      volume_l += asked.volume_l;
      compartments |= asked.compartments;
    }
    return { stops: tour.length, weight_kg, volume_l, compartments, length_km: this.length_km(tour) };
  }

  /** The stops nearest to each stop that can be served, at most `count`, nearest first, ties by number. */
  neighbours(count: number): readonly (readonly number[])[] {
    const known = this.nearest.get(count);
    if (known !== undefined) return known;
    const lists: number[][] = this.stops.map(() => []);
    for (const stop of this.servable) {
      lists[stop] = this.servable
        .filter((other) => other !== stop)
        .sort((a, b) => this.distance_km(stop, a) - this.distance_km(stop, b) || a - b)
        .slice(0, count);
    }
    this.nearest.set(count, lists);
    return lists;
  }
}

/** What a tour asks of a vehicle. */
export interface TourLoad {
  readonly stops: number;
  readonly weight_kg: number;
  readonly volume_l: number;
  readonly compartments: number;
  readonly length_km: number;
}

export function carries(offer: VehicleOffer, load: TourLoad): boolean {
  return (
    load.stops <= offer.maxStops &&
    load.weight_kg <= offer.capacity_kg * TOLERANCE &&
    load.volume_l <= offer.capacity_l * TOLERANCE &&
    (load.compartments & ~offer.compartments) === 0 &&
    load.length_km <= offer.range_km * TOLERANCE
  );
}

function distinct(vehicles: readonly VehicleOffer[]): VehicleOffer[] {
  const sorts: VehicleOffer[] = [];
  for (const offer of vehicles) {
    const known = sorts.some(
      (sort) =>
        sort.maxStops === offer.maxStops &&
        sort.capacity_kg === offer.capacity_kg &&
        sort.capacity_l === offer.capacity_l &&
        sort.compartments === offer.compartments &&
        sort.range_km === offer.range_km,
    );
    if (!known) sorts.push(offer);
  }
  return sorts;
}
