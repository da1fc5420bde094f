// From rows of places, as the files of the literature have them, to the engine's problem: one dimension of load, one table of
// distances, one of durations.

import type { VehicleRoutingProblem, VehicleSort } from '@dongseon/engine';
import type { ProblemList } from '../validate/problem.ts';
import type { DistanceConvention } from './vehicle-routing.ts';

/** A depot, stop or station. */
export interface PlaceRow {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly opens: number;
  readonly closes: number;
  readonly service: number;
  readonly release: number;
  /** Line of the file, from 1. */
  readonly line: number;
}

export interface RoutingRows {
  /** The depot, the stops, then the stations. */
  readonly rows: readonly PlaceRow[];
  readonly stops: number;
  readonly distance: Float64Array;
  readonly duration: Float64Array;
  readonly vehicles: readonly VehicleSort[];
  readonly deliveryOf?: Int32Array;
  readonly charging?: 'full' | 'partial';
}

export function problemOfRows({ rows, stops, vehicles, ...rest }: RoutingRows): VehicleRoutingProblem {
  const column = (key: 'opens' | 'closes' | 'service' | 'release' | 'demand'): Float64Array =>
    Float64Array.from(rows, (row) => row[key]);
  return {
    nodes: rows.length,
    stops,
    node: {
      opens: column('opens'),
      closes: column('closes'),
      service: column('service'),
      release: column('release'),
      classes: new Uint8Array(rows.length),
      demand: [column('demand')],
    },
    travel: { distance: rest.distance, durations: [rest.duration], periodLength: Infinity },
    vehicles,
    deliveryOf: rest.deliveryOf,
    stations: rows.flatMap((_, node) => (node > stops ? [node] : [])),
    charging: rest.charging ?? 'full',
    latenessCost: Infinity,
    unservedCost: Infinity,
  };
}

/** Straight lines between points. Length `points.length ** 2`. */
export function euclidean(
  points: readonly { readonly x: number; readonly y: number }[],
  convention: DistanceConvention,
): Float64Array {
  const n = points.length;
  const table = new Float64Array(n * n);
  for (let from = 0; from < n; from++) {
    for (let to = 0; to < n; to++) {
      const x = points[from]!.x - points[to]!.x;
      const y = points[from]!.y - points[to]!.y;
      table[from * n + to] = asConvention(Math.sqrt(x * x + y * y), convention);
    }
  }
  return table;
}

function asConvention(length: number, convention: DistanceConvention): number {
  if (convention === 'truncated') return Math.floor(10 * length) / 10;
  return convention === 'rounded' ? Math.floor(length + 0.5) : length;
}

/** Lines of a text that hold something, split at white space, with their numbers from 1. */
export interface TextLine {
  readonly line: number;
  readonly words: readonly string[];
}

export function textLines(text: string): TextLine[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((row, i) => ({ line: i + 1, words: row.split(/\s+/).filter(Boolean) }))
    .filter(({ words }) => words.length > 0);
}

/** All words as numbers; undefined, with a problem, where one is none or their count is another. E8402 */
export function numbersOf(
  { line, words }: TextLine,
  form: readonly string[],
  fileName: string,
  problems: ProblemList,
): number[] | undefined {
  const numbers = words.map(Number);
  if (words.length === form.length && numbers.every(Number.isFinite)) return numbers;
  const what =
    words.length === form.length
      ? `"${words.find((word) => !Number.isFinite(Number(word)))}" is not a number`
      : `a row has ${form.length} numbers (${form.join(', ')}); here are ${words.length} words`;
  problems.add('E8402', `${fileName}:${line}`, what, 'Correct the row.');
  return undefined;
}

/** What every row has to keep, whatever the form. E8403, E8405, E8409 */
export function checkRows(rows: readonly PlaceRow[], fileName: string, problems: ProblemList, mayBeNegative = false): void {
  const first = new Map<string, number>();
  for (const { id, line, opens, closes, service, demand, release } of rows) {
    const place = `${fileName}:${line}`;
    const before = first.get(id);
    if (before !== undefined)
      problems.add('E8403', place, `"${id}" stands in line ${before} already`, 'Give every place its own number, once.');
    else first.set(id, line);
    if (closes < opens)
      problems.add(
        'E8405',
        place,
        `the window of "${id}" closes at ${closes}, before it opens at ${opens}`,
        'Correct the window.',
      );
    if (service < 0 || release < 0 || (demand < 0 && !mayBeNegative)) {
      const what = service < 0 ? `service time ${service}` : release < 0 ? `release time ${release}` : `demand ${demand}`;
      problems.add('E8409', place, `"${id}" has a negative ${what}`, 'Give 0 or more.');
    }
  }
}

/** A number that has to be more than 0. E8409 */
export function checkPositive(value: number, what: string, place: string, problems: ProblemList): void {
  if (!(value > 0)) problems.add('E8409', place, `${what} is ${value}`, 'Give more than 0.');
}

/** Name of an instance whose file gives it none. */
export function nameOf(fileName: string): string {
  return fileName.replace(/\.gz$/, '').replace(/\.(txt|vrp|json|jsonl)$/i, '');
}
