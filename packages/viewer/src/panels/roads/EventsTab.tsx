// What went otherwise than planned this day: vehicles held up, stores where nobody was, tours planned anew. Newest first.

import { CircleSlash, Hourglass, PackageX, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { seek } from '../../app/conduct.ts';
import type { Board } from '../../frames/delivery-board.ts';
import { deliveryLogOf } from '../../frames/delivery-log.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatMinute } from '../../i18n/format.ts';
import { dayStart, orderCode, storeName, type Translate } from '../words.ts';
import { CAUSES } from './ReplanNote.tsx';

interface EventsTabProps {
  readonly record: RunRecord;
  readonly board: Board;
  readonly tick: number;
}

interface Note {
  readonly tick: number;
  readonly icon: LucideIcon;
  readonly text: string;
}

export function EventsTab({ record, board, tick }: EventsTabProps): ReactElement {
  const { t } = useTranslation();
  const notes = notesOf(record, board, tick, t);
  if (notes.length === 0) return <p className="empty">{t('roads.noEvents')}</p>;
  return (
    <ol className="event-list">
      {notes.map((note, i) => (
        <li key={i}>
          <button type="button" className="link tabular" onClick={() => seek(note.tick)}>
            {formatMinute(note.tick)}
          </button>
          <p>
            <note.icon className="note-icon" size={14} aria-hidden="true" /> {note.text}
          </p>
        </li>
      ))}
    </ol>
  );
}

function notesOf(record: RunRecord, board: Board, tick: number, t: Translate): Note[] {
  const { model } = record;
  const { tours, vehicles } = deliveryLogOf(record);
  const day = dayStart(tick);
  const name = (vehicle: number): string => model.fleet.vehicles[vehicle]?.id ?? '–';
  const notes: Note[] = [];
  for (const hold of vehicles.holds) {
    const words = { vehicle: name(hold.vehicle), clock: formatMinute(hold.until) };
    const over = hold.until <= tick;
    const kind = `${hold.breakdown ? 'broken' : 'held'}${over ? 'Over' : ''}` as const;
    notes.push({ tick: hold.from, icon: hold.breakdown ? TriangleAlert : Hourglass, text: t(`roads.event.${kind}`, words) });
  }
  for (const { vehicle, tours: views } of board.vehicles) {
    for (const { tour, stops } of views) {
      for (const plan of tour.plans.slice(1)) {
        const cause = t(`roads.cause.${CAUSES[plan.cause] ?? 'delay'}`);
        const text = t('roads.event.replanned', {
          vehicle: name(vehicle),
          tour: tour.number + 1,
          position: plan.from + 1,
          cause,
        });
        notes.push({ tick: plan.tick, icon: RefreshCw, text });
      }
      for (const { stop, status } of stops) {
        if (status !== 'failed') continue;
        const text = t('roads.event.failed', { vehicle: name(vehicle), store: storeName(model, stop.store) });
        notes.push({ tick: stop.ended, icon: CircleSlash, text });
      }
    }
  }
  for (const { tick: at, order, collection } of tours.unplanned) {
    const what = order >= 0 ? orderCode(model, order) : (model.demand.collections.code[collection] ?? '–');
    notes.push({ tick: at, icon: PackageX, text: t('roads.event.unplanned', { what }) });
  }
  return notes.filter((note) => note.tick >= day && note.tick <= tick).sort((a, b) => b.tick - a.tick);
}
