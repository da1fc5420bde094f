// The pick tours that were made up to the time on screen. Choosing one goes to its beginning and selects who walks it: the twin then
// draws the way really walked and its stops.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { seek } from '../../app/conduct.ts';
import type { PickTour } from '../../frames/pick-tours.ts';
import { formatMinute, formatNumber } from '../../i18n/format.ts';
import { useRun } from '../../state/run.ts';
import { tourFigures, type TourFigures } from '../../state/tour-figures.ts';
import { useLanguage } from '../../state/use.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import { useTableWords } from '../tables/words.ts';
import { orderCode, personName } from '../words.ts';
import type { PickingTabProps } from './PickingPanel.tsx';

interface Row {
  readonly tour: PickTour;
  readonly figures: TourFigures;
}

export function ToursTab({ record, tick }: PickingTabProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useTableWords();
  const selection = useRun((state) => state.selection);
  const { model, pickTours } = record;
  // Every tour is summed once it is over; those under way are summed as far as they are simulated.
  const all = useMemo(
    () => pickTours.tours.map((tour): Row => ({ tour, figures: tourFigures(record, tour, record.simulatedUntil) })),
    [pickTours, record, record.version],
  );
  const rows = useMemo(() => all.filter(({ tour }) => tour.start <= tick).reverse(), [all, tick]);
  const current = selection?.kind === 'person' ? pickTours.at(selection.index, tick) : undefined;
  if (rows.length === 0) return <p className="empty">{t('picking.tours.empty')}</p>;
  const columns: Column<Row>[] = [
    {
      key: 'start',
      title: t('picking.tours.start'),
      value: ({ tour }) => tour.start,
      show: ({ tour }) => `${formatMinute(tour.start)}–${tour.end <= tick ? formatMinute(tour.end) : ''}`,
    },
    { key: 'person', title: t('people.name'), value: ({ tour }) => personName(model, tour.person, language) },
    {
      key: 'orders',
      title: t('tables.orders'),
      value: ({ tour }) => tour.orders.map((order) => orderCode(model, order)).join(' '),
      show: ({ tour }) => <span title={tour.orders.map((order) => orderCode(model, order)).join(' ')}>{tour.orders.length}</span>,
      numeric: true,
    },
    { key: 'stops', title: t('picking.tours.stops'), numeric: true, value: ({ tour }) => tour.stops.length },
    {
      key: 'walked',
      title: t('picking.tours.metres'),
      numeric: true,
      value: ({ figures }) => figures.walked_m,
      show: ({ figures }) => formatNumber(figures.walked_m, language),
    },
    {
      key: 'minutes',
      title: t('picking.tours.minutes'),
      numeric: true,
      value: ({ figures }) => figures.total_s,
      show: ({ figures }) => formatNumber(figures.total_s / 60, language, 1),
    },
    {
      key: 'waited',
      title: t('picking.tours.waited'),
      numeric: true,
      value: ({ figures }) => figures.waited_s,
      show: ({ figures }) => formatNumber(figures.waited_s / 60, language, 1),
    },
  ];
  return (
    <DataTable
      caption={t('picking.tours.title')}
      rows={rows}
      columns={columns}
      rowKey={({ tour }) => tour.number}
      selected={({ tour }) => tour === current}
      onSelect={({ tour }) => {
        seek(tour.start);
        useRun.getState().select({ kind: 'person', index: tour.person });
      }}
      words={words}
    />
  );
}
