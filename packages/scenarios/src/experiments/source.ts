// A scenario as text: what a thread or another machine needs to load it again, and nothing else.

import { createHash } from 'node:crypto';
import '../builtin/with-order-lines.ts';
import { loadScenario, type LoadedScenario } from '../format/load.ts';
import { InvalidScenario } from '../validate/problem.ts';

export interface ScenarioSource {
  readonly text: string;
  readonly fileName: string;
  /** Texts of the tables and of the scenario files that it refers to, by the name it uses. */
  readonly files: Readonly<Record<string, string>>;
  /** `path=value`, as of `--set`. */
  readonly settings: readonly string[];
}

let kept: { readonly source: ScenarioSource; readonly loaded: LoadedScenario } | undefined;

/** Throws InvalidScenario. The last one is kept: replications of one scenario follow each other. */
export function loadSource(source: ScenarioSource): LoadedScenario {
  if (kept !== undefined && isSame(kept.source, source)) return kept.loaded;
  const { text, fileName, files, settings } = source;
  const read = (name: string): string | undefined => (Object.hasOwn(files, name) ? files[name] : undefined);
  const result = loadScenario(text, { fileName, settings, readTable: read, readScenario: read });
  if (!result.ok) throw new InvalidScenario(result.problems);
  kept = { source, loaded: result.loaded };
  return result.loaded;
}

function isSame(a: ScenarioSource, b: ScenarioSource): boolean {
  if (a === b) return true;
  const names = Object.keys(a.files);
  return (
    a.text === b.text &&
    a.fileName === b.fileName &&
    a.settings.join('\n') === b.settings.join('\n') &&
    names.length === Object.keys(b.files).length &&
    names.every((name) => a.files[name] === b.files[name])
  );
}

/** 16 hex digits of what the scenario says, settings and tables included; how it is laid out on the page does not matter. */
export function scenarioHash(source: ScenarioSource): string {
  const { scenario, tables } = loadSource(source);
  const hash = createHash('sha256').update(JSON.stringify(scenario));
  for (const [kind, table] of Object.entries(tables)) {
    for (const [name, column] of Object.entries(table)) {
      hash.update(`\0${kind}.${name}\0`);
      if (column instanceof Float64Array) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
      else if (Array.isArray(column)) hash.update(JSON.stringify(column));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
