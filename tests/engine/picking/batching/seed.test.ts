import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import {
  seedAdditionalTime,
  seedTimeSaving,
  seedTimeSavingSingle,
} from '../../../../packages/engine/src/picking/batching/seed.ts';
import { viewOf } from './view.ts';

const random = new RandomStream('batching-test');
const view = (depths: readonly number[], orders: number) =>
  viewOf(
    depths.map((depth) => ({ depth })),
    { orders },
  );

describe('seed batching', () => {
  it('puts the two deep and the two shallow orders together', () => {
    for (const policy of [seedTimeSaving, seedTimeSavingSingle]) {
      expect(policy.decide(view([9, 2, 8, 3], 2), random)).toEqual([
        [0, 2],
        [3, 1],
      ]);
    }
  });

  it('by least additional time: every order is on the way of the deepest; the longer tour joins', () => {
    expect(seedAdditionalTime.decide(view([9, 2, 8, 3], 2), random)).toEqual([
      [0, 2],
      [3, 1],
    ]);
  });

  it('cumulative rules see the batch, single ones the seed', () => {
    // A tour costs 10 for each place, a letter.
    const places = ['abc', 'abd', 'de', 'ae'];
    const base = view([1, 1, 1, 1], 3);
    const counting = {
      ...base,
      tourLength_m: (orders: readonly number[]) => 10 * new Set(orders.flatMap((order) => places[order]!.split(''))).size,
    };
    // Seed abc; abd saves 20. Then de saves 10 with {abc, abd} as ae does, but 0 with the seed, where ae saves 10.
    expect(seedTimeSaving.decide(counting, random)).toEqual([[0, 1, 2], [3]]);
    expect(seedTimeSavingSingle.decide(counting, random)).toEqual([[0, 1, 3], [2]]);
  });

  it('works out at most half the square of the orders, and their single tours', () => {
    const counting = view(
      Array.from({ length: 60 }, (_, order) => 1 + ((order * 7) % 50)),
      4,
    );
    seedTimeSaving.decide(counting, random);
    expect(counting.tours).toBeLessThanOrEqual(60 + (60 * 60) / 2);
  });
});
