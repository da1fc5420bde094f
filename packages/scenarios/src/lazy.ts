// The part of the public surface that a page needs, without the order lines of `online-retail`: these come in a file of their own
// when they are asked for (`@dongseon/scenarios/lazy`). Everything else is that of index.ts.

import { provideOrderLines } from './builtin/online-retail.ts';

export { loadScenario } from './format/load.ts';
export type { LoadResult, LoadedScenario } from './format/load.ts';
export { InvalidScenario } from './validate/problem.ts';
export type { Problem } from './validate/problem.ts';
export { compile } from './compile/compile.ts';
export { policyChoice } from './compile/operations.ts';
export { loadBuiltin } from './builtin/builtin.ts';
export { builtinIds, builtinScenarios } from './builtin/texts.ts';

/**
 * Fetches the order lines. To be awaited before `online-retail` is loaded, and before a scenario of a person's own, which may
 * extend it.
 */
export async function loadOrderLines(): Promise<void> {
  provideOrderLines(await import('./builtin/online-retail-data.ts'));
}
