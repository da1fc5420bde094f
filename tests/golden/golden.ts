// The expected outcomes: tests/golden/runs.json, by `scenario/mode`, the policies in place of the mode's, and the way of working.
//
// A change of the engine that moves one of them says so in its commit: which scenarios, why, what a user will see. Then
//   UPDATE_GOLDEN=1 npx vitest run --project golden
// writes the file anew.

import { readFileSync, writeFileSync } from 'node:fs';
import type { Case, Outcome } from '../cross-platform/runs.ts';

const file = new URL('./runs.json', import.meta.url);

export function readGolden(): Record<string, Outcome> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Outcome>;
}

export function writeGolden(outcomes: Record<string, Outcome>): void {
  writeFileSync(file, `${JSON.stringify(outcomes, null, 2)}\n`);
}

export function nameOf({ scenario, mode, policies = {}, way }: Case): string {
  return [`${scenario}/${mode}`, ...Object.values(policies), ...(way === undefined ? [] : [`(${way.name})`])].join(' ');
}
