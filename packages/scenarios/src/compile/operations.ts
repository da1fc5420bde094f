// The operations and policies of an operating mode: the scenario's own, overridden by the mode's; policies named at the top
// of the scenario come last.

import { DECISIONS, plainPolicies } from '@dongseon/engine';
import type { Decision, Operations, PolicyChoice } from '@dongseon/engine';
import type { ScenarioFile } from '../format/schema/scenario.ts';

export function compileOperations(file: ScenarioFile, mode: string): Operations {
  const overrides = Object.entries(file.modes[mode]?.operations ?? {}).filter(([, value]) => value !== undefined);
  return { ...file.operations, ...Object.fromEntries(overrides) };
}

/** The policies of a mode; the plainest where neither the scenario nor the mode names one. */
export function policyChoice(file: ScenarioFile, mode: string = file.mode): PolicyChoice {
  const ofMode = file.modes[mode]?.policies ?? {};
  const choice = {} as Record<Decision, string>;
  for (const decision of DECISIONS) choice[decision] = file.policies[decision] ?? ofMode[decision] ?? plainPolicies[decision];
  return choice;
}
