import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { firstComeFirstServed } from '../../../../packages/engine/src/picking/batching/first-come-first-served.ts';
import { viewOf } from './view.ts';

const random = new RandomStream('batching-test');

describe('first-come-first-served batching', () => {
  it('closes a batch at the first order that does not fit; a larger order travels alone', () => {
    const view = viewOf(
      [4, 5, 3, 8, 12].map((volume) => ({ depth: 1, volume })),
      { volume_l: 10 },
    );
    expect(firstComeFirstServed.decide(view, random)).toEqual([[0, 1], [2], [3], [4]]);
  });

  it('counts orders and kilograms too', () => {
    const view = viewOf(
      [1, 1, 1, 9, 2].map((weight) => ({ depth: 1, weight })),
      { orders: 2, weight_kg: 10 },
    );
    expect(firstComeFirstServed.decide(view, random)).toEqual([[0, 1], [2, 3], [4]]);
  });

  it('does not refuse a full batch for rounding: ten times 0.1 l fit 1 l', () => {
    const view = viewOf(
      Array.from({ length: 10 }, () => ({ depth: 1, volume: 0.1 })),
      { volume_l: 1 },
    );
    expect(firstComeFirstServed.decide(view, random)).toHaveLength(1);
  });

  it('makes no batch of no orders', () => {
    expect(firstComeFirstServed.decide(viewOf([], {}), random)).toEqual([]);
  });
});
