// A person: role, what they do now, the pick tour they are on, how today's time went, how far they walked.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration, formatMinute, formatNumber } from '../../i18n/format.ts';
import { AGENT_STATES, DELIVERY, TASK_KINDS, TICKS_PER_SECOND, type Model } from '../../state/engine.ts';
import { useLanguage } from '../../state/use.ts';
import { ACTIVITIES, ACTIVITY_COLOUR, ACTIVITY_INDEX_BY_STATE } from '../../widgets/palette.ts';
import { SplitBar } from '../../widgets/SplitBar.tsx';
import { dayStart, orderCode } from '../words.ts';
import { timeInState, walkedToday_m } from './agent.ts';
import { Facts } from './Facts.tsx';
import type { ViewProps } from './Inspector.tsx';
import { RecentEvents } from './RecentEvents.tsx';
import { TourFacts } from './TourFacts.tsx';

export function PersonView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { model } = record;
  const person = model.labour.people[index];
  const shift = person === undefined ? undefined : model.labour.shifts[person.shift];
  const state = AGENT_STATES[record.stateAt(index, tick)] ?? 'absent';
  const task = record.openTask(index, tick);
  const spent = activityTimes(record.timeByState(index, dayStart(tick), tick));
  return (
    <>
      <Facts
        rows={[
          [
            t('inspector.stateNow'),
            <>
              <b>{t(`state.${state}`)}</b>{' '}
              {t('inspector.since', { duration: formatDuration(timeInState(record, index, tick), language) })}
            </>,
          ],
          [
            t('inspector.task'),
            task === undefined
              ? undefined
              : `${t(`task.${TASK_KINDS[task.kind] ?? 'pick'}`)} ${taskSubject(model, task.kind, task.subject)}`.trim(),
          ],
          [
            t('inspector.shift'),
            shift === undefined
              ? undefined
              : `${formatMinute(shift.start_s * TICKS_PER_SECOND)}–${formatMinute(shift.end_s * TICKS_PER_SECOND)}`,
          ],
          [t('inspector.walked'), `${formatNumber(walkedToday_m(record, index, tick), language)} m`],
          [t('inspector.speed'), person === undefined ? undefined : `${formatNumber(person.walk_mps, language, 2)} m/s`],
        ]}
      />
      <TourFacts record={record} person={index} tick={tick} />
      <section>
        <h3 className="section-title">{t('inspector.split')}</h3>
        <SplitBar
          label={t('inspector.split')}
          shares={ACTIVITIES.flatMap((activity, i) =>
            activity === 'away'
              ? []
              : [
                  {
                    key: activity,
                    label: t(`activity.${activity}`),
                    value: spent[i]!,
                    colour: ACTIVITY_COLOUR[activity],
                    text: formatDuration(spent[i]!, language),
                  },
                ],
          )}
        />
      </section>
      <RecentEvents record={record} agent={index} tick={tick} />
    </>
  );
}

/** Ticks by activity from ticks by state. */
export function activityTimes(byState: Float64Array): Float64Array {
  const sums = new Float64Array(ACTIVITIES.length);
  for (let state = 0; state < byState.length; state++) sums[ACTIVITY_INDEX_BY_STATE[state]!]! += byState[state]!;
  return sums;
}

/** What a task is about, where its subject is a thing with a name. */
function taskSubject(model: Model, kind: number, subject: number): string {
  const name = TASK_KINDS[kind];
  if (subject < 0) return '';
  if (name === 'unload' || name === 'inspect') return model.demand.trucks.code[subject] ?? '';
  if ((name === 'pack' || name === 'serve') && model.demand.orders.kind[subject] !== undefined) {
    return name === 'pack' && model.demand.orders.kind[subject] !== DELIVERY ? '' : orderCode(model, subject);
  }
  return '';
}
