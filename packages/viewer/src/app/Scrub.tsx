// The slider of time, with the day's work drawn inside it: lines picked as bars, departures as flags, what is not simulated
// yet as a hatched end. A native range input lies over the drawing, so keyboard, screen reader and touch work as usual.

import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../frames/timeline.ts';
import { formatClock, formatDate, formatMinute } from '../i18n/format.ts';
import { departures, workingDay } from '../state/digest.ts';
import { TICKS_PER_SECOND } from '../state/engine.ts';
import { digestOf, useLanguage, useSimulatedUntil, useTheme, useTick } from '../state/use.ts';
import { seek } from './conduct.ts';
import { drawScrub } from './draw-scrub.ts';

export function Scrub({ record }: { readonly record: RunRecord }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const tick = useTick();
  const until = useSimulatedUntil(record);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const day = useMemo(() => workingDay(record.model), [record]);
  const flags = useMemo(() => departures(record.model, day.from, day.to), [record, day]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (canvas.current === null || size.width === 0) return;
    const words = { bars: t('bar.bars'), departure: t('bar.departure'), hour: t('bar.hour') };
    drawScrub(canvas.current, { digest: digestOf(record), day, flags, tick, until, size, words });
  }, [record, day, flags, tick, until, size, theme, language, t]);

  return (
    <div className="scrub" title={t('bar.histogram')}>
      <canvas ref={canvas} aria-hidden="true" />
      <input
        type="range"
        aria-label={t('bar.scrub')}
        aria-valuetext={t('bar.scrubValue', {
          date: formatDate(tick, record.model.startDate, language),
          clock: formatClock(tick),
          until: formatMinute(until),
        })}
        min={day.from / TICKS_PER_SECOND}
        max={day.to / TICKS_PER_SECOND}
        step={10}
        value={Math.round(tick / TICKS_PER_SECOND)}
        onChange={(event) => seek(Number(event.target.value) * TICKS_PER_SECOND)}
      />
    </div>
  );
}
