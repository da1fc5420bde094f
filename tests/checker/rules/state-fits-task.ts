import {
  DELIVER,
  INSPECT,
  LOAD,
  PACK,
  PICK,
  PUT_AWAY,
  REPLENISH,
  RE_SLOT,
  SERVE,
  TASK_KINDS,
  UNLOAD,
} from '../../../packages/engine/src/model/labour.ts';
import { tasksByPerson } from '../work-days.ts';
import type { Rule } from '../rule.ts';

/** The tasks in which a state of a person can occur. */
const TASKS_OF: Readonly<Record<string, readonly number[]>> = {
  searching: [PICK, PUT_AWAY],
  picking: [PICK, PUT_AWAY, REPLENISH, RE_SLOT],
  handling: [UNLOAD, INSPECT, PUT_AWAY, PICK, PACK, LOAD, DELIVER],
  packing: [PACK],
  sorting: [PICK],
  'waiting-face': [PICK, PUT_AWAY, REPLENISH, RE_SLOT],
  serving: [SERVE],
  driving: [DELIVER],
  delivering: [DELIVER],
  'waiting-store': [DELIVER],
  'broken-down': [DELIVER],
};

/** What a person is seen doing belongs to the task it has. */
export const stateFitsTask: Rule = {
  id: 'state-fits-task',
  proves: 'what a person is seen doing belongs to the task it has at that moment',
  check(run, report) {
    const tasks = tasksByPerson(run);
    run.personAgent.forEach((agent, person) => {
      const own = tasks[person]!;
      let next = 0;
      for (const leg of run.legs[agent] ?? []) {
        const kinds = TASKS_OF[leg.state];
        if (kinds === undefined || leg.t1 === leg.t0) continue;
        while (next < own.length && own[next]!.end <= leg.t0) next++;
        const task = own[next];
        if (task === undefined || task.start > leg.t0) continue; // without a task: the shift rule reports it
        if (!kinds.includes(task.kind))
          report(leg.t0, run.personName(person), `is ${leg.state} in a task of kind ${TASK_KINDS[task.kind]}`);
      }
    });
  },
};
