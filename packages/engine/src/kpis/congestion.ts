// KPIs of people in each other's way, and where it happens. Absent where traffic is not modelled.

import { TICKS_PER_HOUR, ticksToSeconds } from '../base/units.ts';
import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { ticksIn } from '../world/timesheet.ts';
import { percent, total, type KpiDefinition } from './definition.ts';

/** What was waited for one place: an edge of the travel network, or an access point on it. */
export interface WaitingAt {
  /** Index into the network's edges, or places. */
  readonly index: number;
  readonly waited_s: number;
  /** Waits that have ended. */
  readonly waits: number;
}

export interface CongestionReport {
  /** Edges, and faces, at which anybody has waited, most first. Waits under way are not in it yet. */
  readonly edges: readonly WaitingAt[];
  readonly faces: readonly WaitingAt[];
}

export function congestionReport({ world }: Context): CongestionReport {
  return { edges: mostFirst(world.ways), faces: mostFirst(world.faces) };
}

function mostFirst(table: Context['world']['ways']): WaitingAt[] {
  const { waited, waits } = table.columns;
  const rows: WaitingAt[] = [];
  for (let index = 0; index < table.count; index++) {
    if (waits[index]! > 0) rows.push({ index, waited_s: ticksToSeconds(waited[index]!), waits: waits[index]! });
  }
  return rows.sort((a, b) => b.waited_s - a.waited_s || a.index - b.index);
}

/** Hours that people have been in a state, up to now. */
function hoursIn({ model, world, sim }: Context, state: number): number | undefined {
  if (!model.traffic.congestion) return undefined;
  let ticks = 0;
  for (let person = 0; person < model.labour.people.length; person++) ticks += ticksIn(world, person, [state], sim.now);
  return ticks / TICKS_PER_HOUR;
}

function ifModelled(context: Context, value: number | undefined): number | undefined {
  return context.model.traffic.congestion ? value : undefined;
}

export const congestionKpis: readonly KpiDefinition[] = [
  {
    id: 'aisle_waiting_hours',
    unit: 'h',
    better: 'lower',
    names: { ko: '통로 대기 시간', en: 'Hours waited in aisles' },
    meaning: {
      ko: '서로 지나칠 수 없는 통로에서 작업자가 기다린 시간의 합',
      en: 'Time people waited for room in aisles where they cannot pass each other, summed over people',
    },
    formula: 'hours in state waiting-aisle, all people',
    measure: (c) => hoursIn(c, STATE['waiting-aisle']),
  },
  {
    id: 'face_waiting_hours',
    unit: 'h',
    better: 'lower',
    names: { ko: '피킹면 대기 시간', en: 'Hours waited at pick faces' },
    meaning: {
      ko: '다른 사람이 작업 중인 피킹 면에서 작업자가 기다린 시간의 합',
      en: 'Time people waited at a pick face for others who worked there, summed over people',
    },
    formula: 'hours in state waiting-face, all people',
    measure: (c) => hoursIn(c, STATE['waiting-face']),
  },
  {
    id: 'picker_blocked_share',
    unit: '%',
    better: 'lower',
    names: { ko: '피커 막힘 비율', en: 'Picker time blocked' },
    meaning: {
      ko: '피킹 투어 시간 중 통로와 피킹 면에서 기다린 시간의 비율',
      en: 'Share of the time of pick tours that was waited in aisles and at faces',
    },
    formula: '100 × hours waited in aisles and at faces on pick tours / hours of finished pick tours',
    measure: (c) => ifModelled(c, percent(total(c, 'pickerWaitTicks'), total(c, 'pickTourTicks'))),
  },
  {
    id: 'member_waiting_hours',
    unit: 'h',
    better: 'lower',
    names: { ko: '회원 통로 대기 시간', en: 'Hours members waited in aisles' },
    meaning: {
      ko: '매장 회원이 통로와 상품 앞에서 다른 사람 때문에 기다린 시간의 합',
      en: 'Time members with shopping carts waited in aisles and at faces for others, summed',
    },
    formula: 'hours of waits that have ended, all members',
    measure: (c) => ifModelled(c, total(c, 'memberWaitTicks') / TICKS_PER_HOUR),
  },
  {
    id: 'worst_aisle_waiting_hours',
    unit: 'h',
    better: 'lower',
    names: { ko: '최다 혼잡 통로 대기 시간', en: 'Hours waited for the most congested aisle' },
    meaning: {
      ko: '대기가 가장 많은 통로 한 구간에서 기다린 시간의 합 (작업자와 회원)',
      en: 'Time people and members waited for the one piece of aisle for which most was waited',
    },
    formula: 'greatest sum of ended waits over the edges of the travel network',
    measure: (c) => ifModelled(c, c.world.ways.columns.waited.reduce((most, ticks) => Math.max(most, ticks), 0) / TICKS_PER_HOUR),
  },
];
