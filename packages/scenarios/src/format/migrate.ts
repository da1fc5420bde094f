// Older format versions are brought to the present one before anything else looks at them. `migrations[v]` turns version v
// into v + 1 and changes `formatVersion`; there is none yet.

import { FORMAT_VERSION } from './schema/scenario.ts';
import type { ProblemList } from '../validate/problem.ts';
import { isPlainMap } from './merge.ts';
import type { PlainMap } from './merge.ts';

export type Migration = (data: PlainMap) => PlainMap;

export const migrations: Readonly<Record<number, Migration>> = {};

/** The data in the present version; undefined (and E1002 or E1009 reported) where it cannot be brought there. */
export function migrate(
  data: unknown,
  place: string,
  problems: ProblemList,
  steps: Readonly<Record<number, Migration>> = migrations,
  present = FORMAT_VERSION,
): PlainMap | undefined {
  if (!isPlainMap(data)) {
    problems.add(
      'E1002',
      place,
      'a scenario is a map of keys to values, and this is not one',
      'Begin with `formatVersion: 1` and the keys of docs/scenario-format.md.',
    );
    return undefined;
  }
  let current = data;
  let version = current.formatVersion;
  while (typeof version === 'number' && version < present && steps[version] !== undefined) {
    current = steps[version]!(current);
    version = current.formatVersion;
  }
  if (version === present) return current;
  const shown = version === undefined ? 'formatVersion is missing' : `formatVersion is ${JSON.stringify(version)}`;
  problems.add(
    'E1009',
    place,
    `${shown}; this program reads version ${present}`,
    typeof version === 'number' && version > present ? 'Use a newer release.' : `Set \`formatVersion: ${present}\`.`,
  );
  return undefined;
}
