// From what stands on the command line to a scenario: the name of a built-in one, or a file with the files beside it.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { ENGINE_VERSION } from '@dongseon/engine';
import { builtinIds, builtinText } from '../builtin/texts.ts';
import { policyChoice } from '../compile/operations.ts';
import { loadSource, scenarioHash, type ScenarioSource } from '../experiments/source.ts';
import { loadScenario, type LoadedScenario, type LoadOptions } from '../format/load.ts';
import { suggest } from '../format/nearest.ts';
import { readersBeside } from '../node.ts';
import type { Provenance } from '../report/results.ts';
import { usageError } from './exit.ts';

export interface OpenedScenario {
  readonly isBuiltin: boolean;
  readonly source: ScenarioSource;
  readonly loaded: LoadedScenario;
}

/** Throws InvalidScenario with all problems, or a usage error where there is no such scenario. */
export function openScenario(reference: string, settings: readonly string[] = []): OpenedScenario {
  const source = readSource(reference, settings);
  return { isBuiltin: builtinIds().includes(reference), source, loaded: loadSource(source) };
}

/** What is run, as the results say it. */
export function provenanceOf({ source, loaded: { scenario } }: OpenedScenario, mode: string, days: number): Provenance {
  return {
    scenario: scenario.id,
    scenarioHash: scenarioHash(source),
    engine: ENGINE_VERSION,
    mode,
    days,
    policies: policyChoice(scenario, mode),
    illustrative: scenario.illustrative,
    attribution: scenario.attribution,
  };
}

function readSource(reference: string, settings: readonly string[]): ScenarioSource {
  const builtin = builtinText(reference);
  if (builtin !== undefined) return { text: builtin, fileName: reference, files: {}, settings };
  if (!existsSync(reference) || !statSync(reference).isFile()) {
    throw usageError(`There is no file and no built-in scenario "${reference}". ${suggest(reference, builtinIds())}`);
  }
  const text = readFileSync(reference, 'utf8');
  const files: Record<string, string> = {};
  const beside = readersBeside(reference);
  const keep =
    (read: LoadOptions['readTable']) =>
    (name: string): string | undefined => {
      const found = read?.(name);
      if (found !== undefined) files[name] = found;
      return found;
    };
  const readTable = keep(beside.readTable);
  const readScenario = keep(beside.readScenario);
  // Loading once tells which files the scenario refers to. What is wrong with it is reported when it is loaded from `files`.
  loadScenario(text, { fileName: basename(reference), settings, readTable, readScenario });
  return { text, fileName: basename(reference), files, settings };
}
