// Where people stood in each other's way, aisle by aisle, over a window of time; the same that the congestion overlay paints.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { WAIT_WINDOWS, waitPlaces, type WaitPlace } from '../../state/congestion.ts';
import type { Model } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import { Segments } from '../../widgets/Segments.tsx';
import { useTableWords } from '../tables/words.ts';
import { nameIn, type Translate } from '../words.ts';
import type { PickingTabProps } from './PickingPanel.tsx';

export function WaitsTab({ record, tick }: PickingTabProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useTableWords();
  const waitWindow = useRun((state) => state.waitWindow);
  const overlay = useRun((state) => state.overlay);
  const { setWaitWindow, setOverlay } = useRun.getState();
  const rows = useMemo(() => waitPlaces(record, waitWindow, tick), [record, waitWindow, tick, record.version]);
  const total = rows.reduce((sum, row) => sum + minutesOf(row), 0);
  const minutes = (value: number): string => formatNumber(value, language, value < 1 ? 2 : 1);
  const columns: Column<WaitPlace>[] = [
    { key: 'place', title: t('picking.waits.place'), value: (row) => wayName(record.model, row, t, language) },
    {
      key: 'aisle',
      title: t('picking.waits.aisle'),
      numeric: true,
      value: (row) => row.minutes[0]!,
      show: (row) => minutes(row.minutes[0]!),
    },
    {
      key: 'face',
      title: t('picking.waits.face'),
      numeric: true,
      value: (row) => row.minutes[1]!,
      show: (row) => minutes(row.minutes[1]!),
    },
    {
      key: 'share',
      title: t('picking.waits.share'),
      numeric: true,
      value: minutesOf,
      show: (row) => formatShare(minutesOf(row) / total, language),
    },
  ];
  return (
    <>
      <div className="plan-tools">
        <Segments
          label={t('legend.window')}
          value={waitWindow}
          options={WAIT_WINDOWS.map((value) => ({ value, label: t(`legend.waitWindow.${value}`) }))}
          onChange={setWaitWindow}
        />
        <button
          type="button"
          className="plain"
          aria-pressed={overlay === 'congestion'}
          onClick={() => setOverlay(overlay === 'congestion' ? 'none' : 'congestion')}
        >
          {overlay === 'congestion' ? t('picking.waits.hide') : t('picking.waits.show')}
        </button>
      </div>
      {rows.length === 0 ? (
        <p className="empty">{record.model.traffic.congestion ? t('picking.waits.empty') : t('picking.waits.free')}</p>
      ) : (
        <>
          <p className="note">{t('picking.waits.total', { minutes: minutes(total), places: rows.length })}</p>
          <DataTable caption={t('picking.waits.title')} rows={rows} columns={columns} rowKey={(row) => row.edge} words={words} />
        </>
      )}
    </>
  );
}

function minutesOf({ minutes }: WaitPlace): number {
  return minutes.reduce((sum, part) => sum + part, 0);
}

/** `S-03 통로, 2블록`, `교차 통로 1, S-02–S-03`, or the zone that another way lies in. */
export function wayName(model: Model, { way, edge }: WaitPlace, t: Translate, language: 'ko' | 'en'): string {
  const { building, network } = model;
  if (way !== undefined) {
    const area = building.areas[way.area]!;
    const aisle = (number: number): string => `${area.id}-${String(number + 1).padStart(2, '0')}`;
    if (way.kind === 'cross-aisle') {
      return t('picking.waits.cross', { from: aisle(way.aisle), to: aisle(way.aisle + 1), number: way.crossAisle + 1 });
    }
    return area.crossAisles_y_m.length > 2
      ? t('picking.waits.block', { aisle: aisle(way.aisle), block: way.block + 1 })
      : t('picking.waits.ofAisle', { aisle: aisle(way.aisle) });
  }
  const [from, to] = [network.edges.from[edge]!, network.edges.to[edge]!];
  const x = (network.nodes.x_m[from]! + network.nodes.x_m[to]!) / 2;
  const y = (network.nodes.y_m[from]! + network.nodes.y_m[to]!) / 2;
  const zone = building.zones.find(({ rectangle: [x0, y0, x1, y1] }) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
  const where = `(${formatNumber(x, language)}, ${formatNumber(y, language)} m)`;
  return t('picking.waits.way', { zone: zone === undefined ? '' : nameIn(zone.names, language), where }).trim();
}
