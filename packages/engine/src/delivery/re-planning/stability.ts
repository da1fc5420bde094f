// Plan stability: of what a search has changed, only what is worth it is kept. A stop that changes vehicle must save more than
// its price, a minute of lateness; drivers, doors and stores have to be told.
//
// 1. Vehicles that trade stops, directly or through others, form a group; groups do not touch each other's cost. A group that
//    saves no more than the price of its stops that changed vehicle stays as it was. (A vehicle alone: an order that saves
//    nothing.)
// 2. In what is left, every stop that changed vehicle goes back to its own one where that costs no more than its price.
//
// Cost: O(stops moved × stops of a day).
//
// Worked example: the price is 500 won. Vehicles 0 and 1 have swapped a stop each and save 700 won together: less than 2 × 500,
//   they stay as they were. Vehicle 2 has given vehicle 3 one stop and saves 2,000 won: that is kept.

import { dayCost } from '../routing/plan-cost.ts';
import { daysWith } from '../routing/insert-left.ts';
import type { VehicleRoutingView } from '../routing/policy.ts';

type Days = readonly (readonly (readonly number[])[])[];

/**
 * @param limits the view with the limits that tours must keep; `view` says what they cost.
 * @param before the days as they are: every stop of `before` is in `after`, too.
 */
export function steadied(
  view: VehicleRoutingView,
  limits: VehicleRoutingView,
  before: Days,
  after: Days,
  price_krw: number,
): (readonly (readonly number[])[])[] {
  const had = vehicleOf(view, before);
  const days = revertGroups(view, before, after, had, price_krw);
  giveBack(view, limits, days, had, price_krw);
  return days;
}

/** The vehicle of each stop; -1: none. */
export function vehicleOf(view: VehicleRoutingView, days: Days): Int32Array {
  const of = new Int32Array(view.stops.length).fill(-1);
  days.forEach((day, vehicle) => {
    for (const stops of day) for (const stop of stops) of[stop] = vehicle;
  });
  return of;
}

/** Stops that have changed vehicle. A stop that had none has not changed. */
export function movedStops(had: Int32Array, has: Int32Array): number[] {
  return [...had.keys()].filter((stop) => had[stop]! >= 0 && had[stop] !== has[stop]);
}

function revertGroups(
  view: VehicleRoutingView,
  before: Days,
  after: Days,
  had: Int32Array,
  price_krw: number,
): (readonly (readonly number[])[])[] {
  const has = vehicleOf(view, after);
  const moved = movedStops(had, has);
  const groupOf = before.map((_, vehicle) => vehicle);
  for (const stop of moved) {
    const one = groupOf[had[stop]!]!;
    const other = groupOf[has[stop]!]!;
    if (one !== other) groupOf.forEach((group, vehicle) => group === other && (groupOf[vehicle] = one));
  }
  const saved_krw = before.map(
    (day, vehicle) => dayCost(view, vehicle, day).total_krw - dayCost(view, vehicle, after[vehicle]!).total_krw,
  );
  const gain_krw = before.map(() => 0);
  groupOf.forEach((group, vehicle) => (gain_krw[group]! += saved_krw[vehicle]!));
  for (const stop of moved) gain_krw[groupOf[had[stop]!]!]! -= price_krw;
  // A group that serves a stop which nobody had is kept.
  has.forEach((vehicle, stop) => {
    if (vehicle >= 0 && had[stop]! < 0) gain_krw[groupOf[vehicle]!] = Infinity;
  });
  return before.map((day, vehicle) => (gain_krw[groupOf[vehicle]!]! > 0 ? after[vehicle]! : day));
}

function giveBack(
  view: VehicleRoutingView,
  limits: VehicleRoutingView,
  days: (readonly (readonly number[])[])[],
  had: Int32Array,
  price_krw: number,
): void {
  const has = vehicleOf(view, days);
  for (const stop of movedStops(had, has)) {
    const giver = has[stop]!;
    const taker = had[stop]!;
    const without = days[giver]!.map((stops) => stops.filter((other) => other !== stop)).filter(
      (stops, tour) => stops.length > 0 || (tour === 0 && view.vehicles[giver]!.underWay !== undefined),
    );
    const freed_krw = dayCost(view, giver, days[giver]!).total_krw - dayCost(view, giver, without).total_krw;
    let best: (readonly number[])[] | undefined;
    let least_krw = dayCost(view, taker, days[taker]!).total_krw + freed_krw + price_krw;
    for (const day of daysWith(limits, taker, days[taker]!, stop)) {
      const day_krw = dayCost(view, taker, day).total_krw;
      if (day_krw >= least_krw) continue;
      least_krw = day_krw;
      best = day;
    }
    if (best === undefined) continue;
    days[giver] = without;
    days[taker] = best;
  }
}
