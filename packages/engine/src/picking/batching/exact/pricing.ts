// The batches whose use would shorten a fractional solution most: those with the most negative reduced costs.
//
// Source:     Gilmore, P.C. and Gomory, R.E. (1961), Operations Research 9(6), 849-859 (column generation); the batches are at
//             hand here, so that all of them are looked at.
// Applies to: the relaxation of partition-lp.ts.
// Cost:       O(members of all batches).
//
// Worked example: with duals of 10 an order, a pair of 12 has a reduced cost of -8.

import type { PartitionLp } from './partition-lp.ts';

const EPSILON_M = 1e-6;

/** The columns of `open` with negative reduced cost, at most `most`, the most negative first. */
export function mostNegative(lp: PartitionLp, open: Int32Array, most: number): number[] {
  const { duals } = lp;
  const { first, members, length_m, orders } = lp.columns;
  const base_m = duals[orders]! + duals[orders + 1]!;
  let found: { readonly j: number; readonly cost_m: number }[] = [];
  let bar_m = -EPSILON_M;
  const keepBest = (): void => {
    found.sort((a, b) => a.cost_m - b.cost_m || a.j - b.j);
    found = found.slice(0, most);
    if (found.length === most) bar_m = found.at(-1)!.cost_m;
  };
  for (let at = 0; at < open.length; at++) {
    const j = open[at]!;
    let cost_m = length_m[j]! - base_m;
    const end = first[j + 1]!;
    for (let p = first[j]!; p < end; p++) cost_m -= duals[members[p]!]!;
    if (cost_m >= bar_m) continue;
    cost_m = lp.fullReducedCost_m(j, cost_m);
    if (cost_m >= bar_m) continue;
    found.push({ j, cost_m });
    if (found.length === 4 * most) keepBest();
  }
  keepBest();
  return found.map(({ j }) => j);
}

/** Where the batches in play have no solution: the columns of `open` that do most for one, at most `most`. */
export function mostHelpful(lp: PartitionLp, open: Int32Array, most: number): number[] {
  const found: { readonly j: number; readonly lift: number }[] = [];
  for (const j of open) {
    const lift = lp.isInPlay(j) ? 0 : lp.lift(j);
    if (lift > EPSILON_M) found.push({ j, lift });
  }
  found.sort((a, b) => b.lift - a.lift || a.j - b.j);
  return found.slice(0, most).map(({ j }) => j);
}
