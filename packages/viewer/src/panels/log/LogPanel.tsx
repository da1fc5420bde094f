// The events up to the time on screen, newest first.

import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunEvent, RunRecord } from '../../frames/timeline.ts';
import { useRecord, useSlowTick } from '../../state/use.ts';
import { Choice } from '../../widgets/Choice.tsx';
import { EventList } from '../inspector/RecentEvents.tsx';
import { GROUPS, isInGroup, type Group } from './groups.ts';

const SHOWN = 80;
const LOOK_BACK = 6000;

/** The latest events of a group up to `tick`, newest first; looks back a bounded number of events. */
export function latestEvents(record: RunRecord, tick: number, group: Group): RunEvent[] {
  const found: RunEvent[] = [];
  const { log } = record;
  const end = log.tick.countUpTo(tick);
  for (let row = end - 1; row >= Math.max(0, end - LOOK_BACK) && found.length < SHOWN; row--) {
    if (isInGroup(log.kind.data[row]!, group)) found.push(log.at(row));
  }
  return found;
}

export function LogPanel(): ReactElement | null {
  const { t } = useTranslation();
  const record = useRecord();
  const tick = useSlowTick(500);
  const [group, setGroup] = useState<Group>('orders');
  if (record === null) return null;
  const events = latestEvents(record, tick, group);
  return (
    <>
      <Choice
        label={t('log.filter')}
        value={group}
        onChange={setGroup}
        options={GROUPS.map((value) => ({ value, label: t(`eventGroup.${value}`) }))}
      />
      {events.length === 0 ? (
        <p className="empty">{t('log.empty')}</p>
      ) : (
        <>
          <p className="hint">{t('log.follow', { count: events.length })}</p>
          <EventList record={record} events={events} />
        </>
      )}
    </>
  );
}
