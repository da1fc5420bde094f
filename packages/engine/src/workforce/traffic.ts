// Traffic: who is where in an aisle in which not everybody can pass everybody.
//
// An edge is *tight* for a width if somebody as wide as the widest cannot pass it there. Whoever moves in an edge that is tight
// for him *visits* it: he is in the way of those he cannot pass. Nodes are crossings and have room. Of visitors that collide
//
//   - several may be inside at once only if all go *through*: in by one end, out by the other, the same way;
//   - who turns, or stays for what is not known, is alone with respect to them.
//
// A visitor who goes through leaves by the far end whatever his process does next. He keeps `following_m` behind those ahead of
// him and never overtakes: his legs reach as far as is booked of them, and go on when they go on (following.ts). Who may not come
// in waits at the node, first come, first served, and holds nothing. Where two one-way aisles join with no other way at the
// joint there is no room there: who is last in the second is the one ahead of the first in the first.
//
// Why nobody waits for ever: inside an edge one waits only for those ahead who go the same way, in the order of entry, and the
// first of them waits for nobody: it works (a time that ends) or leaves, and outside there is room. Nobody stays inside for
// something that may need the edge: whoever is in an open-ended state has left it or stands aside (itinerary.ts). Visits
// therefore end, and so does waiting for them, since later comers do not get in before one who waits and collides with them.
// A closed ring of joined one-way aisles has no end; there somebody can always move while all fit in with their distances.
//
// Cost: an event for every tight edge entered, and O(those inside and waiting) work at it; nothing where an edge is not tight.
// Worked example: two who cannot pass go through an aisle of 10 m at 1 m/s, 1 m apart. The first works for 20 s at 6 m, the second
// has nothing to do there: it waits 1 s at the entry, goes on to 5 m, waits 20 s, and comes out 1 s after the first.

import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';
import { WaitingLists } from './crowd.ts';
import { Followers } from './followers.ts';
import { SLACK_M } from './following.ts';
import type { Ways } from './ways.ts';

export class Traffic {
  readonly waiting: WaitingLists;
  readonly followers: Followers;
  private readonly context: Context;
  private readonly ways: Ways;
  private readonly resume: (agent: number) => void;

  /** @param resume called for an agent that is let into the edge it waits for */
  constructor(context: Context, ways: Ways, resume: (agent: number) => void) {
    this.context = context;
    this.ways = ways;
    this.resume = resume;
    this.waiting = new WaitingLists(context, 'ways');
    this.followers = new Followers(context, ways);
  }

  private collide(edge: number, a: number, b: number): boolean {
    const { width_m } = this.context.world.walkers.columns;
    return this.ways.collide(edge, width_m[a]!, width_m[b]!);
  }

  // ---- coming in and going out -------------------------------------------------------------------------------------

  /** The agent comes into an edge, or begins to move inside it: true. Or it waits for that, and is resumed later: false. */
  admit(agent: number, edge: number, direction: number): boolean {
    const w = this.context.world.walkers.columns;
    this.forgetGone(edge);
    w.direction[agent] = direction;
    if (this.mayEnter(agent, edge)) {
      this.enter(agent, edge);
      return true;
    }
    w.queued[agent] = edge;
    this.waiting.append(edge, agent);
    this.lookWhenSomebodyLeaves(edge);
    return false;
  }

  private mayEnter(agent: number, edge: number): boolean {
    const { world } = this.context;
    const w = world.walkers.columns;
    for (let other = world.ways.columns.first[edge]!; other !== NONE; other = w.behind[other]!)
      if (this.keepsOut(other, agent, edge)) return false;
    for (let other = this.waiting.first(edge); other !== NONE && other !== agent; other = w.next[other]!)
      if (this.keepsOut(other, agent, edge)) return false;
    return w.node[agent] !== NONE || !this.isApproached(agent, edge);
  }

  /** Whether two who are, or want to be, in an edge cannot be in it at once. */
  private keepsOut(other: number, agent: number, edge: number): boolean {
    const { direction } = this.context.world.walkers.columns;
    return (direction[agent] === 0 || direction[other] !== direction[agent]) && this.collide(edge, agent, other);
  }

  /** Whether somebody is about to come over the joint before an edge, nearer to an agent inside it than he may. */
  private isApproached(agent: number, edge: number): boolean {
    const { model, world } = this.context;
    const w = world.walkers.columns;
    const before = this.ways.joinedBy[edge]!;
    if (before === NONE) return false;
    const near_m = this.ways.network.edges.length_m[before]! + this.followers.position_m(agent) - model.traffic.following_m;
    for (let other = world.ways.columns.first[before]!; other !== NONE; other = w.behind[other]!)
      if (this.collide(edge, agent, other) && w.along_m[other]! > near_m + SLACK_M) return true;
    return false;
  }

