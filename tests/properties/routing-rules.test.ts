// Routing rules on random warehouses: every route is a real tour, and a rule that may do more is never longer.

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { rectangularAlgorithms } from '../../packages/engine/src/picking/routing/algorithms.ts';
import { Frame } from '../../packages/engine/src/picking/routing/frame.ts';
import { optimalLength_m } from '../../packages/engine/src/picking/routing/optimal.ts';
import { lengthRectangular_m, routeRectangular } from '../../packages/engine/src/picking/routing/rectangular.ts';
import { checkPath, randomInstance, walkedInSequence } from '../engine/picking/routing/reference.ts';

describe('routes on random warehouses', () => {
  it('every rule walks a real path past every pick, never shorter than the optimum, on 3,000 tours', () => {
    const random = new RandomStream('routing-rules');
    const frame = new Frame();
    const wrong: string[] = [];
    for (let n = 0; n < 3_000; n++) {
      const instance = randomInstance(random, 4, 25, n % 2 === 0);
      frame.prepare(instance, false);
      const shortest = optimalLength_m(frame);
      for (const rule of rectangularAlgorithms) {
        const route = routeRectangular(rule, instance);
        const { length, faults } = checkPath(instance, route.path);
        const complete = [...route.sequence].sort((a, b) => a - b).every((pick, at) => pick === at);
        if (route.sequence.length !== instance.count || !complete) faults.push('a pick is left out or visited twice');
        if (length !== route.length_m) faults.push(`path ${length}, length ${route.length_m}`);
        if (walkedInSequence(instance, route.sequence) > length) faults.push('the sequence is longer than the path');
        if (length < shortest) faults.push(`shorter than the optimum ${shortest}`);
        if (faults.length > 0) wrong.push(`${n} ${rule.id}: ${faults.join('; ')} ${JSON.stringify(instance)}`);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('what one rule may do and another must not shows in their lengths, on 4,000 tours', () => {
    const random = new RandomStream('routing-order');
    const wrong: string[] = [];
    for (let n = 0; n < 4_000; n++) {
      const instance = randomInstance(random, n % 2 === 0 ? 1 : 4, 20, n % 3 === 0);
      const length = new Map(rectangularAlgorithms.map((rule) => [rule.id, lengthRectangular_m(rule, instance)]));
      const isOneBlock = instance.layout.crossAisles_y_m.length === 2;
      const neverLonger: [string, string][] = [
        ['combined', 's-shape'],
        ['combined', 'return'],
        ['combined-plus', 'combined'],
        ['composite', 's-shape'],
        ...(isOneBlock ? [['aisle-by-aisle', 'combined'] as [string, string]] : []),
      ];
      for (const [shorter, longer] of neverLonger) {
        if (length.get(shorter)! > length.get(longer)!) wrong.push(`${n}: ${shorter} > ${longer} ${JSON.stringify(instance)}`);
      }
      if (isOneBlock && length.get('combined-plus') !== length.get('combined')) wrong.push(`${n}: combined+ in one block`);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
