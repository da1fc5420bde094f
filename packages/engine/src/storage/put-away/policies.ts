// Every put-away policy, in the order the documents list them.

import type { PutAwayPolicy } from '../policy.ts';
import { closestOpen } from './closest-open.ts';
import { randomOpen } from './random-open.ts';

export const putAwayPolicies = [randomOpen, closestOpen] as const satisfies readonly PutAwayPolicy[];
