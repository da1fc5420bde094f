// KPIs of the quality of picking: what is picked wrong, where it is found, what it costs; what is not found at its place.

import { TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../base/units.ts';
import { PACK, PICK } from '../model/labour.ts';
import type { Model } from '../model/model.ts';
import { percent, ratio, SECONDS_PER_HOUR, total, type Instant, type KpiDefinition } from './definition.ts';

/** Mean hourly wage of the people who can do a kind of task, KRW; 0 where there are none. */
function wage_krwPerHour({ labour }: Model, kind: number): number {
  const able = labour.people.map(({ role }) => labour.roles[role]!).filter(({ skills }) => skills.includes(kind));
  return able.length === 0 ? 0 : able.reduce((sum, role) => sum + role.wage_krwPerHour, 0) / able.length;
}

/** What wrong picks have cost so far: time of pickers and packers at their wages, and deliveries gone wrong. */
function errorCost_krw(c: Instant): number {
  const { model } = c;
  const atPick_h = total(c, 'recheckTicks') / TICKS_PER_HOUR;
  const atPacking_h = (total(c, 'wrongFoundAtPacking') * model.operations.mispickCorrection_s) / SECONDS_PER_HOUR;
  return (
    atPick_h * wage_krwPerHour(model, PICK) +
    atPacking_h * wage_krwPerHour(model, PACK) +
    total(c, 'wrongDelivered') * model.picking.wrongDelivery_krw
  );
}

export const pickQualityKpis: readonly KpiDefinition[] = [
  {
    id: 'wrong_picks',
    unit: '',
    better: 'lower',
    names: { ko: '오피킹', en: 'Wrong picks made' },
    meaning: { ko: '수량이나 상품을 잘못 집은 라인 수', en: 'Lines picked in a wrong number or of a wrong article' },
    formula: 'count',
    measure: (c) => total(c, 'wrongPicks'),
  },
  {
    id: 'wrong_picks_found_at_pick',
    unit: '',
    better: 'neutral',
    names: { ko: '피킹 때 찾은 오피킹', en: 'Wrong picks found at the pick' },
    meaning: { ko: '피커가 그 자리에서 찾아 바로잡은 오피킹', en: 'Wrong picks that the picker’s own check found at once' },
    formula: 'count',
    measure: (c) => total(c, 'wrongFoundAtPick'),
  },
  {
    id: 'wrong_picks_found_at_packing',
    unit: '',
    better: 'neutral',
    names: { ko: '포장 때 찾은 오피킹', en: 'Wrong picks found at packing' },
    meaning: { ko: '포장 검수에서 찾은 오피킹', en: 'Wrong picks that the check at packing found' },
    formula: 'count',
    measure: (c) => total(c, 'wrongFoundAtPacking'),
  },
  {
    id: 'wrong_lines_delivered',
    unit: '',
    better: 'lower',
    names: { ko: '오배송 라인', en: 'Lines delivered wrong' },
    meaning: { ko: '아무도 찾지 못하고 고객에게 간 오피킹', en: 'Wrong picks that nobody found and that reached the customer' },
    formula: 'count',
    measure: (c) => total(c, 'wrongDelivered'),
  },
  {
    id: 'pick_error_cost',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '오피킹 비용', en: 'Cost of wrong picks' },
    meaning: {
      ko: '오피킹을 바로잡는 인건비와 오배송 처리 비용',
      en: 'Wages of putting wrong picks right, and what wrong deliveries cost',
    },
    formula:
      'hours of putting right at the pick × mean wage of pickers + wrong picks found at packing × correction time × mean wage ' +
      'of packers + lines delivered wrong × cost of a wrong delivery',
    measure: errorCost_krw,
  },
  {
    id: 'short_picks',
    unit: '',
    better: 'lower',
    names: { ko: '결품 피킹', en: 'Short picks' },
    meaning: {
      ko: '장부에는 있으나 그 자리에서 찾지 못한 피킹 수',
      en: 'Picks whose goods were not found though the records have them',
    },
    formula: 'count',
    measure: (c) => total(c, 'shortPicks'),
  },
  {
    id: 'units_short_picked',
    unit: '',
    better: 'lower',
    names: { ko: '찾지 못한 수량', en: 'Units not found' },
    meaning: {
      ko: '찾지 못했고 다른 자리에서도 채우지 못한 수량',
      en: 'Units that were not found and could not be taken elsewhere either',
    },
    formula: 'sum of units',
    measure: (c) => total(c, 'unitsShortPicked'),
  },
  {
    id: 'short_pick_time_share',
    unit: '%',
    better: 'lower',
    names: { ko: '결품 탐색 시간 비율', en: 'Time lost on short picks' },
    meaning: { ko: '피킹 투어 시간 중 헛되이 찾은 시간', en: 'Share of the time of pick tours spent looking in vain' },
    formula: '100 × time of short picks / time of finished pick tours',
    measure: (c) => percent(total(c, 'shortTicks'), total(c, 'pickTourTicks')),
  },
  {
    id: 'consolidation_wait_mean',
    unit: 'min',
    better: 'lower',
    names: { ko: '평균 합류 대기', en: 'Mean wait for consolidation' },
    meaning: {
      ko: '구역별로 나눠 집은 오더의 첫 몫이 온 때부터 마지막 몫이 올 때까지',
      en: 'Of orders picked in parts by several zones: from the first part at the consolidation place to the last',
    },
    formula: 'mean(last part − first part)',
    measure: (c) => ratio(total(c, 'gatherTicks') / TICKS_PER_MINUTE, total(c, 'ordersGathered')),
  },
];
