// Every storage assignment policy, in the order the documents list them.

import type { StorageAssignmentPolicy } from '../policy.ts';
import { classBased } from './class-based.ts';
import { fullTurnover } from './full-turnover.ts';
import { randomStorage } from './random.ts';

export const storageAssignmentPolicies = [
  randomStorage,
  classBased,
  fullTurnover,
] as const satisfies readonly StorageAssignmentPolicy[];
