// How orders are packed in a mode: the plain way, changed by the scenario, changed by the mode.

import { PLAIN_PACKING } from '@dongseon/engine';
import type { Packing } from '@dongseon/engine';
import type { ScenarioFile } from '../format/schema/scenario.ts';

export function compilePacking(file: ScenarioFile, mode: string): Packing {
  return { ...PLAIN_PACKING, ...given(file.packing), ...given(file.modes[mode]?.packing ?? {}) };
}

/** The keys that have a value. */
export function given<Part extends object>(part: Part): { [Key in keyof Part]: Exclude<Part[Key], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as never;
}
