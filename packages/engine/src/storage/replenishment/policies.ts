// Every replenishment policy, in the order the documents list them.

import { demandDriven } from './demand-driven.ts';
import { minMax } from './min-max.ts';
import { noReplenishment } from './none.ts';
import type { ReplenishmentPolicy } from './policy.ts';
import { waveDriven } from './wave-driven.ts';

export const replenishmentPolicies = [
  noReplenishment,
  minMax,
  demandDriven,
  waveDriven,
] as const satisfies readonly ReplenishmentPolicy[];
