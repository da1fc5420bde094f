// What a plan costs: kilometres, drivers' hours, lateness and vehicles, and when every stop is expected to be served.
//
//   cost = fixed (vehicles used) + kilometres + hours of drivers + lateness at stops + overtime
//   hours of a driver   from the departure of each of his tours to its return; he leaves the DC just in time for a first stop
//                       that is not open yet, and waits at all others
//   overtime            what the last return of the day is after the end of the shift: an hour costs as an hour of lateness
//
// Applies to: plans of whole days and of vehicles under way; every policy's tours are worked out by this one rule.
// Cost:       O(stops).
//
// Worked example: one vehicle, 300 won a km and 12,000 an hour, 60 km/h; stops 10 and 20 km out on one road, 600 s of service
//   each; the second closes at 1,500 s. Out and back 40 km: 2,400 s driving + 1,200 s service = 1 h. The second stop is begun
//   at 600 + 600 + 600 = 1,800 s: 300 s late, at 30,000 an hour 2,500 won. Together 12,000 + 12,000 + 2,500 = 26,500 won.

import type { VehicleOffer, VehicleRoutingView, VehicleTour } from './policy.ts';
import { DC } from './problem.ts';

/** What one vehicle's tours cost. */
export interface DayCost {
  readonly distance_km: number;
  readonly driver_s: number;
  readonly lateness_s: number;
  readonly overtime_s: number;
  readonly fixed_krw: number;
  readonly total_krw: number;
}

export interface PlannedTour extends VehicleTour {
  /** Departure from the DC (of a vehicle under way: from where it is), and return. */
  readonly leaves_s: number;
  readonly back_s: number;
  readonly distance_km: number;
}

export interface PlanCost extends DayCost {
  /** By stop: when its service is expected to begin, and how long after it closed. NaN: in no tour. */
  readonly begins_s: Float64Array;
  readonly late_s: Float64Array;
  readonly tours: readonly PlannedTour[];
}

/** Told of each stop and each tour as they are worked out. */
interface Listener {
  stop(stop: number, begins_s: number, late_s: number): void;
  tour(stops: readonly number[], leaves_s: number, back_s: number, distance_km: number): void;
}

/** The whole plan. Tours of one vehicle are driven in the order in which they stand, of one under way the running one first. */
export function planCost(view: VehicleRoutingView, tours: readonly VehicleTour[]): PlanCost {
  const begins_s = new Float64Array(view.stops.length).fill(NaN);
  const late_s = new Float64Array(view.stops.length).fill(NaN);
  const planned: PlannedTour[] = [];
  const sum = { distance_km: 0, driver_s: 0, lateness_s: 0, overtime_s: 0, fixed_krw: 0, total_krw: 0 };
  daysOf(view, tours).forEach((day, vehicle) => {
    const cost = dayCost(view, vehicle, day, {
      stop(stop, begins, late) {
        begins_s[stop] = begins;
        late_s[stop] = late;
      },
      tour: (stops, leaves_s, back_s, distance_km) => planned.push({ vehicle, stops, leaves_s, back_s, distance_km }),
    });
    sum.distance_km += cost.distance_km;
    sum.driver_s += cost.driver_s;
    sum.lateness_s += cost.lateness_s;
    sum.overtime_s += cost.overtime_s;
    sum.total_krw += cost.total_krw;
    sum.fixed_krw += cost.fixed_krw;
  });
  return { ...sum, begins_s, late_s, tours: planned };
}

/** The tours of each vehicle, in order. */
export function daysOf(view: VehicleRoutingView, tours: readonly VehicleTour[]): (readonly number[])[][] {
  const days: (readonly number[])[][] = view.vehicles.map(() => []);
  for (const { vehicle, stops } of tours) days[vehicle]!.push(stops);
  return days;
}

