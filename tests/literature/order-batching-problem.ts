// The order-batching instances of the literature as problems for a search, and how its results compare.

import { BlockBatchLengths, type BlockRule } from '../../packages/engine/src/picking/batching/search/block-lengths.ts';
import type { BatchingView } from '../../packages/engine/src/picking/batching/policy.ts';
import type { BatchingProblem } from '../../packages/engine/src/picking/batching/search/problem.ts';
import type { BatchingInstance, KnownResult } from './order-batching-data.ts';

/** The routing rule behind a policy's name in the list of best-known results; composite is not defined there. */
export const ROUTING_RULES: Readonly<Record<string, BlockRule>> = {
  optimal: 'optimal',
  traversal: 's-shape',
  largest_gap: 'largest-gap',
  midpoint: 'midpoint',
  return: 'return',
};

/** Rounding noise of a sum of sizes. */
const TOLERANCE = 1e-9;

/** The file of a row under `instances/`; undefined for the row whose file is another instance. */
export function instanceFile({ set, file }: KnownResult): string | undefined {
  // The list's rows for 20_48_0 are those of an instance with 30 orders; the file has 20.
  if (set === 'muter_oncan') return file === '20_48_0.txt' ? undefined : `muter-oncan/${file}`;
  if (set === 'bahceci_oncan') return `bahceci-oncan/${file}`;
  return `henn-waescher-uniform/${/l-/.test(file) ? 'uniform_Largest_Gap' : 'uniform_S-Shape'}/${file}`;
}

export function problemOf({ orders, capacity, layout }: BatchingInstance, rule: BlockRule): BatchingProblem {
  const block = { aisles_x_m: layout.aisles_x_m, length_m: layout.crossAisles_y_m[1]!, depotAisle: 0 };
  const picks = orders.map((order) => ({
    aisle: order.picks.map(([aisle]) => aisle),
    depth_m: order.picks.map(([, depth_m]) => depth_m),
  }));
  return {
    count: orders.length,
    sizes: [{ limit: capacity + TOLERANCE, of: orders.map(({ size }) => size) }],
    lengths: new BlockBatchLengths(rule, block, picks),
  };
}

/** The view that a policy has of the problem: capacity in units, nothing due. */
export function viewOfProblem({ count, sizes, lengths }: BatchingProblem, effort: number): BatchingView {
  const [size] = sizes;
  return {
    count,
    capacity: { orders: Infinity, units: size!.limit, volume_l: Infinity, weight_kg: Infinity, compartments: Infinity },
    now: 0,
    pickers: 1,
    effort,
    units: (order) => size!.of[order]!,
    volume_l: () => 0,
    weight_kg: () => 0,
    compartments: () => 1,
    due: () => Infinity,
    tourLength_m: (orders) => lengths.length_m(Int32Array.from(orders), orders.length),
    workTicks: () => 0,
    ticksPerMetre: 1,
  };
}

/** Total length of the batches, worked out afresh; an error where they are no answer to the problem. */
export function checkedTotal_m({ count, sizes, lengths }: BatchingProblem, batches: readonly (readonly number[])[]): number {
  const once = batches.flat().sort((a, b) => a - b);
  if (once.length !== count || once.some((order, at) => order !== at)) throw new Error('an order is missing or comes twice');
  let total_m = 0;
  for (const batch of batches) {
    for (const { of, limit } of sizes) {
      if (batch.length > 1 && batch.reduce((sum, order) => sum + of[order]!, 0) > limit)
        throw new Error(`overload: ${batch.join()}`);
    }
    total_m += lengths.length_m(Int32Array.from(batch), batch.length);
  }
  return total_m;
}

/** Share by which a total exceeds the best known; the bounds of Muter & Öncan are rounded to whole metres. */
export function gapToKnown({ set, upper_m }: KnownResult, total_m: number): number {
  const rounding_m = set === 'muter_oncan' ? 0.5 : 1e-6;
  return Math.abs(total_m - upper_m) <= rounding_m ? 0 : total_m / upper_m - 1;
}
