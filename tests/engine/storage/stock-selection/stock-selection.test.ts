import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import type { StockSelectionView } from '../../../../packages/engine/src/storage/policy.ts';
import { closest } from '../../../../packages/engine/src/storage/stock-selection/closest.ts';
import { fefo } from '../../../../packages/engine/src/storage/stock-selection/fefo.ts';
import { fifo } from '../../../../packages/engine/src/storage/stock-selection/fifo.ts';
import { lifo } from '../../../../packages/engine/src/storage/stock-selection/lifo.ts';

interface Lot {
  received: number;
  expiry?: number;
  handPick?: boolean;
  distance_m?: number;
}

const random = new RandomStream('stock selection does not draw');

function view(lots: readonly Lot[]): StockSelectionView {
  return {
    count: lots.length,
    units: () => 1,
    received: (lot) => lots[lot]!.received,
    expiry: (lot) => lots[lot]!.expiry ?? Infinity,
    handPick: (lot) => lots[lot]!.handPick ?? true,
    depotDistance_m: (lot) => lots[lot]!.distance_m ?? 0,
  };
}

describe('stock selection', () => {
  it('FIFO takes the oldest lot, of equals the one within reach', () => {
    expect(fifo.decide(view([{ received: 3 }, { received: 1, handPick: false }, { received: 1 }]), random)).toBe(2);
  });

  it('FIFO takes the nearer of two lots received together, then the one created first', () => {
    expect(
      fifo.decide(
        view([
          { received: 1, distance_m: 9 },
          { received: 1, distance_m: 4 },
        ]),
        random,
      ),
    ).toBe(1);
    expect(fifo.decide(view([{ received: 1 }, { received: 1 }]), random)).toBe(0);
  });

  it('FEFO takes the lot that expires first, of equals the oldest', () => {
    expect(
      fefo.decide(
        view([
          { received: 1, expiry: 30 },
          { received: 2, expiry: 21 },
          { received: 3, expiry: 21 },
        ]),
        random,
      ),
    ).toBe(1);
  });

  it('FEFO is FIFO for goods that do not expire', () => {
    expect(fefo.decide(view([{ received: 5 }, { received: 2 }, { received: 4 }]), random)).toBe(1);
  });

  it('LIFO takes the newest lot, of equals the one within reach', () => {
    expect(lifo.decide(view([{ received: 1 }, { received: 3, handPick: false }, { received: 3 }]), random)).toBe(2);
  });

  it('closest takes a lot within reach before a nearer one that has to be fetched down', () => {
    expect(
      closest.decide(
        view([
          { received: 1, handPick: false, distance_m: 8 },
          { received: 1, distance_m: 20 },
          { received: 1, distance_m: 14 },
        ]),
        random,
      ),
    ).toBe(2);
  });
});
