// Every storage assignment policy, in the order the documents list them: those that ask for nothing first.

import type { StorageAssignmentPolicy } from '../policy.ts';
import { classBasedAcrossAisle } from './class-based-across-aisle.ts';
import { classBasedDiagonal } from './class-based-diagonal.ts';
import { classBasedWithinAisle } from './class-based-within-aisle.ts';
import { classBased } from './class-based.ts';
import { closestOpenLocation } from './closest-open-location.ts';
import { cubePerOrderIndex } from './cube-per-order-index.ts';
import { dedicated } from './dedicated.ts';
import { durationOfStay } from './duration-of-stay.ts';
import { familyGrouping } from './family-grouping.ts';
import { fullTurnover } from './full-turnover.ts';
import { goldenZone } from './golden-zone.ts';
import { optimised } from './optimised.ts';
import { randomStorage } from './random.ts';
import { turnoverAcrossAisle } from './turnover-across-aisle.ts';
import { turnoverDiagonal } from './turnover-diagonal.ts';
import { turnoverWithinAisle } from './turnover-within-aisle.ts';

export const storageAssignmentPolicies = [
  randomStorage,
  closestOpenLocation,
  dedicated,
  classBased,
  classBasedWithinAisle,
  classBasedAcrossAisle,
  classBasedDiagonal,
  fullTurnover,
  turnoverWithinAisle,
  turnoverAcrossAisle,
  turnoverDiagonal,
  cubePerOrderIndex,
  durationOfStay,
  goldenZone,
  familyGrouping,
  optimised,
] as const satisfies readonly StorageAssignmentPolicy[];
