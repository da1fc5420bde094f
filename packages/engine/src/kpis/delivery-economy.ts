// KPIs of what delivery uses and costs: loads, kilometres, energy, time and money.

import { TICKS_PER_HOUR } from '../base/units.ts';
import { percent, ratio, total, type Instant, type KpiDefinition } from './definition.ts';

/** Of the tours that are back: drivers, kilometres and vehicles. */
function cost_krw(c: Instant): number {
  return total(c, 'driver_krw') + total(c, 'fuel_krw') + total(c, 'vehicle_krw');
}

export const deliveryEconomyKpis: readonly KpiDefinition[] = [
  {
    id: 'load_factor_weight',
    unit: '%',
    better: 'higher',
    names: { ko: '적재율(무게)', en: 'Load factor by weight' },
    meaning: {
      ko: '출발할 때 실은 무게와 실을 수 있는 무게의 비율',
      en: 'Kilograms on board at departure over what the vehicles can carry',
    },
    formula: '100 × sum of loads at departure / sum of capacities',
    measure: (c) => percent(total(c, 'loaded_kg'), total(c, 'capacity_kg')),
  },
  {
    id: 'load_factor_volume',
    unit: '%',
    better: 'higher',
    names: { ko: '적재율(부피)', en: 'Load factor by volume' },
    meaning: {
      ko: '출발할 때 실은 부피와 실을 수 있는 부피의 비율',
      en: 'Litres on board at departure over what the vehicles can carry',
    },
    formula: '100 × sum of loads at departure / sum of capacities',
    measure: (c) => percent(total(c, 'loaded_l'), total(c, 'capacity_l')),
  },
  {
    id: 'delivery_empty_km',
    unit: 'km',
    better: 'lower',
    names: { ko: '공차 거리', en: 'Empty distance' },
    meaning: { ko: '복귀한 투어에서 실은 것 없이 달린 거리', en: 'Driven without goods or parcels on tours that have returned' },
    formula: 'sum of kilometres without load',
    measure: (c) => (total(c, 'tourKm') > 0 ? total(c, 'emptyKm') : undefined),
  },
  {
    id: 'stops_per_road_hour',
    unit: '1/h',
    better: 'higher',
    names: { ko: '시간당 방문', en: 'Stops per hour' },
    meaning: { ko: '출발부터 복귀까지 한 시간에 들른 곳', en: 'Stops for an hour between departure and return' },
    formula: 'stops of returned tours / hours on the road',
    measure: (c) => {
      const { cost_krw: cost, stops } = c.world.tours.columns;
      let sum = 0;
      for (let tour = 0; tour < c.world.tours.count; tour++) if (cost[tour]! > 0) sum += stops[tour]!;
      return ratio(sum, total(c, 'roadTicks') / TICKS_PER_HOUR);
    },
  },
  {
    id: 'delivery_fuel',
    unit: 'L',
    better: 'lower',
    names: { ko: '배송 연료', en: 'Delivery fuel' },
    meaning: { ko: '복귀한 투어가 쓴 경유', en: 'Diesel of the tours that have returned' },
    formula: 'sum of km × l/km',
    measure: (c) => (c.model.fleet.vehicles.some(({ energy }) => energy === 'diesel') ? total(c, 'fuel_l') : undefined),
  },
  {
    id: 'delivery_electricity',
    unit: 'kWh',
    better: 'lower',
    names: { ko: '배송 전력', en: 'Delivery electricity' },
    meaning: { ko: '복귀한 투어가 쓴 전력', en: 'Electricity of the tours that have returned' },
    formula: 'sum of km × kWh/km',
    measure: (c) =>
      c.model.fleet.vehicles.some(({ energy }) => energy === 'electric') ? total(c, 'electricity_kWh') : undefined,
  },
  {
    id: 'charging_wait',
    unit: 'h',
    better: 'lower',
    names: { ko: '충전 대기', en: 'Waiting for chargers' },
    meaning: { ko: '차량이 충전기를 기다린 시간', en: 'Time that vehicles waited for a charger' },
    formula: 'sum of waits',
    measure: (c) => (c.model.fleet.charging.chargers > 0 ? total(c, 'chargeWaitTicks') / TICKS_PER_HOUR : undefined),
  },
  {
    id: 'pre_cooling_wait',
    unit: 'h',
    better: 'lower',
    names: { ko: '예냉 대기', en: 'Waiting for cold load spaces' },
    meaning: {
      ko: '적재함이 차가워지기를 상차가 기다린 시간',
      en: 'Time that loading waited for a load space to be cold enough',
    },
    formula: 'sum of waits',
    measure: (c) =>
      c.model.fleet.vehicles.some(({ preCool_s }) => preCool_s > 0) ? total(c, 'preCoolTicks') / TICKS_PER_HOUR : undefined,
  },
  {
    id: 'lane_wait',
    unit: 'h',
    better: 'lower',
    names: { ko: '출고장 대기', en: 'Waiting for staging lanes' },
    meaning: {
      ko: '포장한 오더가 출고장 자리를 기다린 시간',
      en: 'Time that packed orders waited for room in a staging lane',
    },
    formula: 'sum of waits',
    measure: (c) => (c.model.delivery.lanesLimited ? total(c, 'laneWaitTicks') / TICKS_PER_HOUR : undefined),
  },
  {
    id: 'delivery_cost',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '배송 비용', en: 'Delivery cost' },
    meaning: {
      ko: '복귀한 투어의 기사 시간, 주행, 차량 비용',
      en: 'Drivers’ time, kilometres and vehicles of the tours that have returned',
    },
    formula: 'driver hours × wage + km × cost per km + vehicle days × fixed cost',
    measure: cost_krw,
  },
  {
    id: 'delivery_cost_per_stop',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '방문당 배송 비용', en: 'Delivery cost per stop' },
    meaning: { ko: '복귀한 투어의 비용을 방문 수로 나눈 값', en: 'Cost of the tours that have returned over their stops' },
    formula: 'delivery cost / stops of returned tours',
    measure: (c) => ratio(cost_krw(c), c.delivery().stops),
  },
  {
    id: 'delivery_cost_per_box',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '박스당 배송 비용', en: 'Delivery cost per box' },
    meaning: {
      ko: '배송 방문의 비용을 박스와 낱개 포장 수로 나눈 값',
      en: 'Cost of the delivery stops over their cartons and loose pieces',
    },
    formula: 'cost of delivery stops / cartons',
    measure: (c) => ratio(c.delivery().total_krw - c.delivery().collections_krw, c.delivery().cartons),
  },
  {
    id: 'delivery_cost_per_store',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '점포당 배송 비용', en: 'Delivery cost per store' },
    meaning: { ko: '들른 점포 하나의 평균 비용', en: 'Mean cost of a store that was called at' },
    formula: 'delivery cost / different stores called at',
    measure: (c) => ratio(cost_krw(c), c.delivery().store_krw.filter((cost) => cost > 0).length),
  },
  {
    id: 'collection_cost_per_parcel',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '택배당 집화 비용', en: 'Collection cost per parcel' },
    meaning: { ko: '집화 방문의 비용을 들어온 택배 수로 나눈 값', en: 'Cost of the collection stops over the parcels received' },
    formula: 'cost of collection stops / parcels received',
    measure: (c) => ratio(c.delivery().collections_krw, total(c, 'parcelsReceived')),
  },
];
