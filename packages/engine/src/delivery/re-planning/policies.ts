// Every re-planning policy, in the order the documents list them.

import { keepPlan } from './keep.ts';
import type { ReplanningPolicy } from './policy.ts';
import { reSequence } from './re-sequence.ts';
import { sisrsReplanning } from './sisrs.ts';

export const replanningPolicies = [keepPlan, reSequence, sisrsReplanning] as const satisfies readonly ReplanningPolicy[];
