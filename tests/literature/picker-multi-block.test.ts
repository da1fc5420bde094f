// 300 tours through 1-4 blocks with their optimum by Held-Karp (shared data, picker-tour).

import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { rectangularAlgorithms } from '../../packages/engine/src/picking/routing/algorithms.ts';
import { provedTour } from '../../packages/engine/src/picking/routing/proved-tour.ts';
import { pickerTourInstance, routeRectangular, type PickerTour } from '../../packages/engine/src/picking/routing/rectangular.ts';
import { checkPath, walkedInSequence } from '../engine/picking/routing/reference.ts';
import { hasSharedData, sharedData } from './order-batching-data.ts';

describe.skipIf(!hasSharedData('picker-tour'))('the multi-block picker tours', () => {
  const tours = (): (PickerTour & { optimum: number })[] =>
    readFileSync(`${sharedData}picker-tour/multi-block.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('are all solved to their optimum and proved', () => {
    expect(tours()).toHaveLength(300);
    for (const tour of tours()) {
      const instance = pickerTourInstance(tour);
      const route = provedTour(instance);
      expect(route.proved).toBe(true);
      expect(route.length_m, tour.name).toBeCloseTo(tour.optimum, 9);
      expect(walkedInSequence(instance, route.sequence), tour.name).toBeCloseTo(tour.optimum, 9);
      expect(checkPath(instance, route.path).faults, tour.name).toEqual([]);
    }
  });

  it('are never shorter by a rule; on the mean composite is below 1 % and the others 4-40 % longer', () => {
    for (const rule of rectangularAlgorithms) {
      if (rule.id === 'optimal') continue;
      let excess = 0;
      for (const tour of tours()) {
        const { length_m } = routeRectangular(rule, pickerTourInstance(tour));
        expect(length_m, `${tour.name} ${rule.id}`).toBeGreaterThanOrEqual(tour.optimum - 1e-9);
        excess += (length_m / tour.optimum - 1) / 300;
      }
      expect(excess, rule.id).toBeGreaterThan(rule.id === 'composite' ? 0 : 0.04);
      expect(excess, rule.id).toBeLessThan(rule.id === 'composite' ? 0.01 : 0.4);
    }
  });
});
