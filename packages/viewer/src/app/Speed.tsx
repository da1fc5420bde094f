// Playback speed: a logarithmic slider from ×1 to ×3600, a typed number, and a few usual speeds.

import { Popover, Slider } from 'radix-ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../i18n/format.ts';
import { FASTEST, SLOWEST, useRun } from '../state/run.ts';
import { useLanguage } from '../state/use.ts';
import { NumberField } from '../widgets/NumberField.tsx';

const STEPS = 100;
const PRESETS = [1, 10, 60, 300, 1800] as const;

/** Speed at a position of the slider (0–100): equal steps multiply alike. */
export function speedAt(position: number): number {
  const speed = SLOWEST * Math.exp((position / STEPS) * Math.log(FASTEST / SLOWEST));
  return speed < 10 ? Math.round(speed * 10) / 10 : Math.round(speed);
}

export function positionOf(speed: number): number {
  return (STEPS * Math.log(speed / SLOWEST)) / Math.log(FASTEST / SLOWEST);
}

export function Speed(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const speed = useRun((state) => state.speed);
  const setSpeed = useRun((state) => state.setSpeed);
  const shown = formatNumber(speed, language, 1);
  return (
    <Popover.Root>
      <Popover.Trigger className="speed-button" aria-label={`×${shown} ${t('bar.speed')}`} title={t('bar.speed')}>
        ×{shown}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover speed-pop"
          side="top"
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label={t('bar.speed')}
        >
          <div className="section-title">
            {t('bar.speed')} <small>{t('bar.speedValue', { speed: shown })}</small>
          </div>
          <Slider.Root
            className="slider"
            min={0}
            max={STEPS}
            step={1}
            value={[positionOf(speed)]}
            onValueChange={([position = 0]) => setSpeed(speedAt(position))}
          >
            <Slider.Track className="slider-track">
              <Slider.Range className="slider-range" />
            </Slider.Track>
            <Slider.Thumb
              className="slider-thumb"
              aria-label={t('bar.speed')}
              aria-valuetext={t('bar.speedValue', { speed: shown })}
            />
          </Slider.Root>
          <div className="presets">
            {PRESETS.map((preset) => (
              <button key={preset} type="button" aria-pressed={speed === preset} onClick={() => setSpeed(preset)}>
                ×{preset}
              </button>
            ))}
          </div>
          <NumberField label={t('bar.speedField')} value={Math.round(speed)} min={SLOWEST} max={FASTEST} onChange={setSpeed} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
