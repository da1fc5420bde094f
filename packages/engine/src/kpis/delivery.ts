// KPIs of dispatch and delivery.

import { SECONDS_PER_HOUR, meanOf, percent, ratio, total, type KpiDefinition } from './definition.ts';

export const deliveryKpis: readonly KpiDefinition[] = [
  {
    id: 'tours_departed',
    unit: '',
    better: 'neutral',
    names: { ko: '배송 투어', en: 'Delivery tours' },
    meaning: { ko: '출발한 배송 투어 수', en: 'Delivery tours departed' },
    formula: 'count',
    measure: (c) => total(c, 'tours'),
  },
  {
    id: 'on_time_departure',
    unit: '%',
    better: 'higher',
    names: { ko: '정시 출발률', en: 'On-time departure' },
    meaning: { ko: '예정 시각 5분 이내에 출발한 투어의 비율', en: 'Share of tours that left within 5 minutes of their time' },
    formula: '100 × (tours − late tours) / tours',
    measure: (c) => percent(total(c, 'tours') - total(c, 'toursLate'), total(c, 'tours')),
  },
  {
    id: 'delivery_km',
    unit: 'km',
    better: 'lower',
    names: { ko: '배송 거리', en: 'Delivery distance' },
    meaning: { ko: '복귀한 투어의 주행 거리', en: 'Distance driven on tours that have returned' },
    formula: 'sum of kilometres',
    measure: (c) => total(c, 'tourKm'),
  },
  {
    id: 'stops_per_tour',
    unit: '',
    better: 'higher',
    names: { ko: '투어당 배송지', en: 'Stops per tour' },
    meaning: { ko: '투어 하나의 평균 배송지 수', en: 'Mean stops of a departed tour' },
    formula: 'stops of departed tours / tours',
    measure: (c) => {
      const { departed, stops } = c.world.tours.columns;
      let sum = 0;
      let count = 0;
      for (let tour = 0; tour < c.world.tours.count; tour++) {
        if (departed[tour]! < 0) continue;
        sum += stops[tour]!;
        count++;
      }
      return ratio(sum, count);
    },
  },
  {
    id: 'tour_duration_mean',
    unit: 'h',
    better: 'lower',
    names: { ko: '평균 투어 시간', en: 'Mean tour duration' },
    meaning: { ko: '출발부터 복귀해 공용기를 내릴 때까지', en: 'From departure to being parked and rid of its empties' },
    formula: 'mean(returned − departed)',
    measure: (c) => meanOf(c.tallies.tour, SECONDS_PER_HOUR),
  },
  {
    id: 'delivery_co2',
    unit: 'kg',
    better: 'lower',
    names: { ko: '배송 CO₂', en: 'Delivery CO₂' },
    meaning: { ko: '복귀한 투어의 CO₂ 배출', en: 'CO₂ of the tours that have returned' },
    formula: 'sum of km × kg/km of the vehicle',
    measure: (c) => total(c, 'co2_kg'),
  },
  {
    id: 'delivery_energy_cost',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '배송 에너지 비용', en: 'Delivery energy cost' },
    meaning: { ko: '복귀한 투어의 연료·전기 비용', en: 'Fuel and electricity of the tours that have returned' },
    formula: 'sum of km × KRW/km of the vehicle',
    measure: (c) => total(c, 'fuel_krw'),
  },
  {
    id: 'sales',
    unit: 'KRW',
    better: 'higher',
    names: { ko: '판매액', en: 'Sales' },
    meaning: { ko: '배송 완료와 매장 판매의 금액', en: 'Value of goods delivered and sold at the counter' },
    formula: 'sum of units × price',
    measure: (c) => total(c, 'sales_krw'),
  },
];
