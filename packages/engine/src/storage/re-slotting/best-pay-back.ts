// Best pay-back: of the moves that save walking, those that pay back their work soonest, as far as the budget of the day goes.
//
// Source:     Kofler et al. (2011) and Dantzig (1957): see plan.ts.
// Applies to: hand-pick homes; a role that re-slots and, for each kind of hours in the budget, the machine: a pallet truck for
//             work on foot, a reach or counterbalance truck for pallet positions.
// Cost:       that of the plan.
//
// Worked example: in plan.ts.

import { COUNTERBALANCE_TRUCK, PALLET_TRUCK, REACH_TRUCK, RE_SLOT } from '../../model/labour.ts';
import { SUPPORTED } from '../../model/policy.ts';
import { bestMoves } from './plan.ts';
import type { ReSlottingPolicy } from './policy.ts';

export const bestPayBack: ReSlottingPolicy = {
  id: 'best-pay-back',
  names: { ko: '회수 기간 순 재배치', en: 'Best pay-back' },
  supports({ labour, storage: { reSlotting } }) {
    const has = (...kinds: number[]): boolean => labour.equipment.some(({ kind }) => kinds.includes(kind));
    if (reSlotting.people_h + reSlotting.truck_h === 0) {
      return { ok: false, because: 'the budget of re-slotting is 0 hours: give it hours of people or trucks, or choose "none"' };
    }
    if (!labour.people.some(({ role }) => labour.roles[role]!.skills.includes(RE_SLOT))) {
      return { ok: false, because: 'nobody may re-slot: give a role that has people the skill "re-slot"' };
    }
    if (reSlotting.people_h > 0 && !has(PALLET_TRUCK)) {
      return { ok: false, because: 'there is no pallet truck to move goods on foot: add one, or set the hours of people to 0' };
    }
    if (reSlotting.truck_h > 0 && !has(REACH_TRUCK, COUNTERBALANCE_TRUCK)) {
      return { ok: false, because: 'there is no truck to move pallets: add one, or set the hours of trucks to 0' };
    }
    return SUPPORTED;
  },
  decide: bestMoves,
};
