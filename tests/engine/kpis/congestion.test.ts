import { describe, expect, it } from 'vitest';
import { AGENT_STATES, FREE_TRAFFIC, plainPolicies, Run } from '../../../packages/engine/src/index.ts';
import { twoPickersOneAisle } from '../../fixtures/two-pickers-one-aisle.ts';

function day(congestion: boolean) {
  const model = { ...twoPickersOneAisle(), traffic: { ...FREE_TRAFFIC, congestion, workersAtFace: 1 } };
  const run = new Run(model, plainPolicies, 1, { record: true });
  run.runUntil(run.horizon);
  return { run, kpis: run.kpis(), segments: run.drain().segments };
}

describe('congestion KPIs', () => {
  it('are the hours of the trace, and the places add up to them', () => {
    const { run, kpis, segments: s } = day(true);
    const hours = (state: string): number =>
      Array.from({ length: s.count }, (_, i) => (AGENT_STATES[s.state[i]!] === state ? (s.t1[i]! - s.t0[i]!) / 3.6e9 : 0)).reduce(
        (sum, each) => sum + each,
        0,
      );
    expect(kpis['aisle_waiting_hours']).toBeGreaterThan(0);
    expect(kpis['aisle_waiting_hours']).toBeCloseTo(hours('waiting-aisle'), 9);
    expect(kpis['face_waiting_hours']).toBeCloseTo(hours('waiting-face'), 9);
    const { edges } = run.congestion();
    expect(edges.reduce((sum, { waited_s }) => sum + waited_s / 3600, 0)).toBeCloseTo(hours('waiting-aisle'), 9);
    expect(kpis['worst_aisle_waiting_hours']).toBeCloseTo(edges[0]!.waited_s / 3600, 9);
    expect(kpis['picker_blocked_share']).toBeGreaterThan(0);
    expect(kpis['picker_blocked_share']).toBeLessThan(100);
  });

  it('are absent where traffic is not modelled', () => {
    const { run, kpis } = day(false);
    for (const id of ['aisle_waiting_hours', 'face_waiting_hours', 'picker_blocked_share', 'member_waiting_hours'])
      expect(kpis[id]).toBeUndefined();
    expect(kpis['worst_aisle_waiting_hours']).toBeUndefined();
    expect(run.congestion()).toEqual({ edges: [], faces: [] });
  });
});
