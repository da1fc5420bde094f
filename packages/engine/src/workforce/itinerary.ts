// Itineraries: what an agent on the floor is to do next, where traffic is modelled and a walk's end is not known in advance.
//
// A process says what it always says (walk there, spend so long, from now on be idle, call me then); each becomes an operation
// in the agent's list. Operations are carried out, that is booked, as far as nobody can be met: ahead of the clock through the
// ways that are free for the agent. Where it comes to an aisle in which it can meet somebody the booking stops, and goes on when
// the clock is there and traffic (traffic.ts) lets it in; the same at a face (faces.ts). The list is data, so a run can be saved
// anywhere.
//
// Nobody stays in an aisle for what may take for ever. In an open-ended state an agent stands aside (a person finds room
// between racks; stations, doors and lanes have room; a released machine is parked). Only a picker or member who waits for goods
// has a cart with him that fits nowhere, and the truck that brings them may have to come by: he goes out of the aisle with it
// and comes back. Who takes a machine inside an aisle is in nobody's way until he moves it; then he has to be let in.

import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { bookOpen } from '../world/timesheet.ts';
import { NONE, OPS } from '../world/world.ts';
import { Bookings } from './booking.ts';
import { Faces } from './faces.ts';
import { Legs } from './legs.ts';
import { PHASE } from './phases.ts';
import { Traffic } from './traffic.ts';
import { Ways } from './ways.ts';

/** Operations of an itinerary. */
const OP = { walk: 0, stay: 1, take: 2, wait: 3, step: 4 } as const;

export class Itineraries {
  readonly ways: Ways;
  private readonly context: Context;
  private readonly traffic: Traffic;
  private readonly faces: Faces;
  private readonly bookings: Bookings;
  private readonly legs: Legs;

  constructor(context: Context) {
    this.context = context;
    this.ways = new Ways(context.model);
    this.traffic = new Traffic(context, this.ways, (agent) => this.resume(agent));
    this.faces = new Faces(context, this.ways, (agent) => this.resume(agent));
    this.bookings = new Bookings(context, this.ways);
    this.legs = new Legs(context, this.ways, this.traffic, this.bookings);
    context.sim.on(EVENT['agent-step'], (agent, list) => this.step(agent, list));
  }

  // ---- what processes ask for --------------------------------------------------------------------------------------

  /** To a place; `leaves`: the node by which it leaves that place's edge in the end, or NONE. */
  walk(agent: number, to: number, state: number, leaves: number): void {
    this.context.world.walkers.columns.place[agent] = to;
    this.add(agent, OP.walk, to, state, 0, leaves);
  }

  stay(agent: number, state: number, ticks: number): void {
    this.add(agent, OP.stay, NONE, state, ticks, NONE);
  }

  /** From here on with a machine. */
  take(agent: number, machine: number): void {
    this.add(agent, OP.take, machine, 0, 0, NONE);
  }

  /** In an open-ended state. */
  wait(agent: number, state: number): void {
    this.add(agent, OP.wait, NONE, state, 0, NONE);
  }

  /** Then its process goes on. */
  proceed(agent: number): void {
    this.add(agent, OP.step, NONE, 0, 0, NONE);
  }

  /** The agent leaves its machine where it stands. */
  letGo(agent: number): void {
    const { world, sim } = this.context;
    const w = world.walkers.columns;
    w.machine[agent] = NONE;
    w.width_m[agent] = this.ways.width_m(NONE);
    const edge = w.visit[agent]!;
    if (edge === NONE) return;
    if (!this.ways.isTight(edge, w.width_m[agent]!)) return this.traffic.leave(agent);
    this.traffic.followers.wakeBehind(agent);
    this.traffic.waiting.lookAt(edge, sim.now);
  }

  /** The agent is at a place, by a way that is none of the building's: it has just come, on foot or with a machine. */
  appear(agent: number, place: number, machine: number, order: number): void {
    const w = this.context.world.walkers.columns;
    this.traffic.leave(agent);
    w.place[agent] = w.at[agent] = place;
    w.node[agent] = this.ways.nodeOf(place);
    w.edge[agent] = w.node[agent] === NONE ? this.ways.network.places.edge[place]! : NONE;
    w.along_m[agent] = this.ways.network.places.offset_m[place]!;
    w.goal[agent] = NONE;
    w.machine[agent] = machine;
    w.width_m[agent] = this.ways.width_m(machine);
    w.order[agent] = order;
  }

  /** The agent is on the road, up to a tick at least; when it comes back it appears at a place. */
  driveOff(agent: number, until: number): void {
    const w = this.context.world.walkers.columns;
    this.traffic.leave(agent);
    w.until[agent] = until;
    w.place[agent] = w.at[agent] = NONE;
  }

  // ---- carrying out ------------------------------------------------------------------------------------------------

