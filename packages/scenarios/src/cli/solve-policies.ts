// What the verbs of `solve` that try policies share: which policies a flag means, and their results as one JSON document.

import { suggest } from '../format/nearest.ts';
import { usageError } from './exit.ts';

/** The word for every policy. */
export const ALL = 'all';

interface Identified {
  readonly id: string;
}

/** The policy of an id. @param what the policies are, as the user reads it. Throws a usage error with the nearest id. */
export function policyCalled<Policy extends Identified>(
  id: string,
  known: readonly Policy[],
  what: string,
  { flag = '--policy', where = '' } = {},
): Policy {
  const found = known.find((policy) => policy.id === id);
  if (found !== undefined) return found;
  const ids = known.map((policy) => policy.id);
  throw usageError(`${flag}: there is no ${what} policy "${id}"${where}. ${suggest(id, ids)}`);
}

/** All policies, or the one of an id. */
export function policiesOf<Policy extends Identified>(
  id: string,
  known: readonly Policy[],
  what: string,
  where = '',
): readonly Policy[] {
  return id === ALL ? known : [policyCalled(id, known, what, { where })];
}

/** One object for one instance and one policy, a list otherwise. */
export function resultsJson(results: readonly object[], policy: string): string {
  return JSON.stringify(results.length === 1 && policy !== ALL ? results[0] : results, null, 2);
}
