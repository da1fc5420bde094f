// Storage areas and their levels: how full, how well used, how busy, how old, how long it lasts, what is at risk.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { storageRows, type StorageRow } from '../../state/storage-summary.ts';
import { useLanguage } from '../../state/use.ts';
import { nameIn } from '../words.ts';
import { SomeKpis, type StorageTabProps } from './SomeKpis.tsx';

const KPIS = [
  'location_occupancy',
  'space_use',
  'honeycombing',
  'stock_turnover',
  'stock_age_mean',
  'days_of_cover',
  'units_at_expiry_risk',
  'storage_rule_violations',
] as const;

const COLUMNS = ['occupancy', 'space', 'honeycombing', 'picks', 'dwell', 'cover', 'risk'] as const;

export function AreasTab({ record, tick }: StorageTabProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = useMemo(() => storageRows(record, tick), [record, tick, record.version]);
  const share = (value: number): string => (Number.isFinite(value) ? formatShare(value, language) : '–');
  const days = (value: number): string => (Number.isFinite(value) ? formatNumber(value, language, value < 10 ? 1 : 0) : '–');
  const cells = (row: StorageRow): string[] => [
    share(row.occupancy),
    share(row.spaceUse),
    share(row.honeycombing),
    formatNumber(row.picks, language),
    days(row.dwell_d),
    days(row.cover_d),
    share(row.atRisk),
  ];
  const areaName = (row: StorageRow): string => {
    const area = record.model.building.areas[row.area]!;
    return nameIn(area.names, language);
  };
  return (
    <>
      <div className="table-scroll figures">
        <table>
          <caption className="visually-hidden">{t('storage.areas.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('storage.areas.area')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`storage.column.${column}`)}
                  <small>{t(`storage.columnUnit.${column}`)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.area}/${row.level}`} className={row.level < 0 ? 'whole' : ''}>
                <th scope="row">
                  {row.level < 0 ? areaName(row) : t('storage.areas.level', { level: formatNumber(row.level + 1, language) })}
                </th>
                {cells(row).map((text, i) => (
                  <td key={COLUMNS[i]}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SomeKpis ids={KPIS} record={record} tick={tick} />
    </>
  );
}
