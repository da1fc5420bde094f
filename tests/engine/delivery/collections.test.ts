import { describe, expect, it } from 'vitest';
import { COLLECTION_STATES } from '../../../packages/engine/src/world/states.ts';
import { TINY_ITEM, TINY_PERSON } from '../../fixtures/tiny-model.ts';
import { BACK_S, after, deliveryDay, staged } from './day.ts';

const { A } = TINY_ITEM;
const GATE_S = BACK_S;
const round = { release: '07:30', due: '08:00', cutOff: '09:00' };

describe('collections', () => {
  it('are fetched by a tour that needs no door, and received at the DC', () => {
    const day = deliveryDay({
      collections: [
        { ...round, store: 0, parcels: 6 },
        { ...round, store: 1, parcels: 4, cutOff: '08:35' },
      ],
      delivery: { unloadParcel_s: 15 },
    });
    expect(day.of('collection-announced').map(({ tick, a }) => [tick, a])).toEqual([
      [after('07:30', 0), 0],
      [after('07:30', 0), 1],
    ]);
    expect(day.of('collection-planned').map(({ a, b, c }) => [a, b, c])).toEqual([
      [0, 0, 0],
      [0, 1, 1],
    ]);
    expect(day.of('vehicle-docked')).toEqual([]);
    // The driver is asked at 07:55, walks 5 m to the place next to the spot, and leaves from the spot at 08:00.
    expect(day.segments(TINY_PERSON.driver, 'walking').at(-1)!.slice(1)).toEqual([after('07:55', 5), 16, 0]);
    expect(day.of('vehicle-departed').map(({ tick, c }) => [tick, c])).toEqual([[after('08:00', 0), -1]]);
    expect(day.ticks('stop-begun')).toEqual([after('08:00', GATE_S + 300), after('08:00', GATE_S + 1000)]);
    expect(day.ticks('parcels-collected')).toEqual([after('08:00', GATE_S + 600), after('08:00', GATE_S + 1300)]);
    // Home 500 s, to the spot; 120 s and 10 parcels of 15 s: 08:34:42, too late for neither cut-off but the second's 08:35.
    const back = after('08:00', GATE_S + 1800 + BACK_S + 120 + 150);
    expect(back).toBeLessThan(after('08:35', 0));
    expect(day.of('parcels-received').map(({ tick, a }) => [tick, a])).toEqual([
      [back, 0],
      [back, 1],
    ]);
    expect([day.total('parcelsReceived'), day.total('parcelsInTime')]).toEqual([10, 10]);
    // Out to the first stop the vehicle is empty.
    expect(day.total('emptyKm')).toBeCloseTo(3, 9);
    expect([day.total('loaded_kg'), day.total('capacity_kg')]).toEqual([20, 1000]);
    const { state } = day.run.snapshot().world.tables['collections']!.columns;
    expect(Array.from(state!, (each) => COLLECTION_STATES[each])).toEqual(['received', 'received']);
  });

  it('may come too late for their linehaul', () => {
    const day = deliveryDay({ collections: [{ ...round, store: 0, parcels: 6, cutOff: '08:10' }] });
    expect([day.total('parcelsReceived'), day.total('parcelsInTime')]).toEqual([6, 0]);
  });

  it('share a tour with orders of the same departure', () => {
    const day = deliveryDay({
      orders: [
        {
          ...staged(0, '08:00', [[A, 3]]),
          delivery: { store: 0, release: after('07:30', 0), due: after('08:00', 0), staged: true },
        },
      ],
      collections: [{ ...round, store: 1, parcels: 4 }],
    });
    expect(day.of('tour-planned').map(({ a, c }) => [a, c])).toEqual([[0, 2]]);
    expect([day.ticks('order-delivered').length, day.ticks('parcels-collected').length]).toEqual([1, 1]);
    // Between the stops there is nothing on board.
    expect(day.total('emptyKm')).toBeCloseTo(4, 9);
  });

  it('that no vehicle can take are told, and stay where they are', () => {
    const day = deliveryDay({ collections: [{ ...round, store: 0, parcels: 6 }], vehicles: [{ capacity_l: 40 }] });
    expect(day.of('delivery-unplanned').map(({ a, b }) => [a, b])).toEqual([[-1, 0]]);
    const none = deliveryDay({ orders: [staged(0, '08:00', [[A, 3]])], vehicles: [{ driver: -1 }] });
    expect(none.of('delivery-unplanned').map(({ a, b }) => [a, b])).toEqual([[0, -1]]);
    expect(none.total('ordersUnplanned')).toBe(1);
  });

  it('announced after their round was planned get a tour of their own', () => {
    const day = deliveryDay({
      collections: [
        { ...round, store: 0, parcels: 6 },
        { ...round, store: 1, parcels: 4, announced: '07:40' },
      ],
    });
    const [first, second] = day.of('tour-planned');
    expect([first!.tick, second!.tick]).toEqual([after('07:30', 0), after('07:40', 0)]);
    // The vehicle is out when the round leaves: it goes again when it is back.
    const [back] = day.ticks('vehicle-returned');
    expect(day.ticks('vehicle-departed')[1]).toBe(back);
    expect(day.ticks('parcels-received')).toHaveLength(2);
  });
});
