// Storage policy × routing policy on real orders, out of sample: the engine's policies against a reference table that an
// independent script computed.
//
// Popularity is learnt from the 12,495 orders before September 2011 and the homes are held against the 6,799 later ones with
// at most 60 SKUs (17.52 on average). ABC: 20, 30 and 50 % of the SKUs. Cells without chance are met to the table's last
// digit. Those with chance are means over DRAWS assignments; the table's own are of few draws, and one draw of a return tour
// under random storage differs from the next by 16 m (standard deviation). Random storage uses the first slots, as many as
// there are SKUs.

import { beforeAll, describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { largestGapWalk } from '../../packages/engine/src/picking/routing/largest-gap.ts';
import { midpointWalk } from '../../packages/engine/src/picking/routing/midpoint.ts';
import { optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import { returnWalk } from '../../packages/engine/src/picking/routing/return.ts';
import { sShapeWalk } from '../../packages/engine/src/picking/routing/s-shape.ts';
import { classBasedAcrossAisle } from '../../packages/engine/src/storage/storage-assignment/class-based-across-aisle.ts';
import { classBasedWithinAisle } from '../../packages/engine/src/storage/storage-assignment/class-based-within-aisle.ts';
import { fullTurnover } from '../../packages/engine/src/storage/storage-assignment/full-turnover.ts';
import { randomStorage } from '../../packages/engine/src/storage/storage-assignment/random.ts';
import { turnoverAcrossAisle } from '../../packages/engine/src/storage/storage-assignment/turnover-across-aisle.ts';
import { turnoverWithinAisle } from '../../packages/engine/src/storage/storage-assignment/turnover-within-aisle.ts';
import type { StorageAssignmentPolicy } from '../../packages/engine/src/storage/policy.ts';
import { mean, orderTours_m, SLOTS, storageViewOf } from './online-retail-building.ts';
import { linesOf, ONLINE_RETAIL, readOnlineRetail } from './online-retail-data.ts';
import { savingOf, slottingSearch } from './online-retail-slotting.ts';
import { hasSharedData } from './order-batching-data.ts';

const ROUTES = [optimalWalk, sShapeWalk, largestGapWalk, midpointWalk, returnWalk];
const DRAWS = 20;

interface Row {
  readonly storage: string;
  readonly policy: StorageAssignmentPolicy;
  /** Assignments drawn; 1 where nothing is left to chance. */
  readonly draws: number;
  /** Metres per tour by optimal, traversal (S-shape), largest gap, midpoint and return routing. */
  readonly means: readonly number[];
}

const drawn = (storage: string, policy: StorageAssignmentPolicy, ...means: number[]): Row => ({
  storage,
  policy,
  draws: DRAWS,
  means,
});
const exact = (storage: string, policy: StorageAssignmentPolicy, ...means: number[]): Row => ({
  storage,
  policy,
  draws: 1,
  means,
});

const TABLE: readonly Row[] = [
  drawn('random', randomStorage, 821.7, 1136.7, 886.9, 920.8, 1333.8),
  drawn('ABC within-aisle', classBasedWithinAisle, 696.0, 921.5, 763.9, 797.1, 1100.9),
  drawn('ABC across-aisle', classBasedAcrossAisle, 684.0, 1129.3, 765.0, 779.3, 889.9),
  exact('popularity within-aisle', turnoverWithinAisle, 623.1, 822.0, 679.9, 704.7, 954.6),
  exact('popularity across-aisle', turnoverAcrossAisle, 624.5, 1126.6, 709.0, 725.6, 844.2),
  exact('popularity nearest-distance', fullTurnover, 639.6, 1007.5, 707.1, 726.3, 875.3),
];

describe.skipIf(!hasSharedData(ONLINE_RETAIL))('storage and routing policies on the orders of an online gift wholesaler', () => {
  let data: ReturnType<typeof readOnlineRetail>;
  beforeAll(() => {
    data = readOnlineRetail();
  });

  it('reads the orders of the table', () => {
    expect(data.skus.length).toBe(3922);
    expect([data.learnt.count, data.evaluated.count]).toEqual([12_495, 6_799]);
    expect((data.evaluated.item.length / data.evaluated.count).toFixed(2)).toBe('17.52');
    const seen = new Set(data.learnt.item);
    expect(data.skus.filter((_, sku) => !seen.has(sku)).length).toBe(294);
  });

  it.each(TABLE)('$storage: the five means lie within 1 percent of the table', ({ storage, policy, draws, means }) => {
    const random = new RandomStream(`online-retail/${storage}`);
    const view = storageViewOf(linesOf(data.learnt, data.skus.length), policy === randomStorage ? data.skus.length : SLOTS);
    const sums = ROUTES.map(() => 0);
    for (let draw = 0; draw < draws; draw++) {
      const home = policy.decide(view, random);
      ROUTES.forEach((route, column) => (sums[column]! += mean(orderTours_m(route, data.evaluated, home))));
    }
    ROUTES.forEach((route, column) => {
      const found = sums[column]! / draws;
      const listed = means[column]!;
      if (process.env['SHOW'] !== undefined) console.log(storage, route.id, found.toFixed(1), listed);
      const allowed = draws === 1 ? 0.0501 : listed * 0.01;
      expect(Math.abs(found - listed), `${route.id}: ${found}`).toBeLessThan(allowed);
    });
  });

  it('the slotting search, learnt from the same orders, is more than 5 percent below the best rule of the table', () => {
    const view = storageViewOf(linesOf(data.learnt, data.skus.length), SLOTS, data.learnt);
    const start = turnoverWithinAisle.decide(view, new RandomStream('start'));
    const search = slottingSearch(view, start, 'online-retail');
    search.improve(1_000_000);
    expect(new Set(search.home).size).toBe(data.skus.length);
    expect(search.home.every((slot) => slot >= 0 && slot < SLOTS)).toBe(true);

    const before = orderTours_m(optimalWalk, data.evaluated, start);
    const found = orderTours_m(optimalWalk, data.evaluated, search.home);
    const { saved_m, orders_m, weeks_m } = savingOf(before, found, data.evaluated.day);
    if (process.env['SHOW'] !== undefined) console.log(mean(found).toFixed(1), saved_m, orders_m, weeks_m);
    expect(mean(found)).toBeLessThan(592);
    expect(saved_m - Math.max(orders_m, weeks_m)).toBeGreaterThan(0.05 * mean(before));
  });
});
