import { describe, expect, it } from 'vitest';
import { countGrids, numbersUpTo } from '../../../../packages/engine/src/packing/loading/grids.ts';
import type { BoxType } from '../../../../packages/engine/src/packing/loading/problem.ts';

const type: BoxType = { sides: [4, 2, 3], mayStand: [false, false, true], count: 2, weight_kg: 1, fragile: false };

describe('grids', () => {
  it('are counted within the container and the boxes: the worked example', () => {
    const container = { length: 9, width: 9, height: 9, maxLoad_kg: 100 };
    expect(countGrids([type], [[0, 4, 2, 3]], container)).toBe(4);
    expect(countGrids([type], [[0, 4, 2, 3]], { ...container, height: 5 })).toBe(3);
    expect(countGrids([type], [[0, 4, 2, 3]], { ...container, length: 3 })).toBe(0);
  });

  it('take all numbers along a side, or some spread evenly: the worked example', () => {
    expect(numbersUpTo(3, 5)).toEqual([1, 2, 3]);
    expect(numbersUpTo(10, 4)).toEqual([1, 4, 7, 10]);
    expect(numbersUpTo(10, 1)).toEqual([1]);
    expect(numbersUpTo(0, 4)).toEqual([]);
  });
});
