import { TICKS_PER_DAY } from '../../../packages/engine/src/base/units.ts';
import { shiftsOf, spansBetween, tasksByPerson } from '../work-days.ts';
import type { Rule } from '../rule.ts';

/** Breaks are given: all of them, not shortened, not before their time, and free of work. */
export const breaks: Rule = {
  id: 'breaks',
  proves:
    'every break of a shift is given once, not before its time, at its full length, to a person that does nothing ' +
    'else meanwhile',
  check(run, report) {
    const taken = spansBetween(run, 'break-started', 'break-ended');
    const shifts = spansBetween(run, 'shift-started', 'shift-ended');
    const tasks = tasksByPerson(run);
    const resting = new Set<number>();
    for (const { tick, kind, a } of run.events) {
      if (kind === 'break-started' && resting.has(a)) report(tick, run.personName(a), 'begins a break in the middle of one');
      if (kind === 'break-ended' && !resting.has(a)) report(tick, run.personName(a), 'ends a break it did not begin');
      if (kind === 'break-started') resting.add(a);
      if (kind === 'break-ended') resting.delete(a);
    }
    run.model.labour.people.forEach(({ shift }, person) => {
      const name = run.personName(person);
      const { start_s, breaks: due } = run.model.labour.shifts[shift]!;
      const spans = taken.get(person) ?? [];
      for (const { start, end: scheduledEnd } of shiftsOf(run, person)) {
        const presence = (shifts.get(person) ?? []).find((span) => span.start <= start && span.end > start);
        if (presence === undefined || start < run.from) continue; // the shift rule reports it
        const midnight = start - Math.round(start_s * 1e6);
        const next = midnight + TICKS_PER_DAY + Math.round(start_s * 1e6);
        const within = spans.filter((span) => span.start >= start && span.start < Math.min(presence.end, next));
        if (within.length > due.length) report(start, name, `takes ${within.length} breaks, ${due.length} are due`);
        [...due]
          .sort((p, q) => p.at_s - q.at_s)
          .forEach(({ at_s, length_s }, i) => {
            const at = midnight + Math.round(at_s * 1e6);
            const length = Math.round(length_s * 1e6);
            const given = within[i];
            if (given === undefined) {
              // A break is lost only if the person is not free before its shift ends: the task under way when the break falls
              // due, and the breaks given before this one, come first.
              let free = Math.max(
                at,
                ...tasks[person]!.filter((task) => task.start <= at && task.end > at).map((task) => task.end),
              );
              for (const other of within) if (other.start <= free && other.end > free) free = other.end;
              if (free < Math.min(scheduledEnd, run.to))
                report(at, name, `does not get the break of ${length_s} s that is due at ${at}`);
              return;
            }
            if (given.start < at) report(given.start, name, `begins a break ${(at - given.start) / 1e6} s before its time`);
            if (given.end < Infinity && given.end - given.start < length) {
              report(given.end, name, `gets ${(given.end - given.start) / 1e6} s of a break of ${length_s} s`);
            }
            const kept = tasks[person]!.find((task) => task.start > at && task.start < given.start);
            if (kept !== undefined) report(kept.start, name, `is given a task while the break of ${at} is due`);
          });
      }
      for (const span of spans) {
        const agent = run.personAgent[person]!;
        for (const leg of run.legs[agent] ?? []) {
          if (leg.t1 <= span.start || leg.t0 >= span.end || leg.t1 === leg.t0) continue;
          if (leg.state !== 'break' && leg.state !== 'walking') report(leg.t0, name, `is ${leg.state} in a break`);
        }
        const busy = tasks[person]!.find((task) => task.start < span.end && task.end > span.start);
        if (busy !== undefined) report(span.start, name, 'takes a break in the middle of a task');
      }
    });
  },
};
