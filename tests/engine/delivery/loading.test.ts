import { describe, expect, it } from 'vitest';
import { LOAD, TASK_KINDS } from '../../../packages/engine/src/model/labour.ts';
import { TINY_ITEM, TINY_PERSON, tinyModel } from '../../fixtures/tiny-model.ts';
import { VAN_1, after, deliveryDay, staged, type DayChanges } from './day.ts';

const { A, B, C } = TINY_ITEM;
const { driver, worker } = TINY_PERSON;
/** 35 litres for the first stop, 20 for the second. */
const twoStops: DayChanges = {
  orders: [
    staged(0, '08:00', [
      [A, 3],
      [C, 5],
    ]),
    staged(1, '08:00', [[B, 2]]),
  ],
};
/** At the lane at 07:30:03, docked 5 s later. */
const DOCKED = after('07:30', 8);

describe('loading', () => {
  it('takes the last stop first, each its share by volume', () => {
    const day = deliveryDay(twoStops);
    const begun = DOCKED + 2e6;
    expect(day.of('order-loaded').map(({ tick, a }) => [tick, a])).toEqual([
      [begun + Math.round((300e6 * 20) / 55), 1],
      [begun + 300e6, 0],
    ]);
  });

  it('is done by one who can while the driver waits', () => {
    const day = deliveryDay({ ...twoStops, delivery: { loadingBy: 'crew' } });
    const crew = day.of('task-started').find(({ b }) => b === LOAD)!;
    expect([crew.tick, crew.a, crew.c]).toEqual([DOCKED, worker, 0]);
    // The worker walks 5 m from the rest place to the door.
    const begun = DOCKED + 5e6;
    expect(day.ticks('order-loaded').at(-1)).toBe(begun + 300e6);
    expect(day.segments(driver, 'waiting-goods').map(([from, to]) => [from, to])).toEqual([[DOCKED, begun + 300e6]]);
    const end = day.events.findIndex(({ name, b }) => name === 'task-finished' && b === LOAD);
    expect(day.events[end - 1]!.name).toBe('order-loaded');
    expect(day.ticks('vehicle-departed')).toEqual([after('08:00', 0)]);
  });

  it('is done by the driver himself where nobody else is free', () => {
    const { labour } = tinyModel();
    const late = { ...labour.shifts[0]!, id: 'late', start_s: 11 * 3600, breaks: [] };
    const people = labour.people.map((person, i) => (i === worker ? { ...person, shift: 1 } : person));
    const day = deliveryDay({
      ...twoStops,
      delivery: { loadingBy: 'crew' },
      model: { labour: { ...labour, people, shifts: [...labour.shifts, late] } },
    });
    expect(day.of('task-started').map(({ b }) => TASK_KINDS[b])).toEqual(['deliver']);
    expect(day.ticks('order-loaded').at(-1)).toBe(DOCKED + 302e6);
  });

  it('waits for a cold load space', () => {
    const { items, locations } = tinyModel();
    const day = deliveryDay({
      ...twoStops,
      vehicles: [{ compartments: 7, preCool_s: 2400 }],
      model: {
        items: { ...items, temperature: new Uint8Array(4).fill(1) },
        locations: { ...locations, temperature: new Uint8Array(16).fill(1) },
      },
    });
    // Planned at 00:00 for loading at 07:30: on at 06:50, cold at 07:30.
    expect(day.ticks('pre-cooling-started')).toEqual([after('06:50', 0)]);
    expect(day.ticks('order-loaded').at(-1)).toBe(DOCKED + 302e6);
    expect(day.segments(VAN_1, 'pre-cooling').length).toBeGreaterThan(0);
  });
});
