// KPIs of the slotting: whether every rule holds, and whether what it was learnt from still holds.

import type { KpiDefinition } from './definition.ts';

export const slottingKpis: readonly KpiDefinition[] = [
  {
    id: 'storage_rule_violations',
    unit: '',
    better: 'lower',
    names: { ko: '적재 규칙 위반', en: 'Storage rule violations' },
    meaning: {
      ko: '온도, 분리 보관, 중량물 하단, 부피, 하중 규칙을 어긴 보관 위치 수 (항상 0이어야 함)',
      en: 'Locations whose goods break a rule of temperature, keeping apart, heavy-low, volume or load: always 0',
    },
    formula: 'count',
    measure: (c) => c.storage().sums.violations,
  },
  {
    id: 'popularity_drift',
    unit: '%',
    better: 'lower',
    names: { ko: '인기도 변화', en: 'Popularity drift' },
    meaning: {
      ko: '학습한 인기도와 다른 품목을 찾은 주문 라인의 비율 (표본 오차 제외, 최소)',
      en: 'Share of order lines that ask for other SKUs than the popularity learnt tells, at least, sampling noise left out',
    },
    formula: '100 × max(0, ½ sum over classes |share of lines − share learnt| − its mean where only sampling differs)',
    measure: (c) => percentOf(c.drift()?.drift),
  },
  {
    id: 'popularity_drift_z',
    unit: '',
    better: 'lower',
    names: { ko: '인기도 변화 유의도', en: 'Significance of the drift' },
    meaning: {
      ko: '표본 오차의 표준편차로 잰 변화; 1.645보다 크면 인기도가 변했다 (5 % 단측 검정)',
      en: 'Drift in standard deviations of sampling noise; above 1.645 popularity has drifted (one-sided test at 5 %)',
    },
    formula: 'Pearson’s X² of lines over classes by learnt popularity, its cube root made standard normal',
    measure: (c) => c.drift()?.z,
  },
];

function percentOf(share: number | undefined): number | undefined {
  return share === undefined ? undefined : 100 * share;
}
