import { describe, expect, it } from 'vitest';
import {
  BR_CONTAINER,
  BR_TYPES,
  bischoffRatcliff,
  bischoffRatcliffSeed,
} from '../../../packages/scenarios/src/instances/bischoff-ratcliff.ts';

describe('the generator of Bischoff and Ratcliff', () => {
  it('makes BR1 number 1 as published: the worked example', () => {
    expect(bischoffRatcliffSeed(1)).toBe(2_502_505);
    expect(bischoffRatcliff(3, 2_502_505)).toEqual([
      { sides: [108, 76, 30], mayStand: [false, false, true], count: 40 },
      { sides: [110, 43, 25], mayStand: [false, true, true], count: 33 },
      { sides: [92, 81, 55], mayStand: [true, true, true], count: 39 },
    ]);
  });

  it('has the mean numbers of boxes and the mean demand of the classes BR1 to BR7', () => {
    const room = BR_CONTAINER[0] * BR_CONTAINER[1] * BR_CONTAINER[2];
    expect(room).toBe(30_089_620);
    const figures = [1, 2, 3, 4, 5, 6, 7].map((set) => {
      let boxes = 0;
      let volume = 0;
      for (let number = 1; number <= 100; number++)
        for (const { sides, count } of bischoffRatcliff(BR_TYPES[set]!, bischoffRatcliffSeed(number))) {
          boxes += count;
          volume += count * sides[0] * sides[1] * sides[2];
        }
      return [(boxes / 100).toFixed(1), (volume / room).toFixed(2)];
    });
    // literature.md 5; the demand is a mean of 100 problems in percent
    expect(figures.map(([, demand]) => demand)).toEqual(['99.58', '99.47', '99.49', '99.43', '99.36', '99.45', '99.37']);
    expect(figures.map(([boxes]) => Number(boxes))).toEqual(
      [150.4, 136.7, 134.3, 132.8, 132.9, 131.5, 130.3].map((n) => expect.closeTo(n, 0)),
    );
  });
});
