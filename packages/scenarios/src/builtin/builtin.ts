// The scenarios that ship, loaded and compiled by name.

import type { Model } from '@dongseon/engine';
import { compile } from '../compile/compile.ts';
import type { CompileOptions } from '../compile/compile.ts';
import { loadScenario } from '../format/load.ts';
import type { LoadedScenario } from '../format/load.ts';
import { InvalidScenario } from '../validate/problem.ts';
import { builtinText } from './texts.ts';

/** A built-in scenario, with changes of single values. Throws InvalidScenario where a change makes it invalid. */
export function loadBuiltin(id: string, settings: readonly string[] = []): LoadedScenario {
  const text = builtinText(id);
  if (text === undefined) throw new RangeError(`there is no built-in scenario "${id}"`);
  const result = loadScenario(text, { fileName: id, settings });
  if (!result.ok) throw new InvalidScenario(result.problems);
  return result.loaded;
}

/** A built-in scenario as a model. */
export function compileBuiltin(id: string, options: CompileOptions = {}): Model {
  return compile(loadBuiltin(id), options);
}
