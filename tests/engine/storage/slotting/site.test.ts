import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { BlockTourLength } from '../../../../packages/engine/src/picking/routing/block-length.ts';
import { ALL_ORDERS } from '../../../../packages/engine/src/storage/slotting/expected-orders.ts';
import { SlottingSite } from '../../../../packages/engine/src/storage/slotting/site.ts';
import { fullTurnover } from '../../../../packages/engine/src/storage/storage-assignment/full-turnover.ts';
import { blockView, meanTour } from './block-view.ts';

const CELLS = 12;
const items = 20;
const random = new RandomStream('site');
const orders = Array.from({ length: 80 }, () => [...new Set(Array.from({ length: 4 }, () => random.integer(items)))]);
const popularity = Array.from({ length: items }, (_, item) => orders.flat().filter((one) => one === item).length);
const view = blockView({ aisles: 3, cells: CELLS, orders, popularity });

describe('a building as slotting searches see it', () => {
  it('serves a search that is driven in slices, as in the worked example', () => {
    const site = new SlottingSite(view);
    const home = fullTurnover.decide(view, random);
    const search = site.search(home, ALL_ORDERS, site.policyTours, new RandomStream('slices'));
    const before = meanTour(view, home);
    expect(search.meanTour_m).toBeCloseTo(before, 9);
    for (let slice = 0; slice < 5; slice++) {
      search.improve(2_000);
      expect(new Set(search.home).size).toBe(items);
      expect(search.meanTour_m).toBeCloseTo(meanTour(view, search.home), 9);
    }
    expect(search.meanTour_m).toBeLessThan(0.95 * before);
  });

  it('takes the same steps with a kernel that knows the building as with the routing policy', () => {
    const site = new SlottingSite(view);
    const { subaisle, aisle, depth_m } = site.floor;
    const block = new BlockTourLength(
      [0, 4, 8],
      CELLS + 1,
      0,
      subaisle.map((s) => aisle[s]!),
      depth_m,
    );
    const kernel = site.sortedTours((points, from, end) => block.tour_m(points, from, end));
    const homes = [site.policyTours, kernel].map((toursOf) => {
      const search = site.search(fullTurnover.decide(view, random), ALL_ORDERS, toursOf, new RandomStream('same'));
      search.improve(5_000);
      return [...search.home];
    });
    expect(homes[0]).toEqual(homes[1]);
  });
});
