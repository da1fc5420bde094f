// SKUs that are to live elsewhere: planned, made, dropped, and the walking that each saves.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReSlot } from '../../frames/storage-flow.ts';
import { formatMinute, formatNumber } from '../../i18n/format.ts';
import { DEPOT, stationPlace, walkingDistance_m, type Model } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import { useTableWords } from '../tables/words.ts';
import { itemName, placeLabel } from '../words.ts';
import { SomeKpis, type StorageTabProps } from './SomeKpis.tsx';

const STATES = ['planned', 'made', 'dropped'] as const;
type State = (typeof STATES)[number];

/** How far a move is at a tick; undefined: not planned yet. */
export function reSlotState(move: ReSlot, tick: number): State | undefined {
  if (move.planned > tick) return undefined;
  if (move.made <= tick) return 'made';
  return move.dropped <= tick ? 'dropped' : 'planned';
}

/**
 * Metres of walking that a move saves a day: the way from the picking depot to the home and back, for every line. Negative: it
 * costs as much.
 *
 * Worked example: a new home 10 m nearer, 3 lines a day, changed with an SKU of 1 line a day: 2 × 10 × (3 − 1) = 40 m a day.
 */
export function saving_mPerDay({ network, building, locations, items }: Model, { item, other, from, to }: ReSlot): number {
  if (from < 0) return 0;
  const depot = stationPlace(building.stations, DEPOT);
  const way = (location: number): number => walkingDistance_m(network, depot, locations.place[location]!);
  const lines = items.popularity[item]! - (other < 0 ? 0 : items.popularity[other]!);
  return 2 * (way(from) - way(to)) * lines;
}

interface Row {
  readonly number: number;
  readonly move: ReSlot;
  readonly state: State;
}

export function ReSlottingTab({ record, tick }: StorageTabProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useTableWords();
  const select = useRun((state) => state.select);
  const selection = useRun((state) => state.selection);
  const { model } = record;
  const rows = useMemo(
    () =>
      record.flow.reSlots.flatMap((move, number): Row[] => {
        const state = reSlotState(move, tick);
        return state === undefined ? [] : [{ number, move, state }];
      }),
    [record, tick],
  );
  const columns: Column<Row>[] = [
    { key: 'item', title: t('tables.item'), value: (row) => itemName(model, row.move.item) },
    {
      key: 'way',
      title: t('storage.re-slotting.way'),
      value: (row) => placeLabel(model, row.move.from),
      show: (row) => (
        <>
          {placeLabel(model, row.move.from)}
          <br />→ {placeLabel(model, row.move.to)}
        </>
      ),
    },
    {
      key: 'saving',
      title: t('storage.re-slotting.saving'),
      numeric: true,
      value: (row) => saving_mPerDay(model, row.move),
      show: (row) => formatNumber(saving_mPerDay(model, row.move), language),
    },
    {
      key: 'state',
      title: t('tables.state'),
      value: (row) => STATES.indexOf(row.state),
      show: (row) => (
        <>
          {t(`storage.re-slotting.state.${row.state}`)}
          {row.state === 'made' ? (
            <>
              <br />
              {formatMinute(row.move.made)}
            </>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <>
      <SomeKpis ids={['skus_re_slotted', 're_slotting_hours']} record={record} tick={tick} />
      {rows.length === 0 ? (
        <p className="empty">{t('storage.re-slotting.empty')}</p>
      ) : (
        <DataTable
          caption={t('storage.re-slotting.title')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.number}
          selected={(row) => selection?.kind === 'location' && selection.index === row.move.to}
          onSelect={(row) => select({ kind: 'location', index: row.move.to })}
          words={words}
        />
      )}
    </>
  );
}
