// The delivery tours on the map.

import { lazy, Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AGENT_STATES, DELIVERY, TICKS_PER_DAY, VEHICLE } from '../../state/engine.ts';
import { useLanguage, useRecord, useSlowTick, useTheme } from '../../state/use.ts';

const RoadMap = lazy(() => import('../../scene/RoadMap.tsx').then((module) => ({ default: module.RoadMap })));

export function RoadsPanel(): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const record = useRecord();
  const tick = useSlowTick(1000);
  if (record === null) return null;
  const { model } = record;
  if (model.fleet.stores.count === 0) return <p className="empty">{t('roads.none')}</p>;
  const delivered = record.orderStates.indexOf('delivered');
  let done = 0;
  let total = 0;
  const { orders } = model.demand;
  const day = Math.floor(tick / TICKS_PER_DAY);
  for (let order = 0; order < orders.count; order++) {
    if (orders.kind[order] !== DELIVERY || Math.floor(orders.due[order]! / TICKS_PER_DAY) !== day) continue;
    total++;
    if (record.orderStateAt(order, tick) === delivered) done++;
  }
  const driving = model.fleet.vehicles.filter((_vehicle, i) => {
    const state = AGENT_STATES[record.stateAt(record.index.agent(VEHICLE, i), tick)];
    return state === 'driving' || state === 'delivering';
  }).length;
  return (
    <>
      <p className="hint">{t('roads.intro')}</p>
      <div className="road-map">
        <Suspense fallback={null}>
          <RoadMap language={language} theme={theme} />
        </Suspense>
      </div>
      <p className="note">{t('roads.summary', { driving, delivered: done, total })}</p>
    </>
  );
}
