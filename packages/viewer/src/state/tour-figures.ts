// What a pick tour took: metres walked, and its time by what was done. From the motion of who walked it.
//
// Worked example: 60 s of walking 72 m, 20 s of searching, 15 s of picking and 5 s of waiting in an aisle make 72 m and 100 s.

import type { PickTour } from '../frames/pick-tours.ts';
import { PERSON, AGENT_STATES, TICKS_PER_SECOND, type AgentState } from './engine.ts';
import type { RunRecord } from '../frames/timeline.ts';

export interface TourFigures {
  readonly walked_m: number;
  /** Seconds; `other` is preparing, sorting and handing over. */
  readonly walk_s: number;
  readonly search_s: number;
  readonly extract_s: number;
  readonly waited_s: number;
  readonly other_s: number;
  readonly total_s: number;
}

type Part = 'walk_s' | 'search_s' | 'extract_s' | 'waited_s' | 'other_s';
const PART_OF: Readonly<Partial<Record<AgentState, Part>>> = {
  walking: 'walk_s',
  carrying: 'walk_s',
  searching: 'search_s',
  picking: 'extract_s',
  'waiting-equipment': 'waited_s',
  'waiting-station': 'waited_s',
  'waiting-goods': 'waited_s',
  'waiting-aisle': 'waited_s',
  'waiting-face': 'waited_s',
};
const PARTS: readonly Part[] = AGENT_STATES.map((state) => PART_OF[state] ?? 'other_s');

/** Of a tour up to `tick`, or to its end where that is before. */
export function tourFigures(record: RunRecord, { person, start, end }: PickTour, tick: number): TourFigures {
  const sums: Record<Part, number> & { walked_m: number } = {
    walked_m: 0,
    walk_s: 0,
    search_s: 0,
    extract_s: 0,
    waited_s: 0,
    other_s: 0,
  };
  const to = Math.min(end, tick);
  if (to > start) {
    record.track(record.index.agent(PERSON, person)).eachLeg(start, to, (x0, y0, x1, y1, state, t0, t1) => {
      const part = PARTS[state] ?? 'other_s';
      sums[part] += (t1 - t0) / TICKS_PER_SECOND;
      if (part === 'walk_s') sums.walked_m += Math.hypot(x1 - x0, y1 - y0);
    });
  }
  return { ...sums, total_s: Math.max(0, to - start) / TICKS_PER_SECOND };
}
