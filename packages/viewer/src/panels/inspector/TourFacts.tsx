// Pick tours in the inspector: the one that a person is on, with its stops, metres and minutes; those that an order was on.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { seek } from '../../app/conduct.ts';
import type { PickTour } from '../../frames/pick-tours.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatClock, formatDuration, formatNumber } from '../../i18n/format.ts';
import { TICKS_PER_SECOND } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { tourFigures } from '../../state/tour-figures.ts';
import { useLanguage } from '../../state/use.ts';
import { ACTIVITY_COLOUR } from '../../widgets/palette.ts';
import { SplitBar } from '../../widgets/SplitBar.tsx';
import { orderCode, personName, zoneName } from '../words.ts';
import { Facts } from './Facts.tsx';

interface TourFactsProps {
  readonly record: RunRecord;
  readonly person: number;
  readonly tick: number;
}

/** How the parts of a tour's time are drawn. */
const PARTS = [
  { part: 'walk_s', name: 'picking.figure.walk', colour: ACTIVITY_COLOUR.walk },
  { part: 'search_s', name: 'picking.figure.search', colour: '#f0e442' },
  { part: 'extract_s', name: 'picking.figure.extract', colour: ACTIVITY_COLOUR.work },
  { part: 'waited_s', name: 'picking.tours.wait', colour: ACTIVITY_COLOUR.wait },
  { part: 'other_s', name: 'picking.tours.other', colour: ACTIVITY_COLOUR.idle },
] as const;

export function TourFacts({ record, person, tick }: TourFactsProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const select = useRun((state) => state.select);
  const tour = record.pickTours.at(person, tick);
  if (tour === undefined) return null;
  const { model } = record;
  const now = tourFigures(record, tour, tick);
  const whole = tour.end === Infinity ? undefined : tourFigures(record, tour, tour.end);
  const done = tour.stops.filter((stop) => stop.tick <= tick).length;
  const duration = (seconds: number): string => formatDuration(seconds * TICKS_PER_SECOND, language);
  const ofWhole = (part: string, all: string | undefined): string => (all === undefined ? part : `${part} / ${all}`);
  return (
    <section className="tour-facts">
      <h3 className="section-title">
        {t('picking.tours.made')} <small>{zoneText(record, tour, language)}</small>
      </h3>
      <Facts
        rows={[
          [
            t('tables.orders'),
            tour.orders.length === 0 ? undefined : (
              <span className="link-row">
                {tour.orders.map((order) => (
                  <button key={order} type="button" className="link" onClick={() => select({ kind: 'order', index: order })}>
                    {orderCode(model, order)}
                  </button>
                ))}
              </span>
            ),
          ],
          [t('picking.tours.done'), ofWhole(String(done), whole === undefined ? undefined : String(tour.stops.length))],
          [
            t('picking.tours.soFar'),
            `${ofWhole(formatNumber(now.walked_m, language), whole && formatNumber(whole.walked_m, language))} m`,
          ],
          [t('picking.tours.time'), ofWhole(duration(now.total_s), whole && duration(whole.total_s))],
        ]}
      />
      <SplitBar
        label={t('picking.tours.split')}
        shares={PARTS.map(({ part, name, colour }) => ({
          key: part,
          label: t(name),
          value: (whole ?? now)[part],
          colour,
          text: duration((whole ?? now)[part]),
        }))}
      />
      <OtherTours record={record} tour={tour} />
    </section>
  );
}

/** To the tour before and the next of the same person. */
function OtherTours({ record, tour }: { readonly record: RunRecord; readonly tour: PickTour }): ReactElement {
  const { t } = useTranslation();
  const own = record.pickTours.tours.filter(({ person }) => person === tour.person);
  const at = own.indexOf(tour);
  const button = (label: string, other: PickTour | undefined): ReactElement => (
    <button
      type="button"
      className="plain"
      disabled={other === undefined}
      onClick={() => other !== undefined && seek(other.start)}
    >
      {label}
    </button>
  );
  return (
    <div className="button-row">
      {button(t('picking.tours.before'), own[at - 1])}
      {button(t('picking.tours.next'), own[at + 1])}
    </div>
  );
}

interface OrderToursProps {
  readonly record: RunRecord;
  readonly order: number;
  readonly tick: number;
}

/** The tours that an order was on up to now; choosing one goes there and selects who walks it. */
export function OrderTours({ record, order, tick }: OrderToursProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const select = useRun((state) => state.select);
  const tours = record.pickTours.ofOrder(order).filter((tour) => tour.start <= tick);
  if (tours.length === 0) return null;
  return (
    <section>
      <h3 className="section-title">{t('picking.tours.made')}</h3>
      <ol className="event-list">
        {tours.map((tour) => (
          <li key={tour.number}>
            <button
              type="button"
              className="link"
              title={t('log.jump', { clock: formatClock(tour.start) })}
              onClick={() => {
                seek(tour.start);
                select({ kind: 'person', index: tour.person });
              }}
            >
              <time>{formatClock(tour.start)}</time>
            </button>
            <p>
              {personName(record.model, tour.person, language)} <small>{zoneText(record, tour, language)}</small>
              <br />
              <small>{tourText(record, tour, tick, language)}</small>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function zoneText({ model }: RunRecord, { zone }: PickTour, language: 'ko' | 'en'): string {
  return zone < 0 ? '' : zoneName(model, zone, language);
}

function tourText(record: RunRecord, tour: PickTour, tick: number, language: 'ko' | 'en'): string {
  const { walked_m, total_s } = tourFigures(record, tour, tick);
  return `${formatNumber(walked_m, language)} m · ${formatDuration(total_s * TICKS_PER_SECOND, language)}`;
}
