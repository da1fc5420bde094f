// Every door assignment policy, in the order the documents list them.

import type { DoorAssignmentPolicy } from '../policy.ts';
import { byClass } from './by-class.ts';
import { firstFree } from './first-free.ts';
import { nearestStaging } from './nearest-staging.ts';
import { timeWindowSchedule } from './time-window-schedule.ts';

export const doorAssignmentPolicies = [
  firstFree,
  nearestStaging,
  byClass,
  timeWindowSchedule,
] as const satisfies readonly DoorAssignmentPolicy[];
