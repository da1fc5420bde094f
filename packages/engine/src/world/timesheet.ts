// The timesheet: how many ticks each person has spent in each state.
//
// An open-ended state (idle, waiting) is booked when it ends; an activity of known length (a walk, a search) when it begins,
// behind those booked before it. What is booked ahead is remembered piece by piece until it is over, so that the time spent
// up to any instant is exact.
//
// Worked example: at 100 s a picker sets off on 10 s of walking, then 4 s of searching and 16 s of extraction. At 112 s the
// sheet says 10 s walking, 2 s searching, 0 s picking.

import { AGENT_STATES } from '../trace/format.ts';
import { PIECES, type World } from './world.ts';

const STATES = AGENT_STATES.length;

/** Books a person's open state up to now: it ends, or goes on. */
export function bookOpen(world: World, person: number, now: number): void {
  const p = world.persons.columns;
  const since = p.since[person]!;
  if (since > now) return;
  world.time.columns.ticks[person * STATES + p.state[person]!]! += now - since;
  p.since[person] = now;
  p.pieces[person] = 0;
}

/** Books an activity from the end of what is booked (after `bookOpen`) until tick `until`. */
export function bookAhead(world: World, person: number, state: number, until: number): void {
  const p = world.persons.columns;
  const ahead = world.ahead.columns;
  world.time.columns.ticks[person * STATES + state]! += until - p.since[person]!;
  const last = person * PIECES + p.pieces[person]! - 1;
  if (p.pieces[person]! > 0 && ahead.state[last] === state) ahead.until[last] = until;
  else {
    if (p.pieces[person] === PIECES) throw new Error(`person ${person} has more than ${PIECES} activities booked ahead`);
    ahead.state[last + 1] = state;
    ahead.until[last + 1] = until;
    p.pieces[person]! += 1;
  }
  p.state[person] = state;
  p.since[person] = until;
}

/** Ticks a person has spent in some states up to now. */
export function ticksIn(world: World, person: number, states: readonly number[], now: number): number {
  const p = world.persons.columns;
  let ticks = 0;
  for (const state of states) ticks += world.time.columns.ticks[person * STATES + state]!;
  const since = p.since[person]!;
  if (since <= now) return states.includes(p.state[person]!) ? ticks + now - since : ticks;
  const ahead = world.ahead.columns;
  let from = now;
  for (let piece = person * PIECES; piece < person * PIECES + p.pieces[person]!; piece++) {
    const until = ahead.until[piece]!;
    if (until <= from) continue;
    if (states.includes(ahead.state[piece]!)) ticks -= until - from;
    from = until;
  }
  return ticks;
}
