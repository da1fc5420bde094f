// The public surface of the scenarios package, as a contents page. Knows no files: see node.ts for reading folders,
// and lazy.ts for a page that fetches the large built-in tables only when they are asked for.

import './builtin/with-order-lines.ts';

// Loading, checking, saving
export { applySettings, loadScenario, validateScenario } from './format/load.ts';
export type { LoadOptions, LoadResult, LoadedScenario } from './format/load.ts';
export { saveScenario } from './format/save.ts';
export { scenarioJsonSchema } from './format/json-schema.ts';
export { tableRules } from './format/tables.ts';
export type { ScenarioFile } from './format/schema/scenario.ts';
export { FORMAT_VERSION, scenarioSchema } from './format/schema/scenario.ts';
export { InvalidScenario, formatProblem } from './validate/problem.ts';
export type { Problem } from './validate/problem.ts';

// To the engine
export { compile } from './compile/compile.ts';
export type { CompileOptions } from './compile/compile.ts';
export { policyChoice } from './compile/operations.ts';

// Scenarios that ship
export { compileBuiltin, loadBuiltin } from './builtin/builtin.ts';
export { builtinIds, builtinScenarios, builtinText } from './builtin/texts.ts';
export type { BuiltinScenario } from './builtin/texts.ts';
export { scaleScenario } from './builtin/scale.ts';
export type { ScaleOptions } from './builtin/scale.ts';
