// The KPIs of storage in whole runs: those of the tiny day worked out on paper, and those of replenishments against the trace.

import { describe, expect, it } from 'vitest';
import { TICKS_PER_DAY, TICKS_PER_SECOND } from '../../../packages/engine/src/base/units.ts';
import { storageFigures, sumRows } from '../../../packages/engine/src/kpis/storage-figures.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { Run } from '../../../packages/engine/src/run.ts';
import type { TraceChunk } from '../../../packages/engine/src/trace/format.ts';
import { describeViolations } from '../../checker/check-run.ts';
import { checkKpis } from '../../checker/figures.ts';
import { tinyDemand, tinyStock } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import { tinyReserve } from '../../fixtures/tiny-reserve.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { A, D } = TINY_ITEM;

describe('the KPIs of storage of the tiny day', () => {
  const day = toldDay(tinyModel());
  const kpis = day.run.kpis();

  it('of the room: at midnight 22 A, 8 B, 44 C and 10 D lie in four of sixteen slots of 2 m³', () => {
    expect(kpis['units_in_stock']).toBe(84);
    expect(kpis['location_occupancy']).toBe(25);
    expect(kpis['space_use']).toBeCloseTo((100 * 0.444) / 32, 5);
    expect(kpis['honeycombing']).toBeCloseTo((100 * (8 - 0.444)) / 8, 5);
    // Three of the slots all day, that of D since it was put away.
    const { tick } = day.of('stock-changed').find(({ b, c }) => b > 0 && c === D)!;
    expect(kpis['location_occupancy_mean']).toBeCloseTo((100 * (3 + (TICKS_PER_DAY - tick) / TICKS_PER_DAY)) / 16, 9);
  });

  it('of how long goods stay: 11 units were picked, 3 A, 5 + 1 C and 2 B, that had been there since the beginning', () => {
    expect(kpis['stock_turnover']).toBeCloseTo((11 * 365) / 84, 9);
    const dwell = day.of('line-picked').reduce((sum, { tick, c }) => sum + (c * tick) / TICKS_PER_DAY, 0) / 11;
    expect(dwell).toBeGreaterThan(8 / 24);
    expect(kpis['dwell_time_mean']).toBeCloseTo(dwell, 12);
    const received = day.of('put-away-done').reduce((sum, { tick, c }) => sum + (c * tick) / TICKS_PER_DAY, 0);
    expect(kpis['stock_age_mean']).toBeCloseTo((84 - received) / 84, 12);
    // 8 A, 4 B, 9 C and 1 D are asked for a day.
    expect(kpis['days_of_cover']).toBeCloseTo(84 / 22, 9);
  });

  it('of expiry, moves and rules: nothing expires, nothing is moved, no rule is broken', () => {
    expect(kpis).toMatchObject({
      units_at_expiry_risk: 0,
      value_at_expiry_risk: 0,
      units_expired: 0,
      replenishments: 0,
      face_stock_outs: 0,
      skus_re_slotted: 0,
      storage_rule_violations: 0,
    });
    // Four lines are too few to tell a drift.
    expect(kpis['popularity_drift']).toBeUndefined();
    expect(kpis['popularity_drift_z']).toBeUndefined();
  });

  it('count what will expire before it is asked for, and what has', () => {
    const { initialStock } = tinyModel();
    const expiry = [2 * TICKS_PER_DAY, 0.75 * TICKS_PER_DAY, Infinity];
    const { run } = toldDay(tinyModel({ initialStock: { ...initialStock, expiry: Float64Array.from(expiry) } }));
    // Of the 17 A that last one day 8 are asked for; the 5 that came in do not expire. 8 B expired at 18:00.
    expect(run.kpis()).toMatchObject({ units_at_expiry_risk: 9, value_at_expiry_risk: 9000, units_expired: 8 });
  });

  it('are absent where they are over nothing', () => {
    const before = Object.keys(new Run(tinyModel(), plainPolicies, 1).kpis());
    for (const id of ['location_occupancy_mean', 'stock_turnover', 'dwell_time_mean', 'popularity_drift'])
      expect(before).not.toContain(id);
    const { items } = tinyModel();
    const unknown = new Run(tinyModel({ items: { ...items, demand: new Float64Array(4) } }), plainPolicies, 1).kpis();
    for (const id of ['days_of_cover', 'units_at_expiry_risk', 'value_at_expiry_risk']) expect(unknown).not.toHaveProperty(id);
  });
});

describe('the storage report of a run', () => {
  it('is plain data that agrees with the KPIs, and taking it changes nothing', () => {
    const run = new Run(tinyModel(), plainPolicies, 1);
    run.runUntil(at('08:12'));
    const hash = run.hash();
    const report = structuredClone(run.storageReport());
    expect(run.hash()).toBe(hash);
    expect(report).toEqual(run.storageReport());
    expect(report.tick).toBe(at('08:12'));
    const kpis = run.kpis();
    const sums = sumRows(report);
    expect(sums.units).toBe(kpis['units_in_stock']);
    expect(sums.lines).toBe(kpis['lines_picked']! + kpis['lines_sold_at_counter']!);
    expect(sums.lines).toBeGreaterThan(1);
    expect(report.locations.lines.reduce((sum, lines) => sum + lines, 0)).toBe(sums.lines);
    expect(storageFigures(sums, report.tick).turnover).toBe(kpis['stock_turnover']);
  });
});

describe('the KPIs of storage of a day with replenishments', () => {
  const FACE = tinyLocation(0, 0, 0, 0);
  const days = (count: number): number => count * TICKS_PER_DAY;
  /** 2 A at the face, of 9 that are ordered; the others come from the reserve. Released at 08:10. */
  const model = (): Model =>
    tinyReserve({
      initialStock: tinyStock([
        { item: A, units: 2, location: FACE, expiry: days(9) },
        { item: A, units: 40, location: tinyLocation(0, 1, 0, 1), expiry: days(30) },
      ]),
      demand: tinyDemand([{ arrival: '07:30', lines: [[A, 9]], delivery: { store: 0, release: at('08:10'), due: at('10:00') } }]),
    });

  // Without replenishment the picker gets 7 A himself (30 s); asked at the release, they come 18 s after him; or long before.
  for (const [replenishment, stockOuts, lost_s, trips] of [
    ['none', 1, 30, 0],
    ['wave-driven', 1, 18, 1],
    ['min-max', 0, 0, 1],
  ] as const) {
    it(`${replenishment}: are those of the trace at any instant, while a picker waits and while goods are on a truck`, () => {
      const run = new Run(model(), { ...plainPolicies, replenishment, 'stock-selection': 'fefo' }, 1, { record: true });
      const chunks: TraceChunk[] = [];
      for (let tick = at('07:00'); tick < at('08:16'); tick += (tick < at('08:09') ? 300 : 5) * TICKS_PER_SECOND) {
        run.runUntil(tick);
        chunks.push(run.drain());
        const wrong = checkKpis(model(), run.agents, chunks, run.kpis());
        expect(describeViolations(wrong), `tick ${tick}`).toEqual([]);
      }
      expect(run.kpis()).toMatchObject({ replenishments: trips, face_stock_outs: stockOuts });
      expect(run.kpis()['face_stock_out_hours']).toBeCloseTo(lost_s / 3600, 12);
    });
  }
});
