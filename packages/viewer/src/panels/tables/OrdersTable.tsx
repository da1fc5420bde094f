// Every order and its state.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatMinute } from '../../i18n/format.ts';
import { useRun } from '../../state/run.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import { isDelivery, orderCode, storeName } from '../words.ts';
import { useTableWords } from './words.ts';

/** Properties of every table of the twin. */
export interface TableProps {
  readonly record: RunRecord;
  readonly tick: number;
}

interface OrderRow {
  readonly order: number;
  readonly state: number;
}

export function OrdersTable({ record, tick }: TableProps): ReactElement {
  const { t } = useTranslation();
  const words = useTableWords();
  const selection = useRun((state) => state.selection);
  const select = useRun((state) => state.select);
  const { model } = record;
  const { orders } = model.demand;
  const rows = useMemo(
    () =>
      Array.from({ length: orders.count }, (_unused, order): OrderRow => ({ order, state: record.orderStateAt(order, tick) })),
    [record, orders.count, tick],
  );
  const stateText = (row: OrderRow): string => t(`orderState.${(record.orderStates[row.state] ?? 'expected') as 'expected'}`);
  const columns: Column<OrderRow>[] = [
    { key: 'order', title: t('tables.order'), value: (row) => orderCode(model, row.order) },
    { key: 'state', title: t('tables.state'), value: (row) => row.state, show: stateText },
    {
      key: 'lines',
      title: t('tables.lines'),
      numeric: true,
      value: (row) => orders.firstLine[row.order + 1]! - orders.firstLine[row.order]!,
    },
    {
      key: 'due',
      title: t('tables.due'),
      numeric: true,
      value: (row) => orders.due[row.order]!,
      show: (row) => (Number.isFinite(orders.due[row.order]) ? formatMinute(orders.due[row.order]!) : '–'),
    },
    {
      key: 'store',
      title: t('tables.store'),
      value: (row) => (isDelivery(model, row.order) ? storeName(model, orders.store[row.order]!) : t('tables.visit')),
    },
  ];
  return (
    <DataTable
      caption={t('tables.orders')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.order}
      selected={(row) => selection?.kind === 'order' && selection.index === row.order}
      onSelect={(row) => select({ kind: 'order', index: row.order })}
      words={words}
    />
  );
}
