// KPIs of the stock: how much lies there, how fast it turns, how long it stays, how long it lasts, what of it will expire.

import { total, type Instant, type KpiDefinition } from './definition.ts';

/** Units at risk of expiring, where a demand is expected at all: without one nothing can be said of when stock is asked for. */
function whereDemandIsKnown(instant: Instant, value: number): number | undefined {
  return instant.model.items.demand.some((units) => units > 0) ? value : undefined;
}

export const stockKpis: readonly KpiDefinition[] = [
  {
    id: 'units_in_stock',
    unit: '',
    better: 'neutral',
    names: { ko: '재고 수량', en: 'Units in stock' },
    meaning: { ko: '보관 위치에 있는 수량', en: 'Units lying in storage locations' },
    formula: 'sum of units over locations',
    measure: (c) => total(c, 'unitsStored'),
  },
  {
    id: 'stock_turnover',
    unit: '1/y',
    better: 'higher',
    names: { ko: '재고 회전율', en: 'Stock turnover' },
    meaning: {
      ko: '지금까지의 출고 속도로 현재 재고가 1년에 회전하는 횟수',
      en: 'How often a year the present stock is turned over at the rate at which units were picked so far',
    },
    formula: 'units picked × 365 d / (units in stock × time)',
    measure: (c) => c.storage().figures.turnover,
  },
  {
    id: 'dwell_time_mean',
    unit: 'd',
    better: 'lower',
    names: { ko: '평균 체류 기간', en: 'Mean dwell time' },
    meaning: { ko: '피킹된 수량이 입고부터 피킹까지 머문 기간', en: 'From receipt to picking, per unit picked' },
    formula: 'sum over units picked (picked − received) / units picked',
    measure: (c) => c.storage().figures.dwell_d,
  },
  {
    id: 'stock_age_mean',
    unit: 'd',
    better: 'lower',
    names: { ko: '평균 재고 나이', en: 'Mean stock age' },
    meaning: { ko: '보관 중인 수량이 입고된 뒤 지난 기간', en: 'Time since receipt of the units in stock' },
    formula: 'sum over units in stock (now − received) / units in stock',
    measure: (c) => c.storage().figures.age_d,
  },
  {
    id: 'days_of_cover',
    unit: 'd',
    better: 'neutral',
    names: { ko: '재고 일수', en: 'Days of cover' },
    meaning: {
      ko: '보관 중인 품목의 재고가 예상 수요를 감당하는 일수 (수요 가중 평균)',
      en: 'Days for which stock covers the expected demand, mean over the SKUs in stock weighted by their demand',
    },
    formula: 'units in stock of SKUs with expected demand / their expected units a day',
    measure: (c) => c.storage().figures.cover_d,
  },
  {
    id: 'units_at_expiry_risk',
    unit: '',
    better: 'lower',
    names: { ko: '유통기한 위험 수량', en: 'Units at expiry risk' },
    meaning: {
      ko: '예상 수요로는 유통기한 안에 나가지 못할 수량 (이미 지난 수량 제외)',
      en: 'Units in stock that will expire before they are asked for at the expected demand',
    },
    formula: 'sum over lots, first expired first: max(0, free units − (demand × days left − units used of earlier lots))',
    measure: (c) => whereDemandIsKnown(c, c.storage().sums.atRisk),
  },
  {
    id: 'value_at_expiry_risk',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '유통기한 위험 금액', en: 'Value at expiry risk' },
    meaning: { ko: '유통기한 위험 수량의 판매가', en: 'Price of the units at expiry risk' },
    formula: 'sum of units at expiry risk × price',
    measure: (c) => whereDemandIsKnown(c, c.storage().sums.atRisk_krw),
  },
  {
    id: 'units_expired',
    unit: '',
    better: 'lower',
    names: { ko: '유통기한 경과 수량', en: 'Units expired' },
    meaning: { ko: '유통기한이 지난 채 보관 중인 수량', en: 'Units in stock that have expired' },
    formula: 'sum of units whose expiry has passed',
    measure: (c) => c.storage().sums.expired,
  },
];
