// SKUs that are to live elsewhere: planned, made, dropped, and the walking that each saves against its work.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReSlot } from '../../frames/storage-flow.ts';
import { formatMinute, formatNumber, quantityText } from '../../i18n/format.ts';
import { TICKS_PER_SECOND } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useSession } from '../../state/session.ts';
import { useLanguage } from '../../state/use.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import { useTableWords } from '../tables/words.ts';
import { itemName, placeLabel, savingText } from '../words.ts';
import { SomeKpis, type StorageTabProps } from './SomeKpis.tsx';

const STATES = ['planned', 'made', 'dropped'] as const;
type State = (typeof STATES)[number];

/** How far a move is at a tick; undefined: not planned yet. */
export function reSlotState(move: ReSlot, tick: number): State | undefined {
  if (move.planned > tick) return undefined;
  if (move.made <= tick) return 'made';
  return move.dropped <= tick ? 'dropped' : 'planned';
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
  const policy = useSession((state) => state.choices?.policies['re-slotting']);
  const { model } = record;
  const { at_s, people_h, truck_h, payBack_d } = model.storage.reSlotting;
  const isPlanned = policy !== 'none' && people_h + truck_h > 0;
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
      value: (row) => row.move.saving_sPerDay,
      show: (row) => savingText(row.move.saving_sPerDay, language),
    },
    {
      key: 'payBack',
      title: t('storage.re-slotting.payBack'),
      numeric: true,
      value: (row) => row.move.payBack_d,
      show: (row) => quantityText(row.move.payBack_d, 'd', language),
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
        <p className="empty">
          {isPlanned
            ? t('storage.re-slotting.waiting', {
                clock: formatMinute(at_s * TICKS_PER_SECOND),
                days: formatNumber(payBack_d, language, 1),
              })
            : t('storage.re-slotting.empty')}
        </p>
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
