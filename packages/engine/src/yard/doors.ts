// Doors: which truck or vehicle is at which, and who waits for one.
//
// Inbound trucks ask by truck, outbound vehicles by tour. The door-assignment policy chooses among the free doors, or has the
// first in line wait; the rest of the line keeps its order.

import { INBOUND, OUTBOUND } from '../model/building.ts';
import type { RandomStream } from '../base/random.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';
import type { DoorAssignmentPolicy, DoorView } from './policy.ts';

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
    context.sim.on(EVENT['door-granted'], (door, subject) => {
      this.users[context.model.building.doors[door]!.kind]!.granted(door, subject);
    });
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

  private serve(kind: number): void {
    const { model, world, sim } = this.context;
    const d = world.doors.columns;
    const line = this.waiting(kind);
    while (line.length > 0) {
      const freeDoors: number[] = [];
      model.building.doors.forEach((door, index) => {
        if (door.kind === kind && door.open && d.user[index] === NONE) freeDoors.push(index);
      });
      if (freeDoors.length === 0) return;
      const subject = line[0]!;
      const user = this.users[kind]!;
      const view: DoorView = { kind, freeDoors, workDistance_m: (door) => user.workDistance_m(door, subject) };
      const door = this.policy.decide(view, this.random);
      if (door === NONE) return;
      line.shift();
      d.user[door] = subject;
      d.since[door] = sim.now;
      sim.schedule(0, EVENT['door-granted'], door, subject);
    }
  }
}
