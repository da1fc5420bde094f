// Replenishment in the tiny DC with a reserve; every time worked out on paper. Truck driver: rest place (13, 2), truck at (4, 2).

import { describe, expect, it } from 'vitest';
import { TICKS_PER_DAY } from '../../../../packages/engine/src/base/units.ts';
import type { Model } from '../../../../packages/engine/src/model/model.ts';
import { plainPolicies } from '../../../../packages/engine/src/policies.ts';
import { Run } from '../../../../packages/engine/src/run.ts';
import { tinyDemand, tinyStock, type TinyLot, type TinyOrder } from '../../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at, tinyLocation, tinyModel } from '../../../fixtures/tiny-model.ts';
import { tinyReserve, TRUCK_DRIVER } from '../../../fixtures/tiny-reserve.ts';
import { toldDay } from '../../../fixtures/told-day.ts';

const { A } = TINY_ITEM;
/** The face of A at (6, 4); reserve above it at (6, 4) east, and at (6, 6) west. */
const FACE = tinyLocation(0, 0, 0, 0);
const SOONER = tinyLocation(0, 0, 1, 1);
const LATER = tinyLocation(0, 1, 0, 1);
const days = (count: number): number => count * TICKS_PER_DAY;
const after = (clock: string, seconds: number): number => at(clock) + seconds * 1e6;
const delivery = { store: 0, release: at('08:10'), due: at('10:00') };
const orderOf = (units: number): TinyOrder => ({ arrival: '07:30', lines: [[A, units]], delivery });

interface Reserve {
  readonly face: number;
  readonly lots: readonly TinyLot[];
  readonly orders: readonly TinyOrder[];
  readonly unitsPerCase?: number;
  readonly truck_mps?: number;
  readonly start_s?: number;
}

function reserve({ face, lots, orders, unitsPerCase = 1, truck_mps, start_s }: Reserve): Model {
  const { items } = tinyModel();
  return tinyReserve(
    {
      items: { ...items, unitsPerCase: items.unitsPerCase.map(() => unitsPerCase) },
      initialStock: tinyStock([{ item: A, units: face, location: FACE, expiry: days(9) }, ...lots]),
      demand: tinyDemand(orders),
    },
    truck_mps,
    start_s,
  );
}

const twoLots: readonly TinyLot[] = [
  { item: A, units: 40, location: LATER, expiry: days(30) },
  { item: A, units: 30, location: SOONER, expiry: days(20) },
];

describe('min-max replenishment', () => {
  const day = toldDay(reserve({ face: 26, lots: twoLots, orders: [orderOf(1)] }), { replenishment: 'min-max' });
  // The worker: cart at (8, 2) 5 s, setup 30 s, 4 m to A, search 4 s, extraction 12 s.
  const picked = after('08:10', 55);

  it('asks when a pick leaves the minimum, for as much as there is', () => {
    // A face for 100: a quarter of it is 25. 75 are missing, the reserve has 70.
    expect(day.of('replenishment-asked')).toEqual([{ tick: picked, a: A, b: FACE, c: 70 }]);
  });

  it('brings the lot that expires first, then the next, and sets them down at the face', () => {
    // To the truck 9 m, to (6, 6) 6 m, 20 s and the fork 4 s.
    const first = picked + (9 + 6 + 24) * 1e6;
    // To the face 2 m and 20 s; up to (6, 4), where it stands, 24 s; 20 s.
    const down = first + 22e6;
    const second = down + 24e6;
    expect(day.of('units-lifted')).toEqual([
      { tick: first, a: SOONER, b: A, c: 30 },
      { tick: second, a: LATER, b: A, c: 40 },
    ]);
    expect(day.of('units-set-down')).toEqual([
      { tick: down, a: FACE, b: A, c: 30 },
      { tick: second + 20e6, a: FACE, b: A, c: 40 },
    ]);
    expect(day.of('stock-changed').slice(-4)).toEqual([
      { tick: first, a: SOONER, b: -30, c: A },
      { tick: down, a: FACE, b: 30, c: A },
      { tick: second, a: LATER, b: -40, c: A },
      { tick: second + 20e6, a: FACE, b: 40, c: A },
    ]);
    expect(day.of('stock-lot').slice(-1)).toEqual([{ tick: second + 20e6, a: FACE, b: 0, c: 30 * 24 * 60 }]);
    expect(day.run.kpis()).toMatchObject({ units_in_stock: 95 });
    expect(day.of('replenishment-dropped')).toEqual([]);
  });

  it('counts trips, units and the time of the work', () => {
    const totals = day.run.snapshot().world.tables['totals']!.columns;
    expect(totals['replenishments']![0]).toBe(2);
    expect(totals['unitsReplenished']![0]).toBe(70);
    expect(totals['replenishTicks']![0]).toBe((9 + 6 + 24 + 22 + 24 + 20) * 1e6);
  });

  it('fills a face that holds its minimum or less before the first pick', () => {
    const early = toldDay(reserve({ face: 5, lots: twoLots, orders: [] }), { replenishment: 'min-max' });
    expect(early.of('replenishment-asked')).toEqual([{ tick: 0, a: A, b: FACE, c: 70 }]);
    expect(early.of('units-lifted')[0]!.tick).toBe(after('07:00', 9 + 6 + 24));
  });
});

