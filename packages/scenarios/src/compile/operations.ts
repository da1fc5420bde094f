// The operations and policies of an operating mode: the scenario's own, overridden by the mode's; policies named at the top
// of the scenario come last.

import { DECISIONS } from '@dongseon/engine';
import type { Decision, Operations, PolicyChoice } from '@dongseon/engine';
import type { ScenarioFile } from '../format/schema/scenario.ts';

export function compileOperations(file: ScenarioFile, mode: string): Operations {
  const overrides = Object.entries(file.modes[mode]?.operations ?? {}).filter(([, value]) => value !== undefined);
  return { ...file.operations, ...Object.fromEntries(overrides) };
}

/** Plain answers, for decisions that neither the mode nor the scenario names. */
const PLAIN: PolicyChoice = {
  'door-assignment': 'first-free', 'storage-assignment': 'random', 'put-away': 'random-open', 'stock-selection': 'fifo',
  batching: 'first-come-first-served', routing: 's-shape', 'task-dispatching': 'first-come-first-served',
  cartonization: 'next-fit', 'vehicle-routing': 'nearest-neighbour',
};

/** The policies of a mode. */
export function policyChoice(file: ScenarioFile, mode: string = file.mode): PolicyChoice {
  const ofMode = file.modes[mode]?.policies ?? {};
  const choice = {} as Record<Decision, string>;
  for (const decision of DECISIONS) choice[decision] = file.policies[decision] ?? ofMode[decision] ?? PLAIN[decision];
  return choice;
}
