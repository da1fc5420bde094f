// Goods on their way from the reserve to the pick faces: asked for, under way, brought; and the faces that pickers found empty.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Replenishment } from '../../frames/storage-flow.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatMinute, formatNumber } from '../../i18n/format.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import { useTableWords } from '../tables/words.ts';
import { itemName, placeLabel } from '../words.ts';
import { SomeKpis, type StorageTabProps } from './SomeKpis.tsx';

const KPIS = ['replenishments', 'units_replenished', 'replenishment_hours', 'face_stock_outs', 'face_stock_out_hours'] as const;

const STATES = ['asked', 'moving', 'done', 'dropped'] as const;
type State = (typeof STATES)[number];

/** How far a replenishment is at a tick; undefined: not asked for yet. */
export function replenishmentState(one: Replenishment, tick: number): State | undefined {
  if (one.asked > tick) return undefined;
  if (one.done <= tick) return one.brought > 0 ? 'done' : 'dropped';
  return one.begun <= tick ? 'moving' : 'asked';
}

/** Times that a picker found each face empty up to a tick, the most often first. */
export function emptyFaces({ flow }: RunRecord, tick: number): { readonly location: number; readonly times: number }[] {
  const counts = new Map<number, number>();
  const end = flow.emptyTick.countUpTo(tick);
  for (let i = 0; i < end; i++) {
    const location = flow.emptyLocation.data[i]!;
    counts.set(location, (counts.get(location) ?? 0) + 1);
  }
  return [...counts]
    .map(([location, times]) => ({ location, times }))
    .sort((a, b) => b.times - a.times || a.location - b.location);
}

interface Row {
  readonly number: number;
  readonly one: Replenishment;
  readonly state: State;
}

export function ReplenishmentTab({ record, tick }: StorageTabProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useTableWords();
  const select = useRun((state) => state.select);
  const selection = useRun((state) => state.selection);
  const { model } = record;
  const rows = useMemo(
    () =>
      record.flow.replenishments
        .flatMap((one, number): Row[] => {
          const state = replenishmentState(one, tick);
          return state === undefined ? [] : [{ number, one, state }];
        })
        .reverse(),
    [record, tick],
  );
  const faces = useMemo(() => emptyFaces(record, tick), [record, tick]);
  const isSelected = (location: number): boolean => selection?.kind === 'location' && selection.index === location;
  const columns: Column<Row>[] = [
    { key: 'location', title: t('storage.replenishment.face'), value: (row) => placeLabel(model, row.one.location) },
    { key: 'item', title: t('tables.item'), value: (row) => itemName(model, row.one.item) },
    { key: 'units', title: t('tables.units'), numeric: true, value: (row) => row.one.units },
    {
      key: 'asked',
      title: t('storage.replenishment.asked'),
      value: (row) => row.one.asked,
      show: (row) => formatMinute(row.one.asked),
    },
    {
      key: 'state',
      title: t('tables.state'),
      value: (row) => STATES.indexOf(row.state),
      show: (row) =>
        row.state === 'asked' || row.state === 'moving'
          ? t(`storage.replenishment.state.${row.state}`)
          : `${t(`storage.replenishment.state.${row.state}`)} ${formatMinute(row.one.done)}`,
    },
  ];
  return (
    <>
      <SomeKpis ids={KPIS} record={record} tick={tick} />
      {rows.length === 0 ? (
        <p className="empty">{t('storage.replenishment.empty')}</p>
      ) : (
        <>
          <p className="note">
            {STATES.map(
              (state) =>
                `${t(`storage.replenishment.state.${state}`)} ${formatNumber(rows.filter((row) => row.state === state).length, language)}`,
            ).join(' · ')}
          </p>
          <DataTable
            caption={t('storage.replenishment.title')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.number}
            selected={(row) => isSelected(row.one.location)}
            onSelect={(row) => select({ kind: 'location', index: row.one.location })}
            words={words}
          />
        </>
      )}
      <h3 className="section-title">{t('storage.replenishment.stockOuts')}</h3>
      {faces.length === 0 ? (
        <p className="note">{t('storage.replenishment.noStockOuts')}</p>
      ) : (
        <DataTable
          caption={t('storage.replenishment.stockOuts')}
          rows={faces}
          columns={[
            { key: 'location', title: t('storage.replenishment.face'), value: (face) => placeLabel(model, face.location) },
            { key: 'times', title: t('storage.replenishment.times'), numeric: true, value: (face) => face.times },
          ]}
          rowKey={(face) => face.location}
          selected={(face) => isSelected(face.location)}
          onSelect={(face) => select({ kind: 'location', index: face.location })}
          words={words}
        />
      )}
    </>
  );
}