describe('demand-driven replenishment', () => {
  it('asks when an order arrives, in whole cases', () => {
    const day = toldDay(reserve({ face: 2, lots: twoLots, orders: [orderOf(7)], unitsPerCase: 4 }), {
      replenishment: 'demand-driven',
      'stock-selection': 'fefo',
    });
    // 5 are missing: two cases.
    expect(day.of('replenishment-asked')).toEqual([{ tick: at('07:30'), a: A, b: FACE, c: 8 }]);
    expect(day.of('units-set-down').map(({ a, c }) => [a, c])).toEqual([[FACE, 8]]);
    // They are at the face when the order is released: it is picked there, from both lots.
    expect(day.of('line-picked').map(({ b, c }) => [b, c])).toEqual([
      [FACE, 5],
      [FACE, 2],
    ]);
    expect(day.of('face-empty')).toEqual([]);
  });

  it('lets a member wait at the face for goods on their way', () => {
    const day = toldDay(reserve({ face: 0, lots: twoLots, orders: [{ arrival: '08:05', lines: [[A, 3]] }], truck_mps: 0.1 }), {
      replenishment: 'demand-driven',
    });
    // Counter (14, 2) to (6, 4) 10 m, browsing 20 s. The truck: 9 m on foot, 6 m at 0.1 m/s, 24 s; 2 m at 0.1 m/s, 20 s.
    const down = after('08:05', 9 + 60 + 24 + 20 + 20);
    const member = day.run.agents.count - 1;
    expect(day.one('face-empty', 0)).toEqual({ tick: after('08:05', 30), a: 0, b: FACE, c: -1 });
    expect(day.stays(member, 'waiting-goods')).toEqual([[after('08:05', 30), down]]);
    expect(day.one('line-picked', 0)).toEqual({ tick: down, a: 0, b: FACE, c: 3 });
  });
});

describe('stock for a line', () => {
  const older: TinyLot = { item: A, units: 40, location: LATER, expiry: days(9), received: -days(5) };
  const allocated = (lot: TinyLot, replenishment: string): number[][] =>
    toldDay(reserve({ face: 30, lots: [lot], orders: [orderOf(3)] }), { replenishment, 'stock-selection': 'fifo' })
      .of('line-allocated')
      .map(({ b, c }) => [b, c]);

  it('comes from the face that is filled from the reserve, though older goods lie there', () => {
    expect(allocated(older, 'demand-driven')).toEqual([[FACE, 3]]);
  });

  it('comes from the reserve where goods there expire sooner, or where nobody fills the face', () => {
    expect(allocated({ ...older, expiry: days(8) }, 'demand-driven')).toEqual([[LATER, 3]]);
    expect(allocated(older, 'none')).toEqual([[LATER, 3]]);
  });
});

