import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { durationOfStay } from '../../../../packages/engine/src/storage/storage-assignment/duration-of-stay.ts';
import { meanStay_d, meanStock } from '../../../../packages/engine/src/storage/storage-assignment/mean-stock.ts';
import { storageView } from '../view.ts';

const random = new RandomStream('the stay does not draw');
const three = [10, 20, 30].map((distance_m) => ({ distance_m }));

describe('duration of stay', () => {
  it('puts the shortest stay nearest: 2, 3 and 10 days', () => {
    const items = [
      { popularity: 1, stock: 40, demand: 20 },
      { popularity: 1, stock: 10, demand: 1 },
      { popularity: 1, stock: 30, demand: 10 },
    ];
    const view = storageView(items, three);
    expect([...meanStay_d(view.model)]).toEqual([2, 10, 3]);
    expect([...durationOfStay.decide(view, random)]).toEqual([0, 2, 1]);
  });

  it('puts what nobody asks for last', () => {
    const items = [
      { popularity: 0, stock: 1, demand: 0 },
      { popularity: 1, stock: 900, demand: 1 },
    ];
    expect([...durationOfStay.decide(storageView(items, three), random)]).toEqual([1, 0]);
  });

  it('needs an expected demand', () => {
    expect(durationOfStay.supports(storageView([{ popularity: 1, demand: 0 }], []).model)).toEqual({
      ok: false,
      because: expect.stringContaining('demand') as string,
    });
    expect(durationOfStay.supports(storageView([{ popularity: 1, demand: 2 }], []).model)).toEqual({ ok: true });
  });
});

describe('mean stock', () => {
  it('is the initial stock, all lots together, and at least a case', () => {
    const { model } = storageView([{ popularity: 1 }, { popularity: 1 }], []);
    const items = { ...model.items, unitsPerCase: Int32Array.of(6, 6) };
    const lots = { ...model.initialStock, count: 2, item: Int32Array.of(0, 0), units: Int32Array.of(30, 12) };
    expect([...meanStock({ items, initialStock: lots })]).toEqual([42, 6]);
  });
});
