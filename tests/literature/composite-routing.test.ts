// The composite rule against the proven optima of the order-batching list: what nobody defines there, identified by its values.
//
// Muter & Öncan (2015): 20 orders, capacity 24, exact batching under composite routing. Their optima are rounded to metres.

import { describe, expect, it } from 'vitest';

import { combinedWalk } from '../../packages/engine/src/picking/routing/combined.ts';
import { compositeWalk } from '../../packages/engine/src/picking/routing/composite.ts';
import { lengthRectangular_m, type RectangularAlgorithm } from '../../packages/engine/src/picking/routing/rectangular.ts';
import { batchTour, bestBatches_m, hasSharedData, knownResults, readBatchingInstance } from './order-batching-data.ts';

describe.skipIf(!hasSharedData('order-batching'))('composite routing with exact batching', () => {
  const best_m = (file: string, algorithm: RectangularAlgorithm): number => {
    const instance = readBatchingInstance(`muter-oncan/${file}`);
    return bestBatches_m(instance, (batch) => lengthRectangular_m(algorithm, batchTour(instance, batch)));
  };

  it('equals the six proven optima with 20 orders and capacity 24', () => {
    const rows = knownResults().filter(
      ({ set, file, policy, proved }) => set === 'muter_oncan' && policy === 'composite' && proved && file.startsWith('20_24_'),
    );
    expect(rows).toHaveLength(6);
    for (const { file, upper_m } of rows) expect(Math.abs(best_m(file, compositeWalk) - upper_m), file).toBeLessThanOrEqual(0.5);
  });

  it('is not combined routing, which Roodbergen & de Koster define: its totals are larger', () => {
    expect(best_m('20_24_0.txt', compositeWalk)).toBeCloseTo(654.8, 6);
    expect(best_m('20_24_0.txt', combinedWalk)).toBeCloseTo(688.8, 6);
  });
});
