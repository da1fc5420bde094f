// The main KPIs as cards, all of them as a list, and the bottleneck in a sentence.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../state/session.ts';
import { useRecord, useSlowTick } from '../../state/use.ts';
import { useDifference } from '../scenario/difference.ts';
import { mainKpis } from './choose.ts';
import { Insight } from './Insight.tsx';
import { KpiCard } from './KpiCard.tsx';
import { KpiList } from './KpiList.tsx';

const EMPTY = new Float64Array(0);

export function KpiPanel(): ReactElement {
  const { t } = useTranslation();
  const record = useRecord();
  const tick = useSlowTick(500);
  const definitions = useSession((state) => state.catalogue?.kpis);
  const previous = useSession((state) => state.previous);
  const update = useSession((state) => state.update);
  const [all, setAll] = useState(false);
  const difference = useDifference();
  const now = record?.kpisAt(tick) ?? {};
  const before = previous === null ? undefined : previous.record.kpisAt(tick);

  return (
    <>
      <Insight />
      <div>
        {all && definitions !== undefined ? (
          <KpiList definitions={definitions} now={now} before={before} />
        ) : (
          <div className="kpi-grid">
            {definitions === undefined
              ? Array.from({ length: 6 }, (_, i) => <div className="kpi" key={i} aria-hidden="true" />)
              : null}
            {mainKpis(definitions ?? []).map((definition) => {
              const series = record?.kpiSeries(definition.id) ?? { t: EMPTY, v: EMPTY };
              const shown = countUpTo(series.t, tick);
              return (
                <KpiCard
                  key={definition.id}
                  definition={definition}
                  value={now[definition.id]}
                  before={before?.[definition.id]}
                  series={{ t: series.t.subarray(0, shown), v: series.v.subarray(0, shown) }}
                />
              );
            })}
          </div>
        )}
        {difference === undefined ? null : <p className="hint kpi-against">{t('kpis.against', { what: difference })}</p>}
        <p className="kpi-more">
          <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('kpis.fewer') : t('kpis.all')}
          </button>
          {previous === null ? null : (
            <button type="button" className="link" onClick={() => update({ previous: null })}>
              {t('kpis.stopComparing')}
            </button>
          )}
        </p>
      </div>
    </>
  );
}

/** How many leading values of an ascending array are <= `limit`. */
function countUpTo(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
