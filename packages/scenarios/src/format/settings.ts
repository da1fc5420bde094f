// Changes of single values: `--set labour.people.3.count=4`, `building.doors.I2.open=false`. A value is YAML. An element of a
// list is named by its number from 0 or by its `id`. `null` removes a key, as it does in a variant.

import { parse } from 'yaml';
import type { z } from 'zod';
import type { Path, ProblemList } from '../validate/problem.ts';
import { isPlainMap, setOwn } from './merge.ts';
import type { PlainMap } from './merge.ts';
import { suggest } from './nearest.ts';
import { knownKeys, schemaAt } from './schema-walk.ts';
import { scenarioSchema } from './schema/scenario.ts';

export interface Setting {
  readonly path: Path;
  readonly value: unknown;
  /** The value as it was written. */
  readonly text: string;
}

/** Changes `data` (in place) by each setting; reports those that are not `path=value` or whose path does not exist (E1010). */
export function setValues(data: PlainMap, settings: readonly string[], problems: ProblemList): Setting[] {
  const done: Setting[] = [];
  for (const setting of settings) {
    const equals = setting.indexOf('=');
    if (equals < 1) {
      problems.add('E1010', `--set ${setting}`, 'this is not path=value', 'Write for example `--set days=5`.');
      continue;
    }
    const text = setting.slice(equals + 1);
    const path = resolvePath(data, setting.slice(0, equals), scenarioSchema, problems);
    if (path === undefined) continue;
    let value: unknown;
    try {
      value = parse(text);
    } catch (error) {
      problems.add(
        'E1010',
        `--set ${setting}`,
        `"${text}" is not a YAML value: ${(error as Error).message.split('\n')[0]}`,
        'Quote it if it is meant as text.',
      );
      continue;
    }
    assign(data, path, value);
    done.push({ path, value, text });
  }
  return done;
}

/** The path with list elements by number; undefined (and reported) where there is no such path. */
function resolvePath(data: PlainMap, written: string, schema: z.ZodType, problems: ProblemList): Path | undefined {
  const path: (string | number)[] = [];
  let value: unknown = data;
  for (const step of written.split('.')) {
    const here = path.length === 0 ? 'the scenario' : path.join('.');
    if (Array.isArray(value)) {
      const index = elementIndex(value, step);
      if (index < 0) {
        const ids = value.flatMap((element) => (isPlainMap(element) && typeof element.id === 'string' ? [element.id] : []));
        problems.add(
          'E1010',
          `--set ${written}`,
          `${here} has no element "${step}"`,
          ids.length > 0 ? suggest(step, ids) : `Use a number from 0 to ${value.length - 1}.`,
        );
        return undefined;
      }
      path.push(index);
      value = value[index];
      continue;
    }
    if (schemaAt(schema, [...path, step]) === undefined) {
      problems.add('E1010', `--set ${written}`, `${here} has no key "${step}"`, suggest(step, knownKeys(schema, path)));
      return undefined;
    }
    path.push(step);
    value = isPlainMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return path;
}

function elementIndex(list: readonly unknown[], step: string): number {
  const byId = list.findIndex((element) => isPlainMap(element) && element.id === step);
  if (byId >= 0) return byId;
  return /^\d+$/.test(step) && Number(step) < list.length ? Number(step) : -1;
}

function assign(data: PlainMap, path: Path, value: unknown): void {
  let holder: unknown = data;
  for (const step of path.slice(0, -1)) {
    const map = holder as PlainMap;
    if (typeof step === 'string' && !Object.hasOwn(map, step)) setOwn(map, step, {});
    holder = map[step];
  }
  const last = path.at(-1)!;
  if (Array.isArray(holder)) holder[Number(last)] = value;
  else if (value === null) delete (holder as PlainMap)[String(last)];
  else setOwn(holder as PlainMap, String(last), value);
}
