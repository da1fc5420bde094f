import { describe, expect, it } from 'vitest';

import { largestGapWalk } from '../../../../packages/engine/src/picking/routing/largest-gap.ts';
import { routeRectangular } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import { grid, oneBlock } from './reference.ts';

describe('largest-gap routing', () => {
  it('leaves the longest stretch of an inner aisle out: 36 m', () => {
    const route = routeRectangular(
      largestGapWalk,
      oneBlock(3, 10, 2, [
        [0, 5],
        [1, 6],
        [1, 7],
        [2, 5],
      ]),
    );
    expect(route.sequence).toEqual([0, 2, 1, 3]);
    expect(route.length_m).toBe(36);
  });

  it('serves an aisle from both ends where the gap lies between two picks', () => {
    const route = routeRectangular(
      largestGapWalk,
      oneBlock(3, 10, 2, [
        [0, 5],
        [1, 1],
        [1, 9],
        [2, 5],
      ]),
    );
    expect(route.sequence).toEqual([0, 2, 3, 1]);
    expect(route.length_m).toBe(10 + 2 + 2 + 2 + 10 + 2 + 2 + 2);
  });

  it('picks a block reached at its back on the way to its farther end', () => {
    // Block 1 is left at the front of aisle 3; block 0: the farther end is aisle 0 of the remaining 0 … 3.
    const picks = [
      [0, 1, 5],
      [3, 1, 5],
      [3, 0, 9],
      [1, 0, 9],
      [2, 0, 1],
      [1, 0, 8],
    ] as const;
    const route = routeRectangular(largestGapWalk, grid(4, [0, 10, 20], 2, picks));
    expect(route.sequence).toEqual([0, 1, 2, 3, 5, 4]);
    // Up aisle 0 to the back, 6 across, down aisle 3 to cross-aisle 1, 1 + 1 into block 0, 4 to aisle 1 and through it, 2,
    // 1 + 1 into aisle 2, 4 home.
    expect(route.length_m).toBe(20 + 6 + 10 + 2 + 4 + 10 + 2 + 2 + 4);
  });
});
