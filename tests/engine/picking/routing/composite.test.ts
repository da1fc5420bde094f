import { describe, expect, it } from 'vitest';

import { combinedWalk } from '../../../../packages/engine/src/picking/routing/combined.ts';
import { compositeWalk } from '../../../../packages/engine/src/picking/routing/composite.ts';
import { optimalWalk } from '../../../../packages/engine/src/picking/routing/optimal.ts';
import { routeRectangular } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import { grid, oneBlock } from './reference.ts';

describe('composite routing', () => {
  it('leaves no gap out: 38 m, optimal 34 m', () => {
    const instance = oneBlock(3, 10, 2, [
      [0, 5],
      [2, 5],
      [1, 2],
      [1, 9],
    ]);
    expect(routeRectangular(compositeWalk, instance).length_m).toBe(38);
    expect(routeRectangular(optimalWalk, instance).length_m).toBe(34);
  });

  it('serves aisles on the way back: 30 m where combined takes 46 m', () => {
    // Through aisles 0 and 1, aisle 2 from the back: combined goes through aisle 2 and has to come back through it.
    const instance = oneBlock(3, 10, 2, [
      [0, 9],
      [2, 9],
      [1, 1],
      [1, 9],
    ]);
    expect(routeRectangular(compositeWalk, instance).length_m).toBe(10 + 10 + 2 + 8);
    expect(routeRectangular(combinedWalk, instance).length_m).toBe(46);
  });

  it('counts the depot as a pick of its aisle', () => {
    // Depot at the front of the middle aisle, a pick at its back: optimal walks a ring through the outer aisles and serves it
    // from the back; composite walks through it, through one outer aisle, and in and out of the other.
    const instance = grid(
      3,
      [0, 10],
      2,
      [
        [0, 0, 5],
        [1, 0, 9],
        [2, 0, 5],
      ],
      { aisle: 1, crossAisle: 0 },
    );
    expect(routeRectangular(optimalWalk, instance).length_m).toBe(10 + 10 + 2 + 8);
    expect(routeRectangular(compositeWalk, instance).length_m).toBe(10 + 10 + 10 + 8);
  });

  it('is the shortest tour that splits no subaisle in several blocks', () => {
    const instance = grid(2, [0, 10, 20], 5, [
      [0, 1, 4],
      [1, 0, 3],
    ]);
    expect(routeRectangular(compositeWalk, instance).length_m).toBe(38);
  });
});
