// First free door: the first in line gets the free door with the lowest number.
//
// Source:     first-come-first-served truck-to-door assignment, the practice that Gue, K.R. (1999), "The effects of
//             trailer scheduling on the layout of freight terminals", Transportation Science 33(4), 419-428, compares with.
// Applies to: everything.
// Cost:       O(1).
//
// Worked example: truck 4 and then truck 7 wait, doors 1 and 2 are free: truck 4 gets door 1.

import { SUPPORTED } from '../../model/policy.ts';
import type { DoorAssignmentPolicy } from '../policy.ts';

export const firstFree: DoorAssignmentPolicy = {
  id: 'first-free',
  names: { ko: '먼저 빈 도크', en: 'First free door' },
  supports: () => SUPPORTED,
  decide: ({ waiting, freeDoors }) => ({ subject: waiting[0]!, door: freeDoors[0]! }),
};
