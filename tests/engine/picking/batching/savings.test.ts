import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../../../../packages/engine/src/base/units.ts';
import { dueWindows } from '../../../../packages/engine/src/picking/batching/due-windows.ts';
import { batchingPolicies } from '../../../../packages/engine/src/picking/batching/policies.ts';
import { savings } from '../../../../packages/engine/src/picking/batching/savings.ts';
import { type TestOrder, viewOf } from './view.ts';

const random = new RandomStream('batching-test');

describe('savings batching', () => {
  it('puts the two deep and the two shallow orders together: 24 m', () => {
    const view = viewOf(
      [9, 2, 8, 3].map((depth) => ({ depth })),
      { orders: 2 },
    );
    const batches = savings.decide(view, random);
    expect(batches).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(batches.reduce((sum, batch) => sum + view.tourLength_m(batch), 0)).toBe(24);
  });

  it('works out no tour where every order travels alone', () => {
    const view = viewOf(
      [9, 2, 8].map((depth) => ({ depth })),
      { orders: 1 },
    );
    expect(savings.decide(view, random)).toEqual([[0], [1], [2]]);
    expect(view.tours).toBe(0);
  });

  it('keeps orders that are due more than an hour apart in different batches, the earlier first', () => {
    const due = [11, 9, 11, 9.5].map((hour) => hour * TICKS_PER_HOUR);
    const view = viewOf(
      due.map((tick) => ({ depth: 5, due: tick })),
      {},
    );
    expect(savings.decide(view, random)).toEqual([
      [1, 3],
      [0, 2],
    ]);
  });

  it('works out at most some 8,000 tours, or 4 an order, and batches 2,000 orders once each', () => {
    const orders = Array.from({ length: 2_000 }, () => ({ depth: 1 + random.integer(100), volume: 1 + random.integer(4) }));
    const view = viewOf(orders, { volume_l: 12 });
    const batches = savings.decide(view, random);
    expect([...batches.flat()].sort((a, b) => a - b)).toEqual(orders.map((_, order) => order));
    expect(view.tours).toBeLessThanOrEqual(12_000);
  });
});

describe('every batching policy', () => {
  it('puts every order into one batch and never overloads one, but for a single larger order', () => {
    for (let n = 0; n < 100; n++) {
      const orders = Array.from({ length: random.integer(40) }, () => ({
        depth: 1 + random.integer(50),
        volume: random.integer(13),
        weight: random.integer(9),
        due: random.integer(5) * 20 * TICKS_PER_MINUTE,
      }));
      const view = viewOf(orders, { orders: 1 + random.integer(6), volume_l: 10, weight_kg: 15 });
      for (const policy of batchingPolicies) {
        const batches = policy.decide(view, random);
        expect([...batches.flat()].sort((a, b) => a - b)).toEqual(orders.map((_, order) => order));
        for (const batch of batches) {
          if (batch.length === 1) continue;
          expect(batch.length).toBeLessThanOrEqual(view.capacity.orders);
          expect(batch.reduce((sum, order) => sum + view.volume_l(order), 0)).toBeLessThanOrEqual(10);
          expect(batch.reduce((sum, order) => sum + view.weight_kg(order), 0)).toBeLessThanOrEqual(15);
        }
      }
    }
  });
});

describe('due windows', () => {
  it('end where the next order is due an hour after the first', () => {
    const due = ['09:00', '09:10', '09:20', '11:00', '11:05'].map((clock) => {
      const [hours, minutes] = clock.split(':').map(Number);
      return (hours! * 60 + minutes!) * TICKS_PER_MINUTE;
    });
    expect(
      dueWindows(
        viewOf(
          due.map((tick) => ({ depth: 1, due: tick })),
          {},
        ),
      ),
    ).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  it('grow smaller in large waves', () => {
    const wave = (count: number): TestOrder[] => Array.from({ length: count }, () => ({ depth: 1 }));
    const sizeFor = (count: number): number => dueWindows(viewOf(wave(count), {}))[0]!.length;
    expect([100, 126, 1_000, 10_000].map(sizeFor)).toEqual([100, 126, 16, 8]);
  });

  it('are in order of release where nothing is due at a time', () => {
    const forever = Array.from({ length: 3 }, () => ({ depth: 1, due: Infinity }));
    expect(dueWindows(viewOf(forever, {})).flat()).toEqual([0, 1, 2]);
  });
});