  private add(agent: number, kind: number, a: number, state: number, ticks: number, leaves: number): void {
    const { world } = this.context;
    const w = world.walkers.columns;
    const o = world.ops.columns;
    if (w.ops[agent] === OPS) throw new Error(`agent ${agent} has more than ${OPS} operations before it`);
    const row = agent * OPS + ((w.firstOp[agent]! + w.ops[agent]!) % OPS);
    o.kind[row] = kind;
    o.a[row] = a;
    o.state[row] = state;
    o.ticks[row] = ticks;
    o.leaves[row] = leaves;
    w.ops[agent]! += 1;
    if (w.phase[agent] === PHASE.free) this.run(agent);
  }

  private run(agent: number): void {
    const w = this.context.world.walkers.columns;
    while (w.ops[agent]! > 0) {
      if (!this.execute(agent, agent * OPS + w.firstOp[agent]!)) return;
      w.firstOp[agent] = (w.firstOp[agent]! + 1) % OPS;
      w.ops[agent]! -= 1;
    }
  }

  /** An 'agent-step': for an agent, or for the waiting list of an edge (from 1) or a face (from -1 down). */
  private step(agent: number, list: number): void {
    if (list === 0) this.resume(agent);
    else if (list > 0) {
      if (this.traffic.waiting.isDue(list - 1)) this.traffic.serve(list - 1);
    } else if (this.faces.waiting.isDue(-1 - list)) this.faces.serve(-1 - list);
  }

  private resume(agent: number): void {
    const w = this.context.world.walkers.columns;
    w.phase[agent] = PHASE.free;
    this.run(agent);
  }

  /** Carries out an operation: true when it is booked to its end, false when the agent has to be resumed for the rest. */
  private execute(agent: number, row: number): boolean {
    const { world } = this.context;
    const o = world.ops.columns;
    const state = o.state[row]!;
    switch (o.kind[row]) {
      case OP.walk:
        return this.legs.goTo(agent, o.a[row]!, state, o.leaves[row]!);
      case OP.stay:
        return this.work(agent, state, o.ticks[row]!);
      case OP.take:
        return this.takeMachine(agent, o.a[row]!);
      case OP.wait:
        return this.open(agent, state);
      default:
        this.callProcess(agent);
        return true;
    }
  }

  private takeMachine(agent: number, machine: number): boolean {
    const w = this.context.world.walkers.columns;
    if (this.legs.isInside(agent)) {
      if (this.bookings.isAhead(agent)) return this.bookings.pause(agent);
      this.traffic.leave(agent);
    }
    w.machine[agent] = machine;
    w.width_m[agent] = this.ways.width_m(machine);
    return true;
  }

  private callProcess(agent: number): void {
    const { world, sim } = this.context;
    const at = Math.max(sim.now, world.walkers.columns.until[agent]!);
    if (this.bookings.isPerson(agent)) sim.scheduleAt(at, EVENT['person-step'], agent, 0);
    else sim.scheduleAt(at, EVENT['visit-step'], world.walkers.columns.order[agent]!, 0);
  }

  // ---- staying -----------------------------------------------------------------------------------------------------

  /** Spends known time where the agent stands; at a face it needs a seat. */
  private work(agent: number, state: number, ticks: number): boolean {
    const { faces } = this;
    const w = this.context.world.walkers.columns;
    if (this.bookings.isBookedFar(agent)) return this.bookings.pause(agent);
    const place = w.at[agent]!;
    const seated = (state === STATE.searching || state === STATE.picking) && faces.isSeated(place);
    if (seated && !faces.holds(agent, place, Math.max(w.until[agent]!, this.context.sim.now))) {
      if (this.bookings.isAhead(agent)) return this.bookings.pause(agent);
      if (!faces.take(agent, place)) return this.bookings.stop(agent, PHASE.atFace);
    }
    const until = this.bookings.bookedTo(agent) + ticks;
    this.bookings.bookStay(agent, state, until);
    if (seated) faces.workUntil(agent, until);
    return true;
  }

  /** An open-ended state: out of the way of others. */
  private open(agent: number, state: number): boolean {
    const { sim, world, recorder } = this.context;
    const w = world.walkers.columns;
    if (this.legs.isInside(agent)) {
      if (this.bookings.isAhead(agent)) return this.bookings.pause(agent);
      const withMachine = w.machine[agent] !== NONE;
      if (state !== STATE['waiting-goods'] || !withMachine || !this.ways.hasRoomBeyond(w.visit[agent]!))
        this.traffic.leave(agent);
      else if (!this.legs.goOut(agent)) return false;
    }
    if (this.bookings.isPerson(agent)) {
      bookOpen(world, agent, sim.now);
      world.persons.columns.state[agent] = state;
    }
    recorder.dwell(agent, sim.now, state);
    return true;
  }
}
