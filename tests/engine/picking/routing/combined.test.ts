import { describe, expect, it } from 'vitest';

import { combinedPlusWalk } from '../../../../packages/engine/src/picking/routing/combined-plus.ts';
import { combinedWalk } from '../../../../packages/engine/src/picking/routing/combined.ts';
import { routeRectangular } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import { returnWalk } from '../../../../packages/engine/src/picking/routing/return.ts';
import { sShapeWalk } from '../../../../packages/engine/src/picking/routing/s-shape.ts';
import { grid, oneBlock } from './reference.ts';

describe('combined routing', () => {
  it('walks through or turns back, aisle by aisle: 30 m', () => {
    const instance = oneBlock(3, 10, 2, [
      [0, 4],
      [1, 9],
      [2, 8],
    ]);
    const route = routeRectangular(combinedWalk, instance);
    expect(route.length_m).toBe(30);
    expect(route.path).toEqual([
      [0, 0],
      [0, 4],
      [0, 10],
      [2, 10],
      [2, 9],
      [2, 10],
      [4, 10],
      [4, 8],
      [4, 0],
      [0, 0],
    ]);
    expect(routeRectangular(sShapeWalk, instance).length_m).toBe(44);
    expect(routeRectangular(returnWalk, instance).length_m).toBe(50);
  });

  it('returns from the front where the picks lie there', () => {
    const route = routeRectangular(
      combinedWalk,
      oneBlock(3, 10, 2, [
        [0, 2],
        [1, 1],
        [2, 3],
      ]),
    );
    expect(route.length_m).toBe(4 + 2 + 6 + 8);
    expect(route.sequence).toEqual([0, 1, 2]);
  });

  it('goes straight from start to end where there is nothing to pick', () => {
    const nothing = grid(3, [0, 10], 2, [], { aisle: 0, crossAisle: 0 }, { aisle: 2, crossAisle: 1 });
    expect(routeRectangular(combinedWalk, nothing).length_m).toBe(14);
    expect(routeRectangular(combinedPlusWalk, nothing).length_m).toBe(14);
  });
});

describe('combined+ routing', () => {
  const instance = grid(3, [0, 10, 20], 5, [
    [1, 0, 2],
    [2, 0, 5],
    [0, 1, 2],
  ]);

  it('sweeps the nearer block from its far side where that shortens the tour: 48 m, combined 54 m', () => {
    const route = routeRectangular(combinedPlusWalk, instance);
    expect(route.length_m).toBe(48);
    expect(route.sequence).toEqual([2, 1, 0]);
    expect(routeRectangular(combinedWalk, instance)).toMatchObject({ length_m: 54, sequence: [2, 0, 1] });
  });

  it('goes up another aisle where that shortens the tour', () => {
    // Picks in aisles 1 and 2 of block 0 and in aisle 2 of block 1; the leftmost aisle is a detour.
    const picks = [
      [1, 0, 9],
      [2, 0, 5],
      [2, 1, 5],
    ] as const;
    const plus = routeRectangular(combinedPlusWalk, grid(3, [0, 10, 20], 5, picks, { aisle: 2, crossAisle: 0 }));
    // Up aisle 2, in and out, back along the middle, down aisle 1, home.
    expect(plus.length_m).toBe(10 + 10 + 5 + 10 + 5);
  });
});
