import { describe, expect, it } from 'vitest';

import { routeRectangular } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import { sShapeWalk } from '../../../../packages/engine/src/picking/routing/s-shape.ts';
import { grid, oneBlock } from './reference.ts';

describe('S-shape routing', () => {
  it('walks two aisles up and down: 28 m', () => {
    const route = routeRectangular(
      sShapeWalk,
      oneBlock(3, 10, 2, [
        [0, 4],
        [2, 6],
      ]),
    );
    expect(route.length_m).toBe(28);
    expect(route.path).toEqual([
      [0, 0],
      [0, 4],
      [0, 10],
      [4, 10],
      [4, 6],
      [4, 0],
      [0, 0],
    ]);
  });

  it('enters and leaves the last of an odd number of aisles from the front: 40 m', () => {
    const route = routeRectangular(
      sShapeWalk,
      oneBlock(3, 10, 2, [
        [2, 6],
        [1, 3],
        [1, 7],
        [0, 5],
      ]),
    );
    expect(route.length_m).toBe(40);
    expect(route.sequence).toEqual([3, 2, 1, 0]);
  });

  it('returns in a single aisle', () => {
    expect(
      routeRectangular(
        sShapeWalk,
        oneBlock(4, 10, 2, [
          [3, 1],
          [3, 8],
        ]),
      ).length_m,
    ).toBe(6 + 16 + 6);
  });

  it('begins at the side nearer to the depot and turns the warehouse where the depot is at the back', () => {
    const picks = [
      [0, 0, 2],
      [1, 0, 5],
      [2, 0, 5],
    ] as const;
    const fromRight = routeRectangular(sShapeWalk, grid(3, [0, 10], 2, picks, { aisle: 2, crossAisle: 0 }));
    expect(fromRight.sequence).toEqual([2, 1, 0]);
    expect(fromRight.length_m).toBe(10 + 2 + 10 + 2 + 4 + 4);
    const fromBack = routeRectangular(sShapeWalk, grid(3, [0, 10], 2, picks, { aisle: 0, crossAisle: 1 }));
    expect(fromBack.sequence).toEqual([0, 1, 2]);
    expect(fromBack.path[0]).toEqual([0, 10]);
    expect(fromBack.length_m).toBe(10 + 2 + 10 + 2 + 5 + 5 + 4);
  });

  it('takes the farthest block first and the nearer ones on the way back', () => {
    // Up aisle 0 through block 0 (picking), block 1: up 0, 4 across, down 2; block 0: the nearer side is aisle 2.
    const route = routeRectangular(
      sShapeWalk,
      grid(3, [0, 10, 20], 2, [
        [0, 0, 5],
        [0, 1, 5],
        [2, 1, 5],
        [2, 0, 5],
        [1, 0, 5],
      ]),
    );
    expect(route.sequence).toEqual([0, 1, 2, 3, 4]);
    expect(route.length_m).toBe(20 + 4 + 20 + 2 + 5 + 5 + 2);
  });

  it('ends at another crossing where the tour does', () => {
    const open = grid(
      3,
      [0, 10],
      2,
      [
        [0, 0, 5],
        [2, 0, 5],
      ],
      { aisle: 1, crossAisle: 0 },
      { aisle: 0, crossAisle: 0 },
    );
    expect(routeRectangular(sShapeWalk, open).sequence).toEqual([1, 0]);
  });

  it('goes straight from start to end where there is nothing to pick', () => {
    const nothing = grid(3, [0, 10], 2, [], { aisle: 0, crossAisle: 0 }, { aisle: 2, crossAisle: 1 });
    expect(routeRectangular(sShapeWalk, nothing).length_m).toBe(14);
  });
});
