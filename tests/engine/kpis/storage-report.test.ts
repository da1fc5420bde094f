import { describe, expect, it } from 'vitest';
import { storageFigures, sumRows } from '../../../packages/engine/src/kpis/storage-figures.ts';
import { storageReport } from '../../../packages/engine/src/kpis/storage-report.ts';
import { TICKS_PER_DAY } from '../../../packages/engine/src/base/units.ts';
import { TINY_ITEM, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import { stored } from './stored.ts';

const { A, C } = TINY_ITEM;
/** A: 10 l, 8 a day, 1000 KRW. C: 1 l, 9 a day, 500 KRW. Slots have 2 m³; there are eight on each of two levels. */
const [FLOOR, UPPER, OTHER] = [tinyLocation(0, 0, 0, 0), tinyLocation(0, 0, 0, 1), tinyLocation(1, 0, 0, 0)];

/** Day 2: 24 A received on day −2 and 16 on day 1 on the floor, 8 A of day 1 above, 90 C of day 0 elsewhere on the floor. */
function dayTwo() {
  const context = stored(tinyModel(), 2, [
    { item: A, location: FLOOR, units: 24, received_d: -2, expiry_d: 3 },
    { item: A, location: FLOOR, units: 16, received_d: 1, expiry_d: 5 },
    { item: A, location: UPPER, units: 8, received_d: 1, expiry_d: 1.5 },
    { item: C, location: OTHER, units: 90 },
  ]);
  const { picks, taken, dwell, since, occupied } = context.world.locations.columns;
  picks[FLOOR] = 4;
  taken[FLOOR] = 12;
  dwell[FLOOR] = 18 * TICKS_PER_DAY;
  since[UPPER] = TICKS_PER_DAY;
  occupied[UPPER] = TICKS_PER_DAY / 2; // occupied for half of the first day, and since the second
  return context;
}

describe('the storage report', () => {
  it('tells of each location what lies there, since when, how it goes and how long it lasts', () => {
    const { tick, locations } = storageReport(dayTwo());
    const at = (location: number) =>
      Object.fromEntries(Object.entries(locations).map(([name, column]) => [name, (column as Float64Array)[location]]));
    expect(tick).toBe(2 * TICKS_PER_DAY);
    expect(at(FLOOR)).toMatchObject({ item: A, units: 40, received: -2 * TICKS_PER_DAY, lines: 4, linesPerDay: 2, rule: 0 });
    expect(at(FLOOR)['fill']).toBeCloseTo(0.4 / 2, 6);
    // 24 units for 4 days and 16 for one.
    expect(at(FLOOR)['age_d']).toBeCloseTo((24 * 4 + 16) / 40, 6);
    // 48 A, 8 a day.
    expect(at(FLOOR)['cover_d']).toBeCloseTo(6, 6);
    expect(at(FLOOR)['expiry_d']).toBeCloseTo(1, 6);
    // Of the 24 that last one day, 8 are asked for; of the 16 that last 3 days, another 16.
    expect(at(FLOOR)['expiryRisk']).toBeCloseTo(16 / 40, 6);
    expect(at(UPPER)).toMatchObject({ expiry_d: -0.5, expiryRisk: 1, units: 8, cover_d: 6 });
    expect(at(OTHER)).toMatchObject({ item: C, expiry_d: Infinity, expiryRisk: 0, cover_d: 10, age_d: 2, lines: 0 });
    const empty = at(2);
    expect(empty).toMatchObject({ item: -1, units: 0, lines: 0, linesPerDay: 0, rule: 0 });
    for (const name of ['received', 'fill', 'age_d', 'cover_d', 'expiry_d', 'expiryRisk']) expect(empty[name], name).toBeNaN();
  });

  it('sums them by level, and the levels to a zone or the whole centre', () => {
    const report = storageReport(dayTwo());
    const { rows, tick } = report;
    expect([rows.count, [...rows.zone], [...rows.area], [...rows.level]]).toEqual([2, [2, 2], [0, 0], [0, 1]]);
    const floor = sumRows(report, (row) => rows.level[row] === 0);
    expect(floor).toMatchObject({
      locations: 8,
      occupied: 2,
      slots_m3: 16,
      units: 130,
      lines: 4,
      taken: 12,
      dwell_d: 18,
      expired: 0,
    });
    expect(floor.goods_m3).toBeCloseTo(0.4 + 0.09, 6);
    expect(floor.atRisk).toBeCloseTo(16, 9);
    expect(floor.atRisk_krw).toBeCloseTo(16_000, 6);
    expect(floor.demand).toBeCloseTo((8 * 40) / 48 + 9, 9);
    const upper = sumRows(report, (row) => rows.level[row] === 1);
    expect(upper).toMatchObject({ occupied: 1, occupied_d: 1.5, units: 8, expired: 8, atRisk: 0, violations: 0 });
    expect(sumRows(report, (row) => rows.zone[row] === 2)).toEqual(sumRows(report));

    const figures = storageFigures(sumRows(report), tick);
    expect(figures.occupancy).toBeCloseTo((100 * 3) / 16, 9);
    // Two locations for two days, one for 1.5 of them.
    expect(figures.meanOccupancy).toBeCloseTo((100 * 5.5) / 32, 9);
    expect(figures.spaceUse).toBeCloseTo((100 * 0.57) / 32, 5);
    expect(figures.honeycombing).toBeCloseTo((100 * (6 - 0.57)) / 6, 5);
    expect(figures.linesPerLocationDay).toBeCloseTo(4 / 32, 9);
    expect(figures.turnover).toBeCloseTo((6 * 365) / 138, 9);
    expect(figures.dwell_d).toBeCloseTo(1.5, 9);
    expect(figures.age_d).toBeCloseTo((24 * 4 + 16 + 8 + 180) / 138, 9);
    expect(figures.cover_d).toBeCloseTo(138 / 17, 9);
  });

  it('gives the figures of the worked examples', () => {
    const context = stored(tinyModel(), 0.5, [{ item: A, location: 0, units: 20 }]);
    context.world.locations.columns.taken[0] = 3;
    const { locations, rows, tick } = storageReport(context);
    expect(locations.fill[0]).toBeCloseTo(0.1, 6);
    const sums = { ...sumRows({ tick, rows, locations }), locations: 2, slots_m3: 4 };
    const figures = storageFigures(sums, tick);
    expect(figures.occupancy).toBe(50);
    expect(figures.spaceUse).toBeCloseTo(5, 5);
    expect(figures.honeycombing).toBeCloseTo(90, 5);
    expect(figures.turnover).toBeCloseTo(109.5, 9);
  });

  it('has no figure of what is over nothing', () => {
    const report = storageReport(stored(tinyModel(), 0, []));
    expect(Object.entries(storageFigures(sumRows(report), 0)).filter(([, value]) => value !== undefined)).toEqual([
      ['occupancy', 0],
      ['spaceUse', 0],
    ]);
    expect(report.locations.linesPerDay[0]).toBeNaN();
  });

  it('takes goods that are being moved for where they lie: claimed where they were, lifted nowhere', () => {
    const context = stored(tinyModel(), 2, [
      { item: A, location: UPPER, units: 8, received_d: 1, expiry_d: 4 },
      { item: A, location: UPPER, units: 8, received_d: 1, expiry_d: 2.5 },
    ]);
    const { world } = context;
    const move = world.moves.add();
    Object.entries({ item: A, from: UPPER, to: FLOOR, other: -1 }).forEach(([name, value]) => {
      world.moves.columns[name as 'item'][move] = value;
    });
    const lots = world.lots.columns;
    for (const [lot, moving] of [
      [0, 2],
      [1, 1],
    ] as const) {
      lots.location[lot] = FLOOR;
      lots.moving[lot] = moving;
      lots.move[lot] = move;
    }
    world.locations.columns.units[UPPER] = 8;
    const { locations, rows } = storageReport(context);
    expect([locations.units[UPPER], locations.age_d[UPPER], locations.expiry_d[UPPER]]).toEqual([8, 1, 2]);
    expect(locations.received[FLOOR]).toBeNaN();
    // What is on the truck is stock too: 16 units, 8 a day. 4 of it expire, but lie nowhere.
    expect(locations.cover_d[UPPER]).toBe(2);
    expect([...rows.atRisk]).toEqual([0, 0]);
  });

  it('leaves the reserved units out of what is at risk', () => {
    const lot = { item: A, location: 0, units: 20, expiry_d: 3 };
    expect(storageReport(stored(tinyModel(), 2, [lot])).rows.atRisk[0]).toBe(12);
    expect(storageReport(stored(tinyModel(), 2, [{ ...lot, reserved: 10 }])).rows.atRisk[0]).toBe(2);
  });
});
