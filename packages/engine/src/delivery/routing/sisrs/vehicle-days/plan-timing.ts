// The times of one vehicle's day, visit by visit, written down as they happen: for what a plan means, not for speed. The search
// has its own clock (day-clock.ts); tests hold the two together.
//
// Worked example: shift from 0, stop 1 is 50 away and open from 100 to 400, served in 10; a break of 30 is due from 120 on. The
// vehicle leaves at 50, is there at 100 and serves until 110; at 120, 10 of the way home behind it, it rests until 150: home at
// 190.

import type { RouteBreak, VehicleRoutingProblem, VehicleSort } from '../problem.ts';
import { PeriodTravel } from './period-travel.ts';

export interface TimedVisit {
  readonly node: number;
  readonly arrives: number;
  readonly begins: number;
  readonly ends: number;
}

export interface TimedTrip {
  /** When the vehicle may leave (goods there, loaded), when it does, when it is back at the depot. */
  readonly ready: number;
  readonly leaves: number;
  readonly back: number;
  readonly visits: readonly TimedVisit[];
}

export interface TimedBreak {
  readonly begins: number;
  readonly ends: number;
  /** Whether it could begin in time. */
  readonly inTime: boolean;
}

export interface TimedDay {
  readonly trips: readonly TimedTrip[];
  readonly breaks: readonly TimedBreak[];
}

/** Times of a day. @param trips nodes of each trip in order. @param releases by trip, when all its goods are at the depot. */
export function timeDay(
  problem: VehicleRoutingProblem,
  sort: VehicleSort,
  trips: readonly (readonly number[])[],
  releases: readonly number[],
): TimedDay {
  const day = new Day(problem, sort);
  const timed = trips.map((nodes, i) => day.trip(nodes, releases[i]!, i === 0));
  return { trips: timed, breaks: day.breaks };
}

class Day {
  readonly breaks: TimedBreak[] = [];
  private now: number;
  private readonly due: RouteBreak[];
  private readonly problem: VehicleRoutingProblem;
  private readonly sort: VehicleSort;
  private readonly travel: PeriodTravel;

  constructor(problem: VehicleRoutingProblem, sort: VehicleSort) {
    this.problem = problem;
    this.sort = sort;
    this.travel = new PeriodTravel(problem.travel, problem.nodes);
    this.now = sort.startNode === 0 ? Math.max(sort.shiftStart, problem.node.opens[0]!) : sort.shiftStart;
    this.due = [...sort.breaks].sort((a, b) => a.earliest - b.earliest).filter(({ latest }) => latest >= this.now);
  }

  trip(nodes: readonly number[], release: number, first: boolean): TimedTrip {
    const { opens, service } = this.problem.node;
    const origin = first ? this.sort.startNode : 0;
    if (!first) this.workFor(this.sort.reload);
    this.waitUntil(release);
    const ready = this.now;
    const taken = this.breaks.length;
    let leaves = ready;
    let at = origin;
    const visits: TimedVisit[] = [];
    for (const node of nodes) {
      this.drive(at, node);
      const arrives = this.now;
      this.waitUntil(opens[node]!);
      const begins = this.now;
      this.now += service[node]!;
      if (visits.length === 0 && origin === 0) leaves = Math.max(ready, this.latestDeparture(node, begins, taken));
      visits.push({ node, arrives, begins, ends: this.now });
      at = node;
    }
    if (at !== 0) this.drive(at, 0);
    const shifted = visits.map((visit, i) => (i === 0 && leaves > ready ? { ...visit, arrives: visit.begins } : visit));
    return { ready, leaves, back: this.now, visits: shifted };
  }

  /** Drives a leg; what is left of it after a break is driven then. */
  private drive(from: number, to: number): void {
    let share = 1;
    let arrival = this.travel.arrival(from, to, this.now, 1);
    for (let rest = this.nextBreakBefore(arrival); rest !== undefined; rest = this.nextBreakBefore(arrival)) {
      const begins = Math.max(this.now, rest.earliest);
      share -= this.travel.driven(from, to, this.now, begins);
      this.takeBreak(begins);
      arrival = this.travel.arrival(from, to, this.now, share);
    }
    this.now = arrival;
  }

  private workFor(length: number): void {
    let left = length;
    for (let rest = this.nextBreakBefore(this.now + left); rest !== undefined; rest = this.nextBreakBefore(this.now + left)) {
      const begins = Math.max(this.now, rest.earliest);
      left -= begins - this.now;
      this.takeBreak(begins);
    }
    this.now += left;
  }

  /** Breaks go on while one waits; one that is due at the end of the wait comes before what follows. */
  private waitUntil(time: number): void {
    while (this.due.length > 0 && this.due[0]!.earliest <= Math.max(time, this.now)) {
      this.takeBreak(Math.max(this.now, this.due[0]!.earliest));
    }
    this.now = Math.max(this.now, time);
  }

  private nextBreakBefore(time: number): RouteBreak | undefined {
    const next = this.due[0];
    return next !== undefined && Math.max(next.earliest, this.now) < time ? next : undefined;
  }

  private takeBreak(begins: number): void {
    const { latest, length } = this.due.shift()!;
    this.breaks.push({ begins, ends: begins + length, inTime: begins <= latest });
    this.now = begins + length;
  }

  /** Departure from the depot with which a service still begins at `begins`, around the breaks taken since. */
  private latestDeparture(node: number, begins: number, taken: number): number {
    let share = 1;
    let until = begins;
    for (const rest of this.breaks.slice(taken).reverse()) {
      const driven = this.travel.driven(0, node, rest.ends, until);
      if (driven >= share) break;
      share -= driven;
      until = rest.begins;
    }
    return this.travel.departure(0, node, until, share);
  }
}
