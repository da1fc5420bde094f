import { TASK_KINDS } from '../../../packages/engine/src/model/labour.ts';
import type { Rule } from '../rule.ts';

/** One task at a time, finished by who began it, and only what the person can do. */
export const tasks: Rule = {
  id: 'tasks',
  proves: 'a person has one task at a time, ends the task it began before it goes home, and holds the skill for it',
  check(run, report) {
    const { people, roles } = run.model.labour;
    const open = new Map<number, { kind: number; subject: number }>();
    for (const { tick, kind: event, a: person, b: kind, c: subject } of run.events) {
      if (event === 'shift-ended' && open.has(person)) {
        const { kind: left, subject: of } = open.get(person)!;
        report(tick, run.personName(person), `goes home in the middle of ${TASK_KINDS[left]} ${of}`);
      }
      if (event !== 'task-started' && event !== 'task-finished') continue;
      const name = run.personName(person);
      const task = `${TASK_KINDS[kind] ?? `kind ${kind}`} ${subject}`;
      if (people[person] === undefined || TASK_KINDS[kind] === undefined) {
        report(tick, name, `${event}: no such person or task kind (${task})`);
        continue;
      }
      const under = open.get(person);
      if (event === 'task-started') {
        if (under !== undefined)
          report(tick, name, `begins ${task} before it has finished ${TASK_KINDS[under.kind]} ${under.subject}`);
        if (!roles[people[person].role]!.skills.includes(kind)) {
          report(tick, name, `begins ${task} without the skill: ${roles[people[person].role]!.id}`);
        }
        open.set(person, { kind, subject });
      } else {
        if (under === undefined || under.kind !== kind || under.subject !== subject)
          report(tick, name, `finishes ${task}, which it did not begin`);
        open.delete(person);
      }
    }
  },
};
