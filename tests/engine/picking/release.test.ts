// Continuous (waveless) release, in the tiny DC: the worker comes at 07:00, a tour for A alone takes 30 s of set-up and 20 s at
// the slot besides the way.

import { describe, expect, it } from 'vitest';
import { DELIVER } from '../../../packages/engine/src/model/labour.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { PLAIN_PICKING, type Picking } from '../../../packages/engine/src/model/picking.ts';
import { steppedDay, type SteppedDay } from '../../fixtures/stepped-day.ts';
import { tinyDemand, type TinyOrder } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyModel } from '../../fixtures/tiny-model.ts';

const { A, D } = TINY_ITEM;
const wave = { release: at('08:10'), due: at('10:00') };
const order = (arrival: string, units = 1, item: number = A, due = wave.due): TinyOrder => ({
  arrival,
  lines: [[item, units]],
  delivery: { store: 0, release: wave.release, due },
});

function waveless(orders: readonly TinyOrder[], picking: Partial<Picking> = {}, changes: Partial<Model> = {}): SteppedDay {
  return steppedDay(
    tinyModel({
      demand: tinyDemand(orders),
      picking: { ...PLAIN_PICKING, release: 'continuous', poolOrders: 10, poolWait_s: 600, ...picking },
      ...changes,
    }),
  );
}

/** The orders of each tour, by the time it began. */
function toursOf(day: SteppedDay): Record<string, number[]> {
  const tours: Record<string, number[]> = {};
  for (const [tick, a] of day.of('pick-tour-order')) (tours[String(tick)] ??= []).push(a);
  return tours;
}

describe('continuous release', () => {
  it('gives an order to a picker without work when it arrives, and plans its delivery with the others of its departure', () => {
    const day = waveless([order('07:20')]);
    expect(day.of('order-released')).toEqual([[at('07:20'), 0, -1, -1]]);
    expect(day.of('pick-tour-order')).toEqual([[at('07:20'), 0, 0, -1]]);
    expect(day.of('tour-planned').map(([tick]) => tick)).toEqual([at('08:10')]);
    const [staged] = day.of('order-staged');
    expect(staged![0]).toBeLessThan(at('07:30'));
    expect(day.of('vehicle-departed').map(([tick]) => tick)).toEqual([at('10:00')]);
    expect(day.run.kpis()).toMatchObject({ orders_delivered: 1, order_tardiness_mean: 0, orders_tardy: 0 });
    expect(day.run.kpis()['order_staging_time_mean']).toBeCloseTo((staged![0] - at('07:20')) / 3600e6, 12);
  });

  it('batches what has come while the picker was away as soon as he has no work', () => {
    const day = waveless([order('07:20'), order('07:20:10'), order('07:20:20')]);
    const first = day.of('order-picked')[0]![0];
    expect(toursOf(day)).toEqual({ [at('07:20')]: [0], [first]: [1, 2] });
  });

  it('lets orders wait for others until one of them has waited long enough, or enough wait', () => {
    // The worker is busy for 95 s from 07:20 on: 5 m, 30 s, 4 m, 4 + 10 + 17 · 2 s, 8 m.
    const busy = order('07:20', 17);
    const operations = { ...tinyModel().operations, batchOrders: 3 };
    const tours = (picking: Partial<Picking>, ...arrivals: string[]): number[][] =>
      Object.values(toursOf(waveless([busy, ...arrivals.map((arrival) => order(arrival))], picking, { operations })));
    const arrivals = ['07:20:10', '07:20:40', '07:21:00'];
    // The first two are batched at 07:20:55: the third is not with them.
    expect(tours({ poolWait_s: 45 }, ...arrivals)).toEqual([[0], [1, 2], [3]]);
    expect(tours({ poolWait_s: 600 }, ...arrivals)).toEqual([[0], [1, 2, 3]]);
    // Two are a batch as soon as they wait; one is, where one is enough.
    expect(tours({ poolOrders: 2 }, ...arrivals)).toEqual([[0], [1, 2], [3]]);
    expect(tours({ poolOrders: 1 }, ...arrivals)).toEqual([[0], [1], [2], [3]]);
  });

  it('makes no batches while nobody is there: those who come in the morning find one pool', () => {
    const day = waveless([order('00:10'), order('03:00'), order('06:00')], { poolWait_s: 60, poolOrders: 2 });
    expect(toursOf(day)).toEqual({ [at('07:00')]: [0, 1], [day.of('order-picked')[0]![0]]: [2] });
    expect(day.of('order-released').map(([tick]) => tick)).toEqual([at('00:10'), at('03:00'), at('06:00')]);
  });

  it('passes an order of which nothing is in stock on when it arrives', () => {
    const day = waveless([order('07:20', 2, D)]);
    expect(day.of('order-picked')).toEqual([[at('07:20'), 0, -1, -1]]);
    expect(day.of('pick-tour-order')).toEqual([]);
  });

  it('begins as many batches as there are pickers without work, and keeps the rest together', () => {
    // At 07:00 the worker finds four orders; two go into a batch, the others wait for what comes.
    const day = waveless([order('06:00'), order('06:10'), order('06:20'), order('06:30'), order('07:00:30')], {
      poolWait_s: 7200,
    });
    expect(Object.values(toursOf(day))).toEqual([[0, 1], [2, 3], [4]]);
  });
});

describe('tardiness', () => {
  it('is how long after their departure was due orders reach their lane', () => {
    const day = waveless([order('08:00', 1, A, at('08:01')), order('08:00', 1, A, at('10:00'))]);
    const staged = new Map(day.of('order-staged').map(([tick, a]) => [a, tick]));
    const late = staged.get(0)! - at('08:01');
    expect(late).toBeGreaterThan(0);
    expect(day.run.kpis()['order_tardiness_mean']).toBeCloseTo(late / 60e6 / 2, 9);
    expect(day.run.kpis()['orders_tardy']).toBe(50);
    expect(day.of('task-started').filter(([, , kind]) => kind === DELIVER)).not.toEqual([]);
  });
});
