// Stock by location.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { TEMPERATURE_CLASSES } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import { itemName, placeLabel } from '../words.ts';
import type { TableProps } from './OrdersTable.tsx';
import { useTableWords } from './words.ts';

interface StockRow {
  readonly location: number;
  readonly item: number;
  readonly units: number;
  readonly picks: number;
}

export function StockTable({ record, tick }: TableProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useTableWords();
  const selection = useRun((state) => state.selection);
  const select = useRun((state) => state.select);
  const { model } = record;
  const rows = useMemo(() => {
    const units = record.stockAt(tick);
    const items = record.itemAt(tick);
    const picks = record.picksAt(tick);
    const filled: StockRow[] = [];
    for (let location = 0; location < model.locations.count; location++) {
      if (units[location]! > 0) {
        filled.push({ location, item: items[location]!, units: units[location]!, picks: picks[location]! });
      }
    }
    return filled;
  }, [record, model, tick]);
  const columns: Column<StockRow>[] = [
    { key: 'location', title: t('tables.location'), value: (row) => placeLabel(model, row.location) },
    { key: 'item', title: t('tables.item'), value: (row) => itemName(model, row.item) },
    {
      key: 'units',
      title: t('tables.units'),
      numeric: true,
      value: (row) => row.units,
      show: (row) => formatNumber(row.units, language),
    },
    { key: 'picks', title: t('tables.picks'), numeric: true, value: (row) => row.picks },
    {
      key: 'temperature',
      title: t('tables.temperature'),
      value: (row) =>
        t(`legend.temperatureClass.${TEMPERATURE_CLASSES[model.locations.temperature[row.location]!] ?? 'ambient'}`),
    },
  ];
  return (
    <DataTable
      caption={t('tables.stock')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.location}
      selected={(row) => selection?.kind === 'location' && selection.index === row.location}
      onSelect={(row) => select({ kind: 'location', index: row.location })}
      words={words}
    />
  );
}
