// First come, first served: the task that has waited longest. Created together: the person's preferred kind, then the
// lowest number.
//
// Source:     the reference rule of every dispatching study, e.g. de Koster, R., Le-Anh, T. & van der Meer, J.R. (2004),
//             "Testing and classifying vehicle dispatching rules in three real-world settings", Journal of Operations
//             Management 22(4), 369-386.
// Applies to: everything.
// Cost:       O(tasks).
//
// Worked example: tasks created at 09:05, 09:01 and 09:01, the last of the kind the person prefers: the last.

import { SUPPORTED } from '../../model/policy.ts';
import type { TaskDispatchingPolicy } from '../policy.ts';
import { byCreation, bySkill, firstTask } from './first-task.ts';

const keys = [byCreation, bySkill];

export const firstComeFirstServed: TaskDispatchingPolicy = {
  id: 'first-come-first-served',
  names: { ko: '선착순', en: 'First come, first served' },
  supports: () => SUPPORTED,
  decide: (view) => firstTask(view, keys),
};
