import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { randomStorage } from '../../../../packages/engine/src/storage/storage-assignment/random.ts';
import { storageView } from '../view.ts';

const three = [{ popularity: 1 }, { popularity: 2 }, { popularity: 3 }];
const four = [{ distance_m: 1 }, { distance_m: 2 }, { distance_m: 3 }, { distance_m: 4 }];

describe('random storage', () => {
  it('draws each of the 24 assignments of three items to four locations with the same chance', () => {
    const view = storageView(three, four);
    const random = new RandomStream('24');
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const key = randomStorage.decide(view, random).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // Chi-square with 23 degrees of freedom: 49.73 is its 99.9 % quantile.
    expect([...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(49.73);
  });

  it('draws the same assignment from the same seed', () => {
    const view = storageView(three, four);
    expect(randomStorage.decide(view, new RandomStream('s'))).toEqual(randomStorage.decide(view, new RandomStream('s')));
  });

  it('never takes the only slot that another item fits', () => {
    const view = storageView(
      [
        { popularity: 5, edge_m: 0.1 },
        { popularity: 1, edge_m: 1.2 },
      ],
      [
        { distance_m: 1, edge_m: 1.5 },
        { distance_m: 2, edge_m: 0.3 },
      ],
    );
    const random = new RandomStream('tight');
    for (let i = 0; i < 100; i++) expect([...randomStorage.decide(view, random)]).toEqual([1, 0]);
  });
});