/** The tours of one vehicle. Empty ones cost nothing, but for the way home of a vehicle under way. */
export function dayCost(
  view: VehicleRoutingView,
  vehicle: number,
  day: readonly (readonly number[])[],
  listener?: Listener,
): DayCost {
  const offer = view.vehicles[vehicle]!;
  let free_s = Math.max(view.departure_s, offer.availableFrom_s);
  let distance_km = 0;
  let driver_s = 0;
  let lateness_s = 0;
  let wasOut = false;
  let rest_s = 0;
  const drive = (stops: readonly number[], from: number, ready_s: number): void => {
    let at = from;
    let now_s = ready_s;
    let leaves_s = ready_s;
    let length_km = 0;
    for (const stop of stops) {
      const { opens_s, closes_s, service_s } = view.stops[stop]!;
      const opening_s = view.stops[stop]!.collection ? Math.max(opens_s, view.stops[stop]!.release_s) : opens_s;
      const arrives_s = now_s + view.duration_s(at, stop, now_s);
      const begins_s = Math.max(opening_s, arrives_s);
      if (at === DC && begins_s > arrives_s) leaves_s = justInTime(view, stop, ready_s, begins_s);
      const late_s = Math.max(0, begins_s - closes_s);
      lateness_s += late_s;
      listener?.stop(stop, begins_s, late_s);
      length_km += view.distance_km(at, stop);
      now_s = begins_s + service_s;
      at = stop;
    }
    length_km += view.distance_km(at, DC);
    free_s = now_s + view.duration_s(at, DC, now_s);
    distance_km += length_km;
    driver_s += free_s - leaves_s;
    rest_s = restAfter_s(offer, ready_s, free_s);
    wasOut = true;
    listener?.tour(stops, leaves_s, free_s, length_km);
  };

  if (offer.underWay !== undefined) drive(day[0] ?? [], view.stops.length + vehicle, offer.underWay.free_s);
  for (let tour = offer.underWay === undefined ? 0 : 1; tour < day.length; tour++) {
    const stops = day[tour]!;
    if (stops.length === 0) continue;
    const ready_s = Math.max(view.departure_s, wasOut ? free_s + rest_s + offer.reload_s : free_s);
    drive(stops, DC, goodsReady(view, stops, ready_s));
  }
  const overtime_s = wasOut ? Math.max(0, free_s - offer.shiftEnd_s) : 0;
  const fixed_krw = wasOut ? offer.fixed_krw : 0;
  const total_krw =
    fixed_krw +
    distance_km * offer.cost_krwPerKm +
    (driver_s / 3600) * offer.cost_krwPerHour +
    ((lateness_s + overtime_s) / 3600) * view.lateness_krwPerHour;
  return { distance_km, driver_s, lateness_s, overtime_s, fixed_krw, total_krw };
}

/** How long its driver rests after a tour from `leaves_s` to `back_s`: the breaks that fell due meanwhile. */
export function restAfter_s({ breaks }: Pick<VehicleOffer, 'breaks'>, leaves_s: number, back_s: number): number {
  let rest_s = 0;
  for (const { at_s, length_s } of breaks) if (at_s >= leaves_s && at_s <= back_s) rest_s += length_s;
  return rest_s;
}

/** When the goods of all stops are at the DC, and not before `from_s`. */
function goodsReady(view: VehicleRoutingView, stops: readonly number[], from_s: number): number {
  let ready_s = from_s;
  for (const stop of stops) {
    const { collection, release_s } = view.stops[stop]!;
    if (!collection && release_s > ready_s) ready_s = release_s;
  }
  return ready_s;
}

/** When to leave the DC, from `ready_s` on, so as to be at a stop when it opens. */
function justInTime(view: VehicleRoutingView, stop: number, ready_s: number, begins_s: number): number {
  const leaves_s = begins_s - view.duration_s(DC, stop, ready_s);
  const tooLate_s = leaves_s + view.duration_s(DC, stop, leaves_s) - begins_s;
  return Math.max(ready_s, leaves_s - Math.max(0, tooLate_s));
}
