import { describe, expect, it } from 'vitest';
import { windowOfStore } from '../../../packages/engine/src/delivery/windows.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { boardAt, drivenKm, type StopView } from '../../../packages/viewer/src/frames/delivery-board.ts';
import { deliveryLogOf } from '../../../packages/viewer/src/frames/delivery-log.ts';
import { planAt } from '../../../packages/viewer/src/frames/delivery-tours.ts';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { frame, type EventRow } from '../fixtures/frames.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

const S = 1e6;
const HOUR = 3600;

/** The small centre with a store that is open all day and one that closes at noon; one electric vehicle. */
function model(): Model {
  const small = smallModel();
  const { stores, vehicles } = small.fleet;
  return {
    ...small,
    demand: {
      ...small.demand,
      orders: { ...small.demand.orders, due: Float64Array.of(8.5 * HOUR * S, 8.5 * HOUR * S, Infinity) },
    },
    fleet: {
      ...small.fleet,
      stores: {
        ...stores,
        opens_s: Float64Array.from(stores.opens_s, (_, store) => (store === 1 ? 9 * HOUR : 0)),
        closes_s: Float64Array.from(stores.closes_s, (_, store) => (store === 1 ? 12 * HOUR : 24 * HOUR)),
      },
      vehicles: vehicles.map((vehicle) => ({ ...vehicle, battery_kWh: 60, use_perKm: 0.5, charge_kW: 7 })),
      charging: { chargers: 1, charger_kW: 7, site_kW: 7 },
    },
  };
}

/** Order 1 goes to the store that closes at noon. Planned as 0, 1; at 10:00 planned anew as 1, 0; the vehicle is held 10:30 to 11:00. */
const EVENTS: readonly EventRow[] = [
  [8 * HOUR, 'tour-planned', 0, 0, 2],
  [8 * HOUR, 'tour-stop-planned', 0, 0, 0],
  [8 * HOUR, 'tour-stop-planned', 0, 1, 1],
  [9 * HOUR, 'vehicle-departed', 0, 0, -1],
  [9 * HOUR, 'stop-eta', 0, 0, 11 * HOUR],
  [9 * HOUR, 'stop-eta', 0, 1, 11.75 * HOUR],
  [9.5 * HOUR, 'stop-eta', 0, 1, 12.25 * HOUR],
  [10 * HOUR, 'tour-changed', 0, 0, 0],
  [10 * HOUR, 'tour-stop-planned', 0, 1, 0],
  [10 * HOUR, 'tour-stop-planned', 0, 0, 1],
  [10 * HOUR, 'stop-eta', 0, 0, 11.9 * HOUR],
  [10 * HOUR, 'stop-eta', 0, 1, 13 * HOUR],
  [10.5 * HOUR, 'vehicle-held', 0, 3600, 1],
  [11 * HOUR, 'vehicle-freed', 0],
  [12 * HOUR + 300, 'stop-begun', 0, 0, 300],
  [12.25 * HOUR, 'order-delivered', 1, 0, 0],
  [13 * HOUR, 'stop-begun', 0, 1, 0],
  [13.25 * HOUR, 'order-undelivered', 0, 0, 0],
  [14 * HOUR, 'order-returned', 0, 0, 0],
  [14 * HOUR, 'vehicle-returned', 0, 0],
  [15 * HOUR, 'charging-asked', 0, 30_000],
  [16 * HOUR, 'charging-started', 0, 0, 30_000],
];

function recorded(events: readonly EventRow[] = EVENTS): RunRecord {
  const record = new RunRecord(model(), smallAgents);
  record.append(
    frame(
      0,
      0,
      24 * HOUR,
      [
        [3, 0, 9 * HOUR, 30, -10, 30, -10, 'parked'],
        [3, 9 * HOUR, 10 * HOUR, 0, 0, 6, 8, 'driving'],
        [3, 10 * HOUR, 11 * HOUR, 6, 8, 6, 8, 'broken-down'],
        [3, 11 * HOUR, 24 * HOUR, 6, 8, 6, 8, 'delivering'],
      ],
      events,
    ),
  );
  return record;
}

const stopsAt = (record: RunRecord, hour: number): readonly StopView[] =>
  boardAt(record, hour * HOUR * S).vehicles[0]!.tours[0]?.stops ?? [];
