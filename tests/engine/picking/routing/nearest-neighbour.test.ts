import { expect, it } from 'vitest';

import { nearestNeighbourWalk } from '../../../../packages/engine/src/picking/routing/nearest-neighbour.ts';
import { routeRectangular } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import { oneBlock } from './reference.ts';

it('nearest neighbour always goes on to the nearest pick: 12 m', () => {
  const route = routeRectangular(
    nearestNeighbourWalk,
    oneBlock(1, 10, 2, [
      [0, 6],
      [0, 2],
    ]),
  );
  expect(route.sequence).toEqual([1, 0]);
  expect(route.length_m).toBe(12);
});
