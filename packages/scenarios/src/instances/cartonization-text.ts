// Reads container-loading problems in the text form of the OR-Library (thpack1 … thpack7): for each problem its number and seed,
// the container, the number of box types, and a line for each type: number, then each side and whether it may stand vertically
// (1 or 0), then the number of boxes. A first line with the number of problems, and a line of six numbers with somebody's result
// after the seed, may be there or not.
//
// Source:     Beasley, J.E. (1990), "OR-Library", Journal of the Operational Research Society 41(11), 1069-1072.

import { ProblemList } from '../validate/problem.ts';
import { checkItemsFit } from './cartonization-fits.ts';
import type { CartonizationInstance, CartonizationItem } from './cartonization.ts';
import { InvalidInstance } from './invalid-instance.ts';

const BOX_LINE = 8;
const RESULT_LINE = 6;

interface NumberLine {
  readonly line: number;
  readonly numbers: readonly number[];
}

/** Whether a text holds nothing but numbers, with the lines of a problem at its beginning. */
export function isLoadingText(text: string): boolean {
  const first = linesOf(text.slice(0, 20_000)).slice(0, 6);
  return (
    first.length >= 3 &&
    first.every(({ numbers }) => numbers.every((number) => !Number.isNaN(number))) &&
    first.some(({ numbers }) => numbers.length === 3)
  );
}

/** Throws InvalidInstance with all problems. @param fileName shown in problems, and the beginning of the instances' names. */
export function readLoadingText(text: string, fileName: string): CartonizationInstance[] {
  const lines = linesOf(text);
  const problems = new ProblemList();
  const instances: CartonizationInstance[] = [];
  let at = lines[0]?.numbers.length === 1 && lines[1]!.numbers.length <= 2 ? 1 : 0;
  while (at < lines.length) {
    at++; // number and seed
    if (lines[at]?.numbers.length === RESULT_LINE) at++;
    const size = lines[at++];
    const types = lines[at++];
    if (size?.numbers.length !== 3 || types?.numbers.length !== 1 || !size.numbers.every((side) => side > 0)) {
      const where = size === undefined ? fileName : `${fileName}:${size.line}`;
      problems.add('E8307', where, 'the three sides of a container and the number of box types should be here', 'Correct it.');
      break;
    }
    const name = `${fileName}#${instances.length + 1}`;
    const boxes = lines.slice(at, at + types.numbers[0]!);
    at += boxes.length;
    if (boxes.length < types.numbers[0]!)
      problems.add(
        'E8307',
        `${fileName}:${types.line}`,
        `${types.numbers[0]} box types are said to follow; the file ends`,
        'Add them.',
      );
    const items = boxes.flatMap((box) => itemOf(box, fileName, problems));
    const container = { id: 'container', sides: size.numbers as [number, number, number], maxLoad_kg: Infinity, cost: 0 };
    const instance: CartonizationInstance = {
      ...{ name, kind: 'container', unit: 'cm', items, containers: [container], looseAllowed: false },
    };
    if (items.length === boxes.length) checkItemsFit(instance, (item) => `${fileName}:${boxes[item]!.line}`, problems);
    instances.push(instance);
  }
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  return instances;
}

/** E8307, E8308 */
function itemOf({ line, numbers }: NumberLine, fileName: string, problems: ProblemList): CartonizationItem[] {
  const place = `${fileName}:${line}`;
  if (numbers.length !== BOX_LINE || numbers.some(Number.isNaN)) {
    const form = 'number, length, 0/1, width, 0/1, height, 0/1, boxes';
    problems.add('E8307', place, `a box type has ${BOX_LINE} numbers: ${form}; here are ${numbers.length}`, 'Correct it.');
    return [];
  }
  const [id, length, lengthStands, width, widthStands, height, heightStands, quantity] = numbers as [
    ...[number, number, number, number, number, number, number, number],
  ];
  const mayStand = [lengthStands === 1, widthStands === 1, heightStands === 1] as const;
  if (Math.min(length, width, height, quantity) <= 0 || !Number.isInteger(quantity) || !mayStand.includes(true)) {
    const cause = `box type ${id} has a side or a number of boxes that is not positive, or may stand on no side`;
    problems.add('E8308', place, cause, 'Correct it.');
    return [];
  }
  return [{ id: String(id), sides: [length, width, height], mayStand, quantity, weight_kg: 0, fragile: false, temperature: 0 }];
}

function linesOf(text: string): NumberLine[] {
  return text
    .split(/\r?\n/)
    .map((row, i) => ({ line: i + 1, numbers: row.trim().split(/\s+/).filter(Boolean).map(Number) }))
    .filter(({ numbers }) => numbers.length > 0);
}
