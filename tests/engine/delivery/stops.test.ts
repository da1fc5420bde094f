import { describe, expect, it } from 'vitest';
import { ORDER_STATES } from '../../../packages/engine/src/world/states.ts';
import { TINY_ITEM, TINY_PERSON, tinyModel } from '../../fixtures/tiny-model.ts';
import { BACK_S, OUT_S, VAN_1, after, deliveryDay, staged, type DayChanges } from './day.ts';

const { A, B } = TINY_ITEM;
const NORTH = { east_km: 0, north_km: 3 };
const EAST = { east_km: 4, north_km: 3 };
/** North after 300 s, then 4 km to the east, then 5 km home; two orders that stand in their lane at 08:00. */
const twoStops: DayChanges = { orders: [staged(0, '08:00', [[A, 3]]), staged(1, '08:00', [[B, 2]])] };

describe('stops on the road', () => {
  it('are expected, begun and left on the second', () => {
    const day = deliveryDay(twoStops);
    expect(day.of('vehicle-departed').map(({ tick, c }) => [tick, c])).toEqual([[after('08:00', 0), 1]]);
    const begins = [OUT_S + 300, OUT_S + 300 + 300 + 400];
    expect(day.of('stop-eta').map(({ tick, a, b, c }) => [tick, a, b, c])).toEqual(
      begins.map((begin, position) => [after('08:00', 0), 0, position, Math.round(8 * 3600 + begin)]),
    );
    expect(day.of('stop-begun').map(({ tick, b, c }) => [tick, b, c])).toEqual(
      begins.map((begin, position) => [after('08:00', begin), position, 0]),
    );
    expect(day.ticks('order-delivered')).toEqual(begins.map((begin) => after('08:00', begin + 300)));
    // Home 500 s, to the spot, empties 120 s.
    const back = after('08:00', OUT_S + 300 + 300 + 400 + 300 + 500 + BACK_S + 120);
    expect(day.ticks('vehicle-returned')).toEqual([back]);
    expect(day.total('stops')).toBe(2);
    expect(day.total('etaErrorTicks')).toBe(0);
    expect(day.total('roadTicks')).toBe(back - after('08:00', 0));
    expect(day.total('tourKm')).toBeCloseTo(12, 9);
    expect(day.total('emptyKm')).toBeCloseTo(5, 9);
    // Loading began with the driver's way at 07:30; 12,000 an hour.
    expect(day.total('driver_krw')).toBeCloseTo(((back - after('07:30', 0)) / 3.6e9) * 12_000, 6);
    expect([day.total('loaded_kg'), day.total('capacity_kg')]).toEqual([3 * 2 + 2 * 5, 1000]);
  });

  it('wait until the store opens, and are late after it has closed', () => {
    const day = deliveryDay({
      ...twoStops,
      stores: [
        { ...NORTH, opens: '08:10', closes: '12:00' },
        { ...EAST, opens: '06:00', closes: '08:15' },
      ],
    });
    expect(day.of('stop-eta').map(({ c }) => c)).toEqual([8 * 3600 + 600, 8 * 3600 + 600 + 700]);
    expect(day.segments(VAN_1, 'waiting-store')).toEqual([[after('08:00', OUT_S + 300), after('08:10', 0), 0, 3]]);
    expect(day.segments(TINY_PERSON.driver, 'waiting-store')).toEqual(day.segments(VAN_1, 'waiting-store'));
    // 300 s of service and 400 s of driving from 08:10 on: 08:21:40, 400 s after closing.
    expect(day.of('stop-begun').map(({ tick, c }) => [tick, c])).toEqual([
      [after('08:10', 0), 0],
      [after('08:21:40', 0), 400],
    ]);
    expect([day.total('stopsLate'), day.total('lateTicks')]).toEqual([1, 400e6]);
    expect(day.total('storeWaitTicks')).toBe(after('08:10', 0) - after('08:00', OUT_S + 300));
  });

  it('bring back what nobody takes', () => {
    const day = deliveryDay({ ...twoStops, roads: { absentProbability: 1 } });
    expect(day.of('order-undelivered').map(({ a }) => a)).toEqual([0, 1]);
    expect(day.of('order-delivered')).toEqual([]);
    const returned = day.of('order-returned');
    expect(returned.map(({ a, b, c }) => [a, b, c])).toEqual([
      [0, 0, 0],
      [1, 0, 0],
    ]);
    expect(returned[0]!.tick).toBe(day.ticks('vehicle-returned')[0]);
    expect([day.total('unitsReturned'), day.total('unitsShipped')]).toEqual([5, 0]);
    expect([day.total('stopsFailed'), day.total('ordersReturned')]).toEqual([2, 2]);
    // The goods were on board all the way.
    expect(day.total('emptyKm')).toBe(0);
    const { state } = day.run.snapshot().world.tables['orders']!.columns;
    expect(Array.from(state!, (each) => ORDER_STATES[each])).toEqual(['returned', 'returned']);
  });

  it('send back lines with something wrong, and keep the others', () => {
    const order = {
      arrival: '07:00',
      lines: [
        [A, 3],
        [B, 2],
      ],
      delivery: { store: 0, release: after('07:30', 0), due: after('09:00', 0) },
    } as const;
    const wrong = (refuseWrong: boolean) =>
      deliveryDay({
        orders: [order],
        delivery: { refuseWrong },
        model: {
          operations: { ...tinyModel().operations, wrongPickProbability: 1 },
          packing: { ...tinyModel().packing, check: 'none' },
        },
      });
    const day = wrong(true);
    expect(day.of('line-refused').map(({ a, b, c }) => [a, b, c])).toEqual([
      [0, 0, 3],
      [1, 0, 2],
    ]);
    expect(day.ticks('line-refused')[0]).toBe(day.ticks('order-delivered')[0]);
    expect(day.of('order-returned')).toHaveLength(1);
    expect([day.total('linesRefused'), day.total('unitsReturned'), day.total('unitsShipped')]).toEqual([2, 5, 0]);
    // They are wrong lines that reached the store, refused or not; what is refused is not sold.
    expect([day.total('wrongDelivered'), day.total('sales_krw')]).toEqual([2, 0]);
    const kept = wrong(false);
    expect([kept.total('unitsReturned'), kept.total('wrongDelivered'), kept.total('sales_krw')]).toEqual([0, 2, 7000]);
  });

  it('are told anew when a leg takes a minute longer than expected', () => {
    const day = deliveryDay({ ...twoStops, roads: { legCv: 0.8, stopCv: 0.5 } });
    const told = day.of('stop-eta');
    expect(told.length).toBeGreaterThan(2);
    // What was told last of a stop is never a minute or more off when it begins.
    for (const { tick, b: position } of day.of('stop-begun')) {
      const last = told.filter((event) => event.b === position).at(-1)!;
      expect(Math.abs(last.c * 1e6 - tick)).toBeLessThan(60.5e6);
    }
  });
});
