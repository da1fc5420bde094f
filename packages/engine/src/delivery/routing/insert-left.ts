// Stops that a plan leaves out are put where they cost least, whatever the hour: the end of a shift does not bind any more, it
// costs (overtime, plan-cost.ts).
//
// Applies to: what a search could not place before the end of the shifts, and what is new in a running plan.
// Cost:       O(stops left × stops planned × stops of a day).
//
// Worked example: one vehicle, 32 km/h, 10 minutes a stop. Its tour to a stop 8 km off is back at 17:50, its shift ends at 18:00;
//   a stop 5 1/3 km farther on the same road is left. It goes into the tour: back at 18:20, 20 minutes of overtime.

import { dayCost, daysOf } from './plan-cost.ts';
import { canDrive, carrierOf, isRunning } from './plan-limits.ts';
import type { VehicleRoutingView, VehicleTour } from './policy.ts';

/** The tours with the stops put in, one after the other in the given order. A stop that no vehicle can take is left out. */
export function insertLeft(view: VehicleRoutingView, tours: readonly VehicleTour[], left: readonly number[]): VehicleTour[] {
  const days = daysOf(view, tours);
  const cost_krw = days.map((day, vehicle) => dayCost(view, vehicle, day).total_krw);
  for (const stop of left) {
    let best: { readonly vehicle: number; readonly day: (readonly number[])[]; readonly day_krw: number } | undefined;
    let least_krw = Infinity;
    days.forEach((day, vehicle) => {
      for (const changed of daysWith(view, vehicle, day, stop)) {
        const day_krw = dayCost(view, vehicle, changed).total_krw;
        if (day_krw - cost_krw[vehicle]! >= least_krw) continue;
        least_krw = day_krw - cost_krw[vehicle]!;
        best = { vehicle, day: changed, day_krw };
      }
    });
    if (best === undefined) continue;
    days[best.vehicle] = best.day;
    cost_krw[best.vehicle] = best.day_krw;
  }
  return days.flatMap((day, vehicle) => day.map((stops) => ({ vehicle, stops })));
}

/**
 * Every day of the vehicle that has the stop once more: at each place of a tour that can take it, or on a last tour of its own.
 * Goods on board stay on their tour.
 */
export function daysWith(
  view: VehicleRoutingView,
  vehicle: number,
  day: readonly (readonly number[])[],
  stop: number,
): (readonly number[])[][] {
  const carrier = carrierOf(view, stop);
  if (carrier >= 0 && carrier !== vehicle) return [];
  const days: (readonly number[])[][] = [];
  for (let tour = 0; tour < (carrier < 0 ? day.length : 1); tour++) {
    const stops = day[tour]!;
    for (let gap = 0; gap <= stops.length; gap++) {
      const longer = [...stops.slice(0, gap), stop, ...stops.slice(gap)];
      if (!canDrive(view, vehicle, longer, isRunning(view, vehicle, tour))) continue;
      days.push(day.map((other, n) => (n === tour ? longer : other)));
    }
  }
  if (carrier < 0 && canDrive(view, vehicle, [stop], isRunning(view, vehicle, day.length))) days.push([...day, [stop]]);
  return days;
}
