// KPIs of orders: what was asked, what was served, how long it took.

import { DELIVERY } from '../model/demand.ts';
import { ORDER } from '../world/states.ts';
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE, meanOf, percent, total, type KpiDefinition } from './definition.ts';

export const orderKpis: readonly KpiDefinition[] = [
  {
    id: 'orders_delivered',
    unit: '',
    better: 'higher',
    names: { ko: '배송 완료 오더', en: 'Orders delivered' },
    meaning: { ko: '점포에 배송한 오더 수', en: 'Orders handed over at their stores' },
    formula: 'count',
    measure: (c) => total(c, 'ordersDelivered'),
  },
  {
    id: 'orders_staged',
    unit: '',
    better: 'higher',
    names: { ko: '출고 준비 오더', en: 'Orders staged' },
    meaning: { ko: '출고장에 놓인 오더 누계', en: 'Orders that reached their staging lane' },
    formula: 'count',
    measure: (c) => total(c, 'ordersStaged'),
  },
  {
    id: 'orders_in_work',
    unit: '',
    better: 'neutral',
    names: { ko: '처리 중 오더', en: 'Orders in work' },
    meaning: { ko: '출하 지시 후 아직 출고장에 없는 오더', en: 'Orders released and not yet staged' },
    formula: 'orders in state released, picking, picked or packed',
    measure: (c) => {
      const state = c.world.orders.columns.state;
      const kind = c.model.demand.orders.kind;
      let open = 0;
      for (let order = 0; order < c.world.orders.count; order++) {
        if (kind[order] === DELIVERY && state[order]! >= ORDER.released && state[order]! <= ORDER.packed) open++;
      }
      return open;
    },
  },
  {
    id: 'order_cycle_time_mean',
    unit: 'h',
    better: 'lower',
    names: { ko: '평균 오더 소요 시간', en: 'Mean order cycle time' },
    meaning: { ko: '주문부터 배송 완료까지', en: 'From arrival of the order to delivery' },
    formula: 'mean(delivered − arrived)',
    measure: (c) => meanOf(c.tallies.orderCycle, SECONDS_PER_HOUR),
  },
  {
    id: 'fill_rate',
    unit: '%',
    better: 'higher',
    names: { ko: '충족률', en: 'Fill rate' },
    meaning: {
      ko: '주문 수량 중 재고로 채운 비율 (할당이 끝난 라인)',
      en: 'Share of the units asked that stock could serve (lines allocated so far)',
    },
    formula: '100 × units allocated / (units allocated + units short)',
    measure: (c) => {
      const lines = c.world.lines.columns;
      let allocated = 0;
      for (let line = 0; line < c.world.lines.count; line++) allocated += lines.allocated[line]!;
      return percent(allocated, allocated + total(c, 'unitsShort'));
    },
  },
  {
    id: 'visits_served',
    unit: '',
    better: 'higher',
    names: { ko: '매장 방문 계산', en: 'Counter visits served' },
    meaning: { ko: '계산을 마친 방문 회원 수', en: 'Members served at the counter' },
    formula: 'count',
    measure: (c) => total(c, 'visits'),
  },
  {
    id: 'visit_time_mean',
    unit: 'min',
    better: 'lower',
    names: { ko: '평균 방문 시간', en: 'Mean visit time' },
    meaning: { ko: '방문 회원이 들어와 계산하고 나갈 때까지', en: 'From a member’s arrival to having paid' },
    formula: 'mean(left − arrived)',
    measure: (c) => meanOf(c.tallies.visit, SECONDS_PER_MINUTE),
  },
  {
    id: 'lines_sold_at_counter',
    unit: '',
    better: 'higher',
    names: { ko: '매장 판매 라인', en: 'Lines taken by members' },
    meaning: { ko: '방문 회원이 직접 담은 라인 수', en: 'Order lines members took themselves' },
    formula: 'count',
    measure: (c) => total(c, 'linesServed'),
  },
];
