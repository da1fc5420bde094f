// Work at the pick face: at most `workersAtFace` people search and pick at one access point at a time; who comes when all seats
// are taken waits there, first come, first served. Who has a seat works for a known time and waits for nothing in it, so
// everybody gets one.
//
// Worked example: one seat; A works from 0 s to 10 s, B comes at 4 s and C at 6 s, each for 5 s: B works 10–15 s, C 15–20 s.

import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';
import { WaitingLists } from './crowd.ts';
import type { Ways } from './ways.ts';

export class Faces {
  readonly waiting: WaitingLists;
  private readonly context: Context;
  private readonly ways: Ways;
  private readonly resume: (agent: number) => void;

  /** @param resume called for an agent that gets the seat it waits for */
  constructor(context: Context, ways: Ways, resume: (agent: number) => void) {
    this.context = context;
    this.ways = ways;
    this.resume = resume;
    this.waiting = new WaitingLists(context, 'faces');
  }

  /** Whether work at a place needs a seat. */
  isSeated(place: number): boolean {
    return place !== NONE && this.ways.isFace[place] === 1 && this.context.model.traffic.workersAtFace !== Infinity;
  }

  /** Whether an agent works at a place up to a tick, and so goes on there. */
  holds(agent: number, place: number, until: number): boolean {
    const w = this.context.world.walkers.columns;
    return w.seat[agent] === place && w.seatUntil[agent]! >= until;
  }

  /** The agent takes a seat now: true. Or it waits, and is resumed when it has one: false. */
  take(agent: number, place: number): boolean {
    this.forgetDone(place);
    if (this.waiting.first(place) === NONE && this.isFree(place)) {
      this.seat(agent, place);
      return true;
    }
    this.waiting.append(place, agent);
    this.lookWhenSomebodyEnds(place);
    return false;
  }

  /** The work of an agent that has a seat goes on until a tick. */
  workUntil(agent: number, tick: number): void {
    const w = this.context.world.walkers.columns;
    w.seatUntil[agent] = tick;
    this.waiting.lookAt(w.seat[agent]!, tick);
  }

  /** Gives free seats to those who wait. */
  serve(place: number): void {
    this.forgetDone(place);
    while (this.waiting.first(place) !== NONE && this.isFree(place)) {
      const agent = this.waiting.first(place);
      this.waiting.remove(place, agent);
      this.seat(agent, place);
      this.resume(agent);
    }
    this.lookWhenSomebodyEnds(place);
  }

  private isFree(place: number): boolean {
    const { world, model } = this.context;
    let taken = 0;
    for (let agent = world.faces.columns.first[place]!; agent !== NONE; agent = world.walkers.columns.nextAtSeat[agent]!) taken++;
    return taken < model.traffic.workersAtFace;
  }

  private seat(agent: number, place: number): void {
    const { world, sim } = this.context;
    const w = world.walkers.columns;
    this.leave(agent);
    w.seat[agent] = place;
    w.seatUntil[agent] = sim.now;
    w.nextAtSeat[agent] = world.faces.columns.first[place]!;
    world.faces.columns.first[place] = agent;
  }

  /** Takes an agent from the seat it had. */
  private leave(agent: number): void {
    const { world } = this.context;
    const w = world.walkers.columns;
    const { first } = world.faces.columns;
    const place = w.seat[agent]!;
    if (place === NONE) return;
    w.seat[agent] = NONE;
    if (first[place] === agent) {
      first[place] = w.nextAtSeat[agent]!;
      return;
    }
    let other = first[place]!;
    while (w.nextAtSeat[other] !== agent) other = w.nextAtSeat[other]!;
    w.nextAtSeat[other] = w.nextAtSeat[agent]!;
  }

  private forgetDone(place: number): void {
    const { world, sim } = this.context;
    const w = world.walkers.columns;
    for (let agent = world.faces.columns.first[place]!, next; agent !== NONE; agent = next) {
      next = w.nextAtSeat[agent]!;
      if (w.seatUntil[agent]! <= sim.now) this.leave(agent);
    }
  }

  private lookWhenSomebodyEnds(place: number): void {
    const { world, sim } = this.context;
    const w = world.walkers.columns;
    let tick = Infinity;
    for (let agent = world.faces.columns.first[place]!; agent !== NONE; agent = w.nextAtSeat[agent]!)
      if (w.seatUntil[agent]! > sim.now) tick = Math.min(tick, w.seatUntil[agent]!);
    this.waiting.lookAt(place, tick);
  }
}
