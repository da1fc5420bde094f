import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { savingsRecomputed } from '../../../../packages/engine/src/picking/batching/savings-recomputed.ts';
import { savings } from '../../../../packages/engine/src/picking/batching/savings.ts';
import { viewOf } from './view.ts';

const random = new RandomStream('batching-test');

describe('savings batching, recomputed', () => {
  it('builds {9, 8, 3} and {2, 1}: 22 m', () => {
    const view = viewOf(
      [9, 8, 3, 2, 1].map((depth) => ({ depth })),
      { orders: 3 },
    );
    const batches = savingsRecomputed.decide(view, random);
    expect(batches).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
    expect(batches.reduce((sum, batch) => sum + view.tourLength_m(batch), 0)).toBe(22);
  });

  it('sees that a third order adds nothing to a batch, where savings of pairs do not', () => {
    // A tour costs 10 for each place, a letter. The third order's places are those of the first two together.
    const places = ['abp', 'abq', 'pq', 'prs', 'qtu'];
    const base = viewOf(
      places.map(() => ({ depth: 1 })),
      { orders: 3 },
    );
    const view = {
      ...base,
      tourLength_m: (orders: readonly number[]) => 10 * new Set(orders.flatMap((order) => places[order]!.split(''))).size,
    };
    const total = (batches: number[][]): number => batches.reduce((sum, batch) => sum + view.tourLength_m(batch), 0);
    const recomputed = savingsRecomputed.decide(view, random);
    expect(recomputed).toContainEqual([0, 1, 2]);
    expect(total(recomputed)).toBeLessThanOrEqual(total(savings.decide(view, random)));
  });

  it('works out no tour where every order travels alone', () => {
    const view = viewOf(
      [9, 2, 8].map((depth) => ({ depth })),
      { orders: 1 },
    );
    expect(savingsRecomputed.decide(view, random)).toEqual([[0], [1], [2]]);
    expect(view.tours).toBe(0);
  });
});
