import { spansBetween, shiftsOf, tasksByPerson } from '../work-days.ts';
import type { Rule } from '../rule.ts';

/** States of a person that count as neither work nor presence. */
const OFF: ReadonlySet<string> = new Set(['absent']);
/** States in which a person works on something. */
const WORK: ReadonlySet<string> = new Set([
  'carrying',
  'searching',
  'picking',
  'handling',
  'packing',
  'serving',
  'waiting-equipment',
  'waiting-door',
  'waiting-station',
  'waiting-goods',
  'down',
  'driving',
  'delivering',
  'waiting-store',
  'broken-down',
]);

/**
 * People work in their shifts. A shift's end is safe against pre-emption: a task begun before it is finished after it, and
 * the person goes then; none is begun after it.
 */
export const shiftHours: Rule = {
  id: 'shift-hours',
  proves:
    'people are present from shift start to shift end as scheduled, begin no task outside their shift, and stay ' +
    'longer only for the task under way',
  check(run, report) {
    const started = spansBetween(run, 'shift-started', 'shift-ended');
    const rests = spansBetween(run, 'break-started', 'break-ended');
    const tasks = tasksByPerson(run);
    const onShift = new Set<number>();
    for (const { tick, kind, a } of run.events) {
      if (kind === 'shift-started' && onShift.has(a)) report(tick, run.personName(a), 'begins a shift in the middle of one');
      if (kind === 'shift-ended' && !onShift.has(a)) report(tick, run.personName(a), 'ends a shift it did not begin');
      if (kind === 'shift-started') onShift.add(a);
      if (kind === 'shift-ended') onShift.delete(a);
    }
    run.model.labour.people.forEach((_, person) => {
      const name = run.personName(person);
      const scheduled = shiftsOf(run, person);
      const present = started.get(person) ?? [];
      for (const { start, end } of present) {
        if (!scheduled.some((shift) => shift.start === start)) {
          report(start, name, 'begins a shift that is not in the schedule');
          continue;
        }
        // A task that outlasts the night leads into the next shift: the last shift begun counts.
        const shift = scheduled.filter((each) => each.start === start || (each.start > start && each.start < end)).at(-1)!;
        if (end < shift.end) report(end, name, `leaves ${(shift.end - end) / 1e6} s before the end of the shift`);
        const kept = [...tasks[person]!, ...(rests.get(person) ?? [])].filter(
          (span) => span.start >= start && span.start <= shift.end,
        );
        const until = Math.max(shift.end, ...kept.map((span) => span.end));
        if (end > until && end < Infinity) report(end, name, `stays until ${end}, though nothing kept it after ${until}`);
        if (end === Infinity && run.to > until) report(run.to, name, `stays after ${until}, though nothing keeps it`);
      }
      for (const shift of scheduled) {
        if (shift.start < run.from || shift.start >= run.to) continue;
        if (!present.some((span) => span.start <= shift.start && span.end > shift.start))
          report(shift.start, name, 'does not begin its scheduled shift');
      }
      for (const task of tasks[person]!) {
        const within = present.find((span) => task.start >= span.start && task.start <= span.end);
        const shift = scheduled
          .filter((each) => within !== undefined && each.start >= within.start && each.start <= task.start)
          .at(-1);
        if (shift === undefined) report(task.start, name, 'begins a task outside its shift');
        else if (task.start > shift.end) report(task.start, name, 'begins a task after the end of its shift');
      }
      const agent = run.personAgent[person]!;
      for (const leg of run.legs[agent] ?? []) {
        if (leg.t1 === leg.t0) continue;
        const inside = present.some((span) => leg.t0 >= span.start && leg.t1 <= span.end);
        const touches = present.some((span) => leg.t0 < span.end && leg.t1 > span.start);
        if (OFF.has(leg.state)) {
          if (touches) report(leg.t0, name, `is absent within a shift, from ${leg.t0} to ${leg.t1}`);
        } else if (!inside) {
          report(leg.t0, name, `is ${leg.state} outside its shift, from ${leg.t0} to ${leg.t1}`);
        } else if (WORK.has(leg.state) && !tasks[person]!.some((task) => leg.t0 >= task.start && leg.t1 <= task.end)) {
          report(leg.t0, name, `is ${leg.state} without a task, from ${leg.t0} to ${leg.t1}`);
        }
      }
    });
  },
};
