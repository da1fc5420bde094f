// The live charts below the KPIs: throughput, progress of the delivery orders, what the staff do.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { BIN_TICKS, workingDay } from '../../state/digest.ts';
import { TICKS_PER_HOUR } from '../../state/engine.ts';
import { useSession } from '../../state/session.ts';
import { digestOf, useLanguage, useRecord, useSimulatedUntil, useSlowTick, useTheme } from '../../state/use.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { Chart, type ChartSeries } from '../../widgets/Chart.tsx';
import { ACTIVITY_COLOUR, ORDER_STEPS, ORDER_STEP_COLOUR } from '../../widgets/palette.ts';
import { orderProgress, staffStack, STACKED, throughput } from './series.ts';

const HEIGHT = 86;

export function Charts(): ReactElement | null {
  const record = useRecord();
  return record === null ? null : <ChartsOf record={record} />;
}

function ChartsOf({ record }: { readonly record: RunRecord }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const tick = useSlowTick(1000);
  const until = useSimulatedUntil(record);
  const previous = useSession((state) => state.previous);
  const bin = Math.floor(tick / BIN_TICKS);
  const day = useMemo(() => workingDay(record.model), [record]);
  const xRange = useMemo(() => [day.from / TICKS_PER_HOUR, day.to / TICKS_PER_HOUR] as const, [day]);
  const digest = digestOf(record);

  const rate = useMemo(() => {
    const [x, y] = throughput(digest, day.from, bin * BIN_TICKS);
    if (previous === null) return [x, y];
    const [beforeX, beforeY] = throughput(digestOf(previous.record), day.from, bin * BIN_TICKS);
    return [x, y, x.map((hour) => beforeY[beforeX.indexOf(hour)] ?? null)];
  }, [digest, day, bin, previous, until]);
  const progress = useMemo(() => orderProgress(digest, day.from, bin * BIN_TICKS), [digest, day, bin, until]);
  const staff = useMemo(() => staffStack(digest, day.from, bin * BIN_TICKS), [digest, day, bin, until]);

  const rateSeries: ChartSeries[] = [
    { label: t('chart.current'), colour: '#0072b2', stepped: true },
    ...(previous === null ? [] : [{ label: t('chart.previous'), colour: '#d55e00', stepped: true, dashed: true }]),
  ];
  const orderSeries = ORDER_STEPS.map((step) => ({ label: t(`orderStep.${step}`), colour: ORDER_STEP_COLOUR[step], fill: true }));
  const staffSeries = [...STACKED].reverse().map((activity) => ({
    label: t(`activity.${activity}`),
    colour: ACTIVITY_COLOUR[activity],
    fill: true,
    stepped: true,
  }));
  const used = STACKED.filter((_activity, i) =>
    staff[STACKED.length - i]!.some((value, row) => (value ?? 0) > (staff[STACKED.length - i + 1]?.[row] ?? 0) + 1e-6),
  );
  const lastOf = (column: readonly (number | null)[] | undefined): number => column?.at(-1) ?? 0;
  const shared = {
    height: HEIGHT,
    xRange,
    theme,
    formatX: (hour: number): string => `${((hour % 24) + 24) % 24}${language === 'ko' ? '시' : 'h'}`,
    formatY: (value: number): string => formatNumber(value, language, 1),
  };

  return (
    <>
      <figure className="chart-block">
        <figcaption className="section-title">
          {t('chart.throughput')} <small>{t('chart.throughputUnit')}</small>
        </figcaption>
        <Chart {...shared} label={t('chart.throughput')} series={rateSeries} data={rate} />
        {previous === null ? null : <Legend entries={rateSeries.map((one) => ({ name: one.label, colour: one.colour }))} />}
      </figure>
      <figure className="chart-block">
        <figcaption className="section-title">
          {t('chart.orders')} <small>{t('chart.ordersUnit')}</small>
        </figcaption>
        <Chart {...shared} label={t('chart.orders')} series={orderSeries} data={progress} yMax={Math.max(1, digest.deliveries)} />
        <Legend
          entries={ORDER_STEPS.map((step, i) => ({
            name: t(`orderStep.${step}`),
            colour: ORDER_STEP_COLOUR[step],
            value: formatNumber(lastOf(progress[i + 1]), language),
          }))}
        />
      </figure>
      <figure className="chart-block">
        <figcaption className="section-title">
          {t('chart.utilisation')} <small>{t('chart.utilisationUnit')}</small>
        </figcaption>
        <Chart
          {...shared}
          label={t('chart.utilisation')}
          series={staffSeries}
          data={staff}
          yMax={Math.max(1, record.model.labour.people.length)}
        />
        <Legend entries={used.map((activity) => ({ name: t(`activity.${activity}`), colour: ACTIVITY_COLOUR[activity] }))} />
      </figure>
    </>
  );
}

interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly value?: string;
}

function Legend({ entries }: { readonly entries: readonly LegendEntry[] }): ReactElement {
  return (
    <ul className="chart-legend">
      {entries.map((entry) => (
        <li key={entry.name}>
          <i className="swatch" style={{ background: entry.colour }} aria-hidden="true" />
          {entry.name}
          {entry.value === undefined ? null : <b>{entry.value}</b>}
        </li>
      ))}
    </ul>
  );
}
