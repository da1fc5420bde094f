// The engine's event calendar, one event at a time: what comes next and why in this order.

import { FastForward, StepForward } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { beginStepping, continueRun, stepOnce, upcoming } from '../../app/conduct.ts';
import { formatClock } from '../../i18n/format.ts';
import type { PendingEvent } from '../../state/engine.ts';
import { useSession } from '../../state/session.ts';
import { useTick } from '../../state/use.ts';

const SHOWN = 20;
const KEPT = 8;

export function CalendarPanel(): ReactElement {
  const { t } = useTranslation();
  const phase = useSession((state) => state.phase);
  const tick = useTick();
  const [pending, setPending] = useState<readonly PendingEvent[]>([]);
  const [executed, setExecuted] = useState<readonly PendingEvent[]>([]);
  const [busy, setBusy] = useState(false);
  const stepping = phase === 'stepping';

  const refresh = useCallback((): void => {
    upcoming(SHOWN).then(setPending, () => setPending([]));
  }, []);
  useEffect(() => {
    if (stepping) refresh();
    else {
      setPending([]);
      setExecuted([]);
    }
  }, [stepping, refresh]);

  const step = (): void => {
    setBusy(true);
    stepOnce()
      .then(
        (event) => {
          if (event !== undefined) setExecuted((before) => [event, ...before].slice(0, KEPT));
          refresh();
        },
        () => {},
      )
      .finally(() => setBusy(false));
  };

  if (!stepping) {
    return (
      <>
        <p className="note">{t('calendar.intro')}</p>
        <button
          type="button"
          className="button primary wide"
          disabled={phase !== 'running' && phase !== 'done'}
          onClick={() => {
            void beginStepping();
          }}
        >
          <StepForward size={16} aria-hidden="true" />
          {phase === 'compiling' ? t('calendar.preparing', { clock: formatClock(tick) }) : t('calendar.begin')}
        </button>
      </>
    );
  }
  return (
    <>
      <div className="button-row">
        <button
          type="button"
          className="button primary"
          style={{ flex: 1 }}
          disabled={busy || pending.length === 0}
          onClick={step}
        >
          <StepForward size={16} aria-hidden="true" />
          {t('calendar.step')}
        </button>
        <button type="button" className="button" onClick={continueRun}>
          <FastForward size={16} aria-hidden="true" />
          {t('calendar.continue')}
        </button>
      </div>
      {executed.length === 0 ? null : (
        <section>
          <h3 className="section-title">{t('calendar.executed')}</h3>
          <ol className="event-list" aria-live="polite">
            {executed.map((event) => (
              <Entry key={event.sequence} event={event} className="executed" />
            ))}
          </ol>
        </section>
      )}
      <section>
        <h3 className="section-title">{t('calendar.upcoming', { count: pending.length })}</h3>
        {pending.length === 0 ? (
          <p className="empty">{t('calendar.end')}</p>
        ) : (
          <ol className="event-list">
            {pending.map((event, i) => (
              <Entry key={event.sequence} event={event} className={i === 0 ? 'next' : ''} />
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

function Entry({ event, className }: { readonly event: PendingEvent; readonly className: string }): ReactElement {
  const { t, i18n } = useTranslation();
  // The engine may know kinds that this page has no words for yet: then its own name is shown.
  const key = `pendingKind.${event.kind}` as 'pendingKind.shift-start';
  const kind: string = (i18n.exists as (name: string) => boolean)(key) ? t(key) : event.kind;
  return (
    <li className={className}>
      <time>{formatClock(event.tick)}</time>
      <p>
        {kind}
        {event.subject === '' ? '' : ` · ${event.subject}`}
        <br />
        <small className="tabular">{t('calendar.priority', { priority: event.priority, sequence: event.sequence })}</small>
      </p>
    </li>
  );
}
