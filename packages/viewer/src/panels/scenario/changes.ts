// What differs between two choices of a run.

import { DECISIONS, type Decision, type PolicyChoice } from '../../state/engine.ts';
import type { Choices } from '../../state/session.ts';

export type ChoiceField = 'scenario' | 'mode' | 'seed' | 'days' | Decision;

/**
 * The fields in which two choices differ, in the order of the form. Where the mode differs, `own` (the policies that b's mode
 * brings along) are not counted again one by one.
 */
export function changesBetween(a: Choices, b: Choices, own?: PolicyChoice): ChoiceField[] {
  const fields: ChoiceField[] = [];
  if (a.scenario !== b.scenario) fields.push('scenario');
  if (a.mode !== b.mode) fields.push('mode');
  if (a.seed !== b.seed) fields.push('seed');
  if (a.days !== b.days) fields.push('days');
  const moved = a.mode !== b.mode || a.scenario !== b.scenario;
  for (const decision of DECISIONS) {
    if (a.policies[decision] === b.policies[decision]) continue;
    if (!moved || own?.[decision] !== b.policies[decision]) fields.push(decision);
  }
  return fields;
}

/** Whether two runs are asked the same orders: policies and mode do not touch demand (common random numbers). */
export function sameDemand(a: Choices, b: Choices): boolean {
  return a.scenario === b.scenario && a.seed === b.seed && a.days === b.days;
}
