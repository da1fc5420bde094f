import { describe, expect, it } from 'vitest';

import { aisleByAisleWalk } from '../../../../packages/engine/src/picking/routing/aisle-by-aisle.ts';
import { routeRectangular } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import { grid, oneBlock } from './reference.ts';

describe('aisle-by-aisle routing', () => {
  it('changes aisle on the middle cross-aisle: 38 m', () => {
    const route = routeRectangular(
      aisleByAisleWalk,
      grid(2, [0, 10, 20], 5, [
        [0, 1, 4],
        [1, 0, 3],
      ]),
    );
    expect(route.length_m).toBe(38);
    expect(route.path).toEqual([
      [0, 0],
      [0, 14],
      [0, 10],
      [5, 10],
      [5, 3],
      [5, 0],
      [0, 0],
    ]);
  });

  it('picks all blocks of an aisle before the next', () => {
    const route = routeRectangular(
      aisleByAisleWalk,
      grid(3, [0, 10, 20], 4, [
        [2, 0, 5],
        [0, 1, 5],
        [2, 1, 5],
        [0, 0, 5],
      ]),
    );
    expect(route.sequence).toEqual([3, 1, 2, 0]);
    expect(route.length_m).toBe(20 + 8 + 20 + 8);
  });

  it('is a return in a single aisle', () => {
    const route = routeRectangular(
      aisleByAisleWalk,
      oneBlock(4, 10, 2, [
        [3, 1],
        [3, 8],
      ]),
    );
    expect(route.length_m).toBe(6 + 16 + 6);
  });

  it('goes straight from start to end where there is nothing to pick', () => {
    const nothing = grid(3, [0, 10], 2, [], { aisle: 0, crossAisle: 0 }, { aisle: 2, crossAisle: 1 });
    expect(routeRectangular(aisleByAisleWalk, nothing).length_m).toBe(14);
  });
});
