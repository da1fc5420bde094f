// What every policy has in common. A policy decides, a process acts: `decide` is pure, reads a narrow view, draws only
// from the random stream it is handed, and returns a decision. It never schedules, logs or mutates.

import type { Names } from './building.ts';
import type { Model } from './model.ts';

export type Support = { readonly ok: true } | { readonly ok: false; readonly because: string };
export const SUPPORTED: Support = { ok: true };

export interface Policy {
  /** The name in scenario files and reports: the literature's, in kebab-case. */
  readonly id: string;
  readonly names: Names;
  /** Whether the policy applies to this model; if not, why, in a sentence a planner can act on. */
  supports(model: Model): Support;
}

/** Every decision that has policies. `--policy <decision>=<id>` chooses one. */
export const DECISIONS = [
  'door-assignment',
  'storage-assignment',
  'put-away',
  'stock-selection',
  'replenishment',
  're-slotting',
  'batching',
  'routing',
  'task-dispatching',
  'cartonization',
  'vehicle-routing',
  're-planning',
] as const;
export type Decision = (typeof DECISIONS)[number];

/** A policy id for each decision. */
export type PolicyChoice = Readonly<Record<Decision, string>>;
