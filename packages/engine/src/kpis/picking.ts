// KPIs of picking.

import { TICKS_PER_HOUR, TICKS_PER_DAY } from '../base/units.ts';
import { percent, ratio, total, type KpiDefinition } from './definition.ts';

export const pickingKpis: readonly KpiDefinition[] = [
  {
    id: 'lines_per_labour_hour',
    unit: '1/h',
    better: 'higher',
    names: { ko: '인시당 피킹 라인', en: 'Lines per labour hour' },
    meaning: {
      ko: '피커가 피킹 투어에 쓴 1시간당 피킹한 오더 라인 수',
      en: 'Order lines picked per hour that pickers spend on pick tours, walking and waiting included',
    },
    formula: 'lines of finished pick tours / hours of finished pick tours',
    measure: (c) => ratio(total(c, 'pickTourLines'), total(c, 'pickTourTicks') / TICKS_PER_HOUR),
  },
  {
    id: 'lines_picked',
    unit: '',
    better: 'higher',
    names: { ko: '피킹 라인', en: 'Lines picked' },
    meaning: { ko: '피커가 피킹을 마친 오더 라인 수', en: 'Order lines picked by pickers' },
    formula: 'count',
    measure: (c) => total(c, 'linesPicked'),
  },
  {
    id: 'metres_per_line',
    unit: 'm',
    better: 'lower',
    names: { ko: '라인당 이동 거리', en: 'Metres per line' },
    meaning: { ko: '피킹 투어에서 라인 하나에 걸은 거리', en: 'Distance walked on pick tours per line' },
    formula: 'metres of finished pick tours / their lines',
    measure: (c) => ratio(total(c, 'pickMetres'), total(c, 'pickTourLines')),
  },
  {
    id: 'pick_tours',
    unit: '',
    better: 'neutral',
    names: { ko: '피킹 투어', en: 'Pick tours' },
    meaning: { ko: '끝난 피킹 투어 수', en: 'Pick tours finished' },
    formula: 'count',
    measure: (c) => total(c, 'pickTours'),
  },
  {
    id: 'lines_per_tour',
    unit: '',
    better: 'higher',
    names: { ko: '투어당 라인', en: 'Lines per tour' },
    meaning: { ko: '피킹 투어 하나의 평균 라인 수', en: 'Mean lines of a pick tour' },
    formula: 'lines of finished pick tours / pick tours',
    measure: (c) => ratio(total(c, 'pickTourLines'), total(c, 'pickTours')),
  },
  {
    id: 'wrong_pick_rate',
    unit: '%',
    better: 'lower',
    names: { ko: '오피킹률', en: 'Wrong picks' },
    meaning: {
      ko: '잘못 집은 라인의 비율 (나중에 발견한 것 포함)',
      en: 'Share of lines picked wrong, whether or not it was found later',
    },
    formula: '100 × wrong lines / lines picked',
    measure: (c) => percent(total(c, 'wrongPicks'), total(c, 'linesPicked')),
  },
  {
    id: 'last_order_staged_hour',
    unit: 'h',
    better: 'lower',
    names: { ko: '마지막 오더 준비 시각', en: 'Last order staged at' },
    meaning: {
      ko: '가장 최근에 출고장에 놓인 오더의 시각 (0–24시)',
      en: 'Clock time at which the latest order reached its staging lane',
    },
    formula: 'tick of the last staging modulo 24 h',
    measure: (c) => (total(c, 'ordersStaged') > 0 ? (total(c, 'lastStaged') % TICKS_PER_DAY) / TICKS_PER_HOUR : undefined),
  },
];
