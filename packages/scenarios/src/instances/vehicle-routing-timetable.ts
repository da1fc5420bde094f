// When a vehicle is where, if it drives its route as early as it can: the checker's own timetable, which shares no code with any
// solver.
//
// A trip leaves when the vehicle and the goods are there, or later, if it is then no later at its first place. Loading takes as
// long as the reload or the charging at the depot, whichever is longer.
//
// Worked example: the shift begins at 0, the first stop is 10 away and opens at 60: the trip leaves at 50.

import type { PlannedRoute, VehicleRoutingProblem } from '@dongseon/engine';
import { Clock } from './vehicle-routing-clock.ts';

/** A stop or a station. */
export interface TimedVisit {
  readonly node: number;
  readonly arrives: number;
  /** Service or charging begins. */
  readonly begins: number;
  readonly leaves: number;
  /** Energy charged. */
  readonly charge: number;
  /** Energy left on arrival; undefined: no battery. */
  readonly level: number | undefined;
}

export interface TimedTrip {
  /** It leaves the depot, or the place where it is. */
  readonly departs: number;
  readonly visits: readonly TimedVisit[];
  readonly returns: number;
  /** Energy left at the return, and what is charged at the depot before the next trip. */
  readonly level: number | undefined;
  readonly charge: number;
  readonly distance: number;
}

export interface Timetable {
  readonly trips: readonly TimedTrip[];
  /** When each break begins; NaN for one that lies before the vehicle's day. Breaks that did not fall due are missing. */
  readonly breaks: readonly number[];
}

/** One trip as the plan has it: its visits, and what is charged at each. */
export interface PlannedTrip {
  readonly visits: readonly number[];
  readonly charges: readonly number[];
  /** Charged at the depot after it. */
  readonly charge: number;
}

/** A route, cut where it comes back to the depot. */
export function tripsOf({ visits, charges }: PlannedRoute): PlannedTrip[] {
  const ends = [...visits.flatMap((node, i) => (node === 0 ? [i] : [])), visits.length];
  return ends.map((end, trip) => {
    const first = trip === 0 ? 0 : ends[trip - 1]! + 1;
    return {
      visits: visits.slice(first, end),
      charges: visits.slice(first, end).map((_, i) => charges[first + i] ?? 0),
      charge: charges[end] ?? 0,
    };
  });
}

/** @param releases of each trip: the earliest departure that its goods allow */
export function timetableOf(
  problem: VehicleRoutingProblem,
  sort: number,
  trips: readonly PlannedTrip[],
  releases: readonly number[],
): Timetable {
  const { node, nodes, travel } = problem;
  const vehicle = problem.vehicles[sort]!;
  const { battery, startNode, shiftStart, reload } = vehicle;
  const clock = new Clock(problem, vehicle, startNode === 0 ? Math.max(shiftStart, node.opens[0]!) : shiftStart);
  let level = battery?.start;

  const timed = trips.map((trip, number): TimedTrip => {
    clock.waitUntil(releases[number]!);
    const ready = clock.copy();
    let from = number === 0 ? startNode : 0;
    const origin = from;
    let distance = 0;
    const driveTo = (to: number): void => {
      clock.drive(from, to);
      const way = travel.distance[from * nodes + to]!;
      distance += way;
      if (level !== undefined) level -= way * battery!.usePerDistance;
      from = to;
    };
    const visits = trip.visits.map((to, i): TimedVisit => {
      driveTo(to);
      const arrives = clock.at;
      const charge = trip.charges[i]!;
      const levelThen = level;
      clock.waitUntil(node.opens[to]!);
      const begins = clock.at;
      if (to <= problem.stops) clock.serve(node.service[to]!);
      else clock.pass(battery === undefined ? 0 : charge / battery.chargeRate);
      if (level !== undefined) level += charge;
      return { node: to, arrives, begins, leaves: clock.at, charge, level: levelThen };
    });
    driveTo(0);
    const returns = clock.at;
    const levelThen = level;
    if (number < trips.length - 1) {
      clock.pass(Math.max(reload, battery === undefined ? 0 : trip.charge / battery.chargeRate));
      if (level !== undefined) level += trip.charge;
    }
    const departs = visits.length > 0 && origin === 0 ? latestDeparture(ready, visits[0]!, node.opens) : ready.at;
    return { departs, visits, returns, level: levelThen, charge: trip.charge, distance };
  });
  return { trips: timed, breaks: clock.began };
}

/** The latest departure from the depot with which the first place is not reached later than it is left at. By halving. */
function latestDeparture(ready: Clock, first: TimedVisit, opens: Float64Array): number {
  if (first.begins <= first.arrives) return ready.at;
  let [low, high] = [ready.at, first.begins];
  for (let step = 0; step < 100 && low < high; step++) {
    const middle = (low + high) / 2;
    const later = ready.copy();
    later.waitUntil(middle);
    later.drive(0, first.node);
    later.waitUntil(opens[first.node]!);
    if (later.at > first.begins || middle === low || middle === high) high = middle;
    else low = middle;
    if (high - low <= 1e-12 * Math.max(1, high)) break;
  }
  return low;
}
