// Every batching policy, in the order the documents list them.

import { firstComeFirstServed } from './first-come-first-served.ts';
import type { BatchingPolicy } from './policy.ts';
import { savings } from './savings.ts';

export const batchingPolicies = [firstComeFirstServed, savings] as const satisfies readonly BatchingPolicy[];
