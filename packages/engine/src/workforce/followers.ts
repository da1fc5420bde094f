// Who follows whom in an aisle: how far somebody can go behind those ahead, and who goes on when one of them does.
//
// Of every visitor of an edge the way booked there is kept as knots (tick, metres along its direction). Legs of a follower reach
// as far as is booked of those ahead less `following_m`, late enough never to be nearer (following.ts); when one of them books
// more, those behind look again. Over a joint (ways.ts) those in the next edge are ahead of those in this one.

import { secondsToTicks } from '../base/units.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { KNOTS, NONE } from '../world/world.ts';
import { earliestStart, SLACK_M } from './following.ts';
import { PHASE } from './phases.ts';
import type { Ways } from './ways.ts';

/** A later start than this is a wait; below, it is rounding. */
const LEAST_WAIT = secondsToTicks(0.000_01);

export class Followers {
  /** The leg that `plan` allows: from when, and how far along the direction. */
  readonly leg = { start: 0, to_m: 0 };
  private readonly context: Context;
  private readonly ways: Ways;
  /** Scratch of `plan`: those ahead, and how much further along they count. */
  private readonly leaders: number[] = [];
  private readonly shifts_m: number[] = [];
  private found = 0;

  constructor(context: Context, ways: Ways) {
    this.context = context;
    this.ways = ways;
  }

  /** Metres along the direction of a visit. */
  position_m(agent: number): number {
    const w = this.context.world.walkers.columns;
    return w.direction[agent]! < 0 ? this.ways.network.edges.length_m[w.edge[agent]!]! - w.along_m[agent]! : w.along_m[agent]!;
  }

  /** A visit begins, where the agent is now. */
  begin(agent: number): void {
    this.context.world.walkers.columns.knots[agent] = 0;
    this.addKnot(agent, this.context.sim.now, this.position_m(agent));
  }

  /** Where an agent will be along its direction when all that is booked of it is over. */
  bookedPosition_m(agent: number): number {
    const { walkers, knots } = this.context.world;
    return knots.columns.at_m[agent * KNOTS + walkers.columns.knots[agent]! - 1]!;
  }

  /** How far, and from when, somebody who goes through his edge can go towards `to_m`; left in `leg`. */
  plan(agent: number, start: number, to_m: number, metresPerTick: number): void {
    const { model, world } = this.context;
    const w = world.walkers.columns;
    const { tick, at_m } = world.knots.columns;
    const { leg, leaders, shifts_m } = this;
    const from_m = this.position_m(agent);
    const gap_m = model.traffic.following_m;
    this.findLeaders(agent);
    leg.start = start;
    leg.to_m = to_m;
    for (let i = 0; i < this.found; i++) {
      const leader = leaders[i]!;
      if (w.exit[leader] !== Infinity) continue;
      leg.to_m = Math.min(leg.to_m, at_m[leader * KNOTS + w.knots[leader]! - 1]! + shifts_m[i]! - gap_m);
    }
    if (leg.to_m <= from_m + SLACK_M) {
      leg.to_m = from_m;
      return;
    }
    for (let i = 0; i < this.found; i++) {
      const leader = leaders[i]!;
      const first = leader * KNOTS;
      const free = earliestStart(
        tick,
        at_m,
        first,
        first + w.knots[leader]!,
        w.exit[leader]!,
        gap_m - shifts_m[i]!,
        leg.start,
        from_m,
        leg.to_m,
        metresPerTick,
      );
      if (free > start + LEAST_WAIT) leg.start = Math.ceil(free);
    }
  }

  /** Those ahead whom an agent cannot pass, with how much further along they count: in its edge, else beyond the next joints. */
  private findLeaders(agent: number): void {
    const { world } = this.context;
    const w = world.walkers.columns;
    const { length_m } = this.ways.network.edges;
    const edge = w.visit[agent]!;
    this.found = 0;
    for (let other = w.ahead[agent]!; other !== NONE; other = w.ahead[other]!) this.addLeader(agent, other, edge, 0);
    let shift_m = length_m[edge]!;
    for (let next = this.ways.joinsInto[edge]!; next !== NONE && this.found === 0; next = this.ways.joinsInto[next]!) {
      for (let other = world.ways.columns.first[next]!; other !== NONE; other = w.behind[other]!)
        this.addLeader(agent, other, next, shift_m);
      if (next === edge) return;
      shift_m += length_m[next]!;
    }
  }

  private addLeader(agent: number, other: number, edge: number, shift_m: number): void {
    const { width_m } = this.context.world.walkers.columns;
    if (other === agent || !this.ways.collide(edge, width_m[agent]!, width_m[other]!)) return;
    this.leaders[this.found] = other;
    this.shifts_m[this.found++] = shift_m;
  }

  /** The visitor is booked to go straight from where it is at tick `start` to `to_m` at tick `end`: who follows may follow. */
  move(agent: number, start: number, end: number, to_m: number): void {
    this.addKnot(agent, start, this.position_m(agent));
    this.addKnot(agent, end, to_m);
    this.wakeBehind(agent);
  }

  /** Whether no more knots should be booked before some are past. */
  isFull(agent: number): boolean {
    this.forgetKnots(agent);
    return this.context.world.walkers.columns.knots[agent]! > KNOTS - 2;
  }

  private addKnot(agent: number, tick: number, at_m: number): void {
    const { world } = this.context;
    const w = world.walkers.columns;
    const k = world.knots.columns;
    if (w.knots[agent] === KNOTS) this.forgetKnots(agent);
    if (w.knots[agent] === KNOTS) throw new Error(`agent ${agent} has more than ${KNOTS} knots`);
    const row = agent * KNOTS + w.knots[agent]!;
    k.tick[row] = tick;
    k.at_m[row] = at_m;
    w.knots[agent]! += 1;
  }

  /** Drops knots that are past, but for the last. */
  private forgetKnots(agent: number): void {
    const { world, sim } = this.context;
    const w = world.walkers.columns;
    const { tick, at_m } = world.knots.columns;
    const first = agent * KNOTS;
    const end = first + w.knots[agent]!;
    let past = first;
    while (past + 1 < end && tick[past + 1]! <= sim.now) past++;
    if (past === first) return;
    tick.copyWithin(first, past, end);
    at_m.copyWithin(first, past, end);
    w.knots[agent] = end - past;
  }

  /** Those who stand behind an agent, or behind the joint before its edge, look again how far they can go. */
  wakeBehind(agent: number): void {
    const { world } = this.context;
    const w = world.walkers.columns;
    const edge = w.visit[agent]!;
    for (let other = w.behind[agent]!; other !== NONE; other = w.behind[other]!) this.wake(other);
    for (let before = this.ways.joinedBy[edge]!; before !== NONE; before = this.ways.joinedBy[before]!) {
      for (let other = world.ways.columns.first[before]!; other !== NONE; other = w.behind[other]!) this.wake(other);
      if (before === edge || world.ways.columns.first[before] !== NONE) return;
    }
  }

  private wake(agent: number): void {
    const { world, sim } = this.context;
    const w = world.walkers.columns;
    if (w.phase[agent] !== PHASE.halted) return;
    w.phase[agent] = PHASE.due;
    sim.schedule(0, EVENT['agent-step'], agent, 0);
  }
}
