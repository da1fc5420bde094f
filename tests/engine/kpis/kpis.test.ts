import { describe, expect, it } from 'vitest';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../../../packages/engine/src/base/units.ts';
import { kpiDefinitions } from '../../../packages/engine/src/kpis/kpis.ts';
import { bottleneckOf } from '../../../packages/engine/src/kpis/utilisation.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { Run } from '../../../packages/engine/src/run.ts';
import type { TraceChunk } from '../../../packages/engine/src/trace/format.ts';
import { describeViolations } from '../../checker/check-run.ts';
import { checkKpis } from '../../checker/figures.ts';
import { at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const HANGUL = /[\uac00-\ud7a3]/;

describe('the KPI definitions', () => {
  it('have an id each, in snake_case', () => {
    const ids = kpiDefinitions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });

  it.each(kpiDefinitions.map((definition) => [definition.id, definition] as const))(
    '%s: is named and explained in both languages',
    (_id, kpi) => {
      for (const { ko, en } of [kpi.names, kpi.meaning]) {
        expect(ko).toMatch(HANGUL);
        expect(en).toMatch(/^[A-Z]/);
        expect(en).not.toMatch(HANGUL);
      }
      expect(kpi.formula).not.toBe('');
      expect(['', '1/h', '1/y', 'm', 'km', 'min', 'h', 'd', 'kg', 'L', 'kWh', '%', 'KRW']).toContain(kpi.unit);
      expect(['higher', 'lower', 'neutral']).toContain(kpi.better);
    },
  );

  it('have names of their own', () => {
    for (const language of ['ko', 'en'] as const) {
      const names = kpiDefinitions.map(({ names: { [language]: name } }) => name);
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });
});

describe('the KPIs of a run', () => {
  it('are those of its trace at any instant, in the middle of activities too', () => {
    const model = tinyModel();
    const run = new Run(model, plainPolicies, 1, { record: true });
    const chunks: TraceChunk[] = [];
    let instants = 0;
    // Every 7 s while picking and packing go on, then every 10 min.
    for (let tick = at('07:00'); tick <= run.horizon; instants++) {
      run.runUntil(tick);
      chunks.push(run.drain());
      expect(describeViolations(checkKpis(model, run.agents, chunks, run.kpis())), `tick ${tick}`).toEqual([]);
      tick += tick > at('08:04') && tick < at('08:16') ? 7 * TICKS_PER_SECOND : 10 * TICKS_PER_MINUTE;
    }
    expect(instants).toBeGreaterThan(150);
  });

  it('are absent, not 0, where there is nothing to divide by', () => {
    const run = new Run(tinyModel(), plainPolicies, 1);
    const { lines_per_labour_hour, fill_rate, on_time_departure, last_order_staged_hour, people_working_share, lines_picked } =
      run.kpis();
    expect([lines_per_labour_hour, fill_rate, on_time_departure, last_order_staged_hour, people_working_share]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(lines_picked).toBe(0);
  });

  it('of the tiny day are what its hours give by hand', () => {
    const { run, one } = toldDay(tinyModel());
    const kpis = run.kpis();
    const staged = one('order-staged', 1).tick;
    expect(kpis['last_order_staged_hour']).toBeCloseTo(staged / TICKS_PER_HOUR, 12);
    // Four people from 07:00 to 12:00 at 12,000 KRW an hour; four lines are picked or taken.
    expect(kpis['labour_cost']).toBeCloseTo(4 * 5 * 12_000, 3);
    expect(kpis['labour_cost_per_line']).toBeCloseTo((4 * 5 * 12_000) / 4, 3);
    // The packer's 4 h 50 min: 73 + 4 s for order 0, 4 + 66 + 4 s for order 1.
    expect(kpis['utilisation_packing']).toBeCloseTo((100 * 151) / (4 * 3600 + 50 * 60), 9);
    // The counter is taken from 08:05:32 to 08:06:06.
    expect(kpis['utilisation_counters']).toBeCloseTo((100 * 34) / 86_400, 9);
    // A 3 and C 5 for order 0, B 2 for order 1, C 1 at the counter.
    expect(kpis['sales']).toBe(3 * 1000 + 5 * 500 + 2 * 2000 + 500);
    expect(kpis['tour_duration_mean']).toBeCloseTo((one('vehicle-returned', 0).tick - at('10:00')) / TICKS_PER_HOUR, 12);
    expect(kpis['order_cycle_time_mean']).toBeCloseTo(
      (one('order-delivered', 0).tick - at('07:00') + one('order-delivered', 1).tick - at('07:10')) / 2 / TICKS_PER_HOUR,
      12,
    );
  });

  it('name the busiest group as the bottleneck, and none before anything is measured', () => {
    expect(bottleneckOf({})).toBeUndefined();
    expect(bottleneckOf({ utilisation_picking: 70, utilisation_packing: 90, people_idle_share: 99 })).toEqual({
      kpi: 'utilisation_packing',
      utilisation: 90,
    });
  });
});
