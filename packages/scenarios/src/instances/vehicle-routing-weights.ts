// Distances that a VRPLIB file gives: a whole matrix or half of one, row by row.

import type { ProblemList } from '../validate/problem.ts';
import type { Section } from './vehicle-routing-sections.ts';

/** For each format the columns of a row, from and to (exclusive), of n nodes. */
const FORMATS: Readonly<Record<string, (row: number, n: number) => readonly [number, number]>> = {
  FULL_MATRIX: (_, n) => [0, n],
  LOWER_ROW: (row) => [0, row],
  LOWER_DIAG_ROW: (row) => [0, row + 1],
  UPPER_ROW: (row, n) => [row + 1, n],
  UPPER_DIAG_ROW: (row, n) => [row, n],
};

export const WEIGHT_FORMATS = Object.keys(FORMATS);

/** n × n distances; holes are listed. E8402, E8407 */
export function explicitDistances(
  section: Section,
  format: string,
  n: number,
  fileName: string,
  problems: ProblemList,
): Float64Array {
  const table = new Float64Array(n * n);
  const words = section.rows.flatMap(({ line, words: row }) => row.map((word) => ({ word, line })));
  const columns = FORMATS[format]!;
  const isFull = format === 'FULL_MATRIX';
  let at = 0;
  for (let row = 0; row < n; row++) {
    const [first, end] = columns(row, n);
    for (let column = first; column < end; column++, at++) {
      const found = words[at];
      if (found === undefined) continue;
      const value = Number(found.word);
      const place = `${fileName}:${found.line}`;
      if (row !== column && !(Number.isFinite(value) && value >= 0))
        problems.add(
          'E8407',
          place,
          `the distance from node ${row + 1} to node ${column + 1} is "${found.word}"`,
          'Give a number of 0 or more for every pair.',
        );
      if (row === column) continue;
      table[row * n + column] = value;
      if (!isFull) table[column * n + row] = value;
    }
  }
  if (words.length !== at)
    problems.add(
      'E8407',
      `${fileName}:${section.line}`,
      `a ${format} of ${n} nodes has ${at} numbers; here are ${words.length}`,
      'Give one for every pair.',
    );
  return table;
}
