import { describe, expect, it } from 'vitest';
import { Run } from '../../../packages/engine/src/run.ts';
import { compileBuiltin, loadBuiltin, policyChoice } from '../../../packages/scenarios/src/index.ts';
import { boardAt } from '../../../packages/viewer/src/frames/delivery-board.ts';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';

describe('the board of a real run', () => {
  it('comes to the same figures as the KPIs of the engine: a day of collections in fixed zones', () => {
    const model = compileBuiltin('incheon-milk-run', { mode: 'paper' });
    const run = new Run(model, policyChoice(loadBuiltin('incheon-milk-run').scenario, 'paper'), 3, { record: true });
    const record = new RunRecord(model, run.agents);
    run.runUntil(model.horizon);
    const kpis = run.kpis();
    record.append({ number: 0, chunk: run.drain(), kpis, hash: run.hash(), events: run.events, done: true });
    const { figures, vehicles } = boardAt(record, model.horizon - 1);
    expect(figures.done + figures.failed).toBeGreaterThan(50);
    expect(figures).toMatchObject({
      failed: kpis['failed_stops'],
      late: kpis['late_stops'],
      parcelsReceived: kpis['parcels_received'],
      out: 0,
      left: 0,
    });
    expect(100 * figures.onTime).toBeCloseTo(kpis['on_time_delivery']!, 9);
    expect(figures.km).toBeCloseTo(kpis['delivery_km']!, 1);
    expect(vehicles.every(({ tours }) => tours.every(({ phase }) => phase === 'back'))).toBe(true);
    for (let share = 0.3; share < 0.9; share += 0.05) {
      for (const { tours } of boardAt(record, share * model.horizon).vehicles) {
        for (const { phase, stops } of tours) {
          const next = stops.filter(({ status }) => status === 'next' || status === 'serving').length;
          expect(next).toBeLessThanOrEqual(phase === 'out' ? 1 : 0);
          if (phase === 'out') expect(stops.every(({ eta }) => eta !== undefined)).toBe(true);
        }
      }
    }
  });
});