describe('wave-driven replenishment', () => {
  const day = toldDay(reserve({ face: 2, lots: twoLots, orders: [orderOf(10)], truck_mps: 0.1 }), {
    replenishment: 'wave-driven',
    'stock-selection': 'fefo',
  });

  it('moves what is reserved in the reserve to the face', () => {
    expect(day.of('line-allocated').map(({ b, c }) => [b, c])).toEqual([
      [FACE, 2],
      [SOONER, 8],
    ]);
    expect(day.of('replenishment-asked')).toEqual([{ tick: at('08:10'), a: A, b: FACE, c: 8 }]);
    expect(day.of('pick-moved')).toEqual([
      { tick: at('08:10'), a: 0, b: SOONER, c: -8 },
      { tick: at('08:10'), a: 0, b: FACE, c: 8 },
    ]);
  });

  it('lets a picker who comes too early wait until they are set down', () => {
    // The picker: 5 s, 30 s, 4 m. The truck: 9 m on foot, 60 s, 24 s, 20 s, 20 s.
    const [come, down] = [after('08:10', 39), after('08:10', 133)];
    expect(day.one('face-empty', 0)).toEqual({ tick: come, a: 0, b: FACE, c: TINY_PERSON.worker });
    expect(day.stays(TINY_PERSON.worker, 'waiting-goods')).toEqual([[come, down]]);
    // Two picks: twice 4 s of searching, 10 s a line, 2 s a unit.
    expect(day.of('line-picked').map(({ tick, b }) => [tick, b])).toEqual([
      [down + 48e6, FACE],
      [down + 48e6, FACE],
    ]);
    expect(day.of('line-picked').reduce((sum, { c }) => sum + c, 0)).toBe(10);
    const totals = day.run.snapshot().world.tables['totals']!.columns;
    expect([totals['facesEmpty']![0], totals['faceTicks']![0]]).toEqual([1, down - come]);
  });

  it('leaves to the picker what he has set out for, and gives it up', () => {
    const late = toldDay(reserve({ face: 2, lots: [twoLots[1]!], orders: [orderOf(32)], start_s: 9 * 3600 }), {
      replenishment: 'wave-driven',
      'stock-selection': 'fefo',
    });
    // The face at (6, 4): 4 + 14 s; the reserve at (6, 6): 2 m, 4 + 10 + 60 + 30 s.
    const taken = after('08:10', 39 + 18 + 2 + 104);
    expect(late.of('line-picked').map(({ tick, b, c }) => [tick, b, c])).toEqual([
      [after('08:10', 39 + 18), FACE, 2],
      [taken, SOONER, 30],
    ]);
    expect(late.one('face-empty', 0)).toEqual({ tick: taken, a: 0, b: SOONER, c: TINY_PERSON.worker });
    expect(late.one('replenishment-dropped', A)).toEqual({ tick: at('09:00'), a: A, b: FACE, c: 30 });
    expect(late.stays(TRUCK_DRIVER, 'carrying')).toEqual([]);
    expect(late.run.snapshot().world.tables['totals']!.columns['faceTicks']![0]).toBe(30e6);
  });
});

describe('put-away with a replenished face', () => {
  const truck = { arrival: '07:30', lines: [[A, 10]] as const };
  const model = (expiry: number): Model => {
    const changed = reserve({ face: 60, lots: twoLots, orders: [] });
    const demand = tinyDemand([], [truck]);
    demand.inboundLines.expiry[0] = expiry;
    return { ...changed, demand };
  };
  const placedAt = (expiry: number, replenishment: string): number =>
    toldDay(model(expiry), { replenishment, 'put-away': 'closest-open' }).of('put-away-done')[0]!.b;

  it('sends goods to the reserve where older ones lie there', () => {
    expect(placedAt(days(40), 'min-max')).not.toBe(FACE);
    expect(placedAt(days(40), 'none')).toBe(FACE);
  });

  it('fills the face with what expires first', () => {
    expect(placedAt(days(10), 'min-max')).toBe(FACE);
  });
});

it.each(['min-max', 'demand-driven', 'wave-driven'])(
  'goes on after each single event under %s as if never stopped',
  (replenishment) => {
    const model = reserve({
      face: 20,
      lots: twoLots,
      orders: [orderOf(30), { arrival: '08:00', lines: [[A, 30]] }],
      truck_mps: 0.1,
    });
    const choice = { ...plainPolicies, replenishment };
    const whole = new Run(model, choice, 1);
    whole.runUntil(whole.horizon);
    const stopped = new Run(model, choice, 1);
    const other = new Run(model, choice, 1);
    do {
      other.restore(structuredClone(stopped.snapshot()));
      other.runUntil(other.horizon);
      expect([other.hash(), other.events], `after ${stopped.events} events`).toEqual([whole.hash(), whole.events]);
    } while (stopped.step() !== undefined);
    expect(whole.snapshot().world.tables['totals']!.columns['unitsReplenished']![0]).toBeGreaterThan(0);
  },
);
