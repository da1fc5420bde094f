// Reads electric vehicle routing with time windows as Schneider, Stenger and Goeke wrote it: a row for each place with its type
// (d depot, f charging station, c customer), then the vehicle's figures, each between slashes.
//
// Source:     Schneider, M., Stenger, A. & Goeke, D. (2014), "The electric vehicle-routing problem with time windows and
//             recharging stations", Transportation Science 48(4), 500-520.
// Applies to: one depot, as many vehicles as wanted, all alike, full when they leave. The file gives the time that a unit of
//             energy takes; the problem has energy in a unit of time.

import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { checkServable } from './vehicle-routing-fits.ts';
import { checkPositive, checkRows, euclidean, nameOf, numbersOf, problemOfRows, textLines } from './vehicle-routing-rows.ts';
import type { PlaceRow, TextLine } from './vehicle-routing-rows.ts';
import { PLAIN_VEHICLE, usual, type VehicleRoutingInstance, type VehicleRoutingOptions } from './vehicle-routing.ts';

const PLACE = ['x', 'y', 'demand', 'ready time', 'due date', 'service time'];
const FIGURES: Readonly<Record<string, string>> = {
  Q: 'battery capacity',
  C: 'load capacity',
  r: 'consumption rate',
  g: 'inverse refueling rate',
  v: 'velocity',
};

interface TypedRow extends PlaceRow {
  readonly type: string;
}

export function isSchneiderText(text: string): boolean {
  return /^\s*StringID\s+Type\s/.test(text);
}

/** Throws InvalidInstance with all problems. @param fileName shown in problems, and without its ending the instance's name. */
export function readSchneiderText(text: string, fileName: string, options: VehicleRoutingOptions): VehicleRoutingInstance {
  const problems = new ProblemList();
  const lines = textLines(text).slice(1);
  const isFigure = ({ words }: TextLine): boolean => words.at(-1)!.endsWith('/');
  const all = lines.filter((line) => !isFigure(line)).flatMap((line) => rowOf(line, fileName, problems));
  const figures = figuresOf(lines.filter(isFigure), fileName, problems);
  const [depots, stops, stations] = ['d', 'c', 'f'].map((type) => all.filter((row) => row.type === type));
  if (depots!.length !== 1 || stops!.length === 0)
    problems.add(
      'E8404',
      depots!.length > 1 ? `${fileName}:${depots![1]!.line}` : fileName,
      `there are ${depots!.length} depots (type d) and ${stops!.length} customers (type c)`,
      'Give one depot, and customers.',
    );
  checkRows(all, fileName, problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());

  const rows = [...depots!, ...stops!, ...stations!];
  const { objective, convention } = usual('schneider', options);
  const { Q, C, r, g, v } = figures as Record<'Q' | 'C' | 'r' | 'g' | 'v', number>;
  const distance = euclidean(rows, convention);
  const vehicle = {
    ...PLAIN_VEHICLE,
    capacity: [C],
    ...{ shiftStart: rows[0]!.opens, shiftEnd: rows[0]!.closes },
    battery: { capacity: Q, start: Q, usePerDistance: r, chargeRate: 1 / g },
  };
  const instance: VehicleRoutingInstance = {
    name: nameOf(fileName),
    form: 'schneider',
    problem: problemOfRows({
      ...{ rows, stops: stops!.length, distance, vehicles: [vehicle] },
      duration: v === 1 ? distance : distance.map((length) => length / v),
      charging: options.charging ?? 'full',
    }),
    ids: rows.map(({ id }) => id),
    vehicleIds: ['vehicle'],
    ...{ convention, objective },
  };
  checkServable(instance, (node) => `${fileName}:${rows[node]!.line}`, problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  return instance;
}

/** E8402 */
function rowOf(row: TextLine, fileName: string, problems: ProblemList): TypedRow[] {
  const { line, words } = row;
  const [id, type] = words as [string, string | undefined];
  if (!['d', 'f', 'c'].includes(type ?? '')) {
    const cause = `"${words.slice(0, 2).join(' ')}" is no id and type`;
    problems.add('E8402', `${fileName}:${line}`, cause, 'Give the type d (depot), f (charging station) or c (customer).');
    return [];
  }
  const numbers = numbersOf({ line, words: words.slice(2) }, PLACE, fileName, problems);
  if (numbers === undefined) return [];
  const [x, y, demand, opens, closes, service] = numbers as [number, number, number, number, number, number];
  return [{ id, type: type!, x, y, demand, opens, closes, service, release: 0, line }];
}

/** Figures by their letter. E8402, E8409 */
function figuresOf(lines: readonly TextLine[], fileName: string, problems: ProblemList): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const { line, words } of lines) {
    const text = /\/([^/]*)\/$/.exec(words.join(' '))?.[1];
    const value = Number(text === undefined || text.trim() === '' ? NaN : text);
    const letter = words[0]!;
    if (FIGURES[letter] === undefined || !Number.isFinite(value))
      problems.add(
        'E8402',
        `${fileName}:${line}`,
        `"${words.join(' ')}" is no figure of a vehicle`,
        'Write it as in: Q /77.75/.',
      );
    else {
      figures[letter] = value;
      checkPositive(value, `the ${FIGURES[letter]}`, `${fileName}:${line}`, problems);
    }
  }
  for (const [letter, what] of Object.entries(FIGURES))
    if (figures[letter] === undefined && !problems.has(/E8402/))
      problems.add('E8402', fileName, `the ${what} is missing`, `Add a line such as "${letter} ${what} /1.0/".`);
  return figures;
}
