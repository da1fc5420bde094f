import { describe, expect, it } from 'vitest';
import { RandomStreams } from '../../../packages/engine/src/base/random.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { PLAIN_PICKING } from '../../../packages/engine/src/model/picking.ts';
import { steppedDay, type SteppedDay } from '../../fixtures/stepped-day.ts';
import { tinyDemand, tinyStock, type TinyLot } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import { twoZones } from '../../fixtures/two-zones.ts';

const { A, B, C } = TINY_ITEM;
const early = { release: at('08:10'), due: at('10:00'), store: 0 };
const NEAR = tinyLocation(0, 0, 0, 0); // (6, 4)
const BACK = tinyLocation(0, 0, 1, 0); // (6, 6)
const EAST = tinyLocation(1, 0, 0, 0); // (10, 4)

/** A seed whose first draws of the worker are the given: whether each pick is not found, at even chances. */
function seedFor(...missing: readonly boolean[]): number {
  for (let seed = 1; ; seed++) {
    const draws = new RandomStreams(seed, 0).get('person-0/short-pick');
    if (missing.every((isMissing) => draws.chance(0.5) === isMissing)) return seed;
  }
}

const lot = (item: number, units: number, location: number): TinyLot => ({ item, units, location });

function day(
  missing: readonly boolean[],
  lots: readonly TinyLot[],
  lines: readonly [number, number][],
  model = tinyModel(),
): SteppedDay {
  const picking = { ...PLAIN_PICKING, ...model.picking, shortPickProbability: 0.5, shortPick_s: 25 };
  const changed: Model = {
    ...model,
    initialStock: tinyStock(lots),
    demand: tinyDemand([{ arrival: '07:00', lines, delivery: early }]),
    picking,
  };
  return steppedDay(changed, { 'stock-selection': 'closest' }, seedFor(...missing));
}

const seconds = (tick: number): number => (tick - at('08:10')) / 1e6;
const last = (told: SteppedDay, name: 'line-picked' | 'short-pick'): number => seconds(told.of(name).at(-1)![0]);

describe('a short pick', () => {
  it('is tried once elsewhere, and costs the looking in vain and the way', () => {
    const told = day([true, false], [lot(A, 9, NEAR), lot(A, 9, BACK)], [[A, 3]]);
    // 5 + 30 + 4 s; 25 s in vain; 2 m to the back, 4 + 16 s.
    expect(told.of('short-pick').map(([tick, ...rest]) => [seconds(tick), ...rest])).toEqual([[64, 0, NEAR, 3]]);
    expect(told.of('line-allocated').map(([, ...rest]) => rest)).toEqual([
      [0, NEAR, 3],
      [0, BACK, 3],
    ]);
    expect(told.of('line-picked').map(([tick, ...rest]) => [seconds(tick), ...rest])).toEqual([[86, 0, BACK, 3]]);
    expect(told.of('line-short')).toEqual([]);
    expect(told.run.kpis()).toMatchObject({ short_picks: 1, units_short_picked: 0, lines_picked: 1, fill_rate: 100 });
    // 5 m to the cart, 4 m, 2 m, 10 m to packing; 25 of 96 s were in vain.
    expect(told.run.kpis()['short_pick_time_share']).toBeCloseTo((100 * 25) / 96, 9);
  });

  it('is short when it is not found there either; the units stay in the stock', () => {
    const told = day([true, true], [lot(A, 9, NEAR), lot(A, 9, BACK), lot(B, 5, EAST)], [[A, 3]]);
    expect(told.of('short-pick')).toHaveLength(2);
    expect(told.of('line-short').map(([tick, ...rest]) => [seconds(tick), ...rest])).toEqual([
      [last(told, 'short-pick'), 0, 3, -1],
    ]);
    expect(told.run.kpis()).toMatchObject({ short_picks: 2, units_short_picked: 3, lines_picked: 0, fill_rate: 0 });
    const { locations } = told.run.snapshot().world.tables;
    expect([locations!.columns['units']![NEAR], locations!.columns['units']![BACK]]).toEqual([9, 9]);
    // The order goes on without it, once.
    expect(told.of('order-picked')).toHaveLength(1);
  });

  it('takes what there is elsewhere, and is short of the rest', () => {
    const told = day([true, false], [lot(A, 9, NEAR), lot(A, 2, BACK)], [[A, 3]]);
    expect(told.of('line-picked').map(([, ...rest]) => rest)).toEqual([[0, BACK, 2]]);
    expect(told.of('line-short').map(([, ...rest]) => rest)).toEqual([[0, 1, -1]]);
    expect(told.run.kpis()).toMatchObject({ units_short_picked: 1, lines_picked: 1 });
    expect(told.of('order-staged')).toHaveLength(1);
  });

  it('leaves a line complete that has been picked in part before', () => {
    // The closest stock is used up first: 2 units near, then 3 at the back, which are not found.
    const told = day([false, true], [lot(A, 2, NEAR), lot(A, 3, BACK)], [[A, 5]]);
    expect(told.of('line-picked').map(([, ...rest]) => rest)).toEqual([[0, NEAR, 2]]);
    expect(told.of('line-short').map(([, ...rest]) => rest)).toEqual([[0, 3, -1]]);
    expect(told.run.kpis()).toMatchObject({ lines_picked: 1, lines_per_tour: 1 });
  });

  it('is put into the tour where it lengthens it least', () => {
    // The worked example: C is still to be picked in the other aisle; the goods at the back of this one come first, 4 m more.
    const told = day(
      [true, false, false],
      [lot(A, 9, NEAR), lot(A, 9, BACK), lot(C, 9, EAST)],
      [
        [A, 1],
        [C, 1],
      ],
    );
    expect(told.of('line-picked').map(([, line, location]) => [line, location])).toEqual([
      [0, BACK],
      [1, EAST],
    ]);
  });

  it('is looked for in the same of parallel zones only, and in later zones where the cart is passed on', () => {
    const lots = [lot(A, 9, NEAR), lot(A, 9, EAST)];
    const zoned = (method: 'parallel-zones' | 'pick-and-pass'): SteppedDay =>
      day([true, false], lots, [[A, 3]], twoZones({ method }));
    const parallel = zoned('parallel-zones');
    expect(parallel.of('line-picked')).toEqual([]);
    expect(parallel.of('line-short').map(([, ...rest]) => rest)).toEqual([[0, 3, -1]]);
    const passed = zoned('pick-and-pass');
    expect(passed.of('pick-tour-order').map(([, , , zone]) => zone)).toEqual([0, 1]);
    expect(passed.of('short-pick')[0]!.slice(1)).toEqual([0, NEAR, 3]);
    expect(passed.of('line-allocated').at(-1)!.slice(1)).toEqual([0, EAST, 3]);
  });
});
