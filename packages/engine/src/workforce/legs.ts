// Walking along the ways, a leg (at most an edge) at a time: booked ahead through what is free, let in and following where it is
// tight (traffic.ts).

import { secondsToTicks, TICKS_PER_SECOND } from '../base/units.ts';
import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';
import type { Bookings } from './booking.ts';
import { SLACK_M } from './following.ts';
import { PHASE } from './phases.ts';
import type { Traffic } from './traffic.ts';
import { AT_PLACE, type Ways } from './ways.ts';

export class Legs {
  private readonly context: Context;
  private readonly ways: Ways;
  private readonly traffic: Traffic;
  private readonly bookings: Bookings;

  constructor(context: Context, ways: Ways, traffic: Traffic, bookings: Bookings) {
    this.context = context;
    this.ways = ways;
    this.traffic = traffic;
    this.bookings = bookings;
  }

  /** Whether an agent is in the way of others in an aisle at the end of what is booked. */
  isInside(agent: number): boolean {
    const w = this.context.world.walkers.columns;
    return w.visit[agent] !== NONE && w.exit[agent] === Infinity;
  }

  /** To a place: true when that is booked, false when the agent has to be resumed for the rest. As of all below. */
  goTo(agent: number, to: number, state: number, leaves: number): boolean {
    const w = this.context.world.walkers.columns;
    while (w.goal[agent] !== NONE || w.at[agent] !== to) {
      if (w.goal[agent] === NONE && !this.chooseLeg(agent, to)) return false;
      if (w.goal[agent] !== NONE && !this.drive(agent, to, state, leaves)) return false;
    }
    return true;
  }

  /** The next leg towards a place: at most one edge. False where the agent has to be resumed first. */
  private chooseLeg(agent: number, to: number): boolean {
    const { ways } = this;
    const w = this.context.world.walkers.columns;
    const node = w.node[agent]!;
    if (node === NONE) {
      const out = ways.wayOut(w.at[agent]!, to);
      w.goal[agent] = out === AT_PLACE && ways.nodeOf(to) !== NONE ? ways.nodeOf(to) : out;
      if (w.visit[agent] === w.edge[agent] && !this.goesOnward(agent, to)) w.goal[agent] = this.farEnd(agent);
      return true;
    }
    if (ways.nodeOf(to) === node) {
      w.at[agent] = to;
      return true;
    }
    ways.hop(node, to);
    const { edge, goal } = ways.found;
    if (ways.isTight(edge, w.width_m[agent]!) || this.isInside(agent)) {
      if (this.bookings.isAhead(agent)) return this.bookings.pause(agent);
      this.traffic.leave(agent);
    }
    this.setOut(agent, edge, goal);
    return true;
  }

  private setOut(agent: number, edge: number, goal: number): void {
    const { edges } = this.ways.network;
    const w = this.context.world.walkers.columns;
    w.along_m[agent] = edges.from[edge] === w.node[agent] ? 0 : edges.length_m[edge]!;
    w.edge[agent] = edge;
    w.goal[agent] = goal;
    w.at[agent] = NONE;
  }

  /** Where a leg ends, metres from the `from` end of its edge. */
  private target_m(agent: number, to: number): number {
    const { edges, places } = this.ways.network;
    const w = this.context.world.walkers.columns;
    const goal = w.goal[agent]!;
    if (goal === AT_PLACE) return places.offset_m[to]!;
    return goal === edges.to[w.edge[agent]!] ? edges.length_m[w.edge[agent]!]! : 0;
  }

  /** The node at the end of the way of somebody who goes through his edge. */
  private farEnd(agent: number): number {
    const { edges } = this.ways.network;
    const w = this.context.world.walkers.columns;
    return w.direction[agent]! > 0 ? edges.to[w.edge[agent]!]! : edges.from[w.edge[agent]!]!;
  }

  /** Whether a visitor may go where he wants to from inside his edge: onward, or anywhere if he may turn. */
  private goesOnward(agent: number, to: number): boolean {
    const w = this.context.world.walkers.columns;
    const direction = w.direction[agent]!;
    if (direction === 0) return true;
    return direction * (this.target_m(agent, to) - w.along_m[agent]!) >= 0 || this.traffic.turn(agent);
  }

