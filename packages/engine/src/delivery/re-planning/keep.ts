// Keep the plan: whatever happens, every driver goes on as planned.
//
// Applies to: everything. What a centre without a control room does; what other policies are compared with.
// Cost:       O(1).

import { SUPPORTED } from '../../model/policy.ts';
import type { ReplanningPolicy } from './policy.ts';

export const keepPlan: ReplanningPolicy = {
  id: 'keep',
  names: { ko: '계획 유지', en: 'Keep the plan' },
  supports: () => SUPPORTED,
  decide: () => undefined,
};
