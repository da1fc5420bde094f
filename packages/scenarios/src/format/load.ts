// Loading a scenario: text or object -> migrated -> merged with what it extends -> settings -> schema -> tables -> checks.
// Every step reports all it finds, and later steps look at what earlier ones left sound, so that one call lists all problems.
//
// Knows no files: the caller hands in how tables and extended files are read (src/node.ts does so from a folder).

import type { Path, Problem } from '../validate/problem.ts';
import { ProblemList } from '../validate/problem.ts';
import { checkScenario } from '../validate/checks.ts';
import { builtinIds, builtinTable, builtinText } from '../builtin/texts.ts';
import { isPlainMap, merge } from './merge.ts';
import type { PlainMap } from './merge.ts';
import { migrate } from './migrate.ts';
import { suggest } from './nearest.ts';
import { reportIssues, valueAt } from './schema-problems.ts';
import { scenarioSchema } from './schema/scenario.ts';
import type { ScenarioFile } from './schema/scenario.ts';
import { setValues } from './settings.ts';
import type { Setting } from './settings.ts';
import { parseSource, sourceOfObject } from './source.ts';
import type { Source } from './source.ts';
import { readTable, tableRules } from './tables.ts';
import type { TableKind, Tables } from './tables.ts';

export interface LoadOptions {
  /** Shown in problems; `scenario` where it is not said. */
  readonly fileName?: string;
  /** The text of a CSV table named in the scenario; undefined where there is none. */
  readonly readTable?: (name: string) => string | undefined;
  /** The text of a scenario file named in `extends`, where it is not a built-in one. */
  readonly readScenario?: (name: string) => string | undefined;
  /** Changes of single values, `path=value`. */
  readonly settings?: readonly string[];
}

/** A scenario that passed every check. */
export interface LoadedScenario {
  readonly scenario: ScenarioFile;
  readonly tables: Tables;
  /** How it was written, to save it again. */
  readonly source: Source;
  readonly settings: readonly Setting[];
  readonly options: LoadOptions;
}

export type LoadResult =
  | { readonly ok: true; readonly loaded: LoadedScenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A part of a scenario that the schema accepted. */
export type SoundParts = { readonly [Key in keyof ScenarioFile]?: ScenarioFile[Key] };

export function loadScenario(input: string | object, options: LoadOptions = {}): LoadResult {
  const problems = new ProblemList();
  const fileName = options.fileName ?? 'scenario';
  const source = typeof input === 'string' ? parseSource(input, fileName, problems) : sourceOfObject(input, fileName);
  if (source.data === undefined) return { ok: false, problems: problems.list() };

  const sources: Source[] = [];
  const merged = resolveExtends(source, options, sources, [], problems);
  if (merged === undefined) return { ok: false, problems: problems.list() };
  const data = structuredClone(merged);
  const settings = setValues(data, options.settings ?? [], problems);

  const place = (path: Path): string => placeIn(sources, data, path);
  const { parts, scenario } = checkSchema(data, place, problems);
  const tables =
    parts.items === undefined && parts.demand === undefined
      ? {}
      : readTables(parts, tableReader(sources, options), place, problems);
  checkScenario({ parts, tables, place, problems });
  if (!problems.isEmpty || scenario === undefined) return { ok: false, problems: problems.list() };
  return { ok: true, loaded: { scenario, tables, source, settings, options } };
}

/** Everything that is wrong with a scenario; empty where nothing is. */
export function validateScenario(input: string | object, options: LoadOptions = {}): readonly Problem[] {
  const result = loadScenario(input, options);
  return result.ok ? [] : result.problems;
}

/** The scenario with values changed (`path=value`, on top of earlier changes), checked anew. */
export function applySettings(loaded: LoadedScenario, settings: readonly string[]): LoadResult {
  const { source, options } = loaded;
  return loadScenario(source.text ?? (source.data as object), {
    ...options,
    settings: [...(options.settings ?? []), ...settings],
  });
}

/** `file:line path` in the source that the value comes from; list elements by their id where they have one. */
function placeIn(sources: readonly Source[], data: unknown, path: Path): string {
  const words: string[] = [];
  let whole = path.length; // the part of the path that one source holds alone: lists are replaced, never merged
  let value = data;
  path.forEach((step, depth) => {
    if (Array.isArray(value)) whole = Math.min(whole, depth);
    value = value === null || typeof value !== 'object' ? undefined : (value as PlainMap)[step];
    words.push(typeof step === 'number' && isPlainMap(value) && typeof value.id === 'string' ? value.id : String(step));
  });
  let owner: Source | undefined;
  for (let length = whole; length >= 0 && owner === undefined; length--) {
    owner = sources.find((source) => valueAt(source.data, path.slice(0, length)) !== undefined);
  }
  let line: number | undefined;
  for (let length = path.length; length >= 0 && line === undefined; length--) line = owner?.line(path.slice(0, length));
  return [line === undefined ? owner?.fileName : `${owner!.fileName}:${line}`, words.join('.')].filter(Boolean).join(' ');
}

/** The data of a source on top of all that it extends; fills `sources`, innermost first. */
function resolveExtends(
  source: Source,
  options: LoadOptions,
  sources: Source[],
  seen: readonly string[],
  problems: ProblemList,
): PlainMap | undefined {
  sources.push(source);
  const data = migrate(source.data, `${source.fileName}:1`, problems);
  const name = data?.extends;
  if (data === undefined || typeof name !== 'string') return data;
  const place = `${source.fileName}:${source.line(['extends']) ?? 1} extends`;
  if (seen.includes(name)) {
    problems.add('E1013', place, `"${name}" extends itself, by way of ${[...seen, name].join(' -> ')}`, 'Remove one `extends`.');
    return undefined;
  }
  const text = builtinText(name) ?? options.readScenario?.(name);
  if (text === undefined) {
    problems.add('E1013', place, `there is no scenario "${name}" to extend`, suggest(name, builtinIds()));
    return undefined;
  }
  const parent = parseSource(text, name, problems);
  if (parent.data === undefined) return undefined;
  const base = resolveExtends(parent, options, sources, [...seen, name], problems);
  if (base === undefined) return undefined;
  const { extends: ignored, ...rest } = base;
  void ignored;
  return merge(rest, data) as PlainMap;
}

/** Parses the whole; where that fails, each part by itself without its unknown keys. */
function checkSchema(
  data: PlainMap,
  place: (path: Path) => string,
  problems: ProblemList,
): { parts: SoundParts; scenario: ScenarioFile | undefined } {
  const result = scenarioSchema.safeParse(data);
  if (result.success) return { parts: result.data, scenario: result.data };
  reportIssues(result.error.issues, scenarioSchema, data, place, problems);
  const known = structuredClone(data);
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') removeKeys(known, issue.path as Path, issue.keys);
  }
  const parts: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(scenarioSchema.shape)) {
    const part = schema.safeParse(known[key]);
    if (part.success) parts[key] = part.data;
  }
  return { parts: parts as SoundParts, scenario: undefined };
}

