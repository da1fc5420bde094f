// The middle of the page: the twin, its legend, what is selected; or in words why there is nothing to see.

import { Component, lazy, Suspense, useEffect, useState, type ErrorInfo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from '../frames/clock.ts';
import { TEST_MODE } from '../scene/flags.ts';
import { useRun } from '../state/run.ts';
import { useSession } from '../state/session.ts';
import { useLanguage, useNarrow, useSimulatedUntil, useTheme, useTick } from '../state/use.ts';
import { isWaiting } from './conduct.ts';
import { Legend } from './Legend.tsx';
import { Problems } from './Problems.tsx';

const Inspector = lazy(() => import('../panels/inspector/Inspector.tsx').then((module) => ({ default: module.Inspector })));
const Twin = lazy(() => import('../scene/Twin.tsx').then((module) => ({ default: module.Twin })));
const RoadMap = lazy(() => import('../scene/road-map/RoadMap.tsx').then((module) => ({ default: module.RoadMap })));

/** Whether this browser can draw the twin. */
function hasWebgl2(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

export function Stage(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const narrow = useNarrow();
  const model = useRun((state) => state.model);
  const selected = useRun((state) => state.selection !== null);
  const [attempt, setAttempt] = useState(0);
  const [broken, setBroken] = useState<string | null>(null);
  const [webgl] = useState(hasWebgl2);
  const drawn = webgl && broken === null;
  const map = useSession((state) => state.panel === 'roads') && model !== null && model.fleet.stores.count > 0;
  return (
    <main className="stage" aria-label={t('stage.label')}>
      {model !== null && drawn ? (
        <Guard key={attempt} onError={setBroken}>
          <Suspense fallback={<p className="stage-message">{t('stage.loading')}</p>}>
            <div className="twin" aria-hidden="true">
              <Twin language={language} theme={theme} covered={map} />
            </div>
          </Suspense>
        </Guard>
      ) : null}
      {model === null && drawn ? <p className="stage-message">{t('stage.preparing')}</p> : null}
      {webgl ? null : <NoTwin title={t('stage.noWebgl')} text={t('stage.noWebglCure')} detail={null} />}
      {broken === null ? null : (
        <NoTwin
          title={t('stage.sceneFailed')}
          text={t('stage.sceneFailedCure')}
          detail={broken}
          onRetry={() => {
            setBroken(null);
            setAttempt(attempt + 1);
          }}
        />
      )}
      {map ? (
        <Suspense fallback={<p className="stage-message">{t('common.opening')}</p>}>
          <RoadMap />
        </Suspense>
      ) : null}
      {drawn && !map ? null : <Ticker />}
      <WaitingNote />
      {model !== null && drawn && !map ? <Legend /> : null}
      {model !== null && model.attribution.length > 0 ? (
        <Attribution text={`${t('stage.attribution')}: ${model.attribution.join(' · ')}`} />
      ) : null}
      {narrow || !selected ? null : (
        <Suspense fallback={null}>
          <Inspector />
        </Suspense>
      )}
      <Problems />
    </main>
  );
}

interface NoTwinProps {
  readonly title: string;
  readonly text: string;
  readonly detail: string | null;
  readonly onRetry?: () => void;
}

function NoTwin({ title, text, detail, onRetry }: NoTwinProps): ReactElement {
  const { t } = useTranslation();
  const update = useSession((state) => state.update);
  return (
    <div className="stage-message" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {detail === null ? null : <p className="mono">{detail}</p>}
      <div className="button-row">
        <button type="button" className="button primary" onClick={() => update({ panel: 'tables' })}>
          {t('stage.openTables')}
        </button>
        {onRetry === undefined ? null : (
          <button type="button" className="button" onClick={onRetry}>
            {t('stage.reopen')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Where the scenario's data come from. On a phone three lines of it, the rest on a touch. */
function Attribution({ text }: { readonly text: string }): ReactElement {
  const [whole, setWhole] = useState(false);
  return (
    <button type="button" className="attribution" aria-expanded={whole} onClick={() => setWhole(!whole)}>
      <span>{text}</span>
    </button>
  );
}

/** Moves the clock where no twin does. In tests it stands until something is asked of it. */
function Ticker(): null {
  useEffect(() => {
    let last = performance.now();
    let request = requestAnimationFrame(function frame(now) {
      if (!TEST_MODE) clock.advance(Math.min(0.25, (now - last) / 1000));
      last = now;
      request = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(request);
  }, []);
  return null;
}

/** Says that the picture waits for the engine. */
function WaitingNote(): ReactElement | null {
  const { t } = useTranslation();
  const record = useRun((state) => state.record);
  const phase = useSession((state) => state.phase);
  useTick();
  useSimulatedUntil(record);
  if (record === null) return null;
  if (phase === 'compiling') return <p className="waiting-note chip">{t('stage.preparing')}</p>;
  const behind = phase === 'running' && (isWaiting() || (useRun.getState().playing && clock.tick >= record.simulatedUntil));
  return behind ? <p className="waiting-note chip">{t('stage.simulating')}</p> : null;
}

interface GuardProps {
  readonly onError: (message: string) => void;
  readonly children: ReactNode;
}

/** Keeps an error of the scene from taking the page with it. */
class Guard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
    this.props.onError(error.message);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
