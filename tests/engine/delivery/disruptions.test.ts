import { describe, expect, it } from 'vitest';
import type { Disruption } from '../../../packages/engine/src/model/fleet.ts';
import { TINY_ITEM, TINY_PERSON, at } from '../../fixtures/tiny-model.ts';
import { OUT_S, VAN_1, after, deliveryDay, staged } from './day.ts';

const { A, B } = TINY_ITEM;

function held(...holds: [from: string, seconds: number, breakdown?: boolean][]) {
  const disruptions = holds.map(([from, seconds, breakdown]): Disruption => ({
    vehicle: 0,
    from: at(from),
    length: seconds * 1e6,
    breakdown: breakdown ?? false,
  }));
  return deliveryDay({ orders: [staged(0, '08:00', [[A, 3]]), staged(1, '08:00', [[B, 2]])], disruptions });
}

describe('a vehicle that is held up', () => {
  it('stands where it is on the road, and drives the rest of the leg afterwards', () => {
    const day = held(['08:01:00', 600, true]);
    expect(day.of('vehicle-held').map(({ tick, a, b, c }) => [tick, a, b, c])).toEqual([[after('08:01', 0), 0, 600, 1]]);
    expect(day.ticks('vehicle-freed')).toEqual([after('08:11', 0)]);
    // 60 s after the departure, less the way to the gate, at 10 m/s.
    const [stand] = day.segments(VAN_1, 'broken-down');
    expect(stand!.slice(0, 2)).toEqual([after('08:01', 0), after('08:11', 0)]);
    expect(stand![3]).toBeCloseTo((60 - OUT_S) / 100, 5);
    expect(day.ticks('stop-begun')).toEqual([after('08:10', OUT_S + 300), after('08:10', OUT_S + 1000)]);
    // Both stops are told anew at once: ten minutes later.
    const told = day.of('stop-eta').filter(({ tick }) => tick === after('08:01', 0));
    expect(told.map(({ b, c }) => [b, c])).toEqual([
      [0, Math.round(8 * 3600 + OUT_S + 900)],
      [1, Math.round(8 * 3600 + OUT_S + 1600)],
    ]);
    expect(day.of('stop-eta')).toHaveLength(4);
  });

  it('goes on serving at a stop, and leaves when it is free', () => {
    const served = OUT_S + 600;
    const day = held(['08:07:00', 600]);
    expect(day.ticks('order-delivered')[0]).toBe(after('08:00', served));
    expect(day.segments(VAN_1, 'waiting-store').map(([from, to, , y]) => [from, to, y])).toEqual([
      [after('08:00', served), after('08:17', 0), 3],
    ]);
    expect(day.segments(TINY_PERSON.driver, 'waiting-store')).toEqual(day.segments(VAN_1, 'waiting-store'));
    expect(day.ticks('stop-begun')[1]).toBe(after('08:17', 400));
  });

  it('does not depart from the DC', () => {
    const day = held(['07:50', 900]);
    expect(day.ticks('order-loaded').at(-1)).toBeLessThan(at('07:50'));
    expect(day.ticks('vehicle-departed')).toEqual([after('08:05', 0)]);
    expect(day.total('toursLate')).toBe(0);
  });

  it('by two at once is free when the later one ends, and is told so once', () => {
    const day = held(['08:01:00', 300], ['08:02:00', 600], ['08:03:00', 540]);
    expect(day.ticks('vehicle-freed')).toEqual([after('08:12', 0)]);
    expect(day.ticks('stop-begun')[0]).toBe(after('08:11', OUT_S + 300));
  });

  it('twice on a leg drives it in three pieces', () => {
    const day = held(['08:01:00', 60], ['08:04:00', 60]);
    expect(day.segments(VAN_1, 'waiting-store')).toHaveLength(2);
    expect(day.ticks('stop-begun')[0]).toBe(after('08:02', OUT_S + 300));
  });
});