  /** Joins the visitors of an edge: behind those who are before it, or have booked to come past him. */
  private enter(agent: number, edge: number): void {
    const { model, world, sim } = this.context;
    const w = world.walkers.columns;
    const { first, last } = world.ways.columns;
    let ahead = last[edge]!;
    if (w.node[agent] === NONE && w.direction[agent] !== 0) {
      const near_m = this.followers.position_m(agent) - model.traffic.following_m;
      while (ahead !== NONE && !(this.collide(edge, agent, ahead) && this.followers.bookedPosition_m(ahead) > near_m + SLACK_M))
        ahead = w.ahead[ahead]!;
    }
    const behind = ahead === NONE ? first[edge]! : w.behind[ahead]!;
    w.ahead[agent] = ahead;
    w.behind[agent] = behind;
    if (ahead === NONE) first[edge] = agent;
    else w.behind[ahead] = agent;
    if (behind === NONE) last[edge] = agent;
    else w.ahead[behind] = agent;
    w.visit[agent] = edge;
    w.exit[agent] = Infinity;
    w.queued[agent] = NONE;
    this.followers.begin(agent);
    if (this.ways.joinedBy[edge] !== NONE) this.waiting.lookAt(edge, sim.now);
  }

  /** A visitor who is alone with respect to those he collides with may turn: true, and he may from then on. */
  turn(agent: number): boolean {
    const { world } = this.context;
    const w = world.walkers.columns;
    const edge = w.visit[agent]!;
    if (this.ways.isOneWay(edge)) return false;
    this.forgetGone(edge);
    for (let other = world.ways.columns.first[edge]!; other !== NONE; other = w.behind[other]!)
      if (other !== agent && this.collide(edge, agent, other)) return false;
    w.direction[agent] = 0;
    return true;
  }

  /** The visitor leaves its edge at a tick: who waits may come in then, who follows may go to the end. */
  exitAt(agent: number, tick: number): void {
    const w = this.context.world.walkers.columns;
    w.exit[agent] = tick;
    this.waiting.lookAt(w.visit[agent]!, tick);
  }

  /** The agent is in nobody's way from now on. */
  leave(agent: number): void {
    const { world, sim } = this.context;
    const w = world.walkers.columns;
    const edge = w.visit[agent]!;
    if (edge === NONE) return;
    this.followers.wakeBehind(agent);
    this.unlink(agent);
    this.waiting.lookAt(edge, sim.now);
    if (this.ways.joinsInto[edge] !== NONE) this.waiting.lookAt(this.ways.joinsInto[edge]!, sim.now);
  }

  private unlink(agent: number): void {
    const { world } = this.context;
    const w = world.walkers.columns;
    const { first, last } = world.ways.columns;
    const edge = w.visit[agent]!;
    const ahead = w.ahead[agent]!;
    const behind = w.behind[agent]!;
    if (ahead === NONE) first[edge] = behind;
    else w.behind[ahead] = behind;
    if (behind === NONE) last[edge] = ahead;
    else w.ahead[behind] = ahead;
    w.visit[agent] = NONE;
  }

  private forgetGone(edge: number): void {
    const { world, sim } = this.context;
    const w = world.walkers.columns;
    for (let agent = world.ways.columns.first[edge]!, behind; agent !== NONE; agent = behind) {
      behind = w.behind[agent]!;
      if (w.exit[agent]! <= sim.now) this.unlink(agent);
    }
  }

  private lookWhenSomebodyLeaves(edge: number): void {
    const { world } = this.context;
    const w = world.walkers.columns;
    let tick = Infinity;
    for (let other = world.ways.columns.first[edge]!; other !== NONE; other = w.behind[other]!)
      tick = Math.min(tick, w.exit[other]!);
    this.waiting.lookAt(edge, tick);
  }

  /** Lets in whoever may come in now. */
  serve(edge: number): void {
    const w = this.context.world.walkers.columns;
    this.forgetGone(edge);
    for (let agent = this.waiting.first(edge), next; agent !== NONE; agent = next) {
      next = w.next[agent]!;
      if (!this.mayEnter(agent, edge)) continue;
      this.waiting.remove(edge, agent);
      this.enter(agent, edge);
      this.resume(agent);
    }
    if (this.waiting.first(edge) !== NONE) this.lookWhenSomebodyLeaves(edge);
  }
}
