// The runs whose hash must be the same everywhere, and how one is computed. Bundled into a page for the browsers, imported
// by the golden test for Node.

import { Run, type KpiValues, type Model, type PolicyChoice } from '../../packages/engine/src/index.ts';
import { builtinIds, compile, loadBuiltin, policyChoice } from '../../packages/scenarios/src/index.ts';

export interface Case {
  readonly scenario: string;
  readonly mode: string;
  /** Policies in place of the mode's. */
  readonly policies?: Partial<PolicyChoice>;
}

/** Policies that no mode of the built-in scenarios names, each with a scenario that gives it something to decide. */
const OTHER_POLICIES: readonly Case[] = [
  {
    scenario: 'gimhae-shared-dc',
    mode: 'digital',
    policies: { 'storage-assignment': 'optimised', replenishment: 'wave-driven', 'put-away': 'duration-of-stay' },
  },
  {
    scenario: 'monday-peak',
    mode: 'digital',
    policies: { 'storage-assignment': 'golden-zone', replenishment: 'demand-driven', 'put-away': 'class-zone' },
  },
  {
    scenario: 'online-retail',
    mode: 'digital',
    policies: { 'storage-assignment': 'family-grouping', 'stock-selection': 'lifo', 'put-away': 'closest-to-depot' },
  },
  { scenario: 'online-retail', mode: 'paper', policies: { 'storage-assignment': 'optimised', 're-slotting': 'best-pay-back' } },
];

export interface Outcome {
  readonly hash: string;
  readonly events: number;
  readonly kpis: KpiValues;
}

/** Every built-in scenario in every mode, each over its own number of days (two at most), and the other policies. */
export function cases(): Case[] {
  const ofModes = builtinIds().flatMap((scenario) =>
    Object.keys(loadBuiltin(scenario).scenario.modes).map((mode) => ({ scenario, mode })),
  );
  return [...ofModes, ...OTHER_POLICIES];
}

export interface Prepared {
  readonly model: Model;
  readonly policies: PolicyChoice;
  readonly seed: number;
}

export function prepare({ scenario, mode, policies }: Case): Prepared {
  const loaded = loadBuiltin(scenario);
  const days = Math.min(loaded.scenario.days, 2);
  return {
    model: compile(loaded, { mode, days }),
    policies: { ...policyChoice(loaded.scenario, mode), ...policies },
    seed: loaded.scenario.seed,
  };
}

function outcomeOf(run: Run): Outcome {
  return { hash: run.hash(), events: run.events, kpis: run.kpis() };
}

/** From start to end without a stop. */
export function runThrough({ model, policies, seed }: Prepared): Outcome {
  const run = new Run(model, policies, seed);
  run.runUntil(run.horizon);
  return outcomeOf(run);
}

/** Stopped at a share of the horizon, copied out of the run and into another one, and continued there. */
export function runRestored({ model, policies, seed }: Prepared, share: number): Outcome {
  const first = new Run(model, policies, seed);
  first.runUntil(Math.floor(first.horizon * share));
  const snapshot = structuredClone(first.snapshot());
  const second = new Run(model, policies, seed);
  second.restore(snapshot);
  second.runUntil(second.horizon);
  return outcomeOf(second);
}
