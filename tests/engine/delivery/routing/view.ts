// Small vehicle routing views for tests: stops in the plane (kilometres), the DC at the origin.

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import type {
  VehicleOffer,
  VehicleRoutingView,
  VehicleStop,
  VehicleTour,
} from '../../../../packages/engine/src/delivery/routing/policy.ts';

const KM_PER_HOUR = 32;

export type Point = readonly [east_km: number, north_km: number];

export function stop(fields: Partial<VehicleStop> = {}): VehicleStop {
  return {
    weight_kg: 1,
    volume_l: 1,
    compartments: 1,
    east_km: 0,
    north_km: 0,
    zone: 0,
    opens_s: 0,
    closes_s: Infinity,
    service_s: 600,
    release_s: 0,
    collection: false,
    ...fields,
  };
}

export function vehicle(fields: Partial<VehicleOffer> = {}): VehicleOffer {
  return {
    capacity_kg: 1000,
    capacity_l: 7000,
    maxStops: 8,
    compartments: 7,
    range_km: Infinity,
    availableFrom_s: 0,
    shiftEnd_s: Infinity,
    reload_s: 0,
    breaks: [],
    fixed_krw: 0,
    cost_krwPerKm: 300,
    cost_krwPerHour: 12_000,
    underWay: undefined,
    ...fields,
  };
}

/** @param factor road distance = straight line × this. */
export function planeView(
  points: readonly Point[],
  vehicles: readonly VehicleOffer[],
  stops = points.map(() => stop()),
  factor = 1,
): VehicleRoutingView {
  const at = (index: number): Point => points[index] ?? [0, 0];
  const distance_km = (from: number, to: number): number => factor * Math.hypot(at(from)[0] - at(to)[0], at(from)[1] - at(to)[1]);
  return {
    stops: stops.map((asked, index) => ({ ...asked, east_km: at(index)[0], north_km: at(index)[1] })),
    vehicles,
    departure_s: 0,
    lateness_krwPerHour: 30_000,
    iterations: 100 * stops.length,
    distance_km,
    duration_s: (from, to) => (distance_km(from, to) / KM_PER_HOUR) * 3600,
  };
}

export function length_km(view: VehicleRoutingView, tour: readonly number[]): number {
  let length = 0;
  let at = -1;
  for (const next of [...tour, -1]) {
    length += view.distance_km(at, next);
    at = next;
  }
  return length;
}

export function totalLength_km(view: VehicleRoutingView, tours: readonly VehicleTour[]): number {
  return tours.reduce((sum, tour) => sum + length_km(view, tour.stops), 0);
}

/** What is wrong with the tours: empty for legal ones. Trusts nothing of the engine. */
export function faults(view: VehicleRoutingView, tours: readonly VehicleTour[]): string[] {
  const found: string[] = [];
  const visits = view.stops.map(() => 0);
  const carries = (offer: VehicleOffer, stops: readonly number[]): string[] => {
    const sum = (field: 'weight_kg' | 'volume_l'): number => stops.reduce((all, s) => all + view.stops[s]![field], 0);
    const why: string[] = [];
    if (stops.length > offer.maxStops) why.push('stops');
    if (sum('weight_kg') > offer.capacity_kg * (1 + 1e-6)) why.push('kg');
    if (sum('volume_l') > offer.capacity_l * (1 + 1e-6)) why.push('l');
    if (stops.some((s) => (view.stops[s]!.compartments & ~offer.compartments) !== 0)) why.push('compartments');
    if (length_km(view, stops) > offer.range_km * (1 + 1e-6)) why.push('range');
    return why;
  };
  for (const tour of tours) {
    if (tour.stops.length === 0) found.push('an empty tour');
    for (const s of tour.stops) visits[s]!++;
    const offer = view.vehicles[tour.vehicle];
    if (offer === undefined) found.push(`no vehicle ${tour.vehicle}`);
    else found.push(...carries(offer, tour.stops).map((why) => `vehicle ${tour.vehicle}: ${why}`));
  }
  visits.forEach((count, s) => {
    const servable = view.vehicles.some((offer) => carries(offer, [s]).length === 0);
    if (count !== (servable ? 1 : 0)) found.push(`stop ${s} visited ${count} times`);
  });
  return found;
}

export const anyStream = (): RandomStream => new RandomStream('vehicle routing does not draw');
