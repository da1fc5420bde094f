// KPIs of moves inside the storage: from the reserve to the pick faces, and from an old home to a new one.

import { TICKS_PER_HOUR } from '../base/units.ts';
import { total, type KpiDefinition } from './definition.ts';

export const storageMoveKpis: readonly KpiDefinition[] = [
  {
    id: 'replenishments',
    unit: '',
    better: 'lower',
    names: { ko: '보충 횟수', en: 'Replenishments' },
    meaning: { ko: '예비 재고에서 피킹 면으로 상품을 옮긴 횟수', en: 'Trips that brought goods from the reserve to a pick face' },
    formula: 'count',
    measure: (c) => total(c, 'replenishments'),
  },
  {
    id: 'units_replenished',
    unit: '',
    better: 'neutral',
    names: { ko: '보충 수량', en: 'Units replenished' },
    meaning: { ko: '예비 재고에서 피킹 면으로 옮긴 수량', en: 'Units brought from the reserve to the pick faces' },
    formula: 'count',
    measure: (c) => total(c, 'unitsReplenished'),
  },
  {
    id: 'replenishment_hours',
    unit: 'h',
    better: 'lower',
    names: { ko: '보충 작업 시간', en: 'Replenishment hours' },
    meaning: { ko: '보충 작업에 쓴 지게차와 작업자의 시간', en: 'Time that trucks and their drivers spent on replenishments' },
    formula: 'sum of the time of finished replenishments',
    measure: (c) => total(c, 'replenishTicks') / TICKS_PER_HOUR,
  },
  {
    id: 'face_stock_outs',
    unit: '',
    better: 'lower',
    names: { ko: '피킹 면 결품', en: 'Stock-outs at the face' },
    meaning: { ko: '피커가 갔을 때 피킹 면에 없던 피킹 수', en: 'Picks that found their pick face empty' },
    formula: 'count',
    measure: (c) => total(c, 'facesEmpty'),
  },
  {
    id: 'face_stock_out_hours',
    unit: 'h',
    better: 'lower',
    names: { ko: '결품 손실 시간', en: 'Time lost to empty faces' },
    meaning: {
      ko: '피킹 면 결품 때문에 피커가 기다리거나 예비 재고에서 꺼낸 시간',
      en: 'Time that pickers waited for goods at an empty face or fetched them from the reserve',
    },
    formula: 'sum of waiting time and of reserve access time',
    measure: (c) => total(c, 'faceTicks') / TICKS_PER_HOUR,
  },
  {
    id: 'skus_re_slotted',
    unit: '',
    better: 'neutral',
    names: { ko: '재배치 품목', en: 'SKUs re-slotted' },
    meaning: { ko: '새 보관 위치로 옮긴 품목 수', en: 'SKUs moved to another home' },
    formula: 'count',
    measure: (c) => total(c, 'reSlotted'),
  },
  {
    id: 're_slotting_hours',
    unit: 'h',
    better: 'lower',
    names: { ko: '재배치 작업 시간', en: 'Re-slotting hours' },
    meaning: { ko: '재배치 작업에 쓴 시간', en: 'Time spent on moves to another home' },
    formula: 'sum of the time of finished moves',
    measure: (c) => total(c, 'reSlotTicks') / TICKS_PER_HOUR,
  },
];