const told = (record: RunRecord, hour: number): unknown[] =>
  stopsAt(record, hour).map(({ stop, status, late, late_s }) => [stop.order, status, late, Math.round(late_s)]);

describe('the board of deliveries', () => {
  it('knows the status and the lateness of every stop at any instant, forwards and backwards', () => {
    const record = recorded();
    const expected: readonly (readonly [number, unknown[]])[] = [
      [7, []],
      [
        8.5,
        [
          [0, 'planned', 'no', 0],
          [1, 'planned', 'no', 0],
        ],
      ],
      [
        9.25,
        [
          [0, 'next', 'no', 0],
          [1, 'waiting', 'no', 0],
        ],
      ],
      [
        9.75,
        [
          [0, 'next', 'no', 0],
          [1, 'waiting', 'expected', 900],
        ],
      ],
      [
        10.25,
        [
          [1, 'next', 'no', 0],
          [0, 'waiting', 'no', 0],
        ],
      ],
      [
        12.05,
        [
          [1, 'next', 'late', 180],
          [0, 'waiting', 'no', 0],
        ],
      ],
      [
        12.1,
        [
          [1, 'serving', 'late', 300],
          [0, 'waiting', 'no', 0],
        ],
      ],
      [
        12.5,
        [
          [1, 'done', 'late', 300],
          [0, 'next', 'no', 0],
        ],
      ],
      [
        14.5,
        [
          [1, 'done', 'late', 300],
          [0, 'failed', 'no', 0],
        ],
      ],
    ];
    for (const [hour, stops] of [...expected, ...[...expected].reverse()])
      expect([hour, told(record, hour)]).toEqual([hour, stops]);
  });

  it('keeps the plan before a re-plan, with the same stops in another order', () => {
    const record = recorded();
    const view = boardAt(record, 10.25 * HOUR * S).vehicles[0]!.tours[0]!;
    expect(view.plan).toMatchObject({ tick: 10 * HOUR * S, from: 0, cause: 0 });
    expect(view.before?.stops).toEqual([view.plan.stops[1], view.plan.stops[0]]);
    expect(view.before?.stops[0]).toBe(view.plan.stops[1]);
    expect(boardAt(record, 9.75 * HOUR * S).vehicles[0]!.tours[0]!.before).toBeUndefined();
    expect(planAt(view.tour, 7 * HOUR * S)).toBeUndefined();
  });

  it('counts vehicles, stops, lateness and kilometres', () => {
    const record = recorded();
    const figures = (hour: number): object => boardAt(record, hour * HOUR * S).figures;
    expect(figures(9.75)).toMatchObject({
      out: 1,
      vehicles: 1,
      done: 0,
      left: 2,
      late: 0,
      expectedLate: 1,
      onTime: NaN,
      replanned: 0,
    });
    expect(figures(12.5)).toMatchObject({ out: 1, done: 1, left: 1, late: 1, expectedLate: 0, onTime: 0, replanned: 1 });
    expect(figures(20)).toMatchObject({ out: 0, done: 1, failed: 1, left: 0, late: 1, onTime: 0 });
    const { roadFactor } = record.model.fleet.roads;
    expect(drivenKm(record, 0, 0, 24 * HOUR * S)).toBeCloseTo(10 * roadFactor, 5);
    expect(drivenKm(record, 0, 0, 9.5 * HOUR * S)).toBeCloseTo(5 * roadFactor, 5);
  });

  it('knows until when a vehicle is held, and that it broke down', () => {
    const { vehicles } = deliveryLogOf(recorded());
    expect(vehicles.holdOf(0, 10.75 * HOUR * S)).toMatchObject({ breakdown: true, until: 11 * HOUR * S });
    expect(vehicles.holdOf(0, 10.25 * HOUR * S)).toBeUndefined();
    expect(vehicles.holdOf(0, 11 * HOUR * S)).toBeUndefined();
    const foreseen = deliveryLogOf(recorded(EVENTS.filter(([, name]) => name !== 'vehicle-freed')));
    expect(foreseen.vehicles.holdOf(0, 11.25 * HOUR * S)?.until).toBe(11.5 * HOUR * S);
  });

  it('estimates the battery from what was told, the way since and the charger', () => {
    const { vehicles } = deliveryLogOf(recorded());
    const at = (hour: number, km: number): number | undefined => vehicles.battery_kWh(0, hour * HOUR * S, () => km);
    expect(at(12, 20)).toBe(50);
    expect(at(15.5, 0)).toBe(30);
    expect(at(18, 0)).toBeCloseTo(44, 9);
    expect(at(23.9, 0)).toBe(60);
    const plain = new RunRecord(smallModel(), smallAgents);
    expect(deliveryLogOf(plain).vehicles.battery_kWh(0, 0, () => 0)).toBeUndefined();
  });

  it('gives an undelivered order the states of what happens to it', () => {
    const record = recorded();
    const state = (hour: number): string => record.orderStates[record.orderStateAt(0, hour * HOUR * S)]!;
    expect([13.5, 14.5].map(state)).toEqual(['undelivered', 'returned']);
  });

  it('finds the stop of an order in the plan that holds', () => {
    const { tours } = deliveryLogOf(recorded());
    expect(tours.stopOf({ order: 1 }, 9.5 * HOUR * S)?.position).toBe(1);
    expect(tours.stopOf({ order: 1 }, 10.5 * HOUR * S)?.position).toBe(0);
    expect(tours.stopOf({ order: 2 }, 10.5 * HOUR * S)).toBeUndefined();
    expect(tours.drivenBy(0, 10 * HOUR * S)?.number).toBe(0);
    expect([8.9, 14].map((hour) => tours.drivenBy(0, hour * HOUR * S))).toEqual([undefined, undefined]);
  });

  it('takes the window of the day, or of the next where it is over at departure', () => {
    const at = (hour: number): number[] | undefined => {
      const window = windowOfStore(model().fleet.stores, 1, hour * HOUR * S);
      return window === undefined ? undefined : [window.opens / S / HOUR, window.closes / S / HOUR];
    };
    expect(at(8)).toEqual([9, 12]);
    expect(at(12)).toEqual([33, 36]);
    expect(windowOfStore(model().fleet.stores, 0, 8 * HOUR * S)).toBeUndefined();
  });
});

