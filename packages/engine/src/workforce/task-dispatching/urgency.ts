// Urgency: what is late or due within the hour first, earliest due date first; otherwise the person's preferred kind of
// work, earliest due date first, then the nearest task. So roles hold while there is time, and everybody who can helps
// when a departure is near.
//
// Source:     a multi-attribute dispatching rule in the sense of Klein, C.M. & Kim, J. (1996), "AGV dispatching",
//             International Journal of Production Research 34(1), 95-110; due dates as in Jackson (1955).
// Applies to: everything.
// Cost:       O(tasks).
//
// Worked example, now 07:40, a picker who also loads (skills: pick, load):
//   pick   due 13:30, 10 m away
//   pick   due 13:30,  4 m away    -> taken at 07:00, when nothing presses: preferred kind, same due date, nearer
//   load   due 08:30, 30 m away    -> taken at 07:40: due within the hour

import { SUPPORTED } from '../../model/policy.ts';
import type { TaskDispatchingPolicy } from '../policy.ts';
import { byDistance, byDue, byPressingDue, bySkill, firstTask } from './first-task.ts';

const keys = [byPressingDue, bySkill, byDue, byDistance];

export const urgency: TaskDispatchingPolicy = {
  id: 'urgency',
  names: { ko: '긴급도 순', en: 'Urgency' },
  supports: () => SUPPORTED,
  decide: (view) => firstTask(view, keys),
};
