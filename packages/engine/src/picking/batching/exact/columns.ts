// Every batch that fits, with the length of its tour: the columns of the set-partitioning model.
//
// Source:     Gademann, N. and van de Velde, S. (2005), "Order batching to minimize total travel time in a parallel-aisle
//             warehouse", IIE Transactions 37(1), 63-75: batches as columns of a set-partitioning model.
// Applies to: any routing policy and any capacity. An order larger than the capacity is a batch of its own.
// Cost:       one tour a batch that fits. Batches are counted before the first tour is worked out.
//
// Worked example (capacity 10 items): orders of 4, 5, 3 and 12 items have the batches {0}, {0, 1}, {0, 2}, {1}, {1, 2}, {2}
// and {3}.

import type { BatchingProblem } from '../search/problem.ts';

/** Batches as columns: batch j holds members[first[j]] … members[first[j + 1] - 1], ascending. */
export interface Columns {
  readonly orders: number;
  readonly count: number;
  readonly first: Int32Array;
  readonly members: Uint16Array;
  readonly length_m: Float64Array;
}

/** Number of batches that fit; counting ends beyond `limit`. */
export function countBatches(problem: BatchingProblem, limit: number): number {
  let batches = 0;
  eachBatch(problem, () => ++batches <= limit);
  return batches;
}

/** Every batch that fits, in lexicographic order; undefined where there are more than `limit`. */
export function enumerateBatches(problem: BatchingProblem, limit: number): Columns | undefined {
  let count = 0;
  let total = 0;
  eachBatch(problem, (_, held) => {
    total += held;
    return ++count <= limit;
  });
  if (count > limit) return undefined;
  const first = new Int32Array(count + 1);
  const members = new Uint16Array(total);
  const length_m = new Float64Array(count);
  let j = 0;
  let at = 0;
  eachBatch(problem, (batch, held) => {
    for (let p = 0; p < held; p++) members[at++] = batch[p]!;
    length_m[j++] = problem.lengths.length_m(batch, held);
    first[j] = at;
    return true;
  });
  return { orders: problem.count, count, first, members, length_m };
}

/** The batches `kept`, in their order, as columns of their own. */
export function pickColumns(columns: Columns, kept: ArrayLike<number>): Columns {
  const first = new Int32Array(kept.length + 1);
  const length_m = new Float64Array(kept.length);
  const members: number[] = [];
  for (let k = 0; k < kept.length; k++) {
    const j = kept[k]!;
    for (let p = columns.first[j]!; p < columns.first[j + 1]!; p++) members.push(columns.members[p]!);
    first[k + 1] = members.length;
    length_m[k] = columns.length_m[j]!;
  }
  return { orders: columns.orders, count: kept.length, first, members: Uint16Array.from(members), length_m };
}

/** The orders of batch j, ascending. */
export function batchOf({ first, members }: Columns, j: number): number[] {
  return [...members.subarray(first[j]!, first[j + 1]!)];
}

/** Calls `take` with every batch that fits and its number of orders, depth first; ends where it answers false. */
function eachBatch({ count, sizes }: BatchingProblem, take: (batch: Int32Array, held: number) => boolean): void {
  const dimensions = sizes.length;
  const batch = new Int32Array(count);
  // loads[d · (count + 1) + k]: size of the first k orders in dimension d.
  const loads = new Float64Array(dimensions * (count + 1));
  const grow = (from: number, held: number): boolean => {
    for (let order = from; order < count; order++) {
      let fits = true;
      for (let d = 0; d < dimensions; d++) {
        const at = d * (count + 1) + held;
        loads[at + 1] = loads[at]! + sizes[d]!.of[order]!;
        if (loads[at + 1]! > sizes[d]!.limit) fits = false;
      }
      if (!fits && held > 0) continue;
      batch[held] = order;
      if (!take(batch, held + 1) || (fits && !grow(order + 1, held + 1))) return false;
    }
    return true;
  };
  grow(0, 0);
}
