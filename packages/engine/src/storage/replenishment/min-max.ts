// Min-max replenishment, the (s, S) rule: when a face holds its minimum or less, with what is on its way, it is filled up to
// its maximum.
//
// Source:     Arrow, K.J., Harris, T. & Marschak, J. (1951), "Optimal inventory policy", Econometrica 19(3), 250-272 (the two
//             bins); applied to pick faces: Bartholdi, J.J. & Hackman, S.T., "Warehouse & Distribution Science" (2019), ch. 8,
//             "Design of a fast pick area" (8.2, minimum and maximum in the forward area).
// Applies to: faces with a reserve, a role that replenishes and a reach or counterbalance truck. It looks at the face only:
//             a wave that needs more than the face holds finds it empty.
// Cost:       O(1) a pick.
//
// Worked example: a face for 100 units, minimum 25 %, maximum 90 %. It holds 26: nothing. It holds 25: 65 units are asked for.
// While those are on their way it is picked down to 10: 10 + 65 = 75 are more than 25, so nothing more.

import { canReplenish } from './can-replenish.ts';
import type { ReplenishmentPolicy } from './policy.ts';

export const minMax: ReplenishmentPolicy = {
  id: 'min-max',
  names: { ko: '최소-최대 보충', en: 'Min-max' },
  moments: ['run-begun', 'face-taken-from', 'reserve-stored'],
  supports: canReplenish,
  decide({ faceUnits, comingUnits, minUnits, maxUnits }) {
    const position = faceUnits + comingUnits;
    return position <= minUnits ? maxUnits - position : 0;
  },
};