function removeKeys(data: unknown, path: Path, keys: readonly string[]): void {
  let holder = data;
  for (const step of path) holder = (holder as PlainMap)[step];
  for (const key of keys) delete (holder as PlainMap)[key];
}

/** Where each table is named in the scenario. */
const tablePaths: Readonly<Record<TableKind, Path>> = {
  tenants: ['items', 'tenants', 'table'],
  skus: ['items', 'catalogue', 'table'],
  stock: ['items', 'stock', 'table'],
  orders: ['demand', 'table'],
  inbound: ['inbound', 'table'],
  locations: ['storage', 'locations', 'table'],
  history: ['demand', 'history', 'table'],
  stores: ['fleet', 'stores', 'table'],
  roads: ['fleet', 'roads'],
};

type TableReader = (name: string) => string | undefined;

/** Tables come from the caller, or from the built-in scenario that is loaded or extended. */
function tableReader(sources: readonly Source[], options: LoadOptions): TableReader {
  return (name) => {
    const own = options.readTable?.(name);
    if (own !== undefined) return own;
    for (const source of sources) {
      const shipped = builtinTable(source.fileName, name);
      if (shipped !== undefined) return shipped;
    }
    return undefined;
  };
}

function readTables(parts: SoundParts, read: TableReader, place: (path: Path) => string, problems: ProblemList): Tables {
  const tables: Tables = {};
  for (const kind of Object.keys(tableRules) as TableKind[]) readOne(kind, parts, read, place, problems, tables);
  return tables;
}

function readOne<Kind extends TableKind>(
  kind: Kind,
  parts: SoundParts,
  read: TableReader,
  place: (path: Path) => string,
  problems: ProblemList,
  tables: Tables,
): void {
  const path = tablePaths[kind];
  let name: unknown = parts;
  for (const step of path) name = (name as PlainMap | undefined)?.[step];
  if (typeof name !== 'string') return;
  const csv = read(name);
  if (csv === undefined) {
    problems.add('E1014', place(path), `the table ${name} is not there`, 'Put it beside the scenario file, or correct the name.');
    return;
  }
  const table = readTable(kind, csv, name, problems);
  if (table !== undefined) tables[kind] = table as Tables[Kind];
}
