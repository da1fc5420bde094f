import { describe, expect, it } from 'vitest';

import { Load } from '../../../../packages/engine/src/picking/batching/capacity.ts';
import type { BatchCapacity } from '../../../../packages/engine/src/picking/batching/policy.ts';
import { viewOf } from './view.ts';

/** Orders of a load that go into one batch, in sequence. */
function taken(capacity: Partial<BatchCapacity>): number {
  const order = { depth: 1, units: 3, volume: 0.1, weight: 0.7, compartments: 2 };
  const view = viewOf(
    Array.from({ length: 30 }, () => order),
    capacity,
  );
  const load = new Load();
  let count = 0;
  while (count < view.count && load.takes(view, count)) load.add(view, count++);
  return count;
}

describe('the capacity of a batch', () => {
  it.each([
    [{ orders: 4 }, 4],
    [{ units: 10 }, 3],
    [{ units: 9 }, 3],
    [{ volume_l: 1 }, 10],
    [{ weight_kg: 2.1 }, 3],
    [{ compartments: 7 }, 3],
    [{}, 30],
    [{ orders: 20, units: 50, volume_l: 1, weight_kg: 8, compartments: 12 }, 6],
  ] as const)('%j takes %i orders', (capacity, count) => {
    expect(taken(capacity)).toBe(count);
  });

  it('an empty batch takes an order beyond every limit; then nothing more', () => {
    const view = viewOf([{ depth: 1, units: 9 }, { depth: 1 }], { units: 4 });
    const load = new Load();
    expect(load.takes(view, 0)).toBe(true);
    load.add(view, 0);
    expect(load.takes(view, 1)).toBe(false);
  });
});
