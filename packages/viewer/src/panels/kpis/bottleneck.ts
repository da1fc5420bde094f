// The bottleneck in one sentence: the group of people whose day is the fullest, or who wait the longest for one thing.
//
// A role that waits more than a quarter of its time on shift for one thing names that thing; otherwise the role that is busy
// for the largest share of its shift, if it is busy for more than half of it. Shares are of time on shift without breaks.
//
// Worked example: pickers work 4 h, walk 3 h, wait 0.5 h for stations and idle 0.5 h: busy 7 of 8 h (88 %), 43 % of it walking.

import type { RunRecord } from '../../frames/timeline.ts';
import type { RunDigest } from '../../state/digest.ts';
import { AGENT_STATES, DELIVERY, type AgentState, type Model } from '../../state/engine.ts';
import { ACTIVITY_BY_STATE } from '../../widgets/palette.ts';

export type Bottleneck =
  | { readonly kind: 'busy'; readonly role: number; readonly busy: number; readonly walk: number; readonly drives: boolean }
  | { readonly kind: 'waits'; readonly role: number; readonly share: number; readonly what: AgentState };

const WAITS_SHARE = 0.25;
const BUSY_SHARE = 0.5;

/** From the ticks a role spent in each state (by index into AGENT_STATES). */
export function judgeRole(role: number, time: Float64Array): Bottleneck | undefined {
  let shift = 0;
  let busy = 0;
  let moving = 0;
  let drives = 0;
  let longest = 0;
  let what: AgentState = 'idle';
  for (let state = 0; state < AGENT_STATES.length; state++) {
    const spent = time[state]!;
    const activity = ACTIVITY_BY_STATE[state]!;
    if (activity === 'away' || activity === 'break') continue;
    shift += spent;
    if (activity === 'work' || activity === 'walk' || activity === 'drive') busy += spent;
    if (activity === 'walk' || activity === 'drive') moving += spent;
    if (activity === 'drive') drives += spent;
    if (activity === 'wait' && spent > longest) {
      longest = spent;
      what = AGENT_STATES[state]!;
    }
  }
  if (shift === 0) return undefined;
  if (longest / shift > WAITS_SHARE) return { kind: 'waits', role, share: longest / shift, what };
  if (busy / shift <= BUSY_SHARE) return undefined;
  return { kind: 'busy', role, busy: busy / shift, walk: moving / busy, drives: drives > 0 };
}

/** The bottleneck of a run up to `tick`; undefined where nobody is short of time. Office roles do not count. */
export function findBottleneck(model: Model, digest: RunDigest, tick: number): Bottleneck | undefined {
  let found: Bottleneck | undefined;
  let weight = 0;
  model.labour.roles.forEach((role, index) => {
    if (role.skills.length === 0) return;
    const judged = judgeRole(index, digest.timeOfRole(index, tick));
    if (judged === undefined) return;
    const full = judged.kind === 'busy' ? judged.busy : judged.share;
    if (full > weight) {
      weight = full;
      found = judged;
    }
  });
  return found;
}

/** Delivery orders whose departure has passed at `tick` and that are not yet staged. */
export function lateOrders(record: RunRecord, tick: number): number {
  const { orders } = record.model.demand;
  const staged = record.orderStates.indexOf('staged');
  let late = 0;
  for (let order = 0; order < orders.count; order++) {
    if (orders.kind[order] !== DELIVERY || orders.due[order]! > tick || orders.staged[order] === 1) continue;
    if (record.orderStateAt(order, tick) < staged) late++;
  }
  return late;
}
