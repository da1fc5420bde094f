// Instances as JSON: one object, or JSON lines with an object each; what is wrong with any of them is told at once.

import { parseSource } from '../format/source.ts';
import { ProblemList, type Problem } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import type { PlaceOf } from './layout-schema.ts';

/** The content of a JSON text; undefined, with a problem, where it is none. */
export function parseJson(text: string, fileName: string, problems: ProblemList): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // JSON is YAML: that parser says where, and one that accepts it has found what only JSON forbids.
    parseSource(text, fileName, problems);
    if (problems.isEmpty) problems.add('E1001', fileName, `this is not JSON: ${(error as Error).message}`, 'Correct it.');
    return undefined;
  }
}

/** `file:line path` of a value. The lines are looked for only where there is something to report. */
export function placesIn(text: string, fileName: string): PlaceOf {
  let source: ReturnType<typeof parseSource> | undefined;
  return (path) => {
    source ??= parseSource(text, fileName, new ProblemList());
    const line = source.line(path);
    return [line === undefined ? fileName : `${fileName}:${line}`, path.join('.')].filter((part) => part !== '').join(' ');
  };
}

/** One object, or one in each line. `readOne` throws InvalidInstance. */
export function readObjects<I>(text: string, fileName: string, readOne: (text: string, fileName: string) => I): I[] {
  const lines = text.split('\n').map((line, i) => ({ line: line.trim(), number: i + 1 }));
  const full = lines.filter(({ line }) => line !== '');
  const isLines = full.length > 1 && full.every(({ line }) => line.startsWith('{') && line.endsWith('}'));
  if (!isLines) return [readOne(text, fileName)];
  const problems: Problem[] = [];
  const instances = full.flatMap(({ line, number }) => {
    try {
      return [readOne(line, `${fileName}:${number}`)];
    } catch (error) {
      if (!(error instanceof InvalidInstance)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InvalidInstance(problems);
  return instances;
}
