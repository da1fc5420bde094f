// Family grouping on real orders, out of sample: the order data, split, building and routing of online-retail-storage.test.ts.
// Families learnt from the orders before September 2011, held against the 6,799 later ones, make shorter tours than the best
// rule of the table (popularity within-aisle), routed optimally: by 10 %, and by 5 % at the lower end of a 95 % interval of the
// paired differences.

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import { optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import type { StorageAssignmentView } from '../../packages/engine/src/storage/policy.ts';
import { familyGrouping } from '../../packages/engine/src/storage/storage-assignment/family-grouping.ts';
import { turnoverWithinAisle } from '../../packages/engine/src/storage/storage-assignment/turnover-within-aisle.ts';
import { mean, orderTours_m, SLOTS, storageViewOf } from './online-retail-building.ts';
import { linesOf, ONLINE_RETAIL, readOnlineRetail } from './online-retail-data.ts';
import { hasSharedData } from './order-batching-data.ts';

describe.skipIf(!hasSharedData(ONLINE_RETAIL))('family grouping on the orders of an online gift wholesaler', () => {
  it('makes tours 5 percent shorter than the best popularity rule, out of sample', () => {
    const data = readOnlineRetail();
    const plain = storageViewOf(linesOf(data.learnt, data.skus.length), SLOTS);
    const items = { ...plain.model.items, keeping: new Uint16Array(data.skus.length) };
    const model: Model = { ...plain.model, items, history: data.learnt };
    const view: StorageAssignmentView = { ...plain, model };
    const random = new RandomStream('neither draws');
    const popular_m = orderTours_m(optimalWalk, data.evaluated, turnoverWithinAisle.decide(view, random));
    const families_m = orderTours_m(optimalWalk, data.evaluated, familyGrouping.decide(view, random));
    const saved_m = popular_m.map((tour_m, order) => tour_m - families_m[order]!);
    const saving_m = mean(saved_m);
    const variance = mean(saved_m.map((one) => (one - saving_m) ** 2));
    const half_m = 1.96 * Math.sqrt(variance / saved_m.length);
    const [low, high] = [saving_m - half_m, saving_m + half_m].map((saving) => (100 * saving) / mean(popular_m));
    if (process.env['SHOW'] !== undefined) {
      console.log(
        `${mean(popular_m).toFixed(1)} -> ${mean(families_m).toFixed(1)} m, -${low!.toFixed(1)} … -${high!.toFixed(1)} %`,
      );
    }
    expect(low).toBeGreaterThan(5);
  });
});
