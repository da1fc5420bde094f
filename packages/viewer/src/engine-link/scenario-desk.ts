// Reads, checks and compiles scenarios: what runs behind `scenario.worker.ts`, so that the page's own thread neither loads nor
// waits for parsers and schemas. Knows no worker: a test calls it directly.
//
// Answers are plain data that can be copied between threads. A model's arrays (1.7 MB for the default scenario) are copied, not
// handed over: a compiled model may share arrays with the tables that stay here for the next one.

import { DECISIONS, ENGINE_VERSION, kpiDefinitions, policies } from '@dongseon/engine';
import type { Decision, Model, Names, PolicyChoice } from '@dongseon/engine';
import {
  builtinIds,
  builtinScenarios,
  compile,
  InvalidScenario,
  loadBuiltin,
  loadOrderLines,
  loadScenario,
  policyChoice,
} from '@dongseon/scenarios/lazy';
import type { LoadedScenario, Problem } from '@dongseon/scenarios/lazy';

/** What there is to choose from. */
export interface Offer {
  readonly engineVersion: string;
  readonly policies: Readonly<Record<Decision, readonly { readonly id: string; readonly names: Names }[]>>;
  readonly kpis: readonly Omit<(typeof kpiDefinitions)[number], 'measure'>[];
  readonly scenarios: readonly { readonly id: string; readonly names: Names; readonly description: Names }[];
}

export interface Facts {
  readonly id: string;
  readonly names: Names;
  readonly modes: readonly { readonly id: string; readonly names: Names }[];
  readonly mode: string;
  readonly seed: number;
  readonly days: number;
  /** The scenario's own policies, by mode. */
  readonly policies: Readonly<Record<string, PolicyChoice>>;
}

/** Why policies do not apply to a model, by their ids; a policy that applies is absent. */
export type Refusals = Readonly<Record<Decision, Readonly<Record<string, string>>>>;

export interface Compiled {
  readonly model: Model;
  readonly refusals: Refusals;
}

export interface CompileRequest {
  readonly scenario: string;
  readonly mode: string;
  readonly seed: number;
  readonly days: number;
}

/** An answer, or what is wrong with the scenario: an error would lose its problems between threads. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const NEEDS_ORDER_LINES = 'online-retail';
const loaded = new Map<string, LoadedScenario>();

/** What there is to choose from, without parsing any of it. */
export function describe(): Offer {
  return {
    engineVersion: ENGINE_VERSION,
    policies: byDecision((decision) => policies[decision].map(({ id, names }) => ({ id, names }))),
    kpis: kpiDefinitions.map(({ measure: _measure, ...plain }) => plain),
    scenarios: builtinScenarios,
  };
}

/** Modes, seed, days and policies of a scenario that ships or was opened. */
export function facts(id: string): Promise<Answer<Facts>> {
  return answer(async () => {
    const { scenario: file } = await scenario(id);
    return {
      id: file.id,
      names: file.names,
      modes: Object.entries(file.modes).map(([mode, { names }]) => ({ id: mode, names })),
      mode: file.mode,
      seed: file.seed,
      days: file.days,
      policies: Object.fromEntries(Object.keys(file.modes).map((mode) => [mode, policyChoice(file, mode)])),
    };
  });
}

export function compileModel({ scenario: id, seed, days, mode }: CompileRequest): Promise<Answer<Compiled>> {
  return answer(async () => {
    const model = compile(await scenario(id), { seed, days, mode });
    return { model, refusals: refusalsOf(model) };
  });
}

/**
 * Opens a person's own scenario: one YAML or JSON file and the CSV tables (or extended scenario files) it names. Returns its
 * id, which `facts` and `compileModel` know from then on, and its names.
 */
export function open(files: readonly File[]): Promise<Answer<{ readonly id: string; readonly names: Names }>> {
  return answer(async () => {
    const texts = new Map<string, string>();
    for (const file of files) texts.set(file.name, decode(await file.arrayBuffer()));
    const written = files.filter((file) => /\.(ya?ml|json)$/i.test(file.name));
    const main = written.find((file) => !isExtended(file.name, texts)) ?? written[0];
    if (main === undefined) {
      throw new InvalidScenario([
        {
          code: 'E1000',
          place: files.map((file) => file.name).join(', '),
          cause: 'there is no scenario file among them',
          cure: 'Choose one YAML or JSON file together with its CSV tables.',
          satisfiable: true,
        },
      ]);
    }
    await loadOrderLines();
    const read = (name: string): string | undefined => texts.get(name.replace(/^.*[\\/]/, ''));
    const result = loadScenario(texts.get(main.name)!, { fileName: main.name, readTable: read, readScenario: read });
    if (!result.ok) throw new InvalidScenario(result.problems);
    const { id, names } = result.loaded.scenario;
    loaded.set(id, result.loaded);
    return { id, names };
  });
}

/** Whether another of the files extends this one. */
function isExtended(name: string, texts: ReadonlyMap<string, string>): boolean {
  return [...texts].some(([other, text]) => {
    const extended = /^["']?extends["']?\s*:\s*["']?([^"'\r\n#,]+)/m.exec(text)?.[1]?.trim();
    return other !== name && extended?.replace(/^.*[\\/]/, '') === name;
  });
}

async function scenario(id: string): Promise<LoadedScenario> {
  let found = loaded.get(id);
  if (found === undefined) {
    if (!builtinIds().includes(id)) throw new RangeError(`there is no scenario "${id}"`);
    if (id === NEEDS_ORDER_LINES) await loadOrderLines();
    loaded.set(id, (found = loadBuiltin(id)));
  }
  return found;
}

function refusalsOf(model: Model): Refusals {
  return byDecision((decision) =>
    Object.fromEntries(
      policies[decision].flatMap((policy) => {
        const support = policy.supports(model);
        return support.ok ? [] : [[policy.id, support.because]];
      }),
    ),
  );
}

function byDecision<Value>(value: (decision: Decision) => Value): Record<Decision, Value> {
  return Object.fromEntries(DECISIONS.map((decision) => [decision, value(decision)])) as Record<Decision, Value>;
}

async function answer<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof InvalidScenario) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** The text of a file: UTF-8, or CP949 as Korean spreadsheets write it. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('euc-kr').decode(bytes);
  }
}
