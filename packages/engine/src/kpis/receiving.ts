// KPIs of receiving.

import { SECONDS_PER_HOUR, meanOf, total, type KpiDefinition } from './definition.ts';

export const receivingKpis: readonly KpiDefinition[] = [
  {
    id: 'trucks_received',
    unit: '',
    better: 'higher',
    names: { ko: '입고 차량', en: 'Inbound trucks' },
    meaning: { ko: '도착한 입고 차량 수', en: 'Inbound trucks arrived' },
    formula: 'count',
    measure: (c) => total(c, 'trucks'),
  },
  {
    id: 'dock_to_stock_time_mean',
    unit: 'h',
    better: 'lower',
    names: { ko: '평균 입고 소요 시간', en: 'Mean dock-to-stock time' },
    meaning: { ko: '차량 도착부터 적치 완료까지', en: 'From a truck’s arrival to the goods being put away, per notice line' },
    formula: 'mean(put away − truck arrived)',
    measure: (c) => meanOf(c.tallies.dockToStock, SECONDS_PER_HOUR),
  },
  {
    id: 'lines_put_away',
    unit: '',
    better: 'higher',
    names: { ko: '적치 라인', en: 'Lines put away' },
    meaning: { ko: '적치를 마친 입고 라인 수', en: 'Notice lines put away' },
    formula: 'count',
    measure: (c) => total(c, 'linesPutAway'),
  },
  {
    id: 'units_rejected',
    unit: '',
    better: 'lower',
    names: { ko: '반려 수량', en: 'Units rejected' },
    meaning: { ko: '놓을 자리가 없던 입고·기초 재고 수량', en: 'Received or initial units that found no location' },
    formula: 'count',
    measure: (c) => total(c, 'unitsRejected'),
  },
];
