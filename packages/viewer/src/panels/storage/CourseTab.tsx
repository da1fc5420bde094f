// Occupancy and pick frequency of each storage area over time: small multiples with one scale for all.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { BIN_TICKS, BINS_PER_HOUR, workingDay } from '../../state/digest.ts';
import { TICKS_PER_HOUR } from '../../state/engine.ts';
import { storageDigestOf, type StorageDigest } from '../../state/storage-digest.ts';
import { useLanguage, useSimulatedUntil, useTheme } from '../../state/use.ts';
import { Chart } from '../../widgets/Chart.tsx';
import { nameIn } from '../words.ts';
import type { StorageTabProps } from './SomeKpis.tsx';

const HEIGHT = 74;
const OCCUPANCY_COLOUR = '#0072b2';
const PICKS_COLOUR = '#d55e00';

/** [hours, occupied locations as per cent of all, lines an hour] of an area, bin by bin from `from` up to `tick`. */
export function courseOf(digest: StorageDigest, area: number, from: number, tick: number): [number[], number[], number[]] {
  const first = Math.floor(from / BIN_TICKS);
  const last = Math.min(digest.bins, Math.floor(tick / BIN_TICKS));
  const x: number[] = [];
  const occupancy: number[] = [];
  const picks: number[] = [];
  for (let bin = first; bin < last; bin++) {
    x.push(((bin + 1) * BIN_TICKS) / TICKS_PER_HOUR);
    occupancy.push((100 * digest.occupied[bin * digest.areas + area]!) / Math.max(1, digest.locations[area]!));
    picks.push(digest.picked[bin * digest.areas + area]! * BINS_PER_HOUR);
  }
  return [x, occupancy, picks];
}

export function CourseTab({ record, tick }: StorageTabProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const until = useSimulatedUntil(record);
  const day = useMemo(() => workingDay(record.model), [record]);
  const bin = Math.floor(tick / BIN_TICKS);
  const digest = storageDigestOf(record);
  const courses = useMemo(
    () => record.model.building.areas.map((_, area) => courseOf(digest, area, day.from, bin * BIN_TICKS)),
    [digest, record, day, bin, until],
  );
  const busiest = useMemo(
    () => 1.08 * BINS_PER_HOUR * digest.picked.reduce((most, count) => Math.max(most, count), 1),
    [digest, until],
  );
  if ((courses[0]?.[0].length ?? 0) === 0) return <p className="empty">{t('storage.course.empty')}</p>;
  const shared = {
    height: HEIGHT,
    xRange: [day.from / TICKS_PER_HOUR, day.to / TICKS_PER_HOUR] as const,
    theme,
    formatX: (hour: number): string => `${((hour % 24) + 24) % 24}${language === 'ko' ? '시' : 'h'}`,
    formatY: (value: number): string => formatNumber(value, language, 0),
  };
  return (
    <>
      {record.model.building.areas.map((area, index) => {
        const [x, occupancy, picks] = courses[index]!;
        const name = nameIn(area.names, language);
        const label = (what: string): string => `${name}: ${what}`;
        return (
          <figure key={area.id} className="chart-block multiples">
            <figcaption className="section-title">{name}</figcaption>
            <div>
              <small>
                {t('storage.column.occupancy')} <b>{formatNumber(occupancy.at(-1) ?? 0, language, 1)}%</b>
              </small>
              <Chart
                {...shared}
                label={label(t('storage.column.occupancy'))}
                series={[{ label: 'occupancy', colour: OCCUPANCY_COLOUR }]}
                data={[x, occupancy]}
                yMax={100}
              />
            </div>
            <div>
              <small>
                {t('storage.course.picks')} <b>{formatNumber(picks.at(-1) ?? 0, language)}</b> {t('chart.throughputUnit')}
              </small>
              <Chart
                {...shared}
                label={label(t('storage.course.picks'))}
                series={[{ label: 'picks', colour: PICKS_COLOUR, stepped: true }]}
                data={[x, picks]}
                yMax={busiest}
              />
            </div>
          </figure>
        );
      })}
    </>
  );
}
