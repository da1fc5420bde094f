// Movement inside the building: along the travel network, at one speed, on a shortest way.
//
// A walk is reported piece by piece (one straight segment an edge) with the tick of arrival at every corner, so that the
// trace shows it exactly; it ends with a single event. Ticks are rounded from the distance walked so far, so rounding does
// not add up over the pieces.

import { secondsToTicks } from '../base/units.ts';
import { COUNTERBALANCE_TRUCK, REACH_TRUCK } from '../model/labour.ts';
import { walkingPath } from '../model/network.ts';
import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { bookAhead, bookOpen } from '../world/timesheet.ts';
import { NONE } from '../world/world.ts';

export class Movement {
  private readonly context: Context;
  private readonly nodes: number[] = [];
  /** Metres of the last walk. */
  private length_m = 0;

  constructor(context: Context) {
    this.context = context;
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

  /** Speed of a person as it is now, m/s: on a truck the truck's, with a cart the slower of both. */
  private speed(person: number): number {
    const { model, world } = this.context;
    const walk = model.labour.people[person]!.walk_mps;
    const held = world.persons.columns.equipment[person]!;
    if (held === NONE) return walk;
    const machine = model.labour.equipment[held]!;
    const rides = machine.kind === REACH_TRUCK || machine.kind === COUNTERBALANCE_TRUCK;
    return rides ? machine.speed_mps : Math.min(walk, machine.speed_mps);
  }

  /** A person walks to a place, after whatever it is doing. Follow with `workforce.proceed`. */
  walk(person: number, to: number, state = STATE.carrying): void {
    const { world, sim } = this.context;
    const p = world.persons.columns;
    const from = p.place[person]!;
    if (from === to) return;
    bookOpen(world, person, sim.now);
    const end = this.trace(person, from, to, this.speed(person), state, p.since[person]!);
    bookAhead(world, person, state, end);
    p.place[person] = to;
    p.walked_m[person]! += this.length_m;
    const held = p.equipment[person]!;
    if (held !== NONE) world.equipment.columns.place[held] = to;
  }

  /** A member with a shopping cart walks from place to place, beginning now; returns the tick of arrival. */
  walkMember(agent: number, from: number, to: number, speed_mps: number): number {
    const now = this.context.sim.now;
    return from === to ? now : this.trace(agent, from, to, speed_mps, STATE.walking, now);
  }
}
