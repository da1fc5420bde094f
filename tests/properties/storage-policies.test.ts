// Storage decisions on random DCs, with goods kept apart and heavy goods low: always legal, and as many items housed as can be.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { putAwayPolicies } from '../../packages/engine/src/storage/put-away/policies.ts';
import { stockSelectionPolicies } from '../../packages/engine/src/storage/stock-selection/policies.ts';
import { fullTurnover } from '../../packages/engine/src/storage/storage-assignment/full-turnover.ts';
import { storageAssignmentPolicies } from '../../packages/engine/src/storage/storage-assignment/policies.ts';
import { faults, mayLie, storageView, type TestItem, type TestLocation, type TestRules } from '../engine/storage/view.ts';

const edge = fc.constantFrom(0.2, 0.5, 1, 1.5);
const keeping = fc.constantFrom(0, 0, 0, 1, 2, 3);
const items = fc.array(
  fc.record({
    popularity: fc.integer({ min: 0, max: 6 }),
    temperature: fc.constantFrom(0, 0, 0, 1, 2),
    edge_m: edge,
    weight_kg: fc.constantFrom(1, 20, 60, 300),
    keeping,
    stock: fc.integer({ min: 0, max: 50 }),
    received: fc.integer({ min: -9, max: 0 }),
    givenHome: fc.oneof({ weight: 7, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 39 }) }),
  }),
  { maxLength: 30 },
);
const locations: fc.Arbitrary<TestLocation[]> = fc.array(
  fc.record({
    distance_m: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 20 }) },
      { weight: 1, arbitrary: fc.constant(Infinity) },
    ),
    temperature: fc.constantFrom(0, 0, 0, 1, 2),
    edge_m: edge,
    maxLoad_kg: fc.constantFrom(10, 50, 500),
    handPick: fc.constantFrom(true, true, true, false),
    keeping,
    bottom_m: fc.constantFrom(0, 0.5, 1.2),
    area: fc.integer({ min: 0, max: 1 }),
    aisle: fc.integer({ min: 0, max: 3 }),
    depth_m: fc.integer({ min: 0, max: 9 }),
    level: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 40 },
);
const rules = fc.record({
  heavyLow: fc.oneof(
    fc.constant({ weight_kg: Infinity, highest_m: 0 }),
    fc.record({ weight_kg: fc.constantFrom(20, 60), highest_m: fc.constantFrom(0, 0.5) }),
  ),
  conflicts: fc.array(fc.tuple(keeping, keeping), { maxLength: 4 }),
  classBoundaries: fc.constantFrom([], [0.5], [0.2, 0.5], [0.1, 0.1, 0.9]),
  goldenZone: fc.constantFrom({ from_m: 0, to_m: Infinity, outside_s: 0 }, { from_m: 0.6, to_m: 1.5, outside_s: 2 }),
  history: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 6 }), { maxLength: 12 }),
});
/** A DC and its past: what is drawn without knowing how many items and locations there are, cut to those there are. */
const problem = fc.tuple(items, locations, rules).map(([all, where, some]) => ({
  all: all.map((item) => ({ ...item, givenHome: item.givenHome < where.length ? item.givenHome : -1 })),
  where,
  some: { ...some, history: some.history.map((order) => order.filter((item) => item < all.length)) },
}));

/** The size of a largest matching of items to locations (but some), by augmenting paths. */
function mostHoused(all: readonly TestItem[], where: readonly TestLocation[], some: TestRules, but = new Set<number>()): number {
  const itemAt = where.map(() => -1);
  const house = (item: number, tried: Set<number>): boolean => {
    for (let location = 0; location < where.length; location++) {
      const slot = where[location]!;
      if (tried.has(location) || slot.handPick === false || slot.distance_m === Infinity) continue;
      if (but.has(location) || !mayLie(all[item]!, slot, some)) continue;
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

/** The given homes that count: legal, the lowest item first. */
function givenHomes(all: readonly TestItem[], where: readonly TestLocation[], some: TestRules): Map<number, number> {
  const residents = new Map<number, number>();
  all.forEach((item, number) => {
    const slot = where[item.givenHome ?? -1];
    if (slot === undefined || slot.handPick === false || slot.distance_m === Infinity || !mayLie(item, slot, some)) return;
    if (!residents.has(item.givenHome!)) residents.set(item.givenHome!, number);
  });
  return residents;
}

describe('storage assignment', () => {
  // 15 policies and more × 1,000: over 10,000 random problems.
  it.each(storageAssignmentPolicies)('$id is legal and houses as many items as can be', (policy) => {
    fc.assert(
      fc.property(problem, fc.string(), ({ all, where, some }, seed) => {
        const home = policy.decide(storageView(all, where, some), new RandomStream(seed));
        expect(faults(all, where, home, some)).toEqual([]);
        const housed = home.filter((location) => location >= 0).length;
        if (policy.id !== 'dedicated') expect(housed).toBe(mostHoused(all, where, some));
        else {
          const given = givenHomes(all, where, some);
          for (const [location, item] of given) expect(home[item]).toBe(location);
          const others = all.filter((_, item) => ![...given.values()].includes(item));
          expect(housed).toBe(given.size + mostHoused(others, where, some, new Set(given.keys())));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('full turnover gives no item a location while a better one that it fits stays free', () => {
    fc.assert(
      fc.property(problem, ({ all, where, some }) => {
        const home = fullTurnover.decide(storageView(all, where, some), new RandomStream(''));
        const taken = new Set(home);
        home.forEach((location, item) => {
          if (location < 0) return;
          const better = where.findIndex(
            (slot, other) =>
              !taken.has(other) &&
              slot.handPick !== false &&
              slot.distance_m < where[location]!.distance_m &&
              mayLie(all[item]!, slot, some),
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
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom({ from: 0, to: 0.2 }, { from: 0.2, to: 0.5 }, { from: 0.5, to: 1 }, { from: 0, to: 1 }),
        fc.string(),
        (open, far, stay, band, seed) => {
          const openLocations = [...open].sort((a, b) => a - b);
          for (const policy of putAwayPolicies) {
            const chosen = policy.decide(
              {
                item: 0,
                units: 1,
                openCount: openLocations.length,
                openLocation: (number) => openLocations[number]!,
                nearestOpen: () => [...openLocations].sort((a, b) => far[a]! - far[b]!)[0] ?? -1,
                openAtShare: (share) => openLocations[Math.round(share * (openLocations.length - 1))] ?? -1,
                classBand: () => band,
                stayShare: () => stay,
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
