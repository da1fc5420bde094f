// Every policy of every decision, and how one of each is chosen.

import { DECISIONS, type Decision, type Policy, type PolicyChoice } from './model/policy.ts';
import type { Model } from './model/model.ts';
import { cartonizationPolicies } from './packing/cartonization/policies.ts';
import { batchingPolicies } from './picking/batching/policies.ts';
import { routingPolicies } from './picking/routing/policies.ts';
import { putAwayPolicies } from './storage/put-away/policies.ts';
import { replenishmentPolicies } from './storage/replenishment/policies.ts';
import { reSlottingPolicies } from './storage/re-slotting/policies.ts';
import { stockSelectionPolicies } from './storage/stock-selection/policies.ts';
import { storageAssignmentPolicies } from './storage/storage-assignment/policies.ts';
import { replanningPolicies } from './delivery/re-planning/policies.ts';
import { vehicleRoutingPolicies } from './delivery/routing/policies.ts';
import { taskDispatchingPolicies } from './workforce/task-dispatching/policies.ts';
import { doorAssignmentPolicies } from './yard/door-assignment/policies.ts';

const registry = {
  'door-assignment': doorAssignmentPolicies,
  'storage-assignment': storageAssignmentPolicies,
  'put-away': putAwayPolicies,
  'stock-selection': stockSelectionPolicies,
  replenishment: replenishmentPolicies,
  're-slotting': reSlottingPolicies,
  batching: batchingPolicies,
  routing: routingPolicies,
  'task-dispatching': taskDispatchingPolicies,
  cartonization: cartonizationPolicies,
  'vehicle-routing': vehicleRoutingPolicies,
  're-planning': replanningPolicies,
} as const satisfies Record<Decision, readonly Policy[]>;

/** The policies of each decision, plain ones first. */
export const policies: Readonly<Record<Decision, readonly Policy[]>> = registry;

/** The plainest policy of each decision: what a centre without a system does. */
export const plainPolicies: PolicyChoice = Object.fromEntries(
  DECISIONS.map((decision) => [decision, policies[decision][0]!.id]),
) as Record<Decision, string>;

type PolicyOf<D extends Decision> = (typeof registry)[D][number];

/** The chosen policy of a decision. Throws where no policy has that id: choices are validated before. */
export function policyOf<D extends Decision>(choice: PolicyChoice, decision: D): PolicyOf<D> {
  const found = policies[decision].find(({ id }) => id === choice[decision]);
  if (found === undefined) throw new Error(`no ${decision} policy is called "${choice[decision]}"`);
  return found as PolicyOf<D>;
}

/** Why the chosen policies do not apply to a model; empty where they all do. */
export function unsupported(model: Model, choice: PolicyChoice): { decision: Decision; because: string }[] {
  return DECISIONS.flatMap((decision) => {
    const support = policyOf(choice, decision).supports(model);
    return support.ok ? [] : [{ decision, because: support.because }];
  });
}
