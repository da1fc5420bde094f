// What replenishment takes: a reserve, people who may, and a truck that lifts.

import { COUNTERBALANCE_TRUCK, REACH_TRUCK, REPLENISH } from '../../model/labour.ts';
import type { Model } from '../../model/model.ts';
import { SUPPORTED, type Support } from '../../model/policy.ts';

export function canReplenish({ labour, locations }: Model): Support {
  if (!locations.handPick.includes(0)) {
    return { ok: false, because: 'every location is within reach of a picker, so there is no reserve: choose "none"' };
  }
  if (!labour.people.some(({ role }) => labour.roles[role]!.skills.includes(REPLENISH))) {
    return { ok: false, because: 'nobody may replenish: give a role that has people the skill "replenish"' };
  }
  if (!labour.equipment.some(({ kind }) => kind === REACH_TRUCK || kind === COUNTERBALANCE_TRUCK)) {
    return { ok: false, because: 'there is no truck that lifts: add a reach truck or a counterbalance truck' };
  }
  return SUPPORTED;
}
