// No re-slotting: SKUs stay where they live.
//
// Source:     what a centre without a system does; the case against which the others are compared.
// Applies to: everything.
// Cost:       O(1).
//
// Worked example: a best seller that lives at the far end stays there: no moves.

import { SUPPORTED } from '../../model/policy.ts';
import type { ReSlottingPolicy } from './policy.ts';

export const noReSlotting: ReSlottingPolicy = {
  id: 'none',
  names: { ko: '재배치 없음', en: 'No re-slotting' },
  supports: () => SUPPORTED,
  decide: () => [],
};
