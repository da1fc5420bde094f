// No replenishment: what does not lie at the face is fetched from the reserve by the picker, line by line.
//
// Source:     what a centre without a system does; the case against which the others are compared.
// Applies to: everything.
// Cost:       O(1).
//
// Worked example: an empty face, 40 units in the reserve, 6 asked: 0 units are brought; the picker fetches the pallet down.

import { SUPPORTED } from '../../model/policy.ts';
import type { ReplenishmentPolicy } from './policy.ts';

export const noReplenishment: ReplenishmentPolicy = {
  id: 'none',
  names: { ko: '보충 없음', en: 'No replenishment' },
  moments: [],
  supports: () => SUPPORTED,
  decide: () => 0,
};
