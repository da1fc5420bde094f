import { describe, expect, it } from 'vitest';
import { plainPolicies, Run, TICKS_PER_HOUR, TRACE_EVENTS, type TraceChunk } from '../../packages/engine/src/index.ts';
import { at, tinyModel } from '../fixtures/tiny-model.ts';

function whole(stops: readonly number[] = []): { run: Run; chunks: TraceChunk[] } {
  const run = new Run(tinyModel(), plainPolicies, 1, { record: true });
  const chunks: TraceChunk[] = [];
  for (const tick of [...stops, run.horizon]) {
    run.runUntil(tick);
    chunks.push(run.drain());
  }
  return { run, chunks };
}

/** `name a b c` of every trace event at a clock time. */
function eventsAt(chunks: readonly TraceChunk[], from: number, to = from): string[] {
  const found: string[] = [];
  for (const { events } of chunks) {
    for (let i = 0; i < events.count; i++) {
      const tick = events.tick[i]!;
      if (tick >= from && tick <= to) found.push(`${TRACE_EVENTS[events.kind[i]!]} ${events.a[i]} ${events.b[i]} ${events.c[i]}`);
    }
  }
  return found;
}

describe('a run of the tiny DC', () => {
  it('does what can be worked out on paper, to the second', () => {
    const { chunks } = whole();
    // Truck: 07:30, gate (9,-24) to spot (2,-14) is 12.2 m and on to the door 10 m, at 2 m/s: docked 11.1 s later.
    expect(eventsAt(chunks, at('07:30:11'), at('07:30:12'))[0]).toBe('truck-docked 0 0 0');
    // Pick tour: cart and depot at hand (30 s set-up); A 3 units: 4 + 10 + 3·2 = 20 s; and so on; back to packing.
    expect(eventsAt(chunks, at('08:10'), at('08:11:00'))).toContain('line-allocated 0 0 3');
    expect(eventsAt(chunks, at('10:00'))).toContain('vehicle-departed 0 0 1');
    // 12 km of road at 10 m/s and two stops of 300 s.
    const returned = eventsAt(chunks, at('10:30'), at('10:33'));
    expect(returned).toContain('vehicle-returned 0 0 -1');
  });

  it('delivers every order, conserves every unit and leaves nothing half done', () => {
    const { run } = whole();
    const kpis = run.kpis();
    expect(kpis['orders_delivered']).toBe(2);
    expect(kpis['visits_served']).toBe(1);
    expect(kpis['lines_picked']).toBe(3);
    expect(kpis['fill_rate']).toBe(100);
    expect(kpis['delivery_km']).toBeCloseTo(12, 9);
    // 80 in stock + 15 received - 11 sold
    expect(kpis['units_in_stock']).toBe(84);
  });

  it('has one hash, however it is driven', () => {
    const reference = whole().run.hash();
    expect(whole([at('07:31'), at('08:10:37'), at('10:05')]).run.hash()).toBe(reference);
    const silent = new Run(tinyModel(), plainPolicies, 1);
    silent.runUntil(silent.horizon);
    expect(silent.hash()).toBe(reference);
    const stepped = new Run(tinyModel(), plainPolicies, 1, { record: true });
    while (stepped.step() !== undefined);
    expect(stepped.hash()).toBe(reference);
    expect(stepped.events).toBe(silent.events);
  });

  it('executes with step() the event that upcoming() announced', () => {
    const run = new Run(tinyModel(), plainPolicies, 1);
    for (let i = 0; i < 50; i++) {
      const [announced] = run.upcoming(1);
      expect(run.step()).toEqual(announced);
    }
  });

  it('continues from a snapshot as if it had never stopped, trace and KPIs included', () => {
    const { run: reference, chunks } = whole();
    for (let hour = 7; hour < 11; hour += 0.37) {
      const first = new Run(tinyModel(), plainPolicies, 1, { record: true });
      first.runUntil(Math.floor(hour * TICKS_PER_HOUR));
      const before = first.drain();
      const second = new Run(tinyModel(), plainPolicies, 1, { record: true });
      second.restore(structuredClone(first.snapshot()));
      second.runUntil(second.horizon);
      const after = second.drain();
      expect(second.hash()).toBe(reference.hash());
      expect(second.kpis()).toEqual(reference.kpis());
      expect(before.events.count + after.events.count).toBe(chunks[0]!.events.count);
      expect(after.from).toBe(before.to);
    }
  });

  it('refuses a snapshot of another engine version', () => {
    const run = new Run(tinyModel(), plainPolicies, 1);
    expect(() => run.restore({ ...run.snapshot(), engine: '0.0.0' })).toThrow(/engine 0\.0\.0/);
  });

  it('gives other hashes to other seeds only where something is random', () => {
    const hashOf = (seed: number, changes = {}): string => {
      const run = new Run(tinyModel(changes), plainPolicies, seed);
      run.runUntil(run.horizon);
      return run.hash();
    };
    const { operations } = tinyModel();
    const random = { operations: { ...operations, search: { mean_s: 4, cv: 0.5 } } };
    expect(hashOf(1, random)).not.toBe(hashOf(2, random));
    expect(hashOf(1, random)).toBe(hashOf(1, random));
  });
});
