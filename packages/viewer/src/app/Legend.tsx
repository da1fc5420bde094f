// What the colours in the twin mean.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinute, formatNumber } from '../i18n/format.ts';
import { heatGradient } from '../scene/heat.ts';
import { TEMPERATURE_COLOUR } from '../scene/palette.ts';
import { TEMPERATURE_CLASSES } from '../state/engine.ts';
import { useRun } from '../state/run.ts';
import { useLanguage, useSlowTick } from '../state/use.ts';
import { ACTIVITY_COLOUR, type Activity } from '../widgets/palette.ts';

/** Activities that are seen on the floor. */
const SHOWN: readonly Activity[] = ['work', 'walk', 'wait', 'idle', 'break', 'down'];

export function Legend(): ReactElement {
  const { t } = useTranslation();
  const overlay = useRun((state) => state.overlay);
  return (
    <section className="legend" aria-label={overlay === 'none' ? t('legend.people') : t(`overlay.${overlay}`)}>
      {overlay === 'none' ? (
        <>
          <h2 className="wide-only">{t('legend.people')}</h2>
          <ul>
            {SHOWN.map((activity) => (
              <li key={activity}>
                <i className="swatch" style={{ background: ACTIVITY_COLOUR[activity] }} aria-hidden="true" />
                {t(`activity.${activity}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {overlay === 'temperature' ? (
        <>
          <h2>{t('legend.temperature')}</h2>
          <ul>
            {TEMPERATURE_CLASSES.map((name, i) => (
              <li key={name}>
                <i className="swatch" style={{ background: TEMPERATURE_COLOUR[i] }} aria-hidden="true" />
                {t(`legend.temperatureClass.${name}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {overlay === 'stock-fill' ? (
        <Ramp title={t('legend.stock-fill')} low={`0% ${t('legend.empty')}`} high={`100% ${t('legend.full')}`} />
      ) : null}
      {overlay === 'pick-frequency' ? <PickRamp /> : null}
    </section>
  );
}

function Ramp({ title, low, high }: { readonly title: string; readonly low: string; readonly high: string }): ReactElement {
  return (
    <>
      <h2>{title}</h2>
      <div className="ramp" style={{ background: heatGradient() }} aria-hidden="true" />
      <p className="ramp-ends">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </>
  );
}

function PickRamp(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const record = useRun((state) => state.record);
  const tick = useSlowTick(1000);
  const most = record === null ? 0 : record.picksAt(tick).reduce((high, picks) => Math.max(high, picks), 0);
  return (
    <Ramp
      title={`${t('legend.pick-frequency')} (–${formatMinute(tick)})`}
      low={`0 ${t('legend.low')}`}
      high={`${formatNumber(most, language)} ${t('legend.high')}`}
    />
  );
}
