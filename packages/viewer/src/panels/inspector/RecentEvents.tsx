// The latest events of an agent; choosing one goes to its time.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { seek } from '../../app/conduct.ts';
import type { RunEvent, RunRecord } from '../../frames/timeline.ts';
import { formatClock } from '../../i18n/format.ts';
import { useLanguage } from '../../state/use.ts';
import { eventSentence } from '../event-words.ts';

interface RecentEventsProps {
  readonly record: RunRecord;
  readonly agent: number;
  readonly tick: number;
}

export function RecentEvents({ record, agent, tick }: RecentEventsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="section-title">{t('inspector.recent')}</h3>
      <EventList record={record} events={record.log.latestOf(agent, tick, 6).reverse()} />
    </section>
  );
}

/** Events as a list, each with its time; choosing the time goes there. */
export function EventList({
  record,
  events,
}: {
  readonly record: RunRecord;
  readonly events: readonly RunEvent[];
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  if (events.length === 0) return <p className="empty">{t('inspector.noEvents')}</p>;
  return (
    <ol className="event-list">
      {events.map((event) => (
        <li key={event.row}>
          <button
            type="button"
            className="link"
            title={t('log.jump', { clock: formatClock(event.tick) })}
            onClick={() => seek(event.tick)}
          >
            <time>{formatClock(event.tick)}</time>
          </button>
          <p>{eventSentence(record.model, event, t, language)}</p>
        </li>
      ))}
    </ol>
  );
}
