import {
  DELIVER,
  INSPECT,
  LOAD,
  PACK,
  PICK,
  PUT_AWAY,
  SERVE,
  TASK_KINDS,
  UNLOAD,
} from '../../../packages/engine/src/model/labour.ts';
import { deliveryTours } from '../delivery-tours.ts';
import { readMoves } from '../moves.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';
import { tasksByPerson } from '../work-days.ts';
import type { TaskSpan } from '../work-days.ts';

/** What happens in the course of a task: which kind of task, about what, by whom (-1: not told). */
interface Outcome {
  readonly kinds: readonly number[];
  /** Subject of the task, or -1 where the event does not tell it. */
  readonly subject: number;
  readonly person: number;
}

/** Tasks do what they are for, and what they are for is done by nobody else. */
export const taskOutcome: Rule = {
  id: 'task-outcome',
  proves:
    'every unloading, inspection, put-away, pick, packing, loading, sale and tour is done in a task for it by the ' +
    'person who has it, and no task, replenishments and re-slottings included, ends without it',
  check(run, report) {
    const { fleet, labour } = run.model;
    const tasks = tasksByPerson(run);
    /** Tasks that have had an outcome. */
    const fruitful = new Set<TaskSpan>();
    for (const event of run.events) {
      const outcome = outcomeOf(run, event);
      if (outcome === undefined) continue;
      const { kinds, subject, person } = outcome;
      const candidates = person >= 0 ? (tasks[person] ?? []) : tasks.flat();
      const fits = candidates.filter(
        (each) =>
          kinds.includes(each.kind) &&
          (subject < 0 || each.subject === subject) &&
          (each.start < event.tick || (each.start === event.tick && event.kind === 'units-rejected')) &&
          each.end >= event.tick,
      );
      // A crew loads while the driver has the tour.
      const task = fits.find(({ kind }) => kind === kinds[0]) ?? fits[0];
      if (task !== undefined) fruitful.add(task);
      else {
        const who = person >= 0 ? run.personName(person) : 'whoever did it';
        report(event.tick, who, `${event.kind} ${event.a} ${event.b} ${event.c} without a ${TASK_KINDS[kinds[0]!]} task for it`);
      }
    }
    for (const { event, task } of readMoves(run)) {
      if (task !== undefined && event.kind !== 'units-lifted') fruitful.add(task);
    }
    for (const task of tasks.flat()) {
      if (task.end === Infinity || fruitful.has(task)) continue;
      // A tour that a re-planning emptied is not driven.
      if (task.kind === DELIVER && deliveryTours(run).get(task.subject)?.stops.length === 0) continue;
      report(
        task.end,
        run.personName(task.person),
        `ends a ${TASK_KINDS[task.kind]} task (${task.subject}) without having done it`,
      );
    }
    const staged = new Set(run.of('order-staged').map(({ a }) => a));
    const waits = (order: number, tick: number): boolean =>
      run.of('lane-full').some((each) => each.a === order && each.tick === tick);
    for (const task of tasks.flat()) {
      if (task.kind === PACK && task.end < Infinity && !staged.has(task.subject) && !waits(task.subject, task.end))
        report(task.end, run.personName(task.person), `ends a pack task, but ${run.orderName(task.subject)} is not staged`);
    }
    for (const task of tasks.flat()) {
      if (task.kind !== DELIVER) continue;
      const planned = run.of('tour-planned').find(({ a }) => a === task.subject);
      const driver = fleet.vehicles[planned?.b ?? -1]?.driver;
      if (driver !== undefined && driver !== task.person) {
        report(
          task.start,
          run.personName(task.person),
          `drives for ${labour.people[driver]?.id ?? 'nobody'} on tour ${task.subject}`,
        );
      }
    }
  },
};

function outcomeOf(run: RunRecord, { kind, a, b, c }: Happening): Outcome | undefined {
  switch (kind) {
    case 'truck-unloaded':
      return { kinds: [UNLOAD], subject: a, person: -1 };
    case 'line-inspected':
      return { kinds: [INSPECT], subject: run.model.demand.inboundLines.truck[a] ?? -2, person: b };
    case 'put-away-done':
      return { kinds: [PUT_AWAY], subject: a, person: -1 };
    case 'units-rejected':
      return a < 0 ? undefined : { kinds: [PUT_AWAY], subject: a, person: -1 };
    case 'order-picked':
      return b < 0 ? undefined : { kinds: [PICK], subject: -1, person: b };
    case 'zone-picked':
      return { kinds: [PICK], subject: -1, person: c };
    case 'order-packed':
      return { kinds: [PACK], subject: a, person: b };
    case 'order-staged':
      return { kinds: [PACK], subject: a, person: -1 };
    case 'order-loaded':
      return { kinds: [LOAD, DELIVER], subject: c, person: -1 };
    case 'order-sold':
      return { kinds: [SERVE], subject: a, person: b };
    case 'vehicle-undocked':
      // A tour of which nothing is left is not driven.
      return nothingLeft(run, c) ? { kinds: [DELIVER], subject: c, person: -1 } : undefined;
    case 'vehicle-returned':
      return { kinds: [DELIVER], subject: b, person: -1 };
    default:
      return undefined;
  }
}

/** Whether every order of a tour was closed as empty. */
function nothingLeft(run: RunRecord, tour: number): boolean {
  const closed = new Set(run.of('order-closed').map(({ a }) => a));
  return run.of('tour-stop-planned').every(({ a, b }) => a !== tour || closed.has(b));
}
