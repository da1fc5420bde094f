// Wave-driven replenishment: when a wave is released, what it needs beyond the face is brought down before it is picked; what
// the face cannot hold follows as the wave is picked.
//
// Source:     Gagliardi, J.-P., Ruiz, A. & Renaud, J. (2008), "Space allocation and stock replenishment synchronization in a
//             distribution center", International Journal of Production Economics 115(1), 19-27 (replenishing for the orders
//             of the next wave).
// Applies to: faces with a reserve, a role that replenishes and a reach or counterbalance truck. All work falls into the minutes
//             around the release: pickers wait where there are few trucks.
// Cost:       O(1) a line of the wave and a pick.
//
// Worked example: a wave needs 30 units, the face holds 12 and is for 24. 18 are asked for, 12 of which fit; when 5 have been
// picked (face 7, coming 12, needed 25) the other 6 are asked for.

import { canReplenish } from './can-replenish.ts';
import type { ReplenishmentPolicy } from './policy.ts';

export const waveDriven: ReplenishmentPolicy = {
  id: 'wave-driven',
  names: { ko: '웨이브 기반 보충', en: 'Wave-driven' },
  moments: ['wave-released', 'face-taken-from'],
  supports: canReplenish,
  decide: ({ faceUnits, comingUnits, releasedUnits }) => Math.max(0, releasedUnits - faceUnits - comingUnits),
};
