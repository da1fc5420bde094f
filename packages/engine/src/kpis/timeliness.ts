// KPIs of time: how long orders take to their staging lane, and how late they are there.

import { TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../base/units.ts';
import { percent, ratio, total, type KpiDefinition } from './definition.ts';

export const timelinessKpis: readonly KpiDefinition[] = [
  {
    id: 'order_staging_time_mean',
    unit: 'h',
    better: 'lower',
    names: { ko: '평균 출고 준비 시간', en: 'Mean time to staging' },
    meaning: { ko: '주문부터 출고장에 놓일 때까지', en: 'From arrival of the order to its staging lane' },
    formula: 'mean(staged − arrived)',
    measure: (c) => ratio(total(c, 'stagingTicks') / TICKS_PER_HOUR, total(c, 'ordersStaged')),
  },
  {
    id: 'order_tardiness_mean',
    unit: 'min',
    better: 'lower',
    names: { ko: '평균 지연', en: 'Mean tardiness' },
    meaning: {
      ko: '출발 예정 시각보다 늦게 출고장에 놓인 시간, 늦지 않은 오더는 0으로 셈',
      en: 'How long after their departure was due orders reached their staging lane; those in time count as 0',
    },
    formula: 'mean(max(0, staged − due))',
    measure: (c) => ratio(total(c, 'tardyTicks') / TICKS_PER_MINUTE, total(c, 'ordersStaged')),
  },
  {
    id: 'orders_tardy',
    unit: '%',
    better: 'lower',
    names: { ko: '지연 오더', en: 'Orders tardy' },
    meaning: {
      ko: '출발 예정 시각 뒤에 출고장에 놓인 오더의 비율',
      en: 'Share of staged orders that reached their lane after their departure was due',
    },
    formula: '100 × orders staged after due / orders staged',
    measure: (c) => percent(total(c, 'ordersTardy'), total(c, 'ordersStaged')),
  },
];
