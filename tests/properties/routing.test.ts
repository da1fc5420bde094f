// Routing on random warehouses: the optimum is the optimum, and no rule beats it.

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { rectangularAlgorithms } from '../../packages/engine/src/picking/routing/algorithms.ts';
import { optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import { lengthRectangular_m, routeRectangular } from '../../packages/engine/src/picking/routing/rectangular.ts';
import { randomInstance, shortestByHeldKarp, walkedInSequence } from '../engine/picking/routing/reference.ts';

describe('the shortest route on random warehouses', () => {
  it('optimal equals Held-Karp and no rule is shorter on 10,000 tours of up to 9 picks in 1-5 blocks, open and closed', () => {
    const random = new RandomStream('routing-optimal');
    const wrong: string[] = [];
    for (let n = 0; n < 10_000; n++) {
      const instance = randomInstance(random, n % 5 === 0 ? 5 : 3, n % 4 === 0 ? 9 : 6, n % 2 === 0);
      const shortest = shortestByHeldKarp(instance);
      const route = routeRectangular(optimalWalk, instance);
      if (route.length_m !== shortest) wrong.push(`${n}: ${route.length_m} for ${shortest} ${JSON.stringify(instance)}`);
      if (walkedInSequence(instance, route.sequence) !== shortest) wrong.push(`${n}: sequence`);
      const blocks = instance.layout.crossAisles_y_m.length - 1;
      for (const rule of rectangularAlgorithms) {
        // Composite costs what optimal costs: its turn in many blocks is in routing-rules.test.ts.
        if (rule.id === 'composite' && blocks > 3) continue;
        const length = lengthRectangular_m(rule, instance);
        if (length < shortest) wrong.push(`${n} ${rule.id}: ${length} is shorter than ${shortest} ${JSON.stringify(instance)}`);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('optimal in one block equals Held-Karp on 4,000 tours whose depot lies anywhere', () => {
    const random = new RandomStream('routing-one-block');
    const wrong: string[] = [];
    for (let n = 0; n < 4_000; n++) {
      const instance = randomInstance(random, 1, 9, false);
      const shortest = shortestByHeldKarp(instance);
      const route = routeRectangular(optimalWalk, instance);
      if (route.length_m !== shortest || walkedInSequence(instance, route.sequence) !== shortest) {
        wrong.push(`${n}: ${route.length_m} for ${shortest} ${JSON.stringify(instance)}`);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
