// Parts of orders, and the lists they and their picks form.

import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';

/** The rows of a list from its first on. */
export function listed(first: number, next: ArrayLike<number>): number[] {
  const rows: number[] = [];
  for (let row = first; row !== NONE; row = next[row]!) rows.push(row);
  return rows;
}

/** Links rows into a list in this order; returns the first, NONE where there are none. */
export function linked(rows: readonly number[], next: Int32Array): number {
  let first = NONE;
  for (let i = rows.length - 1; i >= 0; i--) {
    next[rows[i]!] = first;
    first = rows[i]!;
  }
  return first;
}

/** The parts of a batch, in its order. */
export function partsOf({ world }: Context, batch: number): number[] {
  return listed(world.batches.columns.firstPart[batch]!, world.parts.columns.next);
}
