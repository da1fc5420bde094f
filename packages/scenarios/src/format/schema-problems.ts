// What the schema finds, as problems with code, place, cause and cure.

import type { z } from 'zod';
import type { Path, ProblemList } from '../validate/problem.ts';
import { suggest } from './nearest.ts';
import { knownKeys } from './schema-walk.ts';

type Issue = z.core.$ZodIssue;
type PlaceOf = (path: Path) => string;

/** The value at a path of plain data. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path)
    value = value === null || typeof value !== 'object' ? undefined : (value as Record<string, unknown>)[step];
  return value;
}

function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** @param page of the documents that describes the keys. */
export function reportIssues(
  issues: readonly Issue[],
  schema: z.ZodType,
  data: unknown,
  place: PlaceOf,
  problems: ProblemList,
  page = 'docs/scenario-format.md',
): void {
  for (const issue of issues) {
    const path = issue.path as Path;
    const value = valueAt(data, path);
    if (issue.code === 'unrecognized_keys') reportUnknownKeys(issue.keys, path, schema, place, problems);
    else if (value === undefined) reportMissing(path, place, problems, page);
    else if (issue.code === 'invalid_value') reportChoice(value, issue.values.map(String), place(path), problems);
    else if (issue.code === 'too_small' || issue.code === 'too_big') reportRange(issue, value, place(path), problems);
    else if (issue.code === 'invalid_format' || issue.code === 'invalid_key') reportForm(path, value, schema, place, problems);
    else if (Number.isNaN(value) || value === Infinity || value === -Infinity) reportNotFinite(value, place(path), problems);
    else reportType(issue, value, place(path), problems);
  }
}

/** E1003 */
function reportUnknownKeys(keys: readonly string[], path: Path, schema: z.ZodType, place: PlaceOf, problems: ProblemList): void {
  for (const key of keys) {
    problems.add('E1003', place([...path, key]), `the key "${key}" is not known here`, suggest(key, knownKeys(schema, path)));
  }
}

/** E1004 */
function reportMissing(path: Path, place: PlaceOf, problems: ProblemList, page: string): void {
  problems.add('E1004', place(path.slice(0, -1)), `"${String(path.at(-1))}" is missing`, `Add it; ${page} says what it means.`);
}

/** E1005 */
function reportType(issue: Issue, value: unknown, place: string, problems: ProblemList): void {
  const expected = 'expected' in issue ? String(issue.expected) : 'another kind of value';
  const words: Record<string, string> = {
    int: 'a whole number',
    number: 'a number',
    string: 'a text',
    boolean: 'true or false',
    array: 'a list',
    object: 'a map of keys',
    tuple: 'a list of fixed length',
    record: 'a map of keys',
  };
  const wanted = words[expected] ?? expected;
  problems.add('E1005', place, `${shown(value)} is not ${wanted}`, `Write ${wanted}.`);
}

/** E1006 */
function reportRange(
  issue: Issue & { code: 'too_small' | 'too_big' },
  value: unknown,
  place: string,
  problems: ProblemList,
): void {
  const list = Array.isArray(value);
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const word =
    issue.code === 'too_small'
      ? issue.inclusive === false
        ? 'more than'
        : 'at least'
      : issue.inclusive === false
        ? 'less than'
        : 'at most';
  const what = list ? `a list of ${value.length}` : shown(value);
  problems.add('E1006', place, `${what} is out of range`, `Give ${word} ${String(limit)}${list ? ' entries' : ''}.`);
}

/** E1006: .nan and .inf are YAML, but no measures. */
function reportNotFinite(value: unknown, place: string, problems: ProblemList): void {
  problems.add('E1006', place, `${String(value)} is not a finite number`, 'Write a number.');
}

/** E1007 */
function reportChoice(value: unknown, choices: readonly string[], place: string, problems: ProblemList): void {
  problems.add('E1007', place, `${shown(value)} is not one of the possible values`, suggest(String(value), choices));
}

/** E1008 */
function reportForm(path: Path, value: unknown, schema: z.ZodType, place: PlaceOf, problems: ProblemList): void {
  const form = expectedForm(String(path.at(-1)));
  void schema;
  problems.add('E1008', place(path), `${shown(value)} does not have the form of ${form}`, `Write ${form}.`);
}

function expectedForm(key: string): string {
  if (['opens', 'closes', 'peak', 'cutOff', 'start', 'end', 'at', 'departure', 'release'].includes(key))
    return 'a time of day such as "08:30"';
  if (key === 'startDate') return 'a date such as 2023-03-07';
  if (key === 'table') return 'the name of a CSV table such as orders.csv';
  return 'an identifier: letters, digits, dot, underscore and hyphen';
}
