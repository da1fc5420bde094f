// The content of a file as cartonization instances, its form told by the content: JSON, JSON lines, or the text form of the
// OR-Library; and the names of problems that are generated.

import { ProblemList } from '../validate/problem.ts';
import { BR_CONTAINER, BR_TYPES, bischoffRatcliff, bischoffRatcliffSeed } from './bischoff-ratcliff.ts';
import { readCartonizationJson } from './cartonization-json.ts';
import { isLoadingText, readLoadingText } from './cartonization-text.ts';
import type { CartonizationInstance } from './cartonization.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { readObjects } from './json-instance.ts';

const PROBLEMS_A_CLASS = 100;

/** Throws InvalidInstance with all problems. @param fileName shown in problems. */
export function readCartonization(bytes: Uint8Array, fileName: string): CartonizationInstance[] {
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith('{')) return readObjects(text, fileName, readCartonizationJson);
  if (isLoadingText(text)) return readLoadingText(text, fileName);
  const problems = new ProblemList();
  problems.add(
    'E8301',
    fileName,
    'this is no form of a cartonization instance that is known',
    'Give JSON, JSON lines, a thpack file of the OR-Library, or a generated problem by its name, such as br1#5.',
  );
  throw new InvalidInstance(problems.list());
}

/**
 * Problems of Bischoff and Ratcliff by name: `br1#5` is the fifth of BR1, `br1` all hundred of it. undefined where the name is no
 * such name; throws InvalidInstance where there is no such problem.
 */
export function namedCartonization(name: string): CartonizationInstance[] | undefined {
  const match = /^br(\d+)(?:#(\d+))?$/i.exec(name);
  if (match === null) return undefined;
  const set = Number(match[1]);
  const number = match[2] === undefined ? undefined : Number(match[2]);
  if (set >= BR_TYPES.length || number === 0 || (number ?? 1) > PROBLEMS_A_CLASS) {
    const problems = new ProblemList();
    problems.add('E8309', name, 'there is no such problem', `Give br0#1 … br${BR_TYPES.length - 1}#${PROBLEMS_A_CLASS}.`);
    throw new InvalidInstance(problems.list());
  }
  const numbers = number === undefined ? Array.from({ length: PROBLEMS_A_CLASS }, (_, i) => i + 1) : [number];
  return numbers.map((one) => ({
    name: `br${set}#${one}`,
    kind: 'container',
    unit: 'cm',
    containers: [{ id: 'container', sides: BR_CONTAINER, maxLoad_kg: Infinity, cost: 0 }],
    items: bischoffRatcliff(BR_TYPES[set]!, bischoffRatcliffSeed(one)).map(({ sides, mayStand, count }, type) => ({
      id: String(type + 1),
      ...{ sides, mayStand, quantity: count, weight_kg: 0, fragile: false, temperature: 0 },
    })),
    looseAllowed: false,
  }));
}
