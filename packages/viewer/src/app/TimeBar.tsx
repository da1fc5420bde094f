// Play, step, scrub, speed, overlay, camera.

import { Camera, Layers, Pause, Play, Route, SkipBack, StepBack, StepForward } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDate } from '../i18n/format.ts';
import { OVERLAYS } from '../state/overlays.ts';
import { CAMERAS, useRun } from '../state/run.ts';
import { useLanguage, useTick } from '../state/use.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { RadioMenu } from '../widgets/RadioMenu.tsx';
import { Scrub } from './Scrub.tsx';
import { Speed } from './Speed.tsx';
import { carryOut } from './useShortcuts.ts';

export function TimeBar(): ReactElement {
  const { t } = useTranslation();
  const playing = useRun((state) => state.playing);
  const record = useRun((state) => state.record);
  const none = record === null;
  return (
    <section className="time-bar" aria-label={t('bar.label')}>
      <div className="transport">
        <IconButton
          icon={SkipBack}
          label={t('bar.toStart')}
          shortcut="Home"
          disabled={none}
          onClick={() => carryOut({ name: 'to-start' })}
        />
        <IconButton
          icon={StepBack}
          label={t('bar.previousEvent')}
          shortcut=","
          disabled={none}
          onClick={() => carryOut({ name: 'event', direction: -1 })}
        />
        <IconButton
          icon={playing ? Pause : Play}
          label={playing ? t('bar.pause') : t('bar.play')}
          shortcut="Space"
          primary
          disabled={none}
          onClick={() => carryOut({ name: 'toggle-play' })}
        />
        <IconButton
          icon={StepForward}
          label={t('bar.nextEvent')}
          shortcut="."
          disabled={none}
          onClick={() => carryOut({ name: 'event', direction: 1 })}
        />
      </div>
      <ClockFace />
      {none ? <div className="scrub" /> : <Scrub record={record} />}
      <BarTools />
    </section>
  );
}

function ClockFace(): ReactElement {
  const language = useLanguage();
  const tick = useTick();
  const model = useRun((state) => state.model);
  return (
    <div className="clock">
      <b>{model === null ? '--:--:--' : formatClock(tick)}</b>
      <span>{model === null ? ' ' : formatDate(tick, model.startDate, language)}</span>
    </div>
  );
}

function BarTools(): ReactElement {
  const { t } = useTranslation();
  const overlay = useRun((state) => state.overlay);
  const camera = useRun((state) => state.camera);
  const showPaths = useRun((state) => state.showPaths);
  const { setOverlay, goTo, setShowPaths } = useRun.getState();
  return (
    <div className="bar-tools">
      <Speed />
      <span className="wide-only">
        <IconButton
          icon={Route}
          label={t('bar.paths')}
          shortcut="P"
          pressed={showPaths}
          onClick={() => setShowPaths(!showPaths)}
        />
      </span>
      <RadioMenu
        icon={Layers}
        label={t('bar.overlay')}
        value={overlay}
        onChange={setOverlay}
        options={OVERLAYS.map((value) => ({ value, label: t(`overlay.${value}`) }))}
      />
      <RadioMenu
        icon={Camera}
        label={t('bar.camera')}
        value={camera}
        onChange={goTo}
        options={CAMERAS.map((value, i) => ({ value, label: t(`camera.${value}`), shortcut: String(i + 1) }))}
      />
    </div>
  );
}
