import type { Rule } from '../rule.ts';

/** Events name what there is. */
export const references: Rule = {
  id: 'references',
  proves: 'every event names orders, lines, locations, items, people, machines, vehicles and doors that the model has',
  check(run, report) {
    for (const { event, because } of run.dangling) {
      report(event.tick, `${event.kind} ${event.a} ${event.b} ${event.c}`, because);
    }
  },
};
