// Doors: which truck or vehicle is at which, and who waits for one.
//
// Inbound trucks ask by truck, outbound vehicles by tour. The door-assignment policy says who of those that wait gets which of
// the free doors, or that nobody gets one yet: then it is asked again when somebody asks for a door of the kind, or leaves one,
// or at the tick that it has named.

import { INBOUND, OUTBOUND } from '../model/building.ts';
import type { RandomStream } from '../base/random.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';
import { doorClaim, expectedClaims, expectedLeave } from './door-claims.ts';
import type { DoorAssignmentPolicy, DoorState, DoorView } from './policy.ts';

/** What a stage says about those it sends to a kind of door. */
export interface DoorUser {
  /** The door is theirs from now on. */
  granted(door: number, subject: number): void;
  /** See `DoorView.workDistance_m`. */
  workDistance_m(door: number, subject: number): number;
}

export class Doors {
  private readonly context: Context;
  private readonly policy: DoorAssignmentPolicy;
  private readonly random: RandomStream;
  private readonly users: (DoorUser | undefined)[] = [];

  constructor(context: Context, policy: DoorAssignmentPolicy) {
    this.context = context;
    this.policy = policy;
    this.random = context.streams.get('policy/door-assignment');
    context.sim.on(EVENT['door-granted'], (door, subject) => this.granted(door, subject));
    context.sim.on(EVENT['door-look'], (door) => this.look(door));
  }

  register(kind: typeof INBOUND | typeof OUTBOUND, user: DoorUser): void {
    this.users[kind] = user;
  }

  private waiting(kind: number): number[] {
    const { lists } = this.context.world;
    return kind === INBOUND ? lists.inboundDoor : lists.outboundDoor;
  }

  /** A truck (inbound) or tour (outbound) asks for a door; `granted` is called by an event when it has one. */
  request(kind: number, subject: number): void {
    this.waiting(kind).push(subject);
    this.serve(kind);
  }

  release(door: number): void {
    const { model, world, sim } = this.context;
    const d = world.doors.columns;
    d.busy[door]! += sim.now - d.since[door]!;
    d.user[door] = NONE;
    this.serve(model.building.doors[door]!.kind);
  }

  private granted(door: number, subject: number): void {
    const { model, world, sim } = this.context;
    const { kind } = model.building.doors[door]!;
    this.users[kind]!.granted(door, subject);
    // What waits for a lane is brought out to a vehicle that has a door.
    if (kind === OUTBOUND && world.lists.lane.length > 0) sim.schedule(0, EVENT['lane-room'], 0, 0);
  }

  /** A door was kept free until now, if nothing has come between. */
  private look(door: number): void {
    const { model, world, sim } = this.context;
    const d = world.doors.columns;
    if (d.user[door] === NONE && d.keptUntil[door] === sim.now) this.serve(model.building.doors[door]!.kind);
  }

  private freeDoors(kind: number): number[] {
    const { model, world } = this.context;
    const free: number[] = [];
    model.building.doors.forEach((door, index) => {
      if (door.kind === kind && door.open && world.doors.columns.user[index] === NONE) free.push(index);
    });
    return free;
  }

  private serve(kind: number): void {
    const { world, sim } = this.context;
    const d = world.doors.columns;
    const line = this.waiting(kind);
    while (line.length > 0) {
      const freeDoors = this.freeDoors(kind);
      if (freeDoors.length === 0) return;
      const decision = this.policy.decide(this.view(kind, freeDoors, line), this.random);
      if ('keepUntil' in decision) return this.keep(freeDoors[0]!, decision.keepUntil);
      const { subject, door } = decision;
      line.splice(line.indexOf(subject), 1);
      d.user[door] = subject;
      d.since[door] = sim.now;
      sim.schedule(0, EVENT['door-granted'], door, subject);
    }
  }

  /** The free doors, of which one is named, are kept until a tick. */
  private keep(door: number, until: number): void {
    const { world, sim } = this.context;
    world.doors.columns.keptUntil[door] = until;
    if (until < Infinity) sim.scheduleAt(until, EVENT['door-look'], door, 0);
  }

  private view(kind: number, freeDoors: readonly number[], waiting: readonly number[]): DoorView {
    const { context } = this;
    const user = this.users[kind]!;
    const { now } = context.sim;
    return {
      kind,
      now,
      freeDoors,
      waiting,
      doors: () => this.states(kind),
      expected: () => expectedClaims(context, kind),
      claim: (subject) => doorClaim(context, kind, subject, now),
      workDistance_m: (door, subject) => user.workDistance_m(door, subject),
    };
  }

  private states(kind: number): DoorState[] {
    const { model, world, sim } = this.context;
    return model.building.doors.flatMap((door, index) => {
      if (door.kind !== kind || !door.open) return [];
      const free = world.doors.columns.user[index] === NONE;
      return [{ door: index, classes: door.classes, freeFrom: free ? sim.now : expectedLeave(this.context, kind, index) }];
    });
  }
}
