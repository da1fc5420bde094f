// Earliest due date (EDD): the task due first, whatever its kind; of several, the nearest.
//
// Source:     Jackson, J.R. (1955), "Scheduling a production line to minimize maximum tardiness", Research Report 43,
//             Management Science Research Project, University of California, Los Angeles.
// Applies to: everything. Tasks without a due date wait until nothing else is left: with too few people they wait long.
// Cost:       O(tasks).
//
// Worked example: put-away without a due date 2 m away, picks due 13:30 at 25 m and due 13:30 at 9 m: the last.

import { SUPPORTED } from '../../model/policy.ts';
import type { TaskDispatchingPolicy } from '../policy.ts';
import { byDistance, byDue, firstTask } from './first-task.ts';

const keys = [byDue, byDistance];

export const earliestDueDate: TaskDispatchingPolicy = {
  id: 'earliest-due-date',
  names: { ko: '납기 순', en: 'Earliest due date' },
  supports: () => SUPPORTED,
  decide: (view) => firstTask(view, keys),
};
