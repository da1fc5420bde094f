// Nearest to the work: the first in line gets the free door with the least walking between its lane and where the goods go to or
// come from. Ties: the lowest door number.
//
// Source:     the look-ahead rule of Gue (1999), Transportation Science 33(4), 419-428, without the look ahead: a truck
//             takes the free door with the least weighted distance to the destinations of its freight.
// Applies to: everything. Greedy: it never keeps a truck waiting for a better door.
// Cost:       O(free doors).
//
// Worked example: doors 0, 1, 2 are free, 31, 24 and 24 m from the homes of the goods on board: door 1.

import { SUPPORTED } from '../../model/policy.ts';
import { nearestDoor } from './nearest-door.ts';
import type { DoorAssignmentPolicy } from '../policy.ts';

export const nearestStaging: DoorAssignmentPolicy = {
  id: 'nearest-staging',
  names: { ko: '작업 거리가 가장 짧은 도크', en: 'Door nearest to the work' },
  supports: () => SUPPORTED,
  decide(view) {
    const subject = view.waiting[0]!;
    return { subject, door: nearestDoor(view, view.freeDoors, subject) };
  },
};
