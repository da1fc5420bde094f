// The shortest partition of a few orders into batches: a dynamic programme over sets of orders.
//
// Source:     Held, M. and Karp, R.M. (1962), Journal of the Society for Industrial and Applied Mathematics 10(1), 196-210, for
//             programmes over subsets; here over the orders already batched.
// Applies to: up to MAX_SUBSET_ORDERS orders, any columns.
// Cost:       for each of the 2ⁿ sets the columns that begin with its first missing order.
//
// Worked example: orders 0, 1, 2, alone 10 each, in pairs 12: the set {0, 1} costs 12, {0, 1, 2} 22.

import type { Columns } from './columns.ts';

export const MAX_SUBSET_ORDERS = 14;

/** The columns of a shortest partition; of equally short ones that with the lowest columns first. */
export function bestBySubsets(columns: Columns): number[] {
  const { orders, count, first, members, length_m } = columns;
  const full = (1 << orders) - 1;
  // Columns are in lexicographic order: those whose first order is i lie together.
  const begin = new Int32Array(orders + 1).fill(count);
  const set = new Int32Array(count);
  for (let j = count - 1; j >= 0; j--) {
    for (let p = first[j]!; p < first[j + 1]!; p++) set[j]! |= 1 << members[p]!;
    begin[members[first[j]!]!] = j;
  }
  const rest_m = new Float64Array(full + 1).fill(Infinity);
  const next = new Int32Array(full + 1);
  rest_m[full] = 0;
  // rest_m[done]: what the orders that are missing in `done` still cost.
  for (let done = full - 1; done >= 0; done--) {
    let missing = 0;
    while ((done >> missing) & 1) missing++;
    let best_m = Infinity;
    for (let j = begin[missing]!; j < begin[missing + 1]!; j++) {
      if (done & set[j]!) continue;
      const total_m = length_m[j]! + rest_m[done | set[j]!]!;
      if (total_m < best_m) {
        best_m = total_m;
        next[done] = j;
      }
    }
    rest_m[done] = best_m;
  }
  const used: number[] = [];
  for (let done = 0; done < full; done |= set[used.at(-1)!]!) used.push(next[done]!);
  return used;
}
