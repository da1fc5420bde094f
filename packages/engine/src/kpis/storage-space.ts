// KPIs of the room: how much of it is taken, how much of that is filled.

import type { KpiDefinition } from './definition.ts';

export const storageSpaceKpis: readonly KpiDefinition[] = [
  {
    id: 'location_occupancy',
    unit: '%',
    better: 'neutral',
    names: { ko: '로케이션 점유율', en: 'Location occupancy' },
    meaning: { ko: '재고가 있는 보관 위치의 비율', en: 'Share of storage locations that hold stock' },
    formula: '100 × locations with stock / locations',
    measure: (c) => c.storage().figures.occupancy,
  },
  {
    id: 'location_occupancy_mean',
    unit: '%',
    better: 'neutral',
    names: { ko: '평균 로케이션 점유율', en: 'Mean location occupancy' },
    meaning: { ko: '보관 위치에 재고가 있던 시간의 비율', en: 'Share of the time for which storage locations held stock' },
    formula: '100 × time with stock, summed over locations / (locations × time)',
    measure: (c) => c.storage().figures.meanOccupancy,
  },
  {
    id: 'space_use',
    unit: '%',
    better: 'higher',
    names: { ko: '보관 공간 활용률', en: 'Space use' },
    meaning: { ko: '보관 위치 부피 중 상품이 채운 비율', en: 'Share of the volume of the storage locations that goods fill' },
    formula: '100 × volume of the goods / volume of the locations',
    measure: (c) => c.storage().figures.spaceUse,
  },
  {
    id: 'honeycombing',
    unit: '%',
    better: 'lower',
    names: { ko: '벌집화율', en: 'Honeycombing' },
    meaning: {
      ko: '재고가 있는 보관 위치에서 비어 있고 다른 품목도 쓸 수 없는 부피의 비율',
      en: 'Share of the volume of the locations with stock that is empty, and that no other SKU may use',
    },
    formula: '100 × (volume of the locations with stock − volume of the goods) / volume of the locations with stock',
    measure: (c) => c.storage().figures.honeycombing,
  },
];
