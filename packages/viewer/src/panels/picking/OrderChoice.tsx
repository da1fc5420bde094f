// The order that is looked at, and the list from which another is chosen.

import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatMinute, formatNumber } from '../../i18n/format.ts';
import { comparableOrders, useRoutes } from '../../state/routes.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import { useTableWords } from '../tables/words.ts';
import { orderCode, storeName } from '../words.ts';

interface OrderChoiceProps {
  readonly record: RunRecord;
  readonly order: number;
  readonly tick: number;
}

export function OrderChoice({ record, order, tick }: OrderChoiceProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useTableWords();
  const [open, setOpen] = useState(false);
  const compare = useRoutes((state) => state.compare);
  const select = useRun((state) => state.select);
  const { model } = record;
  const { firstLine, store, due } = model.demand.orders;
  const lines = (one: number): number => firstLine[one + 1]! - firstLine[one]!;
  const rows = useMemo(() => (open ? comparableOrders(model) : []), [model, open]);
  const stateText = (one: number): string =>
    t(`orderState.${(record.orderStates[record.orderStateAt(one, tick)] ?? 'expected') as 'expected'}`);
  const columns: Column<number>[] = [
    { key: 'order', title: t('tables.order'), value: (one) => orderCode(model, one) },
    { key: 'store', title: t('tables.store'), value: (one) => storeName(model, store[one]!) },
    { key: 'lines', title: t('tables.lines'), numeric: true, value: lines },
    { key: 'due', title: t('tables.due'), numeric: true, value: (one) => due[one]!, show: (one) => clockOf(due[one]!) },
    { key: 'state', title: t('tables.state'), value: stateText },
  ];
  return (
    <section className="card order-choice" aria-label={t('picking.compare.order')}>
      <header>
        <button type="button" className="link" onClick={() => select({ kind: 'order', index: order })}>
          {orderCode(model, order)}
        </button>
        <span>
          {storeName(model, store[order]!)} · {t('picking.lines', { count: lines(order) })} · {clockOf(due[order]!)} ·{' '}
          {stateText(order)}
        </span>
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('common.close') : t('picking.compare.choose')}
        </button>
      </header>
      {open ? (
        <>
          <p className="note">{t('picking.compare.count', { orders: formatNumber(rows.length, language) })}</p>
          <DataTable
            caption={t('picking.compare.choose')}
            rows={rows}
            columns={columns}
            rowKey={(one) => one}
            selected={(one) => one === order}
            onSelect={(one) => {
              compare(one);
              setOpen(false);
            }}
            words={words}
          />
        </>
      ) : null}
    </section>
  );
}

function clockOf(due: number): string {
  return Number.isFinite(due) ? formatMinute(due) : '–';
}
