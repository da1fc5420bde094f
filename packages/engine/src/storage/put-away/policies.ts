// Every put-away policy, in the order the documents list them.

import type { PutAwayPolicy } from '../policy.ts';
import { classZone } from './class-zone.ts';
import { closestOpen } from './closest-open.ts';
import { closestToDepot } from './closest-to-depot.ts';
import { durationOfStay } from './duration-of-stay.ts';
import { randomOpen } from './random-open.ts';

export const putAwayPolicies = [
  randomOpen,
  closestOpen,
  closestToDepot,
  classZone,
  durationOfStay,
] as const satisfies readonly PutAwayPolicy[];
