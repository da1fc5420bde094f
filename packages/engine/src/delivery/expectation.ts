// What is expected of a tour: when each stop still to come will begin to be served, and when the vehicle is back. What the drivers
// and the stores are told: at departure everything, later what has changed by a minute or more.
//
// Expected is what the roads and stops take on average, from where the vehicle is and what it is known to be held up by; what was
// drawn for a leg under way nobody knows before its end.

import { secondsToTicks, ticksToSeconds, TICKS_PER_MINUTE } from '../base/units.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Roads } from './roads.ts';
import { lastStore, storeOf, subjectAt, UNTOLD } from './tours.ts';
import { windowOf } from './windows.ts';

/** A change of what is expected is told if it is as large as this. */
const TOLD_FROM = TICKS_PER_MINUTE;

interface Outlook {
  /** Position of the first stop of which service has not begun. */
  readonly first: number;
  /** Tick at which each from there on is expected to begin. */
  readonly begins: readonly number[];
  /** Tick at which the vehicle is at the DC again. */
  readonly back: number;
}

/** When and where the vehicle of a tour on the road will be free. */
export interface Free {
  /** Position of the stop after those that are done then. */
  readonly position: number;
  /** Store at which it will be; NONE: the DC. */
  readonly place: number;
  readonly leaves: number;
  /** Tick at which the stop it heads for is expected to begin; empty if it heads for none. */
  readonly begins: readonly number[];
}

export class Expectation {
  private readonly context: Context;
  private readonly roads: Roads;

  constructor(context: Context, roads: Roads) {
    this.context = context;
    this.roads = roads;
  }

  /** Works out when a tour that leaves the DC at a tick is back and unloaded: in `returns`. */
  plan(tour: number, leaves: number): void {
    const { back } = this.from(tour, 0, NONE, leaves);
    this.setReturn(tour, back);
  }

  /**
   * Tells what has changed for the stops still to come of a tour on the road. Returns by how much the worst of them is later than
   * was told last, ticks.
   */
  tell(tour: number): number {
    const { world, sim, recorder } = this.context;
    const { first, begins, back } = this.outlook(tour);
    const s = world.tourStops.columns;
    let worst = 0;
    begins.forEach((begin, i) => {
      const stop = world.tours.columns.firstStop[tour]! + first + i;
      const told = s.eta[stop]!;
      if (told !== UNTOLD) worst = Math.max(worst, begin - told);
      if (told !== UNTOLD && Math.abs(begin - told) < TOLD_FROM) return;
      s.eta[stop] = begin;
      if (told === UNTOLD) s.promised[stop] = begin;
      recorder.event(sim.now, TRACED['stop-eta'], tour, first + i, Math.round(ticksToSeconds(begin)));
    });
    this.setReturn(tour, back);
    return worst;
  }

  private setReturn(tour: number, back: number): void {
    this.context.world.tours.columns.returns[tour] = back + secondsToTicks(this.context.model.operations.returnUnload_s);
  }

  /** What a tour on the road has done when it has done what it is doing. Not of one on its last leg. */
  free(tour: number): Free {
    const { world, sim } = this.context;
    const t = world.tours.columns;
    const next = t.nextStop[tour]!;
    const held = world.vehicles.columns.heldUntil[t.vehicle[tour]!]!;
    const ends = Math.max(sim.now, t.expected[tour]!);
    if (t.phase[tour] === TOUR_PHASE.between) {
      return { position: next, place: lastStore(this.context, tour), leaves: Math.max(ends, held), begins: [] };
    }
    const subject = subjectAt(this.context, tour, next);
    const place = storeOf(this.context, subject);
    const isServed = world.tourStops.columns.began[t.firstStop[tour]! + next] !== NONE;
    if (isServed) return { position: next + 1, place, leaves: Math.max(ends, held), begins: [] };
    const arrival = t.phase[tour] === TOUR_PHASE.driving ? ends : sim.now;
    const begin = Math.max(arrival, windowOf(this.context, subject).opens);
    return { position: next + 1, place, leaves: Math.max(held, begin + this.serviceTicks()), begins: [begin] };
  }

  /** From where a tour on the road is now. */
  private outlook(tour: number): Outlook {
    const { phase, expected, nextStop } = this.context.world.tours.columns;
    if (phase[tour] === TOUR_PHASE.home) {
      return { first: nextStop[tour]!, begins: [], back: Math.max(this.context.sim.now, expected[tour]!) };
    }
    const { position, place, leaves, begins } = this.free(tour);
    const after = this.from(tour, position, place, leaves);
    return { first: position - begins.length, begins: [...begins, ...after.begins], back: after.back };
  }

  /** It leaves a place for the stop at a position at a tick. */
  private from(tour: number, position: number, place: number, leaving: number): Outlook {
    const { stops } = this.context.world.tours.columns;
    const begins: number[] = [];
    let at = place;
    let time = leaving;
    for (let i = position; i < stops[tour]!; i++) {
      const subject = subjectAt(this.context, tour, i);
      const store = storeOf(this.context, subject);
      const begin = Math.max(time + this.roads.ticks(at, store, time), windowOf(this.context, subject).opens);
      begins.push(begin);
      at = store;
      time = begin + this.serviceTicks();
    }
    return { first: position, begins, back: time + this.roads.ticks(at, NONE, time) };
  }

  private serviceTicks(): number {
    return secondsToTicks(this.context.model.fleet.roads.stop_s);
  }
}
