// Order batching: routing and exact batching against proven optima, and the batching policies against the best known.
//
// Bahçeci & Öncan, Muter & Öncan (2015), Henn & Wäscher (2012); see the shared data's README for the provenance of the
// bounds. Muter & Öncan's are rounded to whole metres.

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { batchingPolicies } from '../../packages/engine/src/picking/batching/policies.ts';
import type { BatchingView } from '../../packages/engine/src/picking/batching/policy.ts';
import { largestGapWalk } from '../../packages/engine/src/picking/routing/largest-gap.ts';
import { midpointWalk } from '../../packages/engine/src/picking/routing/midpoint.ts';
import { optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import { lengthRectangular_m, type RectangularAlgorithm } from '../../packages/engine/src/picking/routing/rectangular.ts';
import { returnWalk } from '../../packages/engine/src/picking/routing/return.ts';
import { sShapeWalk } from '../../packages/engine/src/picking/routing/s-shape.ts';
import {
  batchTour,
  bestBatches_m,
  hasSharedData,
  knownResults,
  readBatchingInstance,
  type BatchingInstance,
} from './order-batching-data.ts';

const routings: Readonly<Record<string, RectangularAlgorithm>> = {
  optimal: optimalWalk,
  traversal: sShapeWalk,
  largest_gap: largestGapWalk,
  midpoint: midpointWalk,
  return: returnWalk,
};

function tourOf(instance: BatchingInstance, algorithm: RectangularAlgorithm): (batch: readonly number[]) => number {
  return (batch) => lengthRectangular_m(algorithm, batchTour(instance, batch));
}

function viewOf(instance: BatchingInstance, algorithm: RectangularAlgorithm): BatchingView {
  return {
    count: instance.orders.length,
    capacity: { orders: Infinity, volume_l: instance.capacity, weight_kg: Infinity },
    volume_l: (order) => instance.orders[order]!.size,
    weight_kg: () => 0,
    due: () => 0,
    tourLength_m: tourOf(instance, algorithm),
  };
}

describe.skipIf(!hasSharedData('order-batching'))('order batching instances of the literature', () => {
  it('Bahçeci & Öncan: optimal routing with exact batching equals 360 of the 1,080 proven optima', () => {
    const rows = knownResults().filter(({ set }) => set === 'bahceci_oncan');
    expect(rows).toHaveLength(1_080);
    const wrong = rows
      .filter((_, n) => n % 3 === 0)
      .flatMap(({ file, upper_m }) => {
        const instance = readBatchingInstance(`bahceci-oncan/${file}`);
        const best_m = bestBatches_m(instance, tourOf(instance, optimalWalk));
        return Math.abs(best_m - upper_m) < 1e-6 ? [] : [`${file}: ${best_m} for ${upper_m}`];
      });
    expect(wrong).toEqual([]);
  });

  it('Muter & Öncan: exact batching under five routing policies equals the proven optima', () => {
    const rows = knownResults().filter(
      ({ set, file, policy, proved }) =>
        set === 'muter_oncan' && ['20_24_0.txt', '20_24_2.txt'].includes(file) && proved && policy in routings,
    );
    expect(rows).toHaveLength(10);
    for (const { file, policy, upper_m } of rows) {
      const instance = readBatchingInstance(`muter-oncan/${file}`);
      const best_m = bestBatches_m(instance, tourOf(instance, routings[policy]!));
      expect(Math.abs(best_m - upper_m), `${file} ${policy}`).toBeLessThanOrEqual(0.5);
    }
  });

  it('no policy falls below a lower bound; savings come near the best known and beat first come, first served', () => {
    const rows = knownResults().filter(
      ({ set, file, policy }) =>
        policy in routings &&
        (set === 'henn' ? /-(30|40|60)-(30|45|75)-0/.test(file) : set === 'muter_oncan' && /^(20|40|60)_/.test(file)),
    );
    expect(rows.length).toBeGreaterThan(100);
    const excess: Record<string, number> = {};
    const wrong: string[] = [];
    const mislabelled = new Set<string>();
    let compared = 0;
    for (const { set, file, orders, capacity, policy, lower_m, upper_m } of rows) {
      const folder =
        set !== 'henn' ? 'muter-oncan' : `henn-waescher-uniform/${/l-/.test(file) ? 'uniform_Largest_Gap' : 'uniform_S-Shape'}`;
      const instance = readBatchingInstance(`${folder}/${file}`);
      if (instance.orders.length !== orders || instance.capacity !== capacity) {
        mislabelled.add(file);
        continue;
      }
      compared++;
      for (const { id, decide } of batchingPolicies) {
        const view = viewOf(instance, routings[policy]!);
        const batches = decide(view, new RandomStream('order-batching'));
        const total_m = batches.reduce((sum, batch) => sum + view.tourLength_m(batch), 0);
        if (total_m < lower_m - 0.5) wrong.push(`${file} ${policy} ${id}: ${total_m} below ${lower_m}`);
        excess[id] = (excess[id] ?? 0) + total_m / upper_m - 1;
      }
    }
    expect(wrong).toEqual([]);
    // The list's rows for 20_48_0 are those of an instance with 30 orders; the file has 20.
    expect([...mislabelled]).toEqual(['20_48_0.txt']);
    const mean = (id: string): number => excess[id]! / compared;
    console.log(
      `mean excess over the best known, ${compared} rows: savings ${mean('savings').toFixed(4)}, ` +
        `first come, first served ${mean('first-come-first-served').toFixed(4)}`,
    );
    expect(mean('savings')).toBeLessThan(0.12);
    expect(mean('savings')).toBeLessThan(mean('first-come-first-served'));
  });
});
