// Re-slotting in the tiny DC: one move after the other, by the worked-out clock, and never half of one.

import { describe, expect, it } from 'vitest';
import type { Model } from '../../../../packages/engine/src/model/model.ts';
import { plainPolicies } from '../../../../packages/engine/src/policies.ts';
import { Run } from '../../../../packages/engine/src/run.ts';
import { tinyDemand, tinyStock, type TinyOrder } from '../../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyLocation, tinyModel } from '../../../fixtures/tiny-model.ts';
import { tinyReserve, TRUCK_DRIVER } from '../../../fixtures/tiny-reserve.ts';
import { toldDay } from '../../../fixtures/told-day.ts';

const { A, B } = TINY_ITEM;
/** A lives far, at (6, 6); B near, at (10, 4). Depot (8, 2). */
const FAR = tinyLocation(0, 0, 1, 0);
const NEAR = tinyLocation(1, 0, 0, 0);
const choice = { 're-slotting': 'best-pay-back' };
const after = (clock: string, seconds: number): number => at(clock) + seconds * 1e6;

interface Changes {
  readonly orders?: readonly TinyOrder[];
  readonly units?: readonly [number, number];
  readonly farLevel_kg?: number;
}

function model({ orders = [], units = [20, 10], farLevel_kg = Infinity }: Changes): Model {
  const tiny = tinyModel();
  const reserve = tinyReserve({
    items: {
      ...tiny.items,
      popularity: Float64Array.of(9, 1, 0, 0),
      temperature: Uint8Array.of(0, 0, 1, 1),
      givenHome: Int32Array.of(FAR, NEAR, -1, -1),
    },
    initialStock: tinyStock([
      { item: A, units: units[0], location: FAR },
      { item: B, units: units[1], location: NEAR },
    ]),
    demand: tinyDemand(orders),
  });
  const { storage, racking, locations } = reserve;
  // Nowhere else may A and B lie.
  const temperature = new Uint8Array(locations.count).fill(1);
  temperature[FAR] = temperature[NEAR] = 0;
  const maxLoad_kg = racking.levels.maxLoad_kg.slice();
  maxLoad_kg[locations.rackLevel[FAR]!] = farLevel_kg;
  return {
    ...reserve,
    locations: { ...locations, temperature },
    racking: { ...racking, levels: { ...racking.levels, maxLoad_kg } },
    storage: { ...storage, reSlotting: { at_s: 8 * 3600, people_h: 1, truck_h: 0, payBack_d: 100 } },
  };
}

describe('a swap', () => {
  const day = toldDay(model({}), choice);
  /** Pallet truck at (2, 2): from the rest place (13, 2) 11 m; to A 8 m, 20 s and 20 cases of 2 s. */
  const lifted = after('08:00', 11 + 8 + 60);
  /** To B 10 m, out with it 20 + 20 s, in with A 60 s. */
  const changed = lifted + (10 + 40 + 60) * 1e6;
  /** Back 10 m, in with B 40 s. */
  const done = changed + 50e6;

  it('is planned at its hour', () => {
    expect(day.of('re-slot-planned')).toEqual([{ tick: at('08:00'), a: A, b: NEAR, c: B }]);
  });

  it('is told with its value', () => {
    // After 8 h of the run 9 and 1 lines a day count as (9 - 1) × 7 / (7 + 1/3) = 7.636, each 2 m nearer there and back: 30.5 s.
    // The work: 10 m and two grips of 20 s with 20 cases, the same with 10 cases, 130 + 90 s = 7.20 days.
    expect(day.of('re-slot-valued')).toEqual([{ tick: at('08:00'), a: A, b: 31, c: 720 }]);
  });

  it('gives both their new homes at once, and carries the goods by the clock', () => {
    expect(day.of('home-given').slice(-2)).toEqual([
      { tick: at('08:00'), a: A, b: NEAR, c: -1 },
      { tick: at('08:00'), a: B, b: FAR, c: -1 },
    ]);
    expect(day.of('units-lifted')).toEqual([
      { tick: lifted, a: FAR, b: A, c: 20 },
      { tick: changed, a: NEAR, b: B, c: 10 },
    ]);
    expect(day.of('units-set-down')).toEqual([
      { tick: changed, a: NEAR, b: A, c: 20 },
      { tick: done, a: FAR, b: B, c: 10 },
    ]);
    expect(day.of('task-finished').filter(({ a }) => a === TRUCK_DRIVER)).toMatchObject([{ tick: done }]);
  });

  it('is counted', () => {
    const totals = day.run.snapshot().world.tables['totals']!.columns;
    expect([totals['reSlotted']![0], totals['reSlotTicks']![0]]).toEqual([2, done - at('08:00')]);
  });
});

