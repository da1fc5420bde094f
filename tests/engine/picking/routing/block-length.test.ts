import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { BlockTourLength } from '../../../../packages/engine/src/picking/routing/block-length.ts';
import { optimalWalk } from '../../../../packages/engine/src/picking/routing/optimal.ts';
import { lengthRectangular_m } from '../../../../packages/engine/src/picking/routing/rectangular.ts';

describe('the length of the shortest tour through sorted picks of one block', () => {
  it('is 40 m in the worked example', () => {
    const block = new BlockTourLength([0, 5, 10], 10, 0, [0, 2], [3.5, 9]);
    expect(block.tour_m(Int32Array.of(0, 1), 0, 2)).toBe(40);
  });

  it('is 0 m without picks, and looks at its part of the list only', () => {
    const block = new BlockTourLength([0], 10, 0, [0, 0, 0], [2, 4, 6]);
    expect(block.tour_m(Int32Array.of(0, 1, 2), 1, 1)).toBe(0);
    expect(block.tour_m(Int32Array.of(0, 1, 2), 1, 2)).toBe(8);
  });

  it('is that of the routing policy, for 3,000 random tours with the depot before any aisle', () => {
    const random = new RandomStream('block-length');
    for (let t = 0; t < 3000; t++) {
      const aisles = 1 + random.integer(7);
      const length_m = 5 + random.integer(30);
      const aisles_x_m: number[] = [];
      for (let i = 0; i < aisles; i++) aisles_x_m.push((aisles_x_m[i - 1] ?? 0) + 1 + random.integer(6));
      const depotAisle = random.integer(aisles);
      const picks = Array.from({ length: 1 + random.integer(14) }, () => ({
        aisle: random.integer(aisles),
        depth_m: random.chance(0.1) ? 0 : random.integer(length_m + 1),
      })).sort((a, b) => a.aisle - b.aisle || a.depth_m - b.depth_m);
      const aisle = picks.map((pick) => pick.aisle);
      const depth_m = picks.map((pick) => pick.depth_m);
      const block = new BlockTourLength(aisles_x_m, length_m, depotAisle, aisle, depth_m);
      const depot = { aisle: depotAisle, crossAisle: 0 };
      const expected = lengthRectangular_m(optimalWalk, {
        layout: { aisles_x_m, crossAisles_y_m: [0, length_m] },
        start: depot,
        end: depot,
        count: picks.length,
        aisle,
        block: picks.map(() => 0),
        offset_m: depth_m,
      });
      expect(block.tour_m(Int32Array.from(picks.keys()), 0, picks.length)).toBeCloseTo(expected, 9);
    }
  });
});
