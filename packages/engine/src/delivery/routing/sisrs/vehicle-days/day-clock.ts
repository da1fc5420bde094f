// The clock of one vehicle's day: it drives, waits, serves, reloads, and takes its breaks when they are due.
//
// A break begins at the first moment within [earliest, latest] at which the vehicle is not serving a stop. Driving and reloading
// are interrupted by it, waiting goes on meanwhile. One whose latest moment lies before the vehicle's day is not taken.
//
// Worked example: a break of 30 from 100 on. A leg of 50 left at 80 arrives at 160: 20 driven, 30 rested, 30 driven. A service
// from 90 to 130 is not interrupted: the break begins at 130.

import type { VehicleRoutingProblem } from '../problem.ts';
import type { Fleet } from './fleet.ts';
import { PeriodTravel } from './period-travel.ts';
import { MOST_BREAKS } from './supports.ts';

export class DayClock {
  /** The time, and how many breaks have begun. */
  now = 0;
  taken = 0;
  /** False from the moment on at which a break could not begin before its latest moment. */
  possible = true;
  private readonly fleet: Fleet;
  private readonly nodes: number;
  private readonly durations: Float64Array;
  private readonly opens: Float64Array;
  private readonly service: Float64Array;
  private readonly travel: PeriodTravel;
  private readonly breakBegin = new Float64Array(MOST_BREAKS);
  private vehicle = 0;
  private plain = true;

  constructor(problem: VehicleRoutingProblem, fleet: Fleet) {
    this.fleet = fleet;
    this.nodes = problem.nodes;
    this.durations = problem.travel.durations[0]!;
    this.opens = problem.node.opens;
    this.service = problem.node.service;
    this.travel = new PeriodTravel(problem.travel, problem.nodes);
  }

  /** The beginning of a vehicle's day. */
  open(vehicle: number): void {
    this.resume(vehicle, this.fleet.begin[vehicle]!, 0);
    if (this.plain) return;
    const breaks = this.fleet.breaks[vehicle]!;
    while (this.taken < breaks.length && breaks[this.taken]!.latest < this.now) this.taken++;
  }

  /** A moment of a vehicle's day at which it is not serving. */
  resume(vehicle: number, now: number, taken: number): void {
    this.vehicle = vehicle;
    this.plain = this.fleet.plain[vehicle] === 1;
    this.now = now;
    this.taken = taken;
    this.possible = true;
  }

  /** At the depot until a time, or until the break that falls into it is over. */
  wait(until: number): void {
    if (!this.plain) this.restWithin(until);
    if (this.now < until) this.now = until;
  }

  /** Reloads: as driving, interrupted by breaks. */
  reload(): void {
    let left = this.fleet.reload[this.vehicle]!;
    if (!this.plain) {
      const breaks = this.fleet.breaks[this.vehicle]!;
      while (this.taken < breaks.length) {
        const begin = Math.max(breaks[this.taken]!.earliest, this.now);
        if (begin >= this.now + left) break;
        left -= begin - this.now;
        this.rest(begin);
      }
    }
    this.now += left;
  }

  drive(from: number, to: number): void {
    if (this.plain) {
      this.now += this.durations[from * this.nodes + to]!;
      return;
    }
    const breaks = this.fleet.breaks[this.vehicle]!;
    let left = 1;
    let arrival = this.travel.arrival(from, to, this.now, left);
    while (this.taken < breaks.length) {
      const begin = Math.max(breaks[this.taken]!.earliest, this.now);
      if (begin >= arrival) break;
      left -= this.travel.driven(from, to, this.now, begin);
      this.rest(begin);
      arrival = this.travel.arrival(from, to, this.now, left);
    }
    this.now = arrival;
  }

  /** Waits until a stop opens and serves it; returns when the service began. */
  serve(node: number): number {
    const opens = this.opens[node]!;
    if (!this.plain) this.restWithin(opens);
    const begin = this.now < opens ? opens : this.now;
    this.now = begin + this.service[node]!;
    return begin;
  }

  /**
   * When the vehicle has to leave for the first stop of a trip so as to serve it at `begin`, if it may leave from `ready` on
   * with `takenBefore` breaks behind it, and has come as far as this clock says. A vehicle that is not at the depot leaves at
   * once.
   */
  departure(to: number, begin: number, ready: number, takenBefore: number, origin: number): number {
    if (origin !== 0) return ready;
    if (this.plain) return Math.max(ready, begin - this.durations[to]!);
    const breaks = this.fleet.breaks[this.vehicle]!;
    let share = 1;
    let now = begin;
    for (let k = this.takenUntil(begin) - 1; k >= takenBefore; k--) {
      const over = this.breakBegin[k]! + breaks[k]!.length;
      const driven = this.travel.driven(origin, to, over, now);
      if (driven >= share) break;
      share -= driven;
      now = this.breakBegin[k]!;
    }
    return Math.max(ready, this.travel.departure(origin, to, now, share));
  }

  /** Breaks that have begun before a time. */
  private takenUntil(time: number): number {
    let taken = this.taken;
    while (taken > 0 && this.breakBegin[taken - 1]! >= time) taken--;
    return taken;
  }

  /** Takes the breaks that are due by a time, or that one of them makes due. */
  private restWithin(until: number): void {
    const breaks = this.fleet.breaks[this.vehicle]!;
    while (this.taken < breaks.length) {
      const { earliest } = breaks[this.taken]!;
      if (earliest > this.now && earliest > until) return;
      this.rest(Math.max(earliest, this.now));
    }
  }

  private rest(begin: number): void {
    const { latest, length } = this.fleet.breaks[this.vehicle]![this.taken]!;
    if (begin > latest) this.possible = false;
    this.breakBegin[this.taken++] = begin;
    this.now = begin + length;
  }
}
