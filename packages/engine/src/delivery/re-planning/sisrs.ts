// SISRs while running: everything that is still free is searched anew, together, from the plan as it is.
//
//   frozen   what is done, and the stop each vehicle is driving to or serving (the view begins after it)
//   pinned   goods on board, and collections of a running tour: they stay on it, in any order
//   free     tours that have not left the DC, and new stops
//
// Source:     Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433 (sisrs/search.ts), started warm:
//             at a low temperature from the plan as it is.
// Applies to: everything. Least is the cost of plan-cost.ts.
// Never worse: the answer is compared with the plan as it is (new stops put where they cost least, without overtime), and changes
//             that are not worth it are taken back (stability.ts). `undefined` where no more than a minute of lateness is saved.
// Shifts:     a vehicle whose goods on board keep it longer than its shift may be back when that is done, no later. What cannot
//             be placed then goes where it costs least, overtime counted (insert-left.ts). New stops stay out instead.
// Cost:       `view.iterations` ruins and repairs.
//
// Worked example: vehicle 0 is 40 minutes late and still has a second tour to one stop; vehicle 1 comes back now and is free. The
//   stop goes to vehicle 1: it has changed vehicle (price: a minute of lateness) and 40 minutes of lateness are saved.

import type { RandomStream } from '../../base/random.ts';
import { SUPPORTED } from '../../model/policy.ts';
import { insertLeft } from '../routing/insert-left.ts';
import { daysOf, planCost } from '../routing/plan-cost.ts';
import { canDrive } from '../routing/plan-limits.ts';
import type { VehicleTour } from '../routing/policy.ts';
import { vehicleRoutingSearch } from '../routing/sisrs/solve.ts';
import { SolverProblem } from '../routing/solver-problem.ts';
import type { ReplanningPolicy, ReplanningView } from './policy.ts';
import { leastGain_krw, runningDays, toursOf } from './running-plan.ts';
import { steadied } from './stability.ts';

export const sisrsReplanning: ReplanningPolicy = {
  id: 'sisrs',
  names: { ko: 'SISRs (전체 재계획)', en: 'SISRs (all vehicles together)' },
  supports: () => SUPPORTED,
  decide(view, random) {
    const asItIs = toursOf(view, runningDays(view));
    const limits = widened(view, asItIs);
    const start = withNewStops(view, limits, asItIs);
    const found = search(view, limits, start, random);
    const before = daysOf(view, start);
    const tours = toursOf(view, steadied(view, limits, before, daysOf(view, found), leastGain_krw(view)));
    const best = keepsLimits(limits, tours) && isBetter(view, tours, start) ? tours : start;
    return isBetter(view, best, asItIs, leastGain_krw(view)) ? [...best] : undefined;
  },
};

/** The view in which a vehicle under way may be back, and drive as far, as its running tour needs already. */
function widened(view: ReplanningView, tours: readonly VehicleTour[]): ReplanningView {
  const vehicles = [...view.vehicles];
  for (const { vehicle, back_s, distance_km } of planCost(view, runningTours(view, tours)).tours) {
    const offer = view.vehicles[vehicle]!;
    if (offer.underWay === undefined) continue;
    vehicles[vehicle] = {
      ...offer,
      shiftEnd_s: Math.max(offer.shiftEnd_s, back_s),
      range_km: Math.max(offer.range_km, offer.underWay.driven_km + distance_km),
    };
  }
  return {
    ...view,
    vehicles,
    distance_km: (from, to) => view.distance_km(from, to),
    duration_s: (from, to, leaving_s) => view.duration_s(from, to, leaving_s),
  };
}

/** Whether every running tour can be driven: the search takes goods on board as given, and so the way they are driven in. */
function keepsLimits(limits: ReplanningView, tours: readonly VehicleTour[]): boolean {
  return runningTours(limits, tours).every(({ vehicle, stops }) => canDrive(limits, vehicle, stops, true));
}

function runningTours(view: ReplanningView, tours: readonly VehicleTour[]): VehicleTour[] {
  return view.vehicles.flatMap(({ underWay }, vehicle) => {
    const running = underWay === undefined ? undefined : tours.find((tour) => tour.vehicle === vehicle);
    return running === undefined ? [] : [running];
  });
}

/** The tours with the new stops where they cost least; one that would mean overtime stays out. */
function withNewStops(view: ReplanningView, limits: ReplanningView, tours: readonly VehicleTour[]): readonly VehicleTour[] {
  const served = stopsOf(tours);
  let plan = tours;
  for (let stop = 0; stop < view.stops.length; stop++) {
    if (served.has(stop)) continue;
    const longer = insertLeft(limits, plan, [stop]);
    if (planCost(view, longer).overtime_s <= planCost(view, plan).overtime_s) plan = longer;
  }
  return plan;
}

/** The search's tours: every stop of `start` once, and perhaps new ones that it leaves out. */
function search(
  view: ReplanningView,
  limits: ReplanningView,
  start: readonly VehicleTour[],
  random: RandomStream,
): readonly VehicleTour[] {
  const must = stopsOf(start);
  const stops = view.stops.map((_, stop) => stop).filter((stop) => must.has(stop) || canBeServed(limits, stop));
  if (stops.length === 0) return start;
  const { tours: planned, total_krw } = planCost(view, start);
  const until_s = planned.reduce((last, { back_s }) => Math.max(last, back_s), view.departure_s);
  const running = runningTours(view, start);
  const staying = view.vehicles.map((_, vehicle) => running.find((tour) => tour.vehicle === vehicle)?.stops ?? []);
  const solver = new SolverProblem(limits, { stops, until_s, unserved_krw: 1 + total_krw, apart: true, staying });
  const searching = vehicleRoutingSearch(solver.problem, 'cost', random, { start: solver.plan(start) });
  searching.run(view.iterations);
  const found = solver.tours(view, searching.best);
  const served = stopsOf(found);
  const whole = insertLeft(
    limits,
    found,
    [...must].filter((stop) => !served.has(stop)).sort((a, b) => a - b),
  );
  const has = stopsOf(whole);
  return [...must].every((stop) => has.has(stop)) ? whole : start;
}

function canBeServed(view: ReplanningView, stop: number): boolean {
  return view.vehicles.some((_, vehicle) => canDrive(view, vehicle, [stop], false));
}

function stopsOf(tours: readonly VehicleTour[]): Set<number> {
  return new Set(tours.flatMap(({ stops }) => stops));
}

/** More stops served, or as many and cheaper by more than `by_krw`. */
function isBetter(view: ReplanningView, one: readonly VehicleTour[], other: readonly VehicleTour[], by_krw = 0): boolean {
  const more = stopsOf(one).size - stopsOf(other).size;
  return more > 0 || (more === 0 && planCost(view, one).total_krw < planCost(view, other).total_krw - by_krw);
}
