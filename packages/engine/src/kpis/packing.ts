// KPIs of packing: the queue at the stations, cartons and what they cost, the check, carriers.

import type { Context } from '../world/context.ts';
import { SECONDS_PER_MINUTE, meanOf, percent, ratio, total, type KpiDefinition } from './definition.ts';

/** A sum of a check or carrier that the scenario has; undefined where it has none. */
function totalIf(has: boolean, context: Context, name: Parameters<typeof total>[1]): number | undefined {
  return has ? total(context, name) : undefined;
}

function isWeighed({ model }: Context): boolean {
  return model.packing.check === 'weight';
}

function hasCarriers({ model }: Context): boolean {
  return model.packing.carriers.length > 0;
}

export const packingKpis: readonly KpiDefinition[] = [
  {
    id: 'packing_queue_time_mean',
    unit: 'min',
    better: 'lower',
    names: { ko: '평균 포장 대기 시간', en: 'Mean wait for packing' },
    meaning: {
      ko: '피킹이 끝난 오더를 작업자가 포장대에서 맡을 때까지',
      en: 'From an order’s being picked until a packer has a station for it',
    },
    formula: 'mean(station given − picked) of orders whose packing has begun',
    measure: (c) => meanOf(c.tallies.packingQueue, SECONDS_PER_MINUTE),
  },
  {
    id: 'packing_queue_time_max',
    unit: 'min',
    better: 'lower',
    names: { ko: '최대 포장 대기 시간', en: 'Longest wait for packing' },
    meaning: { ko: '포장을 가장 오래 기다린 오더의 대기 시간', en: 'The longest wait of an order for a packer and a station' },
    formula: 'max(station given − picked) of orders whose packing has begun',
    measure: (c) => (c.tallies.packingQueue.count > 0 ? c.tallies.packingQueue.max / SECONDS_PER_MINUTE : undefined),
  },
  {
    id: 'cartons_packed',
    unit: '',
    better: 'neutral',
    names: { ko: '포장 상자', en: 'Cartons packed' },
    meaning: { ko: '포장한 상자 수 (상자에 들지 않는 낱개 포함)', en: 'Cartons packed, and pieces too large for any carton' },
    formula: 'count',
    measure: (c) => total(c, 'cartons'),
  },
  {
    id: 'cartons_per_order',
    unit: '',
    better: 'lower',
    names: { ko: '오더당 상자', en: 'Cartons per order' },
    meaning: { ko: '포장한 오더 하나의 평균 상자 수 (낱개 포함)', en: 'Mean cartons, and loose pieces, of a packed order' },
    formula: 'cartons packed / orders packed',
    measure: (c) => ratio(total(c, 'cartons'), total(c, 'ordersPacked')),
  },
  {
    id: 'carton_fill',
    unit: '%',
    better: 'higher',
    names: { ko: '상자 적재율', en: 'Carton fill' },
    meaning: { ko: '상자 부피 중 상품이 채운 비율', en: 'Share of the cartons’ volume that goods fill' },
    formula: '100 × volume of the goods in cartons / inner volume of cartons',
    measure: (c) => percent(total(c, 'packedVolume_l'), total(c, 'cartonVolume_l')),
  },
  {
    id: 'void_fill',
    unit: 'L',
    better: 'lower',
    names: { ko: '상자 빈 공간', en: 'Void fill' },
    meaning: {
      ko: '상자에서 상품이 채우지 않아 완충재로 채운 부피',
      en: 'Volume of cartons that goods do not fill, and material does',
    },
    formula: 'inner volume of cartons − volume of the goods in them',
    measure: (c) => total(c, 'cartonVolume_l') - total(c, 'packedVolume_l'),
  },
  {
    id: 'packaging_cost',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '포장재 비용', en: 'Packaging cost' },
    meaning: { ko: '상자, 라벨, 완충재의 비용', en: 'What cartons, labels and void fill cost' },
    formula: 'sum of carton costs + labels × cost + litres of void fill × cost',
    measure: (c) => total(c, 'packaging_krw'),
  },
  {
    id: 'packaging_cost_per_order',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '오더당 포장재 비용', en: 'Packaging cost per order' },
    meaning: { ko: '포장한 오더 하나의 평균 포장재 비용', en: 'Mean packaging cost of a packed order' },
    formula: 'packaging cost / orders packed',
    measure: (c) => ratio(total(c, 'packaging_krw'), total(c, 'ordersPacked')),
  },
  {
    id: 'packing_detection_rate',
    unit: '%',
    better: 'higher',
    names: { ko: '포장 오피킹 발견율', en: 'Detection rate at packing' },
    meaning: {
      ko: '포장까지 온 오피킹 중 포장에서 찾은 비율',
      en: 'Share of the wrong picks that came to packing unfound which its check found',
    },
    formula: '100 × wrong picks found at packing / wrong picks in packed orders that had not been found before',
    measure: (c) => percent(total(c, 'wrongFoundAtPacking'), total(c, 'wrongAtPacking')),
  },
  {
    id: 'check_weight_openings',
    unit: '',
    better: 'lower',
    names: { ko: '중량 검사 개봉', en: 'Cartons opened at the scale' },
    meaning: { ko: '무게가 맞지 않아 열어 본 상자 수', en: 'Cartons whose weight was off and which were looked through' },
    formula: 'count',
    measure: (c) => totalIf(isWeighed(c), c, 'cartonsOpened'),
  },
  {
    id: 'check_weight_false_alarm_rate',
    unit: '%',
    better: 'lower',
    names: { ko: '중량 검사 오경보율', en: 'False alarms of the scale' },
    meaning: {
      ko: '오피킹이 없는 상자 중 무게 때문에 열어 본 비율',
      en: 'Share of the cartons without a wrong pick that were opened for their weight',
    },
    formula: '100 × cartons opened without a wrong pick in them / cartons weighed without a wrong pick in them',
    measure: (c) => percent(total(c, 'falseAlarms'), total(c, 'cartonsRight')),
  },
  {
    id: 'carriers_used',
    unit: '',
    better: 'lower',
    names: { ko: '사용한 롤컨테이너·파렛트', en: 'Carriers used' },
    meaning: { ko: '점포 오더를 실은 롤컨테이너와 파렛트 수', en: 'Roll containers and pallets loaded for stores' },
    formula: 'count',
    measure: (c) => totalIf(hasCarriers(c), c, 'carriers'),
  },
  {
    id: 'carrier_fill',
    unit: '%',
    better: 'higher',
    names: { ko: '롤컨테이너·파렛트 적재율', en: 'Carrier fill' },
    meaning: {
      ko: '롤컨테이너와 파렛트 부피 중 상자와 낱개가 채운 비율',
      en: 'Share of the carriers’ volume that cartons and loose pieces fill',
    },
    formula: '100 × volume of cartons and loose pieces on carriers / inner volume of carriers',
    measure: (c) => percent(total(c, 'carrierLoad_l'), total(c, 'carrierVolume_l')),
  },
  {
    id: 'carrier_cost',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '롤컨테이너·파렛트 비용', en: 'Carrier cost' },
    meaning: { ko: '롤컨테이너와 파렛트를 쓴 비용', en: 'What the uses of roll containers and pallets cost' },
    formula: 'sum of the cost of a use',
    measure: (c) => totalIf(hasCarriers(c), c, 'carriers_krw'),
  },
];
