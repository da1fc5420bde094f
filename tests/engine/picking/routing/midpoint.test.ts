import { describe, expect, it } from 'vitest';

import { midpointWalk } from '../../../../packages/engine/src/picking/routing/midpoint.ts';
import { routeRectangular } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import { oneBlock } from './reference.ts';

describe('midpoint routing', () => {
  it('splits an inner aisle at its middle: 38 m', () => {
    const route = routeRectangular(
      midpointWalk,
      oneBlock(3, 10, 2, [
        [0, 5],
        [1, 2],
        [1, 7],
        [2, 5],
      ]),
    );
    expect(route.sequence).toEqual([0, 2, 3, 1]);
    expect(route.length_m).toBe(38);
  });

  it('serves a pick at the middle itself from the front', () => {
    expect(
      routeRectangular(
        midpointWalk,
        oneBlock(3, 10, 2, [
          [0, 5],
          [1, 5],
          [2, 5],
        ]),
      ).sequence,
    ).toEqual([0, 2, 1]);
  });

  it('returns in a single aisle', () => {
    expect(
      routeRectangular(
        midpointWalk,
        oneBlock(3, 10, 2, [
          [1, 2],
          [1, 7],
        ]),
      ).length_m,
    ).toBe(18);
  });
});
