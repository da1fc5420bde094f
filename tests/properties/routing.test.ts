// Routing on random warehouses: every route is a real tour, no rule beats the optimum, and the optimum is the optimum.

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { Frame } from '../../packages/engine/src/picking/routing/frame.ts';
import { largestGapWalk } from '../../packages/engine/src/picking/routing/largest-gap.ts';
import { midpointWalk } from '../../packages/engine/src/picking/routing/midpoint.ts';
import { nearestNeighbourWalk } from '../../packages/engine/src/picking/routing/nearest-neighbour.ts';
import { optimalLength_m, optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import { routeRectangular } from '../../packages/engine/src/picking/routing/rectangular.ts';
import { returnWalk } from '../../packages/engine/src/picking/routing/return.ts';
import { sShapeWalk } from '../../packages/engine/src/picking/routing/s-shape.ts';
import { checkPath, randomInstance, shortestByHeldKarp, walkedInSequence } from '../engine/picking/routing/reference.ts';

const rules = [sShapeWalk, returnWalk, midpointWalk, largestGapWalk, nearestNeighbourWalk];

describe('routes on random warehouses', () => {
  it('optimal equals Held-Karp on 10,000 tours of up to 9 picks in 1-5 blocks, open and closed', () => {
    const random = new RandomStream('routing-optimal');
    const wrong: string[] = [];
    for (let n = 0; n < 10_000; n++) {
      const instance = randomInstance(random, n % 5 === 0 ? 5 : 3, n % 4 === 0 ? 9 : 6, n % 2 === 0);
      const shortest = shortestByHeldKarp(instance);
      const route = routeRectangular(optimalWalk, instance);
      if (route.length_m !== shortest) wrong.push(`${n}: ${route.length_m} for ${shortest} ${JSON.stringify(instance)}`);
      if (walkedInSequence(instance, route.sequence) !== shortest) wrong.push(`${n}: sequence`);
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

  it('every rule walks a real path past every pick, never shorter than the optimum, on 3,000 tours', () => {
    const random = new RandomStream('routing-rules');
    const frame = new Frame();
    const wrong: string[] = [];
    for (let n = 0; n < 3_000; n++) {
      const instance = randomInstance(random, 4, 25, n % 2 === 0);
      frame.prepare(instance, false);
      const shortest = optimalLength_m(frame);
      for (const rule of [...rules, optimalWalk]) {
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
});
