import { describe, expect, it } from 'vitest';

import { routeRectangular } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import { returnWalk } from '../../../../packages/engine/src/picking/routing/return.ts';
import { grid, oneBlock } from './reference.ts';

describe('return routing', () => {
  it('enters and leaves every aisle from the front: 26 m', () => {
    const route = routeRectangular(
      returnWalk,
      oneBlock(3, 10, 2, [
        [0, 3],
        [2, 6],
      ]),
    );
    expect(route.length_m).toBe(26);
    expect(route.path).toEqual([
      [0, 0],
      [0, 3],
      [0, 0],
      [4, 0],
      [4, 6],
      [4, 0],
      [0, 0],
    ]);
  });

  it('walks one aisle of a nearer block through to reach its front', () => {
    // 10 up, 3 + 3, 4 across, 2 + 2; down aisle 2 of block 0, 4 back to aisle 0 (picked on the way up), nothing left.
    const route = routeRectangular(
      returnWalk,
      grid(3, [0, 10, 20], 2, [
        [0, 0, 5],
        [0, 1, 3],
        [2, 1, 2],
        [2, 0, 5],
        [1, 0, 1],
      ]),
    );
    expect(route.sequence).toEqual([0, 1, 2, 3, 4]);
    expect(route.length_m).toBe(10 + 6 + 4 + 4 + 10 + 2 + 1 + 1 + 2);
  });
});
