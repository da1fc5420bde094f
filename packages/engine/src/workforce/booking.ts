// Booking what agents do, in the timesheet and in the trace: ahead of the clock where it is known, and what they wait.

import { secondsToTicks } from '../base/units.ts';
import { PICK } from '../model/labour.ts';
import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { bookAhead, bookOpen } from '../world/timesheet.ts';
import { NONE, PIECES } from '../world/world.ts';
import { WaitingLists } from './crowd.ts';
import { PHASE } from './phases.ts';
import { personSpeed_mps } from './speed.ts';
import type { Ways } from './ways.ts';

export class Bookings {
  private readonly context: Context;
  private readonly ways: Ways;
  private readonly people: number;
  private readonly edges: WaitingLists;
  private readonly faces: WaitingLists;

  constructor(context: Context, ways: Ways) {
    this.context = context;
    this.ways = ways;
    this.people = context.model.labour.people.length;
    this.edges = new WaitingLists(context, 'ways');
    this.faces = new WaitingLists(context, 'faces');
  }

  /** Whether an agent is a person; the others are members. */
  isPerson(agent: number): boolean {
    return agent < this.people;
  }

  /** Speed of an agent with what it has with it, m/s. */
  speed_mps(agent: number): number {
    const { labour } = this.context.model;
    const machine = this.context.world.walkers.columns.machine[agent]!;
    return this.isPerson(agent) ? personSpeed_mps(labour, agent, machine) : labour.equipment[machine]!.speed_mps;
  }

  /** The tick up to which an agent is booked; an open state ends now. */
  bookedTo(agent: number): number {
    const { world, sim } = this.context;
    if (this.isPerson(agent)) bookOpen(world, agent, sim.now);
    this.endWait(agent);
    return Math.max(world.walkers.columns.until[agent]!, sim.now);
  }

  /** Whether an agent is booked beyond now. */
  isAhead(agent: number): boolean {
    return this.context.world.walkers.columns.until[agent]! > this.context.sim.now;
  }

  /** Whether so much is booked ahead that the rest has to wait for the clock. */
  isBookedFar(agent: number): boolean {
    return this.isPerson(agent) && this.isAhead(agent) && this.context.world.persons.columns.pieces[agent]! > PIECES - 3;
  }

  private book(agent: number, state: number, until: number): void {
    const { world } = this.context;
    if (this.isPerson(agent)) bookAhead(world, agent, state, until);
    world.walkers.columns.until[agent] = until;
  }

  bookStay(agent: number, state: number, until: number): void {
    this.book(agent, state, until);
    this.context.recorder.dwellUntil(agent, this.context.sim.now, until, state);
  }

  /** A straight piece inside the agent's edge, from where it is at tick `start` to `to_m` from the edge's `from` end. */
  bookMove(agent: number, state: number, start: number, to_m: number): void {
    const { world, recorder, sim } = this.context;
    const { edges, nodes } = this.ways.network;
    const w = world.walkers.columns;
    const edge = w.edge[agent]!;
    const metres = Math.abs(to_m - w.along_m[agent]!);
    w.along_m[agent] = to_m;
    if (metres === 0) return;
    const from = edges.from[edge]!;
    const to = edges.to[edge]!;
    const share = to_m / edges.length_m[edge]!;
    const x = nodes.x_m[from]! + (nodes.x_m[to]! - nodes.x_m[from]!) * share;
    const y = nodes.y_m[from]! + (nodes.y_m[to]! - nodes.y_m[from]!) * share;
    const until = start + secondsToTicks(metres / this.speed_mps(agent));
    this.book(agent, state, until);
    recorder.move(agent, sim.now, until, x, y, 0, state);
    if (this.isPerson(agent)) world.persons.columns.walked_m[agent]! += metres;
  }

  // ---- waiting -----------------------------------------------------------------------------------------------------

  /** The rest when what is booked is over. */
  pause(agent: number): false {
    const { world, sim } = this.context;
    world.walkers.columns.phase[agent] = PHASE.due;
    sim.scheduleAt(world.walkers.columns.until[agent]!, EVENT['agent-step'], agent, 0);
    return false;
  }

  /** The rest when somebody says so: until then the agent waits. */
  stop(agent: number, phase: number): false {
    const { world, sim, recorder } = this.context;
    const state = phase === PHASE.atFace ? STATE['waiting-face'] : STATE['waiting-aisle'];
    const w = world.walkers.columns;
    w.waitsFrom[agent] = this.bookedTo(agent);
    w.phase[agent] = phase;
    w.waits[agent] = phase;
    if (this.isPerson(agent)) world.persons.columns.state[agent] = state;
    recorder.dwell(agent, sim.now, state);
    return false;
  }

  private endWait(agent: number): void {
    const { world, sim } = this.context;
    const w = world.walkers.columns;
    if (w.waits[agent] === PHASE.free) return;
    const atFace = w.waits[agent] === PHASE.atFace;
    w.waits[agent] = PHASE.free;
    if (sim.now <= w.waitsFrom[agent]!) return;
    if (atFace) this.count(agent, w.waitsFrom[agent]!, sim.now, this.faces, w.at[agent]!);
    else this.count(agent, w.waitsFrom[agent]!, sim.now, this.edges, w.edge[agent]!);
  }

  /** A wait of known length in the aisle where an agent is. */
  bookWait(agent: number, from: number, until: number): void {
    this.bookStay(agent, STATE['waiting-aisle'], until);
    this.count(agent, from, until, this.edges, this.context.world.walkers.columns.edge[agent]!);
  }

  /** A wait has ended: at its place, and in all. */
  private count(agent: number, from: number, until: number, list: WaitingLists, row: number): void {
    const { world } = this.context;
    const w = world.walkers.columns;
    const totals = world.totals.columns;
    list.count(row, until - from, w.waitedTo[agent] === from);
    w.waitedTo[agent] = until;
    if (!this.isPerson(agent)) totals.memberWaitTicks[0]! += until - from;
    else {
      const task = world.persons.columns.task[agent]!;
      if (task !== NONE && world.tasks.columns.kind[task] === PICK) totals.pickerWaitTicks[0]! += until - from;
    }
  }
}
