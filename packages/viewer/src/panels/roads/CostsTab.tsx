// What the tours that are back have cost, whom, and what a stop and a carton cost. The engine works it out for where it stands.

import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveryCosts } from '../../app/conduct.ts';
import type { DeliveryCostsAt } from '../../engine-link/session.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatDate, formatMinute, formatShare, quantityText } from '../../i18n/format.ts';
import { useSession } from '../../state/session.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { nameIn, storeName } from '../words.ts';

const SHOWN_STORES = 8;

export function CostsTab({ record }: { readonly record: RunRecord }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const phase = useSession((state) => state.phase);
  const [costs, setCosts] = useState<DeliveryCostsAt | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const ask = useCallback(() => {
    let wanted = true;
    deliveryCosts().then(
      (found) => (wanted ? setCosts(found) : undefined),
      (error: unknown) => (wanted ? setFailed(String(error)) : undefined),
    );
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(ask, [ask, record, phase]);
  if (failed !== null) return <p className="empty">{failed}</p>;
  if (costs === null) return <p className="empty">{t('roads.costs.waiting')}</p>;
  const money = (krw: number): string => quantityText(krw, 'KRW', language);
  const { model } = record;
  const rows = (values: Float64Array): number[] =>
    Array.from(values.keys())
      .filter((i) => values[i]! > 0)
      .sort((a, b) => values[b]! - values[a]! || a - b);
  const share = (krw: number): string => formatShare(krw / costs.total_krw, language);
  return (
    <>
      <p className="hint">
        {t('roads.costs.hint', {
          clock: `${formatDate(costs.tick, record.model.startDate, language)} ${formatMinute(costs.tick)}`,
        })}
      </p>
      <button type="button" className="plain" onClick={ask}>
        {t('roads.costs.refresh')}
      </button>
      {costs.total_krw === 0 ? (
        <p className="empty">{t('roads.costs.none')}</p>
      ) : (
        <>
          <dl className="board-figures">
            <Figure name={t('roads.costs.total')} value={money(costs.total_krw)} />
            <Figure name={t('roads.costs.perStop')} value={money(costs.total_krw / costs.stops)} />
            {costs.cartons === 0 ? null : (
              <Figure
                name={t('roads.costs.perParcel')}
                value={money((costs.total_krw - costs.collections_krw) / costs.cartons)}
              />
            )}
            {costs.collections_krw === 0 ? null : (
              <Figure name={t('roads.costs.perCollection')} value={money(costs.collections_krw)} />
            )}
          </dl>
          <CostTable
            title={t('roads.costs.tenants')}
            rows={rows(costs.tenant_krw).map((tenant) => [
              nameIn(model.tenants[tenant]!.names, language),
              money(costs.tenant_krw[tenant]!),
              share(costs.tenant_krw[tenant]!),
              undefined,
            ])}
          />
          <CostTable
            title={t('roads.costs.stores')}
            rows={rows(costs.store_krw)
              .slice(0, SHOWN_STORES)
              .map((store) => [
                storeName(model, store),
                money(costs.store_krw[store]!),
                share(costs.store_krw[store]!),
                () => useRun.getState().select({ kind: 'store', index: store }),
              ])}
          />
        </>
      )}
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface CostTableProps {
  readonly title: string;
  readonly rows: readonly (readonly [string, string, string, (() => void) | undefined])[];
}

function CostTable({ title, rows }: CostTableProps): ReactElement | null {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <div className="figures">
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('roads.costs.total')}</th>
            <th scope="col">{t('roads.costs.share')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, krw, share, choose]) => (
            <tr key={name}>
              <th scope="row">
                {choose === undefined ? (
                  name
                ) : (
                  <button type="button" className="link" onClick={choose}>
                    {name}
                  </button>
                )}
              </th>
              <td>{krw}</td>
              <td>{share}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
