// What a stop more would change in a vehicle's day, worked out by going through the day from there on, until it is as before.
//
// Applies to: every day, whatever its costs, breaks and periods. Distance and energy are the caller's.
// Cost:       O(stops after the place, until the times are those of before).
//
// Worked example: the day of day-schedule.ts with cost 1 a unit of time. Stop 3, 5 beyond stop 1, after it in the first trip:
//                 back
// at 30 instead of 20. The second trip leaves at 35 instead of 30 and is back 5 later: +10 for the first trip, 0 for the second.

import type { VehicleRoutingProblem } from '../problem.ts';
import type { DayClock } from './day-clock.ts';
import { TOLERANCE } from './day-schedule.ts';
import { NONE, type DayState } from './day-state.ts';
import type { Fleet } from './fleet.ts';

export class DayChange {
  private readonly fleet: Fleet;
  private readonly clock: DayClock;
  private readonly state: DayState;
  private readonly closes: Float64Array;
  private readonly release: Float64Array;
  private readonly service: Float64Array;
  private readonly latenessCost: number;
  private readonly soft: boolean;
  /** What has been found so far: cost of lateness and of time that the day has more than before. */
  private more = 0;
  private most = 0;
  /** Departure of the trip under way; when the service at its last stop so far begins. */
  private leaves = 0;
  private begun = 0;
  /** Whether the day from here on is as it was. */
  private settled = false;

  constructor(problem: VehicleRoutingProblem, fleet: Fleet, clock: DayClock, state: DayState) {
    this.fleet = fleet;
    this.clock = clock;
    this.state = state;
    this.closes = problem.node.closes;
    this.release = fleet.release;
    this.service = problem.node.service;
    this.latenessCost = problem.latenessCost;
    this.soft = problem.latenessCost < Infinity;
  }

  /**
   * Cost of time and lateness that `node` after `after` (0: first) of `trip` brings; Infinity: impossible, or more than `most`.
   * No time is saved but waits, so once lateness alone is more than `most` and they, it is.
   */
  ofStop(trip: number, after: number, node: number, most: number): number {
    const { state, clock, fleet } = this;
    const vehicle = state.vehicleOf[trip]!;
    const release = Math.max(this.release[node]!, state.release[trip]!);
    const previousTrip = state.previousTrip[trip]!;
    const origin = previousTrip === NONE ? fleet.startNode[vehicle]! : 0;
    this.more = 0;
    this.most = most + fleet.perTime[vehicle]! * state.waits[trip]!;
    if (after !== 0 && release <= state.ready[trip]!) {
      clock.resume(vehicle, state.begins[after]! + this.service[after]!, state.breaks[after]!);
      this.leaves = state.leaves[trip]!;
      return this.visit(after, node, false) ? this.restOfTrip(trip, node, state.next[after]!) : Infinity;
    }
    this.toTripStart(vehicle, previousTrip, release);
    const { now: ready, taken } = clock;
    const next = after === 0 ? state.first[trip]! : state.next[after]!;
    let from = origin;
    for (let stop = after === 0 ? node : state.first[trip]!; ; stop = stop === after ? node : state.next[stop]!) {
      if (!this.visit(from, stop, stop !== node)) return Infinity;
      if (from === origin) this.leave(stop, ready, taken, origin);
      if (stop === node) return this.restOfTrip(trip, node, next);
      from = stop;
    }
  }

  /** The same for a trip of its own to `node`, after trip `after` of a vehicle (NONE: as its first). */
  ofTrip(vehicle: number, after: number, node: number, most: number): number {
    const { state, clock } = this;
    const following = after === NONE ? state.firstTrip[vehicle]! : state.nextTrip[after]!;
    const origin = after === NONE ? this.fleet.startNode[vehicle]! : 0;
    this.more = 0;
    this.most = most + (following === NONE ? 0 : this.fleet.perTime[vehicle]! * state.waits[following]!);
    this.toTripStart(vehicle, after, this.release[node]!);
    const { now: ready, taken } = clock;
    if (!this.visit(origin, node, false)) return Infinity;
    this.leave(node, ready, taken, origin);
    clock.drive(node, 0);
    this.more += this.fleet.perTime[vehicle]! * (clock.now - this.leaves);
    return this.restOfDay(vehicle, following);
  }

  /** Sets the clock to the moment at which the trip after `previous` may leave. */
  private toTripStart(vehicle: number, previous: number, release: number): void {
    const { clock, state } = this;
    if (previous === NONE) clock.open(vehicle);
    else {
      clock.resume(vehicle, state.back[previous]!, state.backBreaks[previous]!);
      clock.reload();
    }
    clock.wait(release);
  }

  private leave(first: number, ready: number, taken: number, origin: number): void {
    this.leaves = this.clock.departure(first, this.begun, ready, taken, origin);
  }

  /** Drives to a stop and serves it; false: impossible. `known`: it is in the day already, with its lateness. */
  private visit(from: number, node: number, known: boolean): boolean {
    const { clock } = this;
    clock.drive(from, node);
    const begins = clock.serve(node);
    this.begun = begins;
    if (!this.soft) return begins <= this.closes[node]! + TOLERANCE && clock.possible;
    const closes = this.closes[node]!;
    if (begins > closes) this.more += this.latenessCost * (begins - closes);
    if (known && this.state.begins[node]! > closes) this.more -= this.latenessCost * (this.state.begins[node]! - closes);
    return clock.possible;
  }

  /** Goes on from `from` with `next`, a stop of the trip, and what follows it. */
  private restOfTrip(trip: number, from: number, next: number): number {
    const vehicle = this.state.vehicleOf[trip]!;
    if (!this.known(vehicle, trip, from, next)) return Infinity;
    return this.settled ? this.more : this.restOfDay(vehicle, this.state.nextTrip[trip]!);
  }

  /** The trips from one on, the vehicle being back from the one before. */
  private restOfDay(vehicle: number, from: number): number {
    const { state, clock, fleet } = this;
    for (let trip = from; trip !== NONE; trip = state.nextTrip[trip]!) {
      clock.reload();
      clock.wait(state.release[trip]!);
      if (!clock.possible) return Infinity;
      if (clock.now === state.ready[trip] && clock.taken === state.readyBreaks[trip]) return this.more;
      if (!this.known(vehicle, trip, 0, state.first[trip]!)) return Infinity;
      if (this.settled) return this.more;
    }
    return clock.now <= fleet.end[vehicle]! + TOLERANCE ? this.more : Infinity;
  }

  /**
   * The known stops of a trip from `next` on and the way back; `from` 0: the whole trip, which may leave now. Settled: from a
   * moment on everything is as before. False: impossible.
   */
  private known(vehicle: number, trip: number, from: number, next: number): boolean {
    const { state, clock, fleet } = this;
    const { now: ready, taken } = clock;
    const perTime = fleet.perTime[vehicle]!;
    if (from === 0) this.leaves = ready;
    let at = from;
    for (let node = next; node !== 0; node = state.next[node]!) {
      if (!this.visit(at, node, true) || this.more > this.most) return false;
      if (at === 0) this.leave(node, ready, taken, 0);
      this.settled = this.begun === state.begins[node] && clock.taken === state.breaks[node];
      if (this.settled) {
        this.more += perTime * (state.leaves[trip]! - this.leaves);
        return true;
      }
      at = node;
    }
    clock.drive(at, 0);
    this.more += perTime * (clock.now - this.leaves - (state.back[trip]! - state.leaves[trip]!));
    this.settled = clock.now === state.back[trip] && clock.taken === state.backBreaks[trip];
    return clock.possible;
  }
}
