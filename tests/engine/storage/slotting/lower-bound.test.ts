import { describe, expect, it } from 'vitest';

import { slottingBound_m } from '../../../../packages/engine/src/storage/slotting/lower-bound.ts';
import { blockProblem, ordersOf } from './problem.ts';

const block = { aisles: 1, cells: 3 };

describe('the lower bound on the cost of an assignment', () => {
  it('is 3 m in the worked example', () => {
    const problem = blockProblem(block, ordersOf(3, [[0], [0], [1, 2]]));
    expect(slottingBound_m(problem, Int32Array.of(0, 1, 2))).toBeCloseTo(3, 12);
  });

  it('is by order where orders take all there is', () => {
    const problem = blockProblem(block, ordersOf(3, [[0, 1, 2]]));
    expect(slottingBound_m(problem, Int32Array.of(0, 1, 2))).toBeCloseTo(6, 12);
  });

  it('counts orders of an item alone, and leaves out items without a home', () => {
    const orders = ordersOf(2, [[0]]);
    orders.alone.set([0.5, 10]);
    expect(slottingBound_m(blockProblem(block, orders), Int32Array.of(2, -1))).toBeCloseTo(3, 12);
  });

  it('keeps a group to the locations that it fits', () => {
    const problem = blockProblem(block, ordersOf(2, [[0], [1]]), Int32Array.of(0, 1), (group, location) =>
      group === 0 ? true : location === 2,
    );
    expect(slottingBound_m(problem, Int32Array.of(0, 2))).toBeCloseTo((2 + 6) / 2, 12);
  });
});
