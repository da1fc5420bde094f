// The task that comes first under a list of keys: the common shape of the dispatching rules.

import { TICKS_PER_HOUR } from '../../base/units.ts';
import type { DispatchView } from '../policy.ts';

/** What orders two tasks; smaller comes first. */
export type TaskKey = (view: DispatchView, task: number) => number;

/** A task is pressing from this long before it is due, hours. */
export const PRESSING_H = 1;

export const byCreation: TaskKey = (view, task) => view.created(task);
export const bySkill: TaskKey = (view, task) => view.skillRank(task);
export const byDue: TaskKey = (view, task) => view.due(task);
export const byDistance: TaskKey = (view, task) => view.distance_m(task);
/** The due tick of a pressing or late task; Infinity for the others. */
export const byPressingDue: TaskKey = (view, task) => {
  const due = view.due(task);
  return due - view.now <= PRESSING_H * TICKS_PER_HOUR ? due : Infinity;
};

/** The task with the smallest first key, ties by the next key, at last by order of creation. */
export function firstTask(view: DispatchView, keys: readonly TaskKey[]): number {
  let best = 0;
  for (let task = 1; task < view.count; task++) {
    for (const key of keys) {
      const ours = key(view, task);
      const theirs = key(view, best);
      if (ours === theirs) continue;
      if (ours < theirs) best = task;
      break;
    }
  }
  return best;
}
