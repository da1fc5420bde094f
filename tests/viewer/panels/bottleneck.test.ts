import { describe, expect, it } from 'vitest';
import { findBottleneck, judgeRole, lateOrders } from '../../../packages/viewer/src/panels/kpis/bottleneck.ts';
import { compare, mainKpis, MAIN_COUNT, unitOf } from '../../../packages/viewer/src/panels/kpis/choose.ts';
import { BIN_TICKS, RunDigest } from '../../../packages/viewer/src/state/digest.ts';
import { AGENT_STATES, type AgentState } from '../../../packages/viewer/src/state/engine.ts';
import { kpiDefinitions } from '../../../packages/engine/src/index.ts';
import { recordedHalfHour } from '../fixtures/recorded.ts';

function hours(spent: Partial<Record<AgentState, number>>): Float64Array {
  return Float64Array.from(AGENT_STATES, (state) => (spent[state] ?? 0) * 3600e6);
}

describe('the bottleneck', () => {
  it('is the worked example: busy 7 of 8 hours, 3 of them walking', () => {
    const judged = judgeRole(
      0,
      hours({ picking: 4, walking: 2, carrying: 1, 'waiting-station': 0.5, idle: 0.5, break: 1, absent: 15 }),
    );
    expect(judged).toEqual({ kind: 'busy', role: 0, busy: 7 / 8, walk: 3 / 7, drives: false });
  });

  it('names what is waited for where that takes more than a quarter of the shift', () => {
    expect(judgeRole(0, hours({ picking: 4, 'waiting-equipment': 3, 'waiting-door': 1 }))).toEqual({
      kind: 'waits',
      role: 0,
      share: 3 / 8,
      what: 'waiting-equipment',
    });
  });

  it('is nobody who is busy for less than half of the shift, or not at work', () => {
    expect(judgeRole(0, hours({ picking: 3, idle: 5 }))).toBeUndefined();
    expect(judgeRole(0, hours({ absent: 24 }))).toBeUndefined();
  });

  it('is found in a recorded run', () => {
    const record = recordedHalfHour();
    const digest = new RunDigest(record);
    digest.update();
    expect(findBottleneck(record.model, digest, 2 * BIN_TICKS)).toMatchObject({ role: 0, kind: 'busy' });
  });
});

describe('the choice of KPIs', () => {
  it('shows six of the engine’s, the lines per labour hour first', () => {
    const main = mainKpis(kpiDefinitions);
    expect(main).toHaveLength(MAIN_COUNT);
    expect(main[0]!.id).toBe('lines_per_labour_hour');
  });

  it('fills up with others where a preferred one is missing', () => {
    const others = kpiDefinitions.filter((definition) => definition.id !== 'on_time_departure');
    expect(mainKpis(others)).toHaveLength(MAIN_COUNT);
    expect(mainKpis([])).toEqual([]);
  });

  it('judges a change by which way is better', () => {
    expect(compare(10, 12, 'higher')).toEqual({ change: 2, percent: 20, verdict: 'good' });
    expect(compare(10, 12, 'lower').verdict).toBe('bad');
    expect(compare(10, 12, 'neutral').verdict).toBe('neutral');
    expect(compare(10, 10.0001, 'higher')).toEqual({ change: 0, percent: 0, verdict: 'neutral' });
    expect(compare(0, 3, 'higher').percent).toBeUndefined();
  });

  it('shows an hour of the day as clock time', () => {
    const last = kpiDefinitions.find((definition) => definition.id === 'last_order_staged_hour')!;
    expect(unitOf(last)).toBe('clock');
    expect(unitOf(kpiDefinitions[0]!)).toBe('1/h');
  });
});

describe('late orders', () => {
  it('are those whose departure has passed before they were staged', () => {
    const record = recordedHalfHour();
    const { demand } = record.model;
    const due = Float64Array.of(1000e6, 1000e6, Infinity);
    const hurried = Object.assign(record, {
      model: { ...record.model, demand: { ...demand, orders: { ...demand.orders, due } } },
    });
    expect(lateOrders(hurried, 900e6)).toBe(0);
    expect(lateOrders(hurried, 1120e6)).toBe(2);
    expect(lateOrders(hurried, 1200e6)).toBe(1);
  });
});
