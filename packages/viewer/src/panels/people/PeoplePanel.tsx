// Everybody at work: role, what they do now, how busy they were today, how far they walked.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatMinute, formatNumber, formatShare } from '../../i18n/format.ts';
import { AGENT_STATES, TICKS_PER_SECOND } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage, useRecord, useSlowTick } from '../../state/use.ts';
import { ACTIVITIES, ACTIVITY_BY_STATE, ACTIVITY_COLOUR } from '../../widgets/palette.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import { walkedToday_m } from '../inspector/agent.ts';
import { activityTimes } from '../inspector/PersonView.tsx';
import { dayStart, personName } from '../words.ts';
import { useTableWords } from '../tables/words.ts';

interface PersonRow {
  readonly person: number;
  readonly state: number;
  /** Share of the time on shift so far that was work, walking or driving; undefined before the shift. */
  readonly busy: number | undefined;
  readonly walked_m: number;
  readonly start_s: number;
  readonly end_s: number;
}

export function peopleRows(record: RunRecord, tick: number): PersonRow[] {
  const { people, shifts } = record.model.labour;
  const of = (name: (typeof ACTIVITIES)[number]): number => ACTIVITIES.indexOf(name);
  return people.map((one, person) => {
    const spent = activityTimes(record.timeByState(person, dayStart(tick), tick));
    const busy = spent[of('work')]! + spent[of('walk')]! + spent[of('drive')]!;
    const shift = busy + spent[of('wait')]! + spent[of('idle')]! + spent[of('down')]!;
    return {
      person,
      state: record.stateAt(person, tick),
      busy: shift > 0 ? busy / shift : undefined,
      walked_m: walkedToday_m(record, person, tick),
      start_s: shifts[one.shift]?.start_s ?? 0,
      end_s: shifts[one.shift]?.end_s ?? 0,
    };
  });
}

export function PeoplePanel(): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useTableWords();
  const record = useRecord();
  const tick = useSlowTick(1000);
  const selection = useRun((state) => state.selection);
  const select = useRun((state) => state.select);
  const rows = useMemo(() => (record === null ? [] : peopleRows(record, tick)), [record, tick]);
  if (record === null) return null;
  const stateOf = (row: PersonRow): (typeof AGENT_STATES)[number] => AGENT_STATES[row.state] ?? 'absent';
  const columns: Column<PersonRow>[] = [
    { key: 'name', title: t('people.name'), value: (row) => personName(record.model, row.person, language) },
    {
      key: 'state',
      title: t('people.state'),
      value: (row) => t(`state.${stateOf(row)}`),
      show: (row) => (
        <>
          <i
            className="swatch"
            style={{ background: ACTIVITY_COLOUR[ACTIVITY_BY_STATE[row.state] ?? 'away'] }}
            aria-hidden="true"
          />{' '}
          {t(`state.${stateOf(row)}`)}
        </>
      ),
    },
    {
      key: 'busy',
      title: t('people.busy'),
      numeric: true,
      value: (row) => row.busy ?? -1,
      show: (row) => (row.busy === undefined ? '–' : formatShare(row.busy, language)),
    },
    {
      key: 'walked',
      title: t('people.walked'),
      numeric: true,
      value: (row) => row.walked_m,
      show: (row) => `${formatNumber(row.walked_m, language)} m`,
    },
    {
      key: 'shift',
      title: t('people.shift'),
      value: (row) => row.start_s,
      show: (row) => `${formatMinute(row.start_s * TICKS_PER_SECOND)}–${formatMinute(row.end_s * TICKS_PER_SECOND)}`,
    },
  ];
  return (
    <DataTable
      caption={t('people.caption')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.person}
      selected={(row) => selection?.kind === 'person' && selection.index === row.person}
      onSelect={(row) => select({ kind: 'person', index: row.person })}
      words={words}
    />
  );
}
