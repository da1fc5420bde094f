import { describe, expect, it } from 'vitest';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { PLAIN_PACKING } from '../../../packages/engine/src/model/packing.ts';
import { PLAIN_PICKING, type Picking } from '../../../packages/engine/src/model/picking.ts';
import { steppedDay, type SteppedDay } from '../../fixtures/stepped-day.ts';
import { tinyDemand, tinyStock } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';

const { A, B } = TINY_ITEM;
/** Grams of a unit. */
const A_G = 2000;
const B_G = 5000;
const A_AT = tinyLocation(0, 0, 0, 0);
const B_AT = tinyLocation(0, 0, 1, 0);

/** One order of A; 20 units of A and 10 of B lie in aisle 0. Every line is picked wrong. */
function day(units: number, picking: Partial<Picking>, changes: Partial<Model> = {}): SteppedDay {
  const delivery = { release: at('08:10'), due: at('10:00'), store: 0 };
  const model = tinyModel({
    demand: tinyDemand([{ arrival: '07:00', lines: [[A, units]], delivery }]),
    initialStock: tinyStock([
      { item: A, units: 20, location: A_AT },
      { item: B, units: 10, location: B_AT },
    ]),
    picking: { ...PLAIN_PICKING, ...picking },
    ...changes,
  });
  return steppedDay({ ...model, operations: { ...model.operations, wrongPickProbability: 1 } });
}

const grams = (told: SteppedDay): number => told.of('wrong-pick')[0]![3];

describe('a wrong pick', () => {
  it('of a wrong number is a unit more or less', () => {
    expect([A_G, -A_G]).toContain(grams(day(3, { wrongCountShare: 1 })));
  });

  it('is one too many where one too few would be none, and one too few where no more lie there', () => {
    expect(grams(day(1, { wrongCountShare: 1 }))).toBe(A_G);
    expect(grams(day(20, { wrongCountShare: 1 }))).toBe(-A_G);
  });

  it('of a wrong article is of the neighbour, all units of it', () => {
    expect(grams(day(3, { wrongCountShare: 0 }))).toBe(3 * (B_G - A_G));
  });

  it('is of the other kind where it cannot be of one', () => {
    const onlyA = { initialStock: tinyStock([{ item: A, units: 20, location: A_AT }]) };
    expect([A_G, -A_G]).toContain(grams(day(3, { wrongCountShare: 0 }, onlyA)));
    const oneA = {
      initialStock: tinyStock([
        { item: A, units: 1, location: A_AT },
        { item: B, units: 9, location: B_AT },
      ]),
    };
    expect(grams(day(1, { wrongCountShare: 1 }, oneA))).toBe(B_G - A_G);
  });

  it('that the own check finds is put right at once: search and extraction again', () => {
    const unfound = day(3, {});
    const found = day(3, { ownCheck: 1 });
    expect(found.of('wrong-pick-found')).toEqual([[found.of('wrong-pick')[0]![0], 0, 0, 0]]);
    expect(found.of('order-picked')[0]![0] - unfound.of('order-picked')[0]![0]).toBe((4 + 10 + 3 * 2) * 1e6);
    const kpis = found.run.kpis();
    expect(kpis).toMatchObject({ wrong_picks: 1, wrong_picks_found_at_pick: 1, wrong_picks_found_at_packing: 0 });
    expect(kpis).toMatchObject({ wrong_lines_delivered: 0, wrong_pick_rate: 100 });
    // 20 s of a picker at 12,000 KRW an hour.
    expect(kpis['pick_error_cost']).toBeCloseTo((20 / 3600) * 12_000, 9);
  });

  it('that packing finds costs its correction there; one that nobody finds reaches the customer', () => {
    const packed = day(3, { wrongDelivery_krw: 7000 });
    expect(packed.run.kpis()).toMatchObject({ wrong_picks_found_at_packing: 1, wrong_lines_delivered: 0 });
    expect(packed.run.kpis()['pick_error_cost']).toBeCloseTo((60 / 3600) * 12_000, 9);
    const delivered = day(3, { wrongDelivery_krw: 7000 }, { packing: { ...PLAIN_PACKING, check: 'none' } });
    expect(delivered.run.kpis()).toMatchObject({ wrong_picks: 1, wrong_lines_delivered: 1, pick_error_cost: 7000 });
  });
});
