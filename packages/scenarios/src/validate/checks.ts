// Every check of a scenario beyond its schema, in the order of the goods' way. Each looks only at parts that the schema
// accepted, and reports all it finds.

import type { SoundParts } from '../format/load.ts';
import type { Tables } from '../format/tables.ts';
import type { Path, ProblemList } from './problem.ts';

export interface CheckContext {
  readonly parts: SoundParts;
  readonly tables: Tables;
  readonly problems: ProblemList;
  place(path: Path): string;
}

export type Check = (context: CheckContext) => void;

/** Every check, in the order in which problems are looked for. */
export const checks: readonly Check[] = [];

export function checkScenario(context: CheckContext): void {
  for (const check of checks) check(context);
}
