import { describe, expect, it } from 'vitest';

import { Frame } from '../../../../packages/engine/src/picking/routing/frame.ts';
import { optimalLength_m, optimalWalk } from '../../../../packages/engine/src/picking/routing/optimal.ts';
import { PartialTours } from '../../../../packages/engine/src/picking/routing/partial-tours.ts';
import { pickerTourInstance, routeRectangular } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import { checkPath, grid, oneBlock } from './reference.ts';

describe('optimal routing', () => {
  it('finds the 30 m tour where S-shape needs 40 m', () => {
    const instance = oneBlock(3, 10, 2, [
      [0, 9],
      [1, 9],
      [2, 6],
    ]);
    const route = routeRectangular(optimalWalk, instance);
    expect(route.length_m).toBe(30);
    expect([
      [0, 1, 2],
      [2, 1, 0],
    ]).toContainEqual(route.sequence);
    expect(checkPath(instance, route.path)).toEqual({ length: 30, faults: [] });
  });

  it('walks the example of the picker-tour format in 40 m', () => {
    const tour = {
      layout: {
        aisles: 4,
        blocks: 1,
        subaisleLength: 10,
        aislePitch: 5,
        crossAisleOffset: 0,
        depot: { aisle: 0, crossAisle: 0 },
      },
      picks: [
        { aisle: 0, block: 0, offset: 3.5 },
        { aisle: 2, block: 0, offset: 9 },
      ],
    };
    expect(routeRectangular(optimalWalk, pickerTourInstance(tour)).length_m).toBe(40);
  });

  it('uses the middle cross-aisle: 38 m', () => {
    const instance = grid(2, [0, 10, 20], 5, [
      [0, 1, 4],
      [1, 0, 3],
    ]);
    const route = routeRectangular(optimalWalk, instance);
    expect(route.length_m).toBe(38);
    expect(checkPath(instance, route.path)).toEqual({ length: 38, faults: [] });
  });

  it("serves the depot's aisle from the far end where its largest gap begins at the depot", () => {
    // Front 1, up aisle 0, back 1, in and out 1 + 1 in the depot's aisle, back 1, down aisle 2, front 1.
    const instance = grid(
      3,
      [0, 10],
      1,
      [
        [1, 0, 9],
        [0, 0, 5],
        [2, 0, 5],
      ],
      { aisle: 1, crossAisle: 0 },
    );
    const route = routeRectangular(optimalWalk, instance);
    expect(route.length_m).toBe(1 + 10 + 1 + 1 + 1 + 1 + 10 + 1);
    expect(checkPath(instance, route.path)).toEqual({ length: 26, faults: [] });
  });

  it('ends at another crossing than it starts', () => {
    const through = grid(3, [0, 10], 2, [[1, 0, 5]], { aisle: 0, crossAisle: 0 }, { aisle: 2, crossAisle: 1 });
    expect(routeRectangular(optimalWalk, through).length_m).toBe(14);
  });

  it('needs no way where there is nothing to pick', () => {
    expect(routeRectangular(optimalWalk, grid(2, [0, 10], 2, []))).toEqual({ sequence: [], length_m: 0, path: [[0, 0]] });
    const frame = new Frame();
    frame.prepare(grid(2, [0, 10], 2, [], { aisle: 0, crossAisle: 0 }, { aisle: 1, crossAisle: 1 }), false);
    expect(optimalLength_m(frame)).toBe(12);
  });
});

describe('the classes of partial tours', () => {
  // Ratliff & Rosenthal have 7 for one block, Roodbergen & de Koster 25 for two.
  it.each([
    [1, 7],
    [2, 25],
    [3, 113],
    [4, 569],
  ])('%i blocks have %i', (blocks, classes) => {
    const tours = new PartialTours(blocks + 1);
    for (let state = 0; state < tours.count; state++) {
      for (let step = 0; step < tours.touchStep(0); step++) tours.after(state, step);
    }
    expect(tours.count).toBe(classes);
  });
});
