// The plan as it is when something has happened, in a form in which plans are compared.

import { daysOf } from '../routing/plan-cost.ts';
import type { VehicleTour } from '../routing/policy.ts';
import type { ReplanningView } from './policy.ts';

/** The tours of each vehicle; of one under way the running one first, also where it has no stop left. */
export function runningDays(view: ReplanningView): (readonly number[])[][] {
  return daysOf(view, view.tours).map((day, vehicle) =>
    view.vehicles[vehicle]!.underWay !== undefined && day.length === 0 ? [[]] : day,
  );
}

/** Days as tours: empty ones are left out unless they are running. */
export function toursOf(view: ReplanningView, days: readonly (readonly (readonly number[])[])[]): VehicleTour[] {
  return days.flatMap((day, vehicle) =>
    day
      .filter((stops, tour) => stops.length > 0 || (tour === 0 && view.vehicles[vehicle]!.underWay !== undefined))
      .map((stops) => ({ vehicle, stops })),
  );
}

/** A plan must be better by more than this to be worth changing: a minute of lateness at one stop. */
export function leastGain_krw(view: ReplanningView): number {
  return view.lateness_krwPerHour / 60;
}
