// Every batching policy, in the order the documents list them.

import { exact } from './exact.ts';
import { firstComeFirstServed } from './first-come-first-served.ts';
import type { BatchingPolicy } from './policy.ts';
import { savingsRecomputed } from './savings-recomputed.ts';
import { savings } from './savings.ts';
import { seedAdditionalTime, seedTimeSaving, seedTimeSavingSingle } from './seed.ts';
import { simulatedAnnealing } from './simulated-annealing.ts';
import { tardiness } from './tardiness.ts';

export const batchingPolicies = [
  firstComeFirstServed,
  seedTimeSaving,
  seedTimeSavingSingle,
  seedAdditionalTime,
  savings,
  savingsRecomputed,
  simulatedAnnealing,
  exact,
  tardiness,
] as const satisfies readonly BatchingPolicy[];
