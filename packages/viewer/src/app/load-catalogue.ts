// Fills the catalogue from the scenarios package and the engine. The one file of the interface that imports them for their
// values; both come in a chunk of their own, after the first paint.

import type { LoadedScenario } from '@dongseon/scenarios';
import { InvalidScenario, type Catalogue, type Problem, type ScenarioFacts } from '../state/catalogue.ts';

const DEFAULT_SCENARIO = 'gimhae-shared-dc';

export async function loadCatalogue(): Promise<Catalogue> {
  const [engine, scenarios] = await Promise.all([import('@dongseon/engine'), import('@dongseon/scenarios')]);
  const loaded = new Map<string, LoadedScenario>();
  const own = new Set<string>();

  const problemsOf = (problems: readonly { code: string; place: string; cause: string; cure: string }[]): Problem[] =>
    problems.map(({ code, place, cause, cure }) => ({ code, place, message: cause, cure }));
  const scenario = (id: string): LoadedScenario => {
    let found = loaded.get(id);
    if (found === undefined) loaded.set(id, (found = scenarios.loadBuiltin(id)));
    return found;
  };
  const facts = ({ scenario: file }: LoadedScenario): ScenarioFacts => ({
    id: file.id,
    names: file.names,
    modes: Object.entries(file.modes).map(([id, mode]) => ({ id, names: mode.names })),
    mode: file.mode,
    seed: file.seed,
    days: file.days,
    policies: (mode) => scenarios.policyChoice(file, mode),
  });

  return {
    engineVersion: engine.ENGINE_VERSION,
    policies: engine.policies,
    kpis: engine.kpiDefinitions,
    defaultScenario: DEFAULT_SCENARIO,
    has: (id) => loaded.has(id) || scenarios.builtinIds().includes(id),
    scenarios: () =>
      [...new Set([...scenarios.builtinIds(), ...own])].map((id) => {
        const { names, description } = scenario(id).scenario;
        return { id, names, own: own.has(id), ...(description === undefined ? {} : { summary: description }) };
      }),
    facts: async (id) => facts(scenario(id)),
    compile: async ({ scenario: id, seed, days, mode }) => {
      try {
        return scenarios.compile(scenario(id), { seed, days, mode });
      } catch (error) {
        if (error instanceof scenarios.InvalidScenario) throw new InvalidScenario(problemsOf(error.problems));
        throw error;
      }
    },
    open: async (files) => {
      const texts = new Map<string, string>();
      for (const file of files) texts.set(file.name, await decode(file));
      const main = files.find((file) => /\.(ya?ml|json)$/i.test(file.name));
      if (main === undefined) {
        throw new InvalidScenario([
          {
            code: 'E1000',
            place: files.map((file) => file.name).join(', '),
            message: 'there is no scenario file among them',
            cure: 'Choose one YAML or JSON file together with its CSV tables.',
          },
        ]);
      }
      const find = (name: string): string | undefined => texts.get(name.replace(/^.*[\\/]/, ''));
      const result = scenarios.loadScenario(texts.get(main.name) ?? '', {
        fileName: main.name,
        readTable: find,
        readScenario: find,
      });
      if (!result.ok) throw new InvalidScenario(problemsOf(result.problems));
      const { id } = result.loaded.scenario;
      loaded.set(id, result.loaded);
      own.add(id);
      return id;
    },
  };
}

/** The text of a file: UTF-8, or CP949 as Korean spreadsheets write it. */
async function decode(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('euc-kr').decode(bytes);
  }
}
