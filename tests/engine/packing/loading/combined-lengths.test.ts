import { describe, expect, it } from 'vitest';
import {
  combinedLengths,
  filledAtMost,
  shortestLength,
} from '../../../../packages/engine/src/packing/loading/combined-lengths.ts';

describe('how much of a gap can be filled', () => {
  it('is the largest sum of lengths: the worked example', () => {
    const sums = combinedLengths([4, 7], 12);
    expect([sums[3], sums[4], sums[10], sums[11], sums[12]]).toEqual([0, 4, 8, 11, 12]);
  });

  it('is estimated by the shortest length, never below the sums', () => {
    const sums = combinedLengths([4, 7], 40);
    const estimate = Array.from(sums, (_, gap) => filledAtMost(gap, shortestLength([7, 4])));
    expect(estimate.slice(0, 6)).toEqual([0, 0, 0, 0, 4, 5]);
    sums.forEach((sum, gap) => expect(estimate[gap]).toBeGreaterThanOrEqual(sum));
  });
});
