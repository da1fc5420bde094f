import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { boundedTour, provedTour } from '../../../../packages/engine/src/picking/routing/proved-tour.ts';
import { checkPath, grid, randomInstance, shortestByHeldKarp } from './reference.ts';

describe('the optimal tour with its proof', () => {
  it('bounds the line of the worked example by its 10 m', () => {
    const { length_m, proved, lowerBound_m } = boundedTour(
      grid(1, [0, 10], 1, [
        [0, 0, 2],
        [0, 0, 5],
      ]),
    );
    expect(length_m).toBe(10);
    expect(lowerBound_m).toBeCloseTo(10, 4);
    expect(proved).toBe(true);
  });

  it('is exact in six blocks', () => {
    const heights = [0, 3, 6, 9, 12, 15, 18];
    const instance = grid(4, heights, 2, [
      [0, 5, 1],
      [2, 3, 2],
      [3, 5, 1],
      [1, 0, 2],
      [3, 2, 1],
      [0, 4, 2],
      [2, 5, 1],
    ]);
    const tour = provedTour(instance);
    expect(tour).toMatchObject({ proved: true, length_m: shortestByHeldKarp(instance) });
    expect(tour.lowerBound_m).toBe(tour.length_m);
  });

  it('beyond, gives a real tour and a bound that is none but close', () => {
    const random = new RandomStream('bounded-tour');
    let gap = 0;
    for (let n = 0; n < 200; n++) {
      const instance = randomInstance(random, 10, 9, n % 2 === 0);
      const shortest = shortestByHeldKarp(instance);
      const tour = boundedTour(instance);
      expect(checkPath(instance, tour.path)).toEqual({ length: tour.length_m, faults: [] });
      expect(tour.lowerBound_m).toBeLessThanOrEqual(shortest + 1e-6);
      expect(tour.length_m).toBeGreaterThanOrEqual(shortest);
      if (tour.proved) expect(tour.length_m).toBe(shortest);
      if (shortest > 0) gap += (tour.length_m - tour.lowerBound_m) / shortest / 200;
    }
    expect(gap).toBeLessThan(0.05);
  });

  it('says that a tour through eight blocks is not proved unless the bound meets it', () => {
    const heights = Array.from({ length: 9 }, (_, j) => 4 * j);
    const picks = Array.from({ length: 12 }, (_, n) => [(5 * n) % 4, (3 * n) % 8, 1 + (n % 3)] as const);
    const tour = provedTour(grid(4, heights, 3, picks));
    expect(tour.lowerBound_m).toBeLessThanOrEqual(tour.length_m);
    expect(tour.proved).toBe(tour.length_m - tour.lowerBound_m <= 1e-6);
    expect([...tour.sequence].sort((a, b) => a - b)).toEqual(picks.map((_, n) => n));
  });
});
