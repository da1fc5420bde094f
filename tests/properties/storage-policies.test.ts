// Storage decisions on random DCs: always legal, and as many items housed as can be.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { putAwayPolicies } from '../../packages/engine/src/storage/put-away/policies.ts';
import { stockSelectionPolicies } from '../../packages/engine/src/storage/stock-selection/policies.ts';
import { storageAssignmentPolicies } from '../../packages/engine/src/storage/storage-assignment/policies.ts';
import { capacity, faults, storageView, type TestItem, type TestLocation } from '../engine/storage/view.ts';

const edge = fc.constantFrom(0.2, 0.5, 1, 1.5);
const items: fc.Arbitrary<TestItem[]> = fc.array(
  fc.record({
    popularity: fc.integer({ min: 0, max: 6 }),
    temperature: fc.integer({ min: 0, max: 2 }),
    edge_m: edge,
    weight_kg: fc.constantFrom(1, 20, 60, 300),
  }),
  { maxLength: 30 },
);
const locations: fc.Arbitrary<TestLocation[]> = fc.array(
  fc.record({
    distance_m: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 20 }) },
      { weight: 1, arbitrary: fc.constant(Infinity) },
    ),
    temperature: fc.integer({ min: 0, max: 2 }),
    edge_m: edge,
    maxLoad_kg: fc.constantFrom(10, 50, 500),
    handPick: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** The size of a largest matching of items to locations, by augmenting paths. */
function mostHoused(all: readonly TestItem[], where: readonly TestLocation[]): number {
  const itemAt = where.map(() => -1);
  const house = (item: number, tried: Set<number>): boolean => {
    for (let location = 0; location < where.length; location++) {
      const slot = where[location]!;
      if (tried.has(location) || slot.handPick === false || slot.distance_m === Infinity) continue;
      if (capacity(all[item]!, slot) === 0) continue;
      tried.add(location);
      if (itemAt[location] === -1 || house(itemAt[location]!, tried)) {
        itemAt[location] = item;
        return true;
      }
    }
    return false;
  };
  return all.filter((_, item) => house(item, new Set())).length;
}

describe('storage assignment', () => {
  it.each(storageAssignmentPolicies)('$id is legal and houses as many items as can be', (policy) => {
    fc.assert(
      fc.property(items, locations, fc.string(), (all, where, seed) => {
        const home = policy.decide(storageView(all, where), new RandomStream(seed));
        expect(faults(all, where, home)).toEqual([]);
        expect(home.filter((location) => location >= 0).length).toBe(mostHoused(all, where));
      }),
      { numRuns: 400 },
    );
  });

  it('full turnover gives no item a location while a better one that it fits stays free', () => {
    const policy = storageAssignmentPolicies.find(({ id }) => id === 'full-turnover')!;
    fc.assert(
      fc.property(items, locations, (all, where) => {
        const home = policy.decide(storageView(all, where), new RandomStream(''));
        const taken = new Set(home);
        home.forEach((location, item) => {
          if (location < 0) return;
          const better = where.findIndex(
            (slot, other) =>
              !taken.has(other) &&
              slot.handPick !== false &&
              slot.distance_m < where[location]!.distance_m &&
              capacity(all[item]!, slot) > 0,
          );
          expect(better).toBe(-1);
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe('put-away and stock selection', () => {
  it('choose one of what is offered', () => {
    const distance = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constant(Infinity));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 12 }),
        fc.array(distance, { minLength: 100, maxLength: 100 }),
        fc.string(),
        (open, far, seed) => {
          const openLocations = [...open].sort((a, b) => a - b);
          for (const policy of putAwayPolicies) {
            const chosen = policy.decide(
              {
                item: 0,
                units: 1,
                openCount: openLocations.length,
                openLocation: (number) => openLocations[number]!,
                nearestOpen: () => [...openLocations].sort((a, b) => far[a]! - far[b]!)[0] ?? -1,
              },
              new RandomStream(seed),
            );
            if (open.length === 0) expect(chosen).toBe(-1);
            else expect(openLocations).toContain(chosen);
          }
        },
      ),
    );
    const lot = fc.record({
      received: fc.integer(),
      expiry: fc.oneof(fc.integer(), fc.constant(Infinity)),
      handPick: fc.boolean(),
      distance_m: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(lot, { minLength: 1, maxLength: 12 }), (lots) => {
        for (const policy of stockSelectionPolicies) {
          const chosen = policy.decide(
            {
              count: lots.length,
              units: () => 1,
              received: (i) => lots[i]!.received,
              expiry: (i) => lots[i]!.expiry,
              handPick: (i) => lots[i]!.handPick,
              depotDistance_m: (i) => lots[i]!.distance_m,
            },
            new RandomStream(''),
          );
          expect(lots[chosen]).toBeDefined();
          if (policy.id === 'fefo') expect(lots[chosen]!.expiry).toBe(Math.min(...lots.map(({ expiry }) => expiry)));
          if (policy.id === 'fifo') expect(lots[chosen]!.received).toBe(Math.min(...lots.map(({ received }) => received)));
        }
      }),
    );
  });
});
