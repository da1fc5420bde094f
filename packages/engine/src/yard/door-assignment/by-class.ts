// By class: doors are parted by temperature class, and goods come and go at doors that are meant for them; mixed loads at doors
// that are meant for all they hold. The first in line for whom such a door is free gets one: of several the one that is meant
// for the fewest classes, then the lowest. Who finds none free waits, and those behind who find one go before.
//
// Source:     the door environment "exclusive mode" of Boysen, N. and Fliedner, M. (2010), "Cross dock scheduling:
//             classification, literature review and research agenda", Omega 38(6), 413-422, with classes of goods in place of
//             inbound and outbound.
// Applies to: everything. Where no open door is meant for a load, it may use any.
// Cost:       O(waiting × doors).
//
// Worked example: door 0 is meant for ambient goods, door 1 for chilled and frozen, door 2 for all. Door 1 is taken. A chilled
// truck gets door 2, an ambient one door 0, one with both door 2. If door 2 is taken as well, the chilled truck waits for it or
// for door 1, and an ambient one behind it gets door 0.

import { SUPPORTED } from '../../model/policy.ts';
import type { DoorAssignmentPolicy, DoorState } from '../policy.ts';
import { meantDoors } from './meant-doors.ts';

function breadth({ classes }: DoorState): number {
  let bits = 0;
  for (let rest = classes; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}

export const byClass: DoorAssignmentPolicy = {
  id: 'by-class',
  names: { ko: '온도대별 도크', en: 'Doors by temperature class' },
  supports: () => SUPPORTED,
  decide(view) {
    const doors = view.doors();
    for (const subject of view.waiting) {
      const free = meantDoors(doors, view.claim(subject).classes).filter(({ door }) => view.freeDoors.includes(door));
      if (free.length === 0) continue;
      const { door } = free.reduce((best, each) => (breadth(each) < breadth(best) ? each : best));
      return { subject, door };
    }
    return { keepUntil: Infinity };
  },
};
