// What a change did: each KPI before (A) and now (B), at the same time of the day.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../i18n/format.ts';
import { useSession } from '../../state/session.ts';
import { useRecord, useSlowTick } from '../../state/use.ts';
import { mainKpis } from '../kpis/choose.ts';
import { KpiList } from '../kpis/KpiList.tsx';
import { changesBetween, sameDemand } from './changes.ts';
import { fieldName } from './difference.ts';

export function Effect(): ReactElement | null {
  const { t } = useTranslation();
  const previous = useSession((state) => state.previous);
  const choices = useSession((state) => state.choices);
  const facts = useSession((state) => state.facts);
  const definitions = useSession((state) => state.catalogue?.kpis);
  const record = useRecord();
  const tick = useSlowTick(500);
  if (previous === null || choices === null || record === null || definitions === undefined) return null;
  const now = record.kpisAt(tick);
  const before = previous.record.kpisAt(tick);
  const main = mainKpis(definitions);
  const changed = changesBetween(previous.choices, choices, facts?.policies(choices.mode)).map((field) => fieldName(field, t));
  return (
    <section className="card" aria-live="off">
      <h3 className="section-title">{t('scenario.effect')}</h3>
      <p className="hint">
        {t('scenario.effectHint', { clock: formatClock(tick) })}{' '}
        {sameDemand(previous.choices, choices) ? t('scenario.sameDemand') : t('scenario.differentDemand')}
      </p>
      <p className="note">
        {t('scenario.changed')}: <b>{changed.join(', ')}</b>
      </p>
      {Object.keys(now).length === 0 ? (
        <p className="note">{t('scenario.effectPending')}</p>
      ) : (
        <div className="effect-list">
          <KpiList definitions={main} now={now} before={before} />
          <details>
            <summary>{t('kpis.all')}</summary>
            <KpiList definitions={definitions.filter((one) => !main.includes(one))} now={now} before={before} onlyChanges />
          </details>
        </div>
      )}
    </section>
  );
}
