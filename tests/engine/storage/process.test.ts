import { describe, expect, it } from 'vitest';
import { TICKS_PER_DAY } from '../../../packages/engine/src/base/units.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { stockSelectionPolicies } from '../../../packages/engine/src/storage/stock-selection/policies.ts';
import { tinyDemand, tinyStock } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { A, B, C, D } = TINY_ITEM;
const OLDER = tinyLocation(0, 0, 0, 0);
const EXPIRING = tinyLocation(0, 0, 1, 0);
const delivery = { store: 0, release: at('08:10'), due: at('10:00') };

/** Two lots of A: the older one keeps longer. */
const twoLots = tinyStock([
  { item: A, units: 4, location: OLDER, received: -20 * TICKS_PER_DAY, expiry: 30 * TICKS_PER_DAY },
  { item: A, units: 4, location: EXPIRING, received: -2 * TICKS_PER_DAY, expiry: 3 * TICKS_PER_DAY },
]);

describe('the reservation of stock', () => {
  const olderFirst = [
    [OLDER, 4],
    [EXPIRING, 2],
  ];
  const expiringFirst = [
    [EXPIRING, 4],
    [OLDER, 2],
  ];
  const model = tinyModel({ initialStock: twoLots, demand: tinyDemand([{ arrival: '07:00', lines: [[A, 6]], delivery }]) });
  const allocated = (own: Model, policy: string): number[][] => {
    const day = toldDay(own, { 'stock-selection': policy });
    expect(day.of('line-picked').reduce((sum, { c }) => sum + c, 0)).toBe(6);
    return day.of('line-allocated').map(({ b, c }) => [b, c]);
  };

  it.each([
    ['fifo', olderFirst],
    ['fefo', expiringFirst],
    ['lifo', expiringFirst],
  ])('takes by %s first the lot the policy names, then from the other what is missing', (policy, expected) => {
    expect(allocated({ ...model, storage: { ...model.storage, firstExpired: false } }, policy)).toEqual(expected);
  });

  it.each(stockSelectionPolicies)('takes what expires first by $id too, where the scenario says so', ({ id }) => {
    expect(model.storage.firstExpired).toBe(true);
    expect(allocated(model, id)).toEqual(expiringFirst);
  });

  it('leaves the policy its choice among lots that expire together', () => {
    const never = tinyStock([
      { item: A, units: 4, location: OLDER, received: -20 * TICKS_PER_DAY, expiry: Infinity },
      { item: A, units: 4, location: EXPIRING, received: -2 * TICKS_PER_DAY, expiry: Infinity },
    ]);
    expect(allocated({ ...model, initialStock: never }, 'fifo')).toEqual(olderFirst);
    expect(allocated({ ...model, initialStock: never }, 'lifo')).toEqual(expiringFirst);
  });

  it('tells what is short, line by line, and the fill rate counts units', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand([
          {
            arrival: '07:00',
            lines: [
              [A, 25],
              [C, 5],
            ],
            delivery,
          }, // 20 of A are there
          { arrival: '07:10', lines: [[D, 2]], delivery: { ...delivery, store: 1 } }, // none of D is
        ]),
      }),
    );
    expect(day.of('line-short').map(({ a, b }) => [a, b])).toEqual([
      [0, 5],
      [2, 2],
    ]);
    expect(day.run.kpis()['fill_rate']).toBeCloseTo((100 * 25) / 32, 12);
    expect(day.run.kpis()['sales']).toBe(20 * 1000 + 5 * 500);
  });

  it('reserves each unit once: who comes later finds what is left', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand([
          { arrival: '07:00', lines: [[B, 7]], delivery },
          { arrival: '07:10', lines: [[B, 7]], delivery },
        ]),
      }),
    );
    expect(day.of('line-allocated').map(({ a, c }) => [a, c])).toEqual([
      [0, 7],
      [1, 3],
    ]);
    expect(day.of('line-short').map(({ a, b }) => [a, b])).toEqual([[1, 4]]);
  });
});

describe('the stock at the beginning', () => {
  it('lies where the model says, and what has no location given finds one', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand([]),
        initialStock: tinyStock([
          { item: A, units: 150, location: -1 },
          { item: B, units: 10, location: OLDER },
        ]),
      }),
      { 'storage-assignment': 'full-turnover', 'put-away': 'closest-open' },
    );
    const told = day.of('stock-changed').map(({ a, b, c }) => [a, b, c]);
    // 100 of A are all that a slot carries.
    expect(told[0]).toEqual([OLDER, 10, B]);
    expect(told.slice(1).map(([, units, item]) => [units, item])).toEqual([
      [100, A],
      [50, A],
    ]);
    expect(new Set(told.map(([location]) => location)).size).toBe(3);
  });

  it('is rejected, with an event, where no location can take it', () => {
    const model = tinyModel({
      demand: tinyDemand([]),
      initialStock: tinyStock([{ item: A, units: 16 * 100 + 7, location: -1 }]),
    });
    const day = toldDay(model);
    // The homes of B, C and D stay free for them.
    expect(day.of('units-rejected').map(({ a, b, c }) => [a, b, c])).toEqual([[-1, A, 307]]);
    expect(day.run.kpis()).toMatchObject({ units_rejected: 307, units_in_stock: 1300 });
  });
});
