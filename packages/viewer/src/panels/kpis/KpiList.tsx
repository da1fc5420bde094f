// All KPIs in a table; beside the previous run where there is one.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatChange, quantityText } from '../../i18n/format.ts';
import type { KpiDefinition } from '../../state/catalogue.ts';
import type { KpiValues } from '../../state/engine.ts';
import { useLanguage } from '../../state/use.ts';
import { Tip } from '../../widgets/Tip.tsx';
import { nameIn } from '../words.ts';
import { compare, unitOf } from './choose.ts';
import { KpiMeaning } from './KpiCard.tsx';

interface KpiListProps {
  readonly definitions: readonly KpiDefinition[];
  readonly now: KpiValues;
  /** Values of the previous run at the same time. */
  readonly before: KpiValues | undefined;
  /** Leaves out what is the same in both. */
  readonly onlyChanges?: boolean;
}

export function KpiList({ definitions, now, before, onlyChanges = false }: KpiListProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = definitions.flatMap((definition) => {
    const b = now[definition.id];
    const a = before?.[definition.id];
    const change = a === undefined || b === undefined ? undefined : compare(a, b, definition.better);
    if (onlyChanges && (change === undefined || change.change === 0)) return [];
    return [{ definition, a, b, change }];
  });
  return (
    <table className="kpi-list">
      <caption className="visually-hidden">{t('kpis.all')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('kpis.name')}</th>
          {before === undefined ? (
            <td>{t('kpis.now')}</td>
          ) : (
            <>
              <td>
                {t('scenario.a')} → {t('scenario.b')}
              </td>
              <td>{t('kpis.change')}</td>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ definition, a, b, change }) => (
          <tr key={definition.id}>
            <Tip side="left" content={<KpiMeaning definition={definition} />}>
              <th scope="row" tabIndex={0}>
                {nameIn(definition.names, language)}
              </th>
            </Tip>
            {before === undefined ? (
              <td>{text(b, unitOf(definition))}</td>
            ) : (
              <>
                <td>
                  {text(a, unitOf(definition))} → {text(b, unitOf(definition))}
                </td>
                <td className={`delta ${change?.verdict ?? ''}`}>
                  {change === undefined ? '–' : formatChange(change.change, unitOf(definition), language)}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );

  function text(value: number | undefined, unit: string): string {
    return value === undefined ? '–' : quantityText(value, unit, language);
  }
}
