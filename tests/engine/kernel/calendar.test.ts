import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { EventCalendar } from '../../../packages/engine/src/kernel/calendar.ts';

interface Reference {
  readonly tick: number;
  readonly priority: number;
  readonly a: number;
  readonly handle: number;
}

/** The order of the contract, by the platform's stable sort: sequence is the position in the array. */
function sorted(events: readonly Reference[]): Reference[] {
  return events.slice().sort((x, y) => x.tick - y.tick || x.priority - y.priority);
}

function popAll(calendar: EventCalendar): number[] {
  const order: number[] = [];
  while (calendar.pop()) order.push(calendar.a);
  return order;
}

describe('event calendar', () => {
  it('pops the worked example in order C, B, A, D', () => {
    const calendar = new EventCalendar();
    calendar.push(5, 1, 0, 1, 0);
    calendar.push(5, 0, 0, 2, 0);
    calendar.push(3, 1, 0, 3, 0);
    calendar.push(5, 1, 0, 4, 0);
    expect(popAll(calendar)).toEqual([3, 2, 1, 4]);
  });

  it('equals a stable sort over 20,000 pops with ties, priorities, cancellations and pushes between', () => {
    const stream = new RandomStream('calendar');
    const calendar = new EventCalendar();
    let pending: Reference[] = []; // in order of scheduling
    let now = 0;
    let pops = 0;
    const add = (): void => {
      const tick = now + stream.integer(stream.chance(0.5) ? 4 : 1000);
      const priority = stream.integer(3);
      const a = stream.integer(2 ** 31);
      pending.push({ tick, priority, a, handle: calendar.push(tick, priority, 7, a, -a) });
    };
    while (pops < 20_000) {
      const round = stream.integer(300);
      for (let i = 0; i < round; i++) add();
      for (let i = stream.integer(60); i > 0 && pending.length > 0; i--) {
        const [victim] = pending.splice(stream.integer(pending.length), 1);
        expect(calendar.cancel(victim!.handle)).toBe(true);
        expect(calendar.cancel(victim!.handle)).toBe(false);
      }
      const order = sorted(pending);
      const take = Math.min(order.length, stream.integer(260));
      for (const expected of order.slice(0, take)) {
        if (stream.chance(0.2)) expect(calendar.peekTick()).toBe(expected.tick);
        expect(calendar.pop()).toBe(true);
        if (calendar.a !== expected.a || calendar.tick !== expected.tick || calendar.b !== -expected.a) {
          expect([calendar.tick, calendar.a]).toEqual([expected.tick, expected.a]);
        }
        now = calendar.tick;
        pops++;
      }
      const taken = new Set(order.slice(0, take));
      pending = pending.filter((event) => !taken.has(event));
      expect(calendar.size).toBe(pending.length);
    }
    expect(popAll(calendar)).toEqual(sorted(pending).map((event) => event.a));
  });

  it('keeps the order of the contract under any sequence of operations', () => {
    const operation = fc.oneof(
      { weight: 4, arbitrary: fc.record({ op: fc.constant('push' as const), tick: fc.nat(5), priority: fc.nat(2) }) },
      { weight: 2, arbitrary: fc.record({ op: fc.constant('pop' as const) }) },
      { weight: 2, arbitrary: fc.record({ op: fc.constant('cancel' as const), which: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ op: fc.constant('restore' as const) }) },
    );
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 200 }), (operations) => {
        let calendar = new EventCalendar();
        let pending: Reference[] = [];
        const stale: number[] = [];
        let count = 0;
        for (const step of operations) {
          if (step.op === 'push') {
            const a = count++;
            pending.push({
              tick: step.tick,
              priority: step.priority,
              a,
              handle: calendar.push(step.tick, step.priority, 0, a, 0),
            });
          } else if (step.op === 'pop') {
            const next = sorted(pending)[0];
            expect(calendar.pop()).toBe(next !== undefined);
            if (next === undefined) continue;
            expect([calendar.tick, calendar.a]).toEqual([next.tick, next.a]);
            pending = pending.filter((event) => event !== next);
            stale.push(next.handle);
          } else if (step.op === 'cancel' && pending.length > 0) {
            const [victim] = pending.splice(step.which % pending.length, 1);
            expect(calendar.cancel(victim!.handle)).toBe(true);
            stale.push(victim!.handle);
          } else if (step.op === 'restore') {
            const saved = structuredClone(calendar.save());
            calendar = new EventCalendar();
            calendar.restore(saved);
          }
          for (const handle of stale) expect(calendar.cancel(handle)).toBe(false);
          expect(calendar.upcoming(4).map((event) => event.a)).toEqual(
            sorted(pending)
              .slice(0, 4)
              .map((event) => event.a),
          );
        }
        expect(popAll(calendar)).toEqual(sorted(pending).map((event) => event.a));
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('refuses a stale handle after its slot has been used again, and 0 always', () => {
    const calendar = new EventCalendar();
    const first = calendar.push(1, 1, 0, 0, 0);
    expect(first).not.toBe(0);
    calendar.pop();
    const second = calendar.push(2, 1, 0, 0, 0);
    expect(calendar.cancel(first)).toBe(false);
    for (const nothing of [0, -1, NaN, 12345, 2 ** 52]) expect(calendar.cancel(nothing)).toBe(false);
    expect(calendar.size).toBe(1);
    expect(calendar.cancel(second)).toBe(true);
  });

  it('pops nothing later than it is told', () => {
    const calendar = new EventCalendar();
    calendar.push(10, 1, 0, 0, 0);
    expect(calendar.pop(9)).toBe(false);
    expect(calendar.size).toBe(1);
    expect(calendar.pop(10)).toBe(true);
    expect(calendar.pop()).toBe(false);
    expect(calendar.peekTick()).toBe(Infinity);
    expect(calendar.upcoming(3)).toEqual([]);
  });

  it('gives the same handles after a restore, also into a calendar that has been used', () => {
    const calendar = new EventCalendar();
    const handles = Array.from({ length: 300 }, (_, i) => calendar.push(i % 7, i % 3, 1, i, 0));
    for (let i = 0; i < 300; i += 4) calendar.cancel(handles[i]!);
    for (let i = 0; i < 50; i++) calendar.pop();
    const saved = structuredClone(calendar.save());
    const used = new EventCalendar();
    for (let i = 0; i < 1000; i++) used.push(i, 1, 2, i, i);
    for (let i = 0; i < 1000; i++) used.pop();
    used.restore(saved);
    for (let i = 0; i < 400; i++) expect(used.push(9, 1, 1, i, 0)).toBe(calendar.push(9, 1, 1, i, 0));
    for (const handle of handles) expect(used.cancel(handle)).toBe(calendar.cancel(handle));
    expect(used.save()).toEqual(calendar.save());
    expect(popAll(used)).toEqual(popAll(calendar));
  });
});
