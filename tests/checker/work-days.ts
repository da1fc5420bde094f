// When people are at work: the shifts of the model as spans of ticks, and their tasks as read from the trace.

import { TICKS_PER_DAY, TICKS_PER_SECOND } from '../../packages/engine/src/base/units.ts';
import type { AgentState } from '../../packages/engine/src/trace/format.ts';
import type { RunRecord } from './record.ts';

/** From start to end, both in ticks. `end` is Infinity where the end is not in the trace. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The scheduled shifts of a person, in order; one a day, those over midnight included. */
export function shiftsOf(run: RunRecord, person: number): Span[] {
  const shift = run.model.labour.shifts[run.model.labour.people[person]!.shift]!;
  const spans: Span[] = [];
  for (let day = -1; day <= run.model.days; day++) {
    const start = day * TICKS_PER_DAY + Math.round(shift.start_s * TICKS_PER_SECOND);
    const end = day * TICKS_PER_DAY + Math.round(shift.end_s * TICKS_PER_SECOND);
    if (end > 0) spans.push({ start, end });
  }
  return spans;
}

export interface TaskSpan extends Span {
  readonly person: number;
  readonly kind: number;
  readonly subject: number;
}

/** Tasks of every person, in order of their start. */
export function tasksByPerson(run: RunRecord): readonly (readonly TaskSpan[])[] {
  const known = tasksOf.get(run);
  if (known !== undefined) return known;
  const tasks = readTasks(run);
  tasksOf.set(run, tasks);
  return tasks;
}

/** Many rules ask for the tasks of one run; all of them are given the same. */
const tasksOf = new WeakMap<RunRecord, TaskSpan[][]>();

function readTasks(run: RunRecord): TaskSpan[][] {
  const tasks: TaskSpan[][] = run.model.labour.people.map(() => []);
  const open = new Map<number, { start: number; kind: number; subject: number }>();
  for (const event of run.events) {
    if (event.kind === 'task-started') open.set(event.a, { start: event.tick, kind: event.b, subject: event.c });
    if (event.kind === 'task-finished') {
      const task = open.get(event.a);
      if (task !== undefined) tasks[event.a]?.push({ person: event.a, ...task, end: event.tick });
      open.delete(event.a);
    }
  }
  for (const [person, task] of open) tasks[person]?.push({ person, ...task, end: Infinity });
  return tasks;
}

/** Spans between events that open and events that close, per subject `a` of the events. */
export function spansBetween(
  run: RunRecord,
  opens: 'shift-started' | 'break-started' | 'equipment-down',
  closes: 'shift-ended' | 'break-ended' | 'equipment-up',
): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  const open = new Map<number, number>();
  const close = (subject: number, end: number): void => {
    const start = open.get(subject);
    if (start === undefined) return;
    open.delete(subject);
    const list = spans.get(subject);
    if (list === undefined) spans.set(subject, [{ start, end }]);
    else list.push({ start, end });
  };
  for (const event of run.events) {
    if (event.kind === opens) {
      close(event.a, event.tick);
      open.set(event.a, event.tick);
    } else if (event.kind === closes) close(event.a, event.tick);
  }
  for (const subject of [...open.keys()]) close(subject, Infinity);
  return spans;
}

/** Since when an agent has been in a state that it is in up to a tick, without a break; undefined: it is not. Not before `from`. */
export function stateSince(run: RunRecord, agent: number, state: AgentState, tick: number, from: number): number | undefined {
  const legs = (run.legs[agent] ?? []).filter(({ t0, t1 }) => t1 > t0);
  let at = legs.findIndex((leg) => leg.t0 < tick && leg.t1 >= tick);
  if (at < 0 || legs[at]!.state !== state) return undefined;
  while (at > 0 && legs[at - 1]!.state === state && legs[at - 1]!.t1 === legs[at]!.t0 && legs[at]!.t0 > from) at--;
  return legs[at]!.t0;
}
