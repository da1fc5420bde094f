// A vehicle's clock: the checker's own, which shares no code with any solver.
//
// A break begins at the first moment at which it may and no stop is being served: it interrupts driving, waiting, loading and
// charging. One that could begin only before the vehicle's day is not taken.
//
// Worked example: 10 to a stop that opens at 20, a break of 30 due at 15. It arrives at 10, rests from 15 to 45, and serves then.

import type { VehicleRoutingProblem, VehicleSort } from '@dongseon/engine';
import { drive } from './vehicle-routing-travel.ts';

export class Clock {
  at: number;
  /** Index of the next break, and when those before it began (NaN: not taken). */
  readonly began: number[] = [];
  private readonly problem: VehicleRoutingProblem;
  private readonly sort: VehicleSort;

  constructor(problem: VehicleRoutingProblem, sort: VehicleSort, at: number, began: readonly number[] = []) {
    this.problem = problem;
    this.sort = sort;
    this.at = at;
    this.began.push(...began);
    while (this.began.length < sort.breaks.length && sort.breaks[this.began.length]!.latest < at) this.began.push(NaN);
  }

  /** Where it stands now, to go on from in another way. */
  copy(): Clock {
    return new Clock(this.problem, this.sort, this.at, this.began);
  }

  /** Idle, if there is time, with all breaks that fall due. */
  waitUntil(time: number): void {
    while (this.due <= Math.max(this.at, time)) this.rest();
    this.at = Math.max(this.at, time);
  }

  /** Time that breaks interrupt. */
  pass(duration: number): void {
    let left = duration;
    while (this.due < this.at + left) {
      left -= Math.max(0, this.due - this.at);
      this.rest();
    }
    this.at += left;
  }

  /** A service, which nothing interrupts. */
  serve(duration: number): void {
    this.at += duration;
  }

  drive(from: number, to: number): void {
    let done = 0;
    for (;;) {
      while (this.due <= this.at) this.rest();
      const part = drive(this.problem, from, to, this.at, 1 - done, this.due);
      this.at = part.at;
      if (part.arrived) return;
      done += part.done;
    }
  }

  /** When the next break falls due; Infinity: no more. */
  private get due(): number {
    return this.sort.breaks[this.began.length]?.earliest ?? Infinity;
  }

  private rest(): void {
    this.at = Math.max(this.at, this.due);
    const { length } = this.sort.breaks[this.began.length]!;
    this.began.push(this.at);
    this.at += length;
  }
}
