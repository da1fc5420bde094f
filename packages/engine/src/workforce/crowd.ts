// Waiting lists of edges and of faces: who is next where not all can be at once, and what was waited.
//
// First come, first served: who waits and cannot share with somebody keeps that one back, too, when it comes later. So nobody
// is passed over for ever.

import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';

export class WaitingLists {
  private readonly context: Context;
  private readonly table: 'ways' | 'faces';

  constructor(context: Context, table: 'ways' | 'faces') {
    this.context = context;
    this.table = table;
  }

  /** The first who waits for a row, or NONE; the one after another is `walkers.next`. */
  first(row: number): number {
    return this.context.world[this.table].columns.firstWaiting[row]!;
  }

  append(row: number, agent: number): void {
    const { world } = this.context;
    const { firstWaiting, lastWaiting } = world[this.table].columns;
    const { next } = world.walkers.columns;
    next[agent] = NONE;
    if (firstWaiting[row] === NONE) firstWaiting[row] = agent;
    else next[lastWaiting[row]!] = agent;
    lastWaiting[row] = agent;
  }

  remove(row: number, agent: number): void {
    const { world } = this.context;
    const { firstWaiting, lastWaiting } = world[this.table].columns;
    const { next } = world.walkers.columns;
    let before = NONE;
    for (let who = firstWaiting[row]!; who !== agent; who = next[who]!) before = who;
    if (before === NONE) firstWaiting[row] = next[agent]!;
    else next[before] = next[agent]!;
    if (lastWaiting[row] === agent) lastWaiting[row] = before;
  }

  /** Has the list of a row looked at again at a tick, if anybody waits and it is not looked at sooner. */
  lookAt(row: number, tick: number): void {
    const { look, firstWaiting } = this.context.world[this.table].columns;
    if (firstWaiting[row] === NONE || look[row]! <= tick || tick === Infinity) return;
    look[row] = tick;
    const operand = this.table === 'ways' ? row + 1 : -1 - row;
    this.context.sim.scheduleAt(tick, EVENT['agent-step'], firstWaiting[row]!, operand);
  }

  /** Whether the list of a row was to be looked at now, and has not been. */
  isDue(row: number): boolean {
    const { look } = this.context.world[this.table].columns;
    if (look[row] !== this.context.sim.now) return false;
    look[row] = Infinity;
    return true;
  }

  /** Somebody has waited for a row; `again`: he had just done so, and it is the same wait. */
  count(row: number, ticks: number, again: boolean): void {
    const { waited, waits } = this.context.world[this.table].columns;
    waited[row]! += ticks;
    if (!again) waits[row]! += 1;
  }
}
