// Every re-slotting policy, in the order the documents list them.

import { bestPayBack } from './best-pay-back.ts';
import { noReSlotting } from './none.ts';
import type { ReSlottingPolicy } from './policy.ts';

export const reSlottingPolicies = [noReSlotting, bestPayBack] as const satisfies readonly ReSlottingPolicy[];
