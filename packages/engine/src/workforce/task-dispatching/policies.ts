// Every task dispatching policy, in the order the documents list them.

import type { TaskDispatchingPolicy } from '../policy.ts';
import { earliestDueDate } from './earliest-due-date.ts';
import { firstComeFirstServed } from './first-come-first-served.ts';
import { urgency } from './urgency.ts';

export const taskDispatchingPolicies = [
  firstComeFirstServed,
  urgency,
  earliestDueDate,
] as const satisfies readonly TaskDispatchingPolicy[];
