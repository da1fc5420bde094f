// What there is to choose from: scenarios, their modes, the policies, the KPI definitions; and the way from a choice to a
// model. The interface talks to this shape; `app/load-catalogue.ts` fills it from the thread that holds scenarios.

import type { Choices } from './session.ts';
import type { Better, Decision, Model, Names, PolicyChoice } from './engine.ts';

export interface Problem {
  /** Stable, as in the error index of the documentation. */
  readonly code: string;
  /** Where in the person's file: a path such as `policies.routing`, or a file with its line. */
  readonly place: string;
  readonly message: string;
  /** What to do about it. */
  readonly cure: string;
}

export interface ScenarioEntry {
  readonly id: string;
  readonly names: Names;
  readonly summary?: Names;
  /** Opened from a person's own file. */
  readonly own: boolean;
}

export interface ScenarioFacts {
  readonly id: string;
  readonly names: Names;
  /** Operating modes, the usual one first. */
  readonly modes: readonly { readonly id: string; readonly names: Names }[];
  readonly mode: string;
  readonly seed: number;
  readonly days: number;
  /** The scenario's own policies in a mode. */
  policies(mode: string): PolicyChoice;
}

export interface KpiDefinition {
  readonly id: string;
  readonly unit: string;
  readonly names: Names;
  readonly meaning: Names;
  readonly formula: string;
  /** Which way is better; neutral where neither is (a utilisation, a stock level). */
  readonly better: Better;
}

export interface PolicyEntry {
  readonly id: string;
  readonly names: Names;
}

export interface Catalogue {
  readonly engineVersion: string;
  readonly policies: Readonly<Record<Decision, readonly PolicyEntry[]>>;
  readonly kpis: readonly KpiDefinition[];
  readonly defaultScenario: string;
  has(id: string): boolean;
  scenarios(): readonly ScenarioEntry[];
  /** Throws InvalidScenario. */
  facts(id: string): Promise<ScenarioFacts>;
  /** Throws InvalidScenario. */
  compile(choices: Choices): Promise<Model>;
  /** Why a policy does not apply to a model that was compiled here; undefined where it does. */
  refusal(model: Model, decision: Decision, policy: string): string | undefined;
  /** Adds a person's own scenario (YAML or JSON, with the CSV tables it points at); its id. Throws InvalidScenario. */
  open(files: readonly File[]): Promise<string>;
}

/** A scenario that cannot be run, with everything that is wrong with it. */
export class InvalidScenario extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code} ${problem.place}: ${problem.message}`).join('\n'));
    this.name = 'InvalidScenario';
    this.problems = problems;
  }
}