describe('collections and new tours', () => {
  it('are stops too, and a tour that is emptied is no tour any more', () => {
    const small = model();
    const collections = {
      count: 1,
      code: ['P-1'],
      store: Int32Array.of(1),
      announced: Float64Array.of(0),
      release: Float64Array.of(8 * HOUR * S),
      due: Float64Array.of(8.5 * HOUR * S),
      cutOff: Float64Array.of(18 * HOUR * S),
      parcels: Int32Array.of(3),
      weight_kg: Float64Array.of(6),
      volume_l: Float64Array.of(20),
    };
    const record = new RunRecord({ ...small, demand: { ...small.demand, collections } }, smallAgents);
    record.append(
      frame(
        0,
        0,
        24 * HOUR,
        [],
        [
          [8 * HOUR, 'tour-planned', 0, 0, 1],
          [8 * HOUR, 'collection-planned', 0, 0, 0],
          [8 * HOUR, 'tour-planned', 1, 0, 1],
          [8 * HOUR, 'tour-stop-planned', 1, 1, 0],
          [8 * HOUR, 'delivery-unplanned', 0, -1],
          [8.25 * HOUR, 'tour-changed', 1, 0, 2],
          [9 * HOUR, 'vehicle-departed', 0, 0, -1],
          [9.5 * HOUR, 'stop-begun', 0, 0, 0],
          [9.6 * HOUR, 'parcels-collected', 0, 0, 0],
          [11 * HOUR, 'parcels-received', 0, 0, 0],
          [11 * HOUR, 'vehicle-returned', 0, 0],
        ],
      ),
    );
    const board = (hour: number): ReturnType<typeof boardAt> => boardAt(record, hour * HOUR * S);
    expect(board(8.1).vehicles[0]!.tours.map(({ tour }) => tour.number)).toEqual([0, 1]);
    expect(board(8.5).vehicles[0]!.tours.map(({ tour }) => tour.number)).toEqual([0]);
    expect(board(9.55).vehicles[0]!.tours[0]!.stops[0]).toMatchObject({
      status: 'serving',
      stop: { collection: 0, order: -1, store: 1 },
    });
    expect(board(10).figures).toMatchObject({ parcelsCollected: 3, parcelsReceived: 0, done: 1, onTime: 1 });
    expect(board(12).figures).toMatchObject({ parcelsCollected: 3, parcelsReceived: 3 });
    expect(deliveryLogOf(record).tours.unplanned).toEqual([{ tick: 8 * HOUR * S, order: 0, collection: -1 }]);
  });
});