  /** How an agent uses an edge it comes into or begins to move in: the direction in which it goes through, or 0. */
  private directionOf(agent: number, to: number, leaves: number): number {
    const { edges } = this.ways.network;
    const w = this.context.world.walkers.columns;
    const edge = w.edge[agent]!;
    if (this.ways.isOneWay(edge)) return 1;
    const towards = this.target_m(agent, to) >= w.along_m[agent]! ? 1 : -1;
    if (w.goal[agent] !== AT_PLACE) return towards;
    return leaves === (towards > 0 ? edges.to[edge] : edges.from[edge]) ? towards : 0;
  }

  /** Books the leg under way, as far as it can be: true at its end. */
  private drive(agent: number, to: number, state: number, leaves: number): boolean {
    const { ways, traffic } = this;
    const w = this.context.world.walkers.columns;
    const edge = w.edge[agent]!;
    const target_m = this.target_m(agent, to);
    const tight = ways.isTight(edge, w.width_m[agent]!);
    if (tight && w.visit[agent] !== edge) {
      if (this.bookings.isAhead(agent)) return this.bookings.pause(agent);
      traffic.leave(agent);
      if (!traffic.admit(agent, edge, this.directionOf(agent, to, leaves))) return this.bookings.stop(agent, PHASE.queued);
    }
    w.node[agent] = NONE;
    if (!tight || w.direction[agent] === 0) this.bookings.bookMove(agent, state, this.bookings.bookedTo(agent), target_m);
    else if (!this.follow(agent, state, target_m)) return false;
    this.arrive(agent, to, tight);
    return true;
  }

  /** Books a leg through a tight edge, behind those ahead: true if it comes to its end. */
  private follow(agent: number, state: number, target_m: number): boolean {
    const { followers } = this.traffic;
    const { leg } = followers;
    const { edges } = this.ways.network;
    const w = this.context.world.walkers.columns;
    const forward = w.direction[agent]! > 0;
    const length_m = edges.length_m[w.edge[agent]!]!;
    const to_m = forward ? target_m : length_m - target_m;
    const from_m = followers.position_m(agent);
    if (to_m <= from_m + SLACK_M) return true;
    if (followers.isFull(agent) || this.bookings.isBookedFar(agent)) return this.bookings.pause(agent);
    const start = this.bookings.bookedTo(agent);
    followers.plan(agent, start, to_m, this.bookings.speed_mps(agent) / TICKS_PER_SECOND);
    if (leg.to_m > from_m) {
      if (leg.start > start) this.bookings.bookWait(agent, start, leg.start);
      const end = leg.start + secondsToTicks((leg.to_m - from_m) / this.bookings.speed_mps(agent));
      followers.move(agent, leg.start, end, leg.to_m);
      this.bookings.bookMove(agent, state, leg.start, forward ? leg.to_m : length_m - leg.to_m);
    }
    return leg.to_m >= to_m || this.bookings.stop(agent, PHASE.halted);
  }

  private arrive(agent: number, to: number, tight: boolean): void {
    const w = this.context.world.walkers.columns;
    const goal = w.goal[agent]!;
    const edge = w.edge[agent]!;
    w.goal[agent] = NONE;
    if (goal === AT_PLACE) {
      w.at[agent] = to;
      return;
    }
    w.at[agent] = NONE;
    w.node[agent] = goal;
    w.edge[agent] = NONE;
    // Over a joint he stays in the way of those behind until he is in the next edge.
    if (tight && this.ways.joinsInto[edge] === NONE) this.traffic.exitAt(agent, Math.max(w.until[agent]!, this.context.sim.now));
  }

  /** Out of the aisle with the cart: on, if he goes through, else to the nearer end. True when that is booked. */
  goOut(agent: number): boolean {
    const { edges } = this.ways.network;
    const w = this.context.world.walkers.columns;
    const state = this.bookings.isPerson(agent) ? STATE.carrying : STATE.walking;
    while (this.isInside(agent)) {
      const edge = w.edge[agent]!;
      if (w.goal[agent] === NONE && w.node[agent] !== NONE) {
        if (this.bookings.isAhead(agent)) return this.bookings.pause(agent);
        const next = this.ways.joinsInto[w.visit[agent]!]!;
        this.traffic.leave(agent);
        if (!this.ways.isTight(next, w.width_m[agent]!)) return true;
        this.setOut(agent, next, edges.to[next]!);
      } else if (w.goal[agent] === NONE) {
        const back = w.direction[agent] === 0 && w.along_m[agent]! * 2 < edges.length_m[edge]!;
        w.goal[agent] = w.direction[agent] !== 0 ? this.farEnd(agent) : back ? edges.from[edge]! : edges.to[edge]!;
      }
      if (!this.drive(agent, NONE, state, NONE)) return false;
    }
    return true;
  }
}
