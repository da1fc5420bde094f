// Every cartonization policy, in the order the documents list them.

import { bestFitDecreasing } from './best-fit-decreasing.ts';
import { maximalSpaces } from './maximal-spaces.ts';
import { nextFit } from './next-fit.ts';
import type { CartonizationPolicy } from './policy.ts';

export const cartonizationPolicies = [
  nextFit,
  bestFitDecreasing,
  maximalSpaces,
] as const satisfies readonly CartonizationPolicy[];
