// Fills the catalogue from the desk, which reads and compiles scenarios in a thread of its own.

import type { Answer, Refusals, ScenarioDesk } from '../engine-link/scenarios.ts';
import { InvalidScenario, type Catalogue, type ScenarioEntry } from '../state/catalogue.ts';
import type { Model } from '../state/engine.ts';

const DEFAULT_SCENARIO = 'gimhae-shared-dc';

export async function loadCatalogue(desk: ScenarioDesk): Promise<Catalogue> {
  const offer = await desk.describe();
  const entries = new Map<string, ScenarioEntry>(
    offer.scenarios.map(({ id, names, description }) => [id, { id, names, summary: description, own: false }]),
  );
  const refusals = new WeakMap<Model, Refusals>();
  return {
    engineVersion: offer.engineVersion,
    policies: offer.policies,
    kpis: offer.kpis,
    defaultScenario: DEFAULT_SCENARIO,
    has: (id) => entries.has(id),
    scenarios: () => [...entries.values()],
    facts: async (id) => {
      const { policies, ...facts } = valueOf(await desk.facts(id));
      return { ...facts, policies: (mode) => policies[mode] ?? policies[facts.mode]! };
    },
    compile: async ({ scenario, mode, seed, days }) => {
      const compiled = valueOf(await desk.compileModel({ scenario, mode, seed, days }));
      refusals.set(compiled.model, compiled.refusals);
      return compiled.model;
    },
    refusal: (model, decision, policy) => refusals.get(model)?.[decision][policy],
    open: async (files) => {
      const { id, names } = valueOf(await desk.open(files));
      entries.set(id, { id, names, own: true });
      return id;
    },
  };
}

function valueOf<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new InvalidScenario(answer.problems.map(({ code, place, cause, cure }) => ({ code, place, message: cause, cure })));
}
