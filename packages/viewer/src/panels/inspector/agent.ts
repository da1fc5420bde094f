// From a selection to the agent it is, and what an agent did today.

import type { RunRecord } from '../../frames/timeline.ts';
import { AGENT_STATES, MEMBER, PERSON, TRUCK, VEHICLE } from '../../state/engine.ts';
import type { Selection } from '../../state/run.ts';
import { dayStart } from '../words.ts';

const KIND_OF = { person: PERSON, truck: TRUCK, vehicle: VEHICLE, member: MEMBER } as const;

/** Agent number of a selected person, truck, vehicle or member; -1 for what does not move. */
export function agentOf(record: RunRecord, selection: Selection): number {
  const { kind } = selection;
  if (kind !== 'person' && kind !== 'truck' && kind !== 'vehicle' && kind !== 'member') return -1;
  return record.index.agent(KIND_OF[kind], selection.index);
}

const ON_FOOT = new Set(['walking', 'carrying'].map((name) => AGENT_STATES.findIndex((state) => state === name)));

/** Metres walked on the day of `tick`, up to it. */
export function walkedToday_m(record: RunRecord, agent: number, tick: number): number {
  let sum = 0;
  record.track(agent).eachLeg(dayStart(tick), tick, (x0, y0, x1, y1, state) => {
    if (ON_FOOT.has(state)) sum += Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
  });
  return sum;
}

/** For how long an agent has been in its present state, ticks; counted from midnight. */
export function timeInState(record: RunRecord, agent: number, tick: number): number {
  const now = record.stateAt(agent, tick);
  let sum = 0;
  record.track(agent).eachDwell(dayStart(tick), tick, (length, state) => {
    sum = state === now ? sum + length : 0;
  });
  return sum;
}