describe('an order during a swap', () => {
  it('is picked at the new homes', () => {
    const visit = { arrival: '08:01', lines: [[B, 2]] as const };
    const day = toldDay(model({ orders: [visit] }), choice);
    expect(day.one('line-allocated', 0)).toMatchObject({ b: FAR, c: 2 });
    expect(day.one('line-picked', 0)).toMatchObject({ b: FAR, c: 2 });
    expect(day.one('line-picked', 0).tick).toBeGreaterThanOrEqual(day.of('units-set-down')[1]!.tick);
  });
});

describe('a move', () => {
  it('is dropped where units are reserved when it is to begin', () => {
    const order = {
      arrival: '07:00',
      lines: [[A, 1]] as const,
      delivery: { store: 0, release: at('07:59:59'), due: at('10:00') },
    };
    const day = toldDay(model({ orders: [order] }), choice);
    expect(day.of('re-slot-dropped')).toEqual([{ tick: at('08:00'), a: A, b: NEAR, c: -1 }]);
    expect(day.of('units-lifted')).toEqual([]);
    expect(day.of('home-given').every(({ tick }) => tick === 0)).toBe(true);
  });

  it.each([
    [45, 0],
    [50, 2],
  ])('onto a level for %i kg of goods of 50 kg makes %i lifts', (farLevel_kg, lifts) => {
    const day = toldDay(model({ farLevel_kg }), choice);
    expect(day.of('units-lifted')).toHaveLength(lifts);
    expect(day.of('re-slot-dropped')).toHaveLength(lifts === 0 ? 1 : 0);
  });

  it('of empty homes takes no machine', () => {
    const day = toldDay(model({ units: [0, 0] }), choice);
    expect(day.of('equipment-seized')).toEqual([]);
    expect(
      day
        .of('home-given')
        .slice(-2)
        .map(({ tick, b }) => [tick, b]),
    ).toEqual([
      [at('08:00'), NEAR],
      [at('08:00'), FAR],
    ]);
  });

  it('where only one home has goods carries those', () => {
    const day = toldDay(model({ units: [20, 0] }), choice);
    expect(day.of('units-lifted').map(({ a, c }) => [a, c])).toEqual([[FAR, 20]]);
    expect(day.of('units-set-down').map(({ a, c }) => [a, c])).toEqual([[NEAR, 20]]);
  });
});

describe('what is learnt', () => {
  it('is the planned popularity, for 7 days, and the orders of the run', () => {
    const visits = Array.from({ length: 3 }, (_, i) => ({ arrival: `07:0${i}`, lines: [[A, 1]] as const }));
    const run = new Run(model({ orders: visits }), { ...plainPolicies, ...choice }, 1);
    expect(run.assignment().linesPerDay[A]).toBe(9);
    run.runUntil(at('12:00'));
    expect(run.assignment().linesPerDay[A]).toBeCloseTo((9 * 7 + 3) / 7.5, 12);
    expect(run.assignment().homeUnits[A]).toBe(17);
  });
});

it('goes on after each single event as if never stopped', () => {
  const busy = model({ orders: [{ arrival: '08:01', lines: [[B, 2]] }] });
  const policies = { ...plainPolicies, ...choice };
  const whole = new Run(busy, policies, 1);
  whole.runUntil(whole.horizon);
  const stopped = new Run(busy, policies, 1);
  const other = new Run(busy, policies, 1);
  do {
    other.restore(structuredClone(stopped.snapshot()));
    other.runUntil(other.horizon);
    expect([other.hash(), other.events], `after ${stopped.events} events`).toEqual([whole.hash(), whole.events]);
  } while (stopped.step() !== undefined);
});
