// Movement inside the building: along the travel network, at one speed, on a shortest way.
//
// Where nobody is in anybody's way a walk is reported as a whole, piece by piece (one straight segment an edge) with the tick of
// arrival at every corner, so that the trace shows it exactly; it ends with a single event. Ticks are rounded from the distance
// walked so far, so rounding does not add up over the pieces. Where traffic is modelled, a walk becomes part of an itinerary
// (itinerary.ts): its end is known when it is there.

import { secondsToTicks } from '../base/units.ts';
import { walkingPath } from '../model/network.ts';
import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { pickPlace } from '../world/lines.ts';
import { bookAhead, bookOpen } from '../world/timesheet.ts';
import { NONE } from '../world/world.ts';
import { Itineraries } from './itinerary.ts';
import { personSpeed_mps } from './speed.ts';

/** Nothing is known of where somebody goes afterwards. */
const NOWHERE: readonly number[] = [];

export class Movement {
  /** Where traffic is modelled: what everybody is to do. */
  readonly itineraries: Itineraries | undefined;
  private readonly context: Context;
  private readonly nodes: number[] = [];
  private readonly after: number[] = [];
  /** Metres of the last walk. */
  private length_m = 0;

  constructor(context: Context) {
    this.context = context;
    this.itineraries = context.model.traffic.congestion ? new Itineraries(context) : undefined;
  }

  /**
   * Reports the walk of an agent from place to place, beginning at tick `start`; returns the tick of arrival.
   * The length is left in `length_m`.
   */
  private trace(agent: number, from: number, to: number, speed_mps: number, state: number, start: number): number {
    const { model, recorder, sim } = this.context;
    const { nodes, places } = model.network;
    walkingPath(model.network, from, to, this.nodes);
    let x = places.x_m[from]!;
    let y = places.y_m[from]!;
    let walked = 0;
    let at = start;
    for (let i = 0; i <= this.nodes.length; i++) {
      const last = i === this.nodes.length;
      const nextX = last ? places.x_m[to]! : nodes.x_m[this.nodes[i]!]!;
      const nextY = last ? places.y_m[to]! : nodes.y_m[this.nodes[i]!]!;
      const dx = nextX - x;
      const dy = nextY - y;
      if (dx === 0 && dy === 0) continue;
      walked += Math.sqrt(dx * dx + dy * dy);
      x = nextX;
      y = nextY;
      at = start + secondsToTicks(walked / speed_mps);
      recorder.move(agent, sim.now, at, x, y, 0, state);
    }
    this.length_m = walked;
    return at;
  }

  /**
   * A person walks to a place, after whatever it is doing. Follow with `workforce.proceed`. `after`: the places it goes to
   * next, in order, as far as the first on another edge; if they are not known it counts as turning back in an aisle.
   */
  walk(person: number, to: number, state = STATE.carrying, after = NOWHERE): void {
    const { world, sim } = this.context;
    const p = world.persons.columns;
    const from = p.place[person]!;
    const held = p.equipment[person]!;
    if (this.itineraries !== undefined) this.locate(person);
    if (from !== to && this.itineraries === undefined) {
      bookOpen(world, person, sim.now);
      const end = this.trace(person, from, to, personSpeed_mps(this.context.model.labour, person, held), state, p.since[person]!);
      bookAhead(world, person, state, end);
      p.walked_m[person]! += this.length_m;
    }
    p.place[person] = to;
    if (held !== NONE) world.equipment.columns.place[held] = to;
    this.itineraries?.walk(person, to, state, this.leavesBy(to, after));
  }

  /** Walks to the machine that the person has been given, and is with it from then on. */
  fetch(person: number): void {
    const { persons, equipment } = this.context.world;
    const machine = persons.columns.equipment[person]!;
    persons.columns.equipment[person] = NONE; // walks without it
    this.walk(person, equipment.columns.place[machine]!, STATE.walking);
    persons.columns.equipment[person] = machine;
    this.itineraries?.take(person, machine);
  }

  /** The person leaves its machine where it stands. */
  letGo(person: number): void {
    this.itineraries?.letGo(person);
  }

  /** The places of a tour after its first stop, as `walk` wants to know them; `first` is the first pick there. */
  placesAfter(first: number, end: number): readonly number[] {
    if (this.itineraries === undefined) return NOWHERE;
    const { next } = this.context.world.picks.columns;
    const { edge } = this.context.model.network.places;
    const { after } = this;
    const stop = pickPlace(this.context, first);
    after.length = 0;
    for (let pick = next[first]!; pick !== NONE; pick = next[pick]!) {
      const place = pickPlace(this.context, pick);
      if (place !== stop) after.push(place);
      if (edge[place] !== edge[stop]) return after;
    }
    after.push(end);
    return after;
  }

  private leavesBy(to: number, after: readonly number[]): number {
    const { itineraries } = this;
    return itineraries === undefined || after.length === 0 ? NONE : itineraries.ways.leavesBy(to, after);
  }

  /** A person who is not where it walked to last has come there by another way. */
  private locate(person: number): void {
    const { walkers, persons } = this.context.world;
    const place = persons.columns.place[person]!;
    if (walkers.columns.place[person] !== place) this.itineraries!.appear(person, place, walkers.columns.machine[person]!, NONE);
  }

  // ---- members -----------------------------------------------------------------------------------------------------

  /** The member of a visit comes in, at a place, with the shopping cart it has. */
  enterMember(agent: number, order: number, place: number): void {
    const { world, sim, recorder, model } = this.context;
    const { x_m, y_m } = model.network.places;
    const cart = world.orders.columns.cart[order]!;
    world.equipment.columns.place[cart] = place;
    recorder.jump(agent, sim.now, x_m[place]!, y_m[place]!, 0, STATE.walking);
    this.itineraries?.appear(agent, place, cart, order);
  }

  /** The member walks to a place and, if given, browses there for so long; a 'visit-step' follows. `after` as of `walk`. */
  walkMember(agent: number, order: number, to: number, browse?: number, after = NOWHERE): void {
    const { world, sim, recorder, model } = this.context;
    const cart = world.orders.columns.cart[order]!;
    const from = world.equipment.columns.place[cart]!;
    world.equipment.columns.place[cart] = to;
    const { itineraries } = this;
    if (itineraries !== undefined) {
      itineraries.walk(agent, to, STATE.walking, this.leavesBy(to, after));
      if (browse !== undefined) itineraries.stay(agent, STATE.picking, browse);
      return itineraries.proceed(agent);
    }
    let until = sim.now;
    if (from !== to) until = this.trace(agent, from, to, model.labour.equipment[cart]!.speed_mps, STATE.walking, until);
    if (browse !== undefined) recorder.dwellUntil(agent, sim.now, (until += browse), STATE.picking);
    sim.scheduleAt(until, EVENT['visit-step'], order, 0);
  }

  /** Whether an agent that went to a place has gone out of the way of others there, while it waited. */
  hasMadeWay(agent: number, place: number): boolean {
    if (this.itineraries === undefined) return false;
    const w = this.context.world.walkers.columns;
    return w.at[agent] !== place || w.goal[agent] !== NONE;
  }

  /** From now on the member is in `state`, open-ended. */
  dwellMember(agent: number, state: number): void {
    if (this.itineraries !== undefined) this.itineraries.wait(agent, state);
    else this.context.recorder.dwell(agent, this.context.sim.now, state);
  }
}
