// Subset-row cuts that a fractional solution violates: of the batches that hold two or more of three orders, an integer
// solution uses at most one.
//
// Source:     Jepsen, M., Petersen, B., Spoorendonk, S. and Pisinger, D. (2008), "Subset-row inequalities applied to the
//             vehicle-routing problem with time windows", Operations Research 56(2), 497-511.
// Applies to: any set partitioning.
// Cost:       O(triples of orders that share batches), by pairs that share at least a little.
//
// Worked example: half each of {0, 1}, {0, 2} and {1, 2} is one and a half batches with two of the orders {0, 1, 2}.

import { batchOf, type Columns } from './columns.ts';

/** A cut must be overshot by this much to be worth a row. */
const LEAST_VIOLATION = 0.02;

/** A cut: of the batches with two or three of these orders, at most one is used. */
export type Triple = readonly [a: number, b: number, c: number];

export interface Share {
  readonly column: number;
  readonly share: number;
}

/** How much of all batches holds both of two orders: together[a · orders + b], both ways. */
export function sharesTogether(columns: Columns, used: readonly Share[]): Float64Array {
  const { orders } = columns;
  const together = new Float64Array(orders * orders);
  for (const { column, share } of used) {
    const batch = batchOf(columns, column);
    for (const a of batch) for (const b of batch) if (a !== b) together[a * orders + b]! += share;
  }
  return together;
}

/** The most violated cuts, at most `most`, most violated first. */
export function violatedCuts(columns: Columns, used: readonly Share[], most: number): Triple[] {
  const { orders } = columns;
  const together = sharesTogether(columns, used);
  const allThree = new Map<number, number>();
  for (const { column, share } of used) {
    const batch = batchOf(columns, column);
    for (let x = 0; x < batch.length; x++)
      for (let y = x + 1; y < batch.length; y++)
        for (let z = y + 1; z < batch.length; z++) {
          const key = (batch[x]! * orders + batch[y]!) * orders + batch[z]!;
          allThree.set(key, (allThree.get(key) ?? 0) + share);
        }
  }
  const found: { cut: Triple; violation: number }[] = [];
  for (let a = 0; a < orders; a++)
    for (let b = a + 1; b < orders; b++) {
      const ab = together[a * orders + b]!;
      for (let c = b + 1; c < orders; c++) {
        const sum = ab + together[a * orders + c]! + together[b * orders + c]!;
        if (sum <= 1 + LEAST_VIOLATION) continue;
        const violation = sum - 2 * (allThree.get((a * orders + b) * orders + c) ?? 0) - 1;
        if (violation > LEAST_VIOLATION) found.push({ cut: [a, b, c], violation });
      }
    }
  found.sort((x, y) => y.violation - x.violation);
  return found.slice(0, most).map(({ cut }) => cut);
}

/** Whether batch j holds two or three orders of a triple. */
export function holdsTwo({ first, members }: Columns, j: number, [a, b, c]: Triple): boolean {
  let held = 0;
  for (let p = first[j]!; p < first[j + 1]!; p++) {
    const order = members[p]!;
    if (order === a || order === b || order === c) held++;
  }
  return held >= 2;
}
