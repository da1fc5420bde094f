import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../../packages/engine/src/base/random.ts';
import {
  BLOCK_RULES,
  BlockBatchLengths,
  type BlockRule,
} from '../../../../../packages/engine/src/picking/batching/search/block-lengths.ts';
import { largestGapWalk } from '../../../../../packages/engine/src/picking/routing/largest-gap.ts';
import { midpointWalk } from '../../../../../packages/engine/src/picking/routing/midpoint.ts';
import { optimalWalk } from '../../../../../packages/engine/src/picking/routing/optimal.ts';
import {
  lengthRectangular_m,
  type RectangularAlgorithm,
} from '../../../../../packages/engine/src/picking/routing/rectangular.ts';
import { returnWalk } from '../../../../../packages/engine/src/picking/routing/return.ts';
import { sShapeWalk } from '../../../../../packages/engine/src/picking/routing/s-shape.ts';

const random = new RandomStream('block-lengths-test');

const walks: Record<BlockRule, RectangularAlgorithm> = {
  optimal: optimalWalk,
  's-shape': sShapeWalk,
  'largest-gap': largestGapWalk,
  midpoint: midpointWalk,
  return: returnWalk,
};

describe('lengths of batches in one block', () => {
  it('are those of the worked example', () => {
    const block = { aisles_x_m: [0, 2, 4], length_m: 10, depotAisle: 0 };
    const orders = [
      { aisle: [0], depth_m: [4] },
      { aisle: [1, 1], depth_m: [7, 6] },
      { aisle: [2], depth_m: [5] },
    ];
    const lengths = BLOCK_RULES.map((rule) => new BlockBatchLengths(rule, block, orders).length_m(Int32Array.of(2, 0, 1), 3));
    expect(lengths).toEqual([36, 38, 36, 36, 40]);
  });

  // Coordinates are quarters of a metre, so that sums are exact in any sequence.
  it.each(BLOCK_RULES)('%s: equals the length of the walk, to the bit, for 4,000 random batches', (rule) => {
    for (let n = 0; n < 400; n++) {
      const aisles = 1 + random.integer(7);
      const aisles_x_m: number[] = [];
      for (let i = 0; i < aisles; i++) aisles_x_m.push((aisles_x_m[i - 1] ?? 0) + 0.25 * (1 + random.integer(20)));
      const cells = 1 + random.integer(80);
      const length_m = 0.25 * (cells + random.integer(3));
      const depotAisle = random.integer(aisles);
      const orders = Array.from({ length: 6 }, () => {
        const picks = random.integer(12);
        return {
          aisle: Array.from({ length: picks }, () => random.integer(aisles)),
          depth_m: Array.from({ length: picks }, () => 0.25 * random.integer(cells + 1)),
        };
      }).map(({ aisle, depth_m }) => ({ aisle, depth_m: depth_m.map((depth) => Math.min(depth, length_m)) }));
      const lengths = new BlockBatchLengths(rule, { aisles_x_m, length_m, depotAisle }, orders);
      const depot = { aisle: depotAisle, crossAisle: 0 };
      for (let m = 0; m < 10; m++) {
        const batch = orders.map((_, order) => order).filter(() => random.chance(0.4));
        const aisle = batch.flatMap((order) => orders[order]!.aisle);
        const expected = lengthRectangular_m(walks[rule], {
          layout: { aisles_x_m, crossAisles_y_m: [0, length_m] },
          start: depot,
          end: depot,
          count: aisle.length,
          aisle,
          block: aisle.map(() => 0),
          offset_m: batch.flatMap((order) => orders[order]!.depth_m),
        });
        expect(lengths.length_m(Int32Array.from(batch), batch.length)).toBe(expected);
      }
    }
  });
});
