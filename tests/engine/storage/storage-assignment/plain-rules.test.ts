// The rules that ask for no order history: who came first, and who lives where by decree.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { closestOpenLocation } from '../../../../packages/engine/src/storage/storage-assignment/closest-open-location.ts';
import { dedicated } from '../../../../packages/engine/src/storage/storage-assignment/dedicated.ts';
import { storageView } from '../view.ts';

const random = new RandomStream('these do not draw');

describe('closest open location', () => {
  it('houses in order of first receipt, the nearest location first', () => {
    const items = [3, 1, 2].map((received) => ({ popularity: 1, stock: 5, received }));
    const view = storageView(
      items,
      [10, 20, 30].map((distance_m) => ({ distance_m })),
    );
    expect([...closestOpenLocation.decide(view, random)]).toEqual([2, 0, 1]);
  });

  it('houses SKUs without stock after the others, by number, however popular they are', () => {
    const items = [{ popularity: 9 }, { popularity: 8 }, { popularity: 1, stock: 1, received: 100 }];
    const view = storageView(
      items,
      [10, 20, 30].map((distance_m) => ({ distance_m })),
    );
    expect([...closestOpenLocation.decide(view, random)]).toEqual([1, 2, 0]);
  });
});

describe('dedicated storage', () => {
  const four = [40, 10, 30, 20].map((distance_m) => ({ distance_m }));

  it('keeps given homes and lays the others out in order of address', () => {
    const view = storageView([{ popularity: 1 }, { popularity: 1, givenHome: 0 }, { popularity: 1 }], four);
    expect([...dedicated.decide(view, random)]).toEqual([1, 0, 2]);
  });

  it('passes over a given home that is not legal, out of reach, or given twice', () => {
    const view = storageView(
      [
        { popularity: 1, givenHome: 0, temperature: 1 },
        { popularity: 1, givenHome: 1 },
        { popularity: 1, givenHome: 2 },
        { popularity: 1, givenHome: 2 },
      ],
      [{ distance_m: 1 }, { distance_m: 1, handPick: false }, ...four, { distance_m: 9, temperature: 1 }],
    );
    expect([...dedicated.decide(view, random)]).toEqual([6, 0, 2, 3]);
  });
});
