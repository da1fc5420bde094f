// Staging lanes that hold no more than their capacity. In the tiny DC the packing table is 4 m from the only outbound lane.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { PLAIN_DELIVERY } from '../../../packages/engine/src/model/delivery.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { TRACE_EVENTS, type TraceEventName } from '../../../packages/engine/src/trace/format.ts';
import { checkRun, describeViolations } from '../../checker/check-run.ts';
import { tinyDemand, type TinyOrder } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { runWhole, stopAndContinue } from '../../fixtures/whole-run.ts';

const { A, B, C } = TINY_ITEM;

function limited(capacity: number, orders: readonly TinyOrder[], lanesLimited = true): Model {
  const { building } = tinyModel();
  const [inbound, outbound] = building.stagingLanes;
  return tinyModel({
    building: { ...building, stagingLanes: [inbound!, { ...outbound!, capacity }] },
    delivery: { ...PLAIN_DELIVERY, lanesLimited },
    demand: tinyDemand(orders),
  });
}

function order(release: string, due: string, item: number, store = 0): TinyOrder {
  return { arrival: '07:00', lines: [[item, 1]], delivery: { store, release: at(release), due: at(due) } };
}

interface Day {
  of(name: TraceEventName): { tick: number; a: number; b: number; c: number }[];
  tick(name: TraceEventName, subject: number): number;
  totals: Record<string, number | undefined>;
}

/** The run, looked at by every rule of the checker but that an order is packed and brought out in one task. */
function dayOf(model: Model): Day {
  const { run, chunks } = runWhole(model, plainPolicies, 1);
  const violations = checkRun(model, run.agents, chunks).filter(({ rule }) => rule !== 'pack-time');
  expect(describeViolations(violations)).toEqual([]);
  const { events } = chunks[0]!;
  const all = Array.from({ length: events.count }, (_, i) => i);
  const of: Day['of'] = (name) =>
    all
      .filter((i) => TRACE_EVENTS[events.kind[i]!] === name)
      .map((i) => ({ tick: events.tick[i]!, a: events.a[i]!, b: events.b[i]!, c: events.c[i]! }));
  const totals = run.snapshot().world.tables['totals']!.columns;
  return {
    of,
    tick: (name, subject) => of(name).find(({ a }) => a === subject)!.tick,
    totals: Object.fromEntries(Object.entries(totals).map(([name, column]) => [name, column[0]])),
  };
}

describe('limited staging lanes', () => {
  it('have an order wait at packing until one before it is loaded, and its packer goes on with other work', () => {
    const day = dayOf(limited(1, [order('08:00', '09:00', A), order('08:00', '11:00', B), order('08:00', '11:00', C)]));
    expect(day.of('lane-full').map(({ a }) => a)).toEqual([1, 2]);
    // He leaves the table at once: the third is packed 66 s after the second.
    expect(day.tick('lane-full', 1)).toBe(day.tick('order-packed', 1));
    expect(day.tick('order-packed', 2)).toBe(day.tick('order-packed', 1) + 66e6);
    const room = day.tick('order-loaded', 0);
    // He stands at the table.
    expect(day.tick('order-staged', 1)).toBe(room + 4e6);
    // The third is fetched when the vehicle of both has a door, 5 s before it is there, beyond what the lane holds: 8 m.
    const granted = day.of('vehicle-docked')[1]!.tick - 5e6;
    expect(day.tick('order-staged', 2)).toBe(granted + 8e6);
    const waited = room - day.tick('order-packed', 1) + granted - day.tick('order-packed', 2);
    expect(day.totals['laneWaitTicks']).toBe(waited);
    expect(day.of('order-delivered')).toHaveLength(3);
  });

  it('give the station to a colleague when an order is left at the packing place', () => {
    const orders = [order('08:00', '09:00', A), order('08:00', '11:00', B)];
    const day = dayOf(limited(1, orders));
    const starts = day.of('task-started').filter(({ a, c }) => a === TINY_PERSON.packer && c === 1);
    expect(starts).toHaveLength(2);
    expect(day.of('task-finished').filter(({ a, c }) => a === TINY_PERSON.packer && c === 1)[0]!.tick).toBe(
      day.tick('lane-full', 1),
    );
  });

  it('are as large as they need be otherwise', () => {
    const orders = [order('08:00', '09:00', A), order('08:00', '11:00', B)];
    expect(dayOf(limited(4, orders)).of('lane-full')).toEqual([]);
    const { chunks, hash } = runWhole(limited(1, orders, false), plainPolicies, 1);
    expect(Array.from(chunks[0]!.events.kind)).not.toContain(TRACE_EVENTS.indexOf('lane-full'));
    expect(hash).toBe(runWhole(limited(4, orders, false), plainPolicies, 1).hash);
  });

  it('count what stood there before the run', () => {
    const staged: TinyOrder = {
      arrival: '00:00',
      lines: [[A, 1]],
      delivery: { store: 0, release: -3600e6, due: at('09:00'), staged: true },
    };
    const day = dayOf(limited(1, [staged, order('07:30', '11:00', B)]));
    expect(day.of('lane-full').map(({ a }) => a)).toEqual([1]);
    expect(day.tick('order-staged', 1)).toBe(day.tick('order-loaded', 0) + 4e6);
  });

  it('never lock: every order goes out that goes out without the limit, and from a copy the same way', () => {
    for (let seed = 0; seed < 12; seed++) {
      const random = new RandomStream(`lanes ${seed}`);
      const orders = Array.from({ length: 3 + random.integer(6) }, () => {
        const release = 7 + random.integer(3);
        const due = `${String(release + 1 + random.integer(2)).padStart(2, '0')}:00`;
        return order(`0${release}:30`, due, random.integer(3), random.integer(2));
      });
      const delivered = (model: Model): number =>
        runWhole(model, plainPolicies, seed).run.snapshot().world.tables['totals']!.columns['ordersDelivered']![0]!;
      const model = limited(1 + random.integer(2), orders);
      expect(delivered(model)).toBe(delivered(limited(9, orders, false)));
      const whole = runWhole(model, plainPolicies, seed);
      const copied = stopAndContinue(model, plainPolicies, seed, at('08:00') + random.integer(180) * 60e6, 3, false);
      expect(copied.hash).toBe(whole.hash);
    }
  });
});
