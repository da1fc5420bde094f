import { describe, expect, it } from 'vitest';
import { AGENT_STATES, plainPolicies, Run, STATE, TRACED, type Model } from '../../../packages/engine/src/index.ts';
import { at, tinyModel, TINY_EQUIPMENT, TINY_PERSON } from '../../fixtures/tiny-model.ts';

interface Happened {
  readonly tick: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

function trace(model: Model, seed = 1) {
  const run = new Run(model, plainPolicies, seed, { record: true });
  run.runUntil(run.horizon);
  const { events, segments } = run.drain();
  const all = (kind: number): Happened[] =>
    Array.from({ length: events.count }, (_, i) => i)
      .filter((i) => events.kind[i] === kind)
      .map((i) => ({ tick: events.tick[i]!, a: events.a[i]!, b: events.b[i]!, c: events.c[i]! }));
  const statesOf = (agent: number): { state: string; t0: number; t1: number }[] =>
    Array.from({ length: segments.count }, (_, i) => i)
      .filter((i) => segments.agent[i] === agent)
      .map((i) => ({ state: AGENT_STATES[segments.state[i]!]!, t0: segments.t0[i]!, t1: segments.t1[i]! }));
  return { run, all, statesOf };
}

/** The tiny model with other shift hours (hh:mm) and breaks. */
function withShift(end: string, breakAt: string, length_s = 600): Model {
  const model = tinyModel();
  const shift = { ...model.labour.shifts[0]!, end_s: at(end) / 1e6, breaks: [{ at_s: at(breakAt) / 1e6, length_s }] };
  return { ...model, labour: { ...model.labour, shifts: [shift] } };
}

describe('the workforce', () => {
  it('lets a task under way end before the shift does, and starts none after', () => {
    // The pick tour runs 08:10:00 to about 08:12; the shift ends at 08:11.
    const { all } = trace(withShift('08:11', '09:00'));
    const left = all(TRACED['shift-ended']).find(({ a }) => a === TINY_PERSON.worker)!;
    const finished = all(TRACED['task-finished'])
      .filter(({ a }) => a === TINY_PERSON.worker)
      .at(-1)!;
    expect(left.tick).toBe(finished.tick);
    expect(left.tick).toBeGreaterThan(at('08:11'));
    for (const start of all(TRACED['task-started'])) expect(start.tick).toBeLessThanOrEqual(at('08:11'));
  });

  it('gives a break that falls into a task right after it, at full length', () => {
    const { all } = trace(withShift('12:00', '08:10:30'));
    const began = all(TRACED['break-started']).find(({ a }) => a === TINY_PERSON.worker)!;
    const ended = all(TRACED['break-ended']).find(({ a }) => a === TINY_PERSON.worker)!;
    const picked = all(TRACED['order-picked']).find(({ b }) => b === TINY_PERSON.worker)!;
    expect(began.tick).toBe(picked.tick);
    expect(ended.tick - began.tick).toBe(600e6);
  });

  it('has a picker wait for a cart while a colleague holds the only one', () => {
    const model = tinyModel();
    const second = { ...model.labour.people[TINY_PERSON.worker]!, id: 'worker-2' };
    const single = { ...model.operations, batchOrders: 1 };
    const { statesOf, all } = trace({
      ...model,
      operations: single,
      labour: { ...model.labour, people: [...model.labour.people, second] },
    });
    const waits = [0, 4].flatMap((agent) =>
      statesOf(agent).filter(({ state, t0 }) => state === 'waiting-equipment' && t0 >= at('08:10')),
    );
    expect(waits).toHaveLength(1);
    const released = all(TRACED['equipment-released']).find(({ a }) => a === TINY_EQUIPMENT.pickCart)!;
    expect(waits[0]!.t1).toBe(released.tick);
  });

  it('repairs a machine that fails, and its user waits beside it', () => {
    const model = tinyModel();
    const equipment = model.labour.equipment.map((machine, i) =>
      i === TINY_EQUIPMENT.pickCart ? { ...machine, mtbf_h: 0.004, mttr_h: 0.1 } : machine,
    );
    const { all, statesOf } = trace({ ...model, labour: { ...model.labour, equipment } }, 3);
    const down = all(TRACED['equipment-down']);
    const up = all(TRACED['equipment-up']);
    expect(down.length).toBeGreaterThan(0);
    expect(up.length).toBe(down.length);
    const lost = statesOf(TINY_PERSON.worker).filter(({ state }) => state === 'down');
    expect(lost.map(({ t0, t1 }) => [t0, t1])).toEqual(down.map(({ tick }, i) => [tick, up[i]!.tick]));
  });

  it('books every tick of every person to one state', () => {
    const { run, statesOf } = trace(tinyModel());
    for (let person = 0; person < 4; person++) {
      const segments = statesOf(person);
      expect(segments[0]!.t0).toBe(0);
      expect(segments.at(-1)!.t1).toBe(run.horizon);
      for (let i = 1; i < segments.length; i++) expect(segments[i]!.t0).toBe(segments[i - 1]!.t1);
    }
    const kpis = run.kpis();
    const sum = ['working', 'walking', 'waiting', 'idle', 'down'].reduce(
      (total, name) => total + kpis[`people_${name}_share`]!,
      0,
    );
    expect(sum).toBeCloseTo(100, 9);
    expect(STATE.absent).toBe(0);
  });
});
