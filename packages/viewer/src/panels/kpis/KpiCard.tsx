// One KPI: its value now, its curve, and the change against the previous run.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatChange, formatQuantity } from '../../i18n/format.ts';
import type { KpiDefinition } from '../../state/catalogue.ts';
import { useLanguage } from '../../state/use.ts';
import { Sparkline } from '../../widgets/Sparkline.tsx';
import { Tip } from '../../widgets/Tip.tsx';
import { nameIn } from '../words.ts';
import { compare, unitOf } from './choose.ts';

interface KpiCardProps {
  readonly definition: KpiDefinition;
  readonly value: number | undefined;
  /** Value of the previous run at the same time; undefined where there is none. */
  readonly before: number | undefined;
  readonly series: { readonly t: ArrayLike<number>; readonly v: ArrayLike<number> };
}

export function KpiCard({ definition, value, before, series }: KpiCardProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const quantity = value === undefined ? undefined : formatQuantity(value, unitOf(definition), language);
  const change = value === undefined || before === undefined ? undefined : compare(before, value, definition.better);
  return (
    <Tip side="left" content={<KpiMeaning definition={definition} />}>
      <button type="button" className="kpi">
        <span className="name">{nameIn(definition.names, language)}</span>
        <span className="value">
          {quantity === undefined ? (
            '–'
          ) : (
            <>
              {quantity.number}
              <small>{quantity.unit}</small>
            </>
          )}
        </span>
        <span className={`delta ${change?.verdict ?? ''}`}>
          {quantity === undefined ? t('kpis.notYet') : null}
          {change === undefined ? null : `${arrow(change.change)} ${formatChange(change.change, unitOf(definition), language)}`}
        </span>
        {change === undefined && quantity !== undefined ? <Sparkline x={series.t} y={series.v} width={112} height={16} /> : null}
      </button>
    </Tip>
  );
}

function arrow(change: number): string {
  if (change === 0) return '＝';
  return change > 0 ? '▲' : '▼';
}

/** What a KPI means, with its formula: the content of its tooltip. */
export function KpiMeaning({ definition }: { readonly definition: KpiDefinition }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <p>
        <b>{nameIn(definition.names, language)}</b>
      </p>
      <p>{nameIn(definition.meaning, language)}</p>
      <p className="formula">
        {t('kpis.formula')}: {definition.formula}
      </p>
    </>
  );
}
