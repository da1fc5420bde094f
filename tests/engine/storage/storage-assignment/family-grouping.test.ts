import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { affinities } from '../../../../packages/engine/src/storage/storage-assignment/affinity.ts';
import { familyGrouping } from '../../../../packages/engine/src/storage/storage-assignment/family-grouping.ts';
import { historyOf, storageView } from '../view.ts';

const random = new RandomStream('families do not draw');
const aisle = (slots: number): { distance_m: number; depth_m: number }[] =>
  Array.from({ length: slots }, (_, slot) => ({ distance_m: slot + 1, depth_m: slot + 1 }));

describe('affinity', () => {
  it('is the share of orders with either that have both: 3 of 4 in the worked example', () => {
    const [a, b, c] = [0, 1, 2];
    const found = affinities(historyOf([[a, b], [a, b], [a, b, c], [a], [c]]), 3);
    expect(found.count).toBe(1);
    expect([found.one[0], found.other[0], found.similarity[0]]).toEqual([a, b, 0.75]);
  });

  it('leaves out pairs no more frequent than chance', () => {
    // a and b in all of 8 orders: lift 1. c and d in half of them, always together: lift 2.
    const orders = Array.from({ length: 8 }, (_, order) => (order % 2 === 0 ? [0, 1, 2, 3] : [0, 1]));
    const found = affinities(historyOf(orders), 4);
    expect([...found.one]).toEqual([2]);
    expect([...found.other]).toEqual([3]);
  });

  it('is what counting pair by pair says, for orders of any kind', () => {
    const order = fc.uniqueArray(fc.nat(7), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 25 }), (orders) => {
        const expected: [number, number, number][] = [];
        const having = (...items: number[]): number => orders.filter((o) => items.every((i) => o.includes(i))).length;
        for (let a = 0; a < 8; a++) {
          for (let b = a + 1; b < 8; b++) {
            const both = having(a, b);
            if (both < 3 || both * orders.length <= having(a) * having(b)) continue;
            expected.push([a, b, both / (having(a) + having(b) - both)]);
          }
        }
        expected.sort((p, q) => q[2] - p[2] || p[0] - q[0] || p[1] - q[1]);
        const { one, other, similarity } = affinities(historyOf(orders), 8);
        expect([...one].map((a, pair) => [a, other[pair], similarity[pair]])).toEqual(expected);
      }),
    );
  });

  it('counts 40 lines of a longer order, at even steps', () => {
    const long = Array.from({ length: 80 }, (_, item) => item);
    const found = affinities(historyOf([long, long, long, [1], [2], [3]]), 80);
    expect(found.count).toBe((40 * 39) / 2);
    expect([...found.one, ...found.other].every((item) => item % 2 === 0)).toBe(true);
  });

  it('reads the newest orders only, once there are millions of pairs', () => {
    const newest = Array.from({ length: 5130 }, () => Array.from({ length: 40 }, (_, item) => item + 2));
    const found = affinities(historyOf([...Array.from({ length: 9 }, () => [0, 1]), ...newest, [50]]), 60);
    expect(found.count).toBeGreaterThan(0);
    expect(found.one).not.toContain(0);
  });
});

describe('family grouping', () => {
  it('lays families side by side, the one with the most lines an SKU first: c a b d', () => {
    const items = [9, 2, 8, 1].map((popularity) => ({ popularity }));
    const history = [[0, 1], [0, 1], [0, 1], [2], [2], [3]];
    const view = storageView(items, aisle(4), { history });
    expect([...familyGrouping.decide(view, random)]).toEqual([1, 2, 0, 3]);
  });

  it('is full turnover within aisles where no two SKUs are asked for together', () => {
    const items = [9, 2, 8, 1].map((popularity) => ({ popularity }));
    const view = storageView(items, aisle(4), { history: [[0], [1], [2], [3]] });
    expect([...familyGrouping.decide(view, random)]).toEqual([0, 2, 1, 3]);
  });

  it('makes no family of more than 25, and none across keeping classes', () => {
    const order = Array.from({ length: 30 }, (_, item) => item);
    const items = order.map((item) => ({ popularity: item < 29 ? 1 : 0.5, keeping: item === 28 ? 1 : 0 }));
    const far = [
      { distance_m: 99, depth_m: 99 },
      { distance_m: 50, depth_m: 50, keeping: 1 },
    ];
    const view = storageView([...items, { popularity: 5 }], [...aisle(29), ...far], {
      history: [order, order, order, ...Array.from({ length: 20 }, () => [30])],
      conflicts: [[0, 1]],
    });
    const home = [...familyGrouping.decide(view, random)];
    // Item 30 is alone with 5 lines, the first 25 are a family with 1 line each, the rest one with 3.5 lines for 4.
    expect(home[30]).toBe(0);
    expect(home.slice(0, 25)).toEqual(order.slice(1, 26));
    expect(home.slice(25, 28)).toEqual([26, 27, 28]);
    expect([home[28], home[29]]).toEqual([30, 29]);
  });

  it('says that it needs a past to learn from', () => {
    expect(familyGrouping.supports(storageView([{ popularity: 1 }], []).model)).toEqual({
      ok: false,
      because: expect.stringContaining('history') as string,
    });
  });
});
