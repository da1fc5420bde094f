import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { fullTurnover } from '../../../../packages/engine/src/storage/storage-assignment/full-turnover.ts';
import { storageView } from '../view.ts';

const random = new RandomStream('full turnover does not draw');

describe('full turnover storage', () => {
  it('puts the most popular item nearest: the worked example, 15.6 m a line', () => {
    const popularity = [5, 9, 2];
    const distance_m = [10, 20, 30];
    const view = storageView(
      popularity.map((p) => ({ popularity: p })),
      distance_m.map((d) => ({ distance_m: d })),
    );
    const home = fullTurnover.decide(view, random);
    expect([...home]).toEqual([1, 0, 2]);
    const walked = popularity.reduce((sum, lines, item) => sum + lines * distance_m[home[item]!]!, 0);
    expect(walked / 16).toBeCloseTo(15.625, 12);
  });

  it('breaks ties by the lowest number, of items and of locations', () => {
    const view = storageView([{ popularity: 1 }, { popularity: 1 }], [{ distance_m: 7 }, { distance_m: 3 }, { distance_m: 3 }]);
    expect([...fullTurnover.decide(view, random)]).toEqual([1, 2]);
  });

  it('keeps each temperature class in its own locations', () => {
    const view = storageView(
      [{ popularity: 9, temperature: 2 }, { popularity: 1 }],
      [{ distance_m: 1 }, { distance_m: 50, temperature: 2 }],
    );
    expect([...fullTurnover.decide(view, random)]).toEqual([1, 0]);
  });

  it('leaves the only slot that a large item fits to it, however popular a small one is', () => {
    const view = storageView(
      [
        { popularity: 100, edge_m: 0.1 },
        { popularity: 1, edge_m: 1.2 },
      ],
      [
        { distance_m: 1, edge_m: 1.5 },
        { distance_m: 2, edge_m: 0.3 },
      ],
    );
    expect([...fullTurnover.decide(view, random)]).toEqual([1, 0]);
  });

  it('lets the small item have a large slot where the large item has another one left', () => {
    const view = storageView(
      [
        { popularity: 100, edge_m: 0.1 },
        { popularity: 1, edge_m: 1.2 },
      ],
      [
        { distance_m: 1, edge_m: 1.5 },
        { distance_m: 2, edge_m: 0.3 },
        { distance_m: 5, edge_m: 1.5 },
      ],
    );
    expect([...fullTurnover.decide(view, random)]).toEqual([0, 2]);
  });

  it('leaves the least popular items without a home where locations are too few', () => {
    const view = storageView([{ popularity: 1 }, { popularity: 3 }, { popularity: 2 }], [{ distance_m: 4 }, { distance_m: 8 }]);
    expect([...fullTurnover.decide(view, random)]).toEqual([-1, 0, 1]);
  });

  it('uses no location out of the reach of the hand, and none that nobody can walk to', () => {
    const view = storageView(
      [{ popularity: 1 }],
      [{ distance_m: 1, handPick: false }, { distance_m: Infinity }, { distance_m: 9 }],
    );
    expect([...fullTurnover.decide(view, random)]).toEqual([2]);
  });

  it('says why it cannot rank items without an order history', () => {
    const support = fullTurnover.supports(storageView([{ popularity: 0 }], []).model);
    expect(support).toEqual({ ok: false, because: expect.stringContaining('popularity') as string });
    expect(fullTurnover.supports(storageView([{ popularity: 0.1 }], []).model)).toEqual({ ok: true });
  });
});
