// Every door assignment policy, in the order the documents list them.

import type { DoorAssignmentPolicy } from '../policy.ts';
import { firstFree } from './first-free.ts';
import { nearestStaging } from './nearest-staging.ts';

export const doorAssignmentPolicies = [firstFree, nearestStaging] as const satisfies readonly DoorAssignmentPolicy[];
