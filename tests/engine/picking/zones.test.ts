// Picking by zones in the two-zone DC (fixtures/two-zones.ts): every time worked out from metres at 1 m/s, search 4 s, extraction
// 10 s a line and 2 s a unit, set-up 30 s.

import { describe, expect, it } from 'vitest';
import { PICK } from '../../../packages/engine/src/model/labour.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import type { Picking } from '../../../packages/engine/src/model/picking.ts';
import { steppedDay, type SteppedDay } from '../../fixtures/stepped-day.ts';
import { tinyDemand, tinyStock, type TinyOrder } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import { EAST, WEST, twoZones } from '../../fixtures/two-zones.ts';

const { A, B, C } = TINY_ITEM;
const early = { release: at('08:10'), due: at('10:00') };
const order = (store: number, ...lines: TinyOrder['lines']): TinyOrder => ({
  arrival: '07:00',
  lines,
  delivery: { ...early, store },
});
/** Order 0: A 3 in the west, C 5 in the east. Order 1: B 2 in the west. */
const twoOrders = tinyDemand([order(0, [A, 3], [C, 5]), order(1, [B, 2])]);

const inZones = (picking: Partial<Picking>, changes: Partial<Model> = {}): SteppedDay =>
  steppedDay(twoZones(picking, { demand: twoOrders, ...changes }));
const seconds = (tick: number): number => (tick - at('08:10')) / 1e6;
const tours = (day: SteppedDay): (readonly [number, number, number, number])[] =>
  day.of('pick-tour-order').map(([tick, ...rest]) => [seconds(tick), ...rest] as const);

describe('pick-and-pass', () => {
  const method = 'pick-and-pass';
  // West, person 0: to the cart at the depot 5 s, setup 30 s; A 4 m and 20 s, B 2 m and 18 s; to the east's start 11 m: 90 s.
  // East, person 4 is there: C 5 m and 24 s, to packing 4 m: 123 s.
  it('passes the cart from zone to zone', () => {
    const day = inZones({ method });
    expect(tours(day)).toEqual([
      [0, 0, 0, WEST],
      [0, 1, 0, WEST],
      [90, 0, 4, EAST],
      [90, 1, 4, EAST],
    ]);
    expect(day.of('zone-picked').map(([tick, ...rest]) => [seconds(tick), ...rest])).toEqual([
      [90, 0, WEST, 0],
      [90, 1, WEST, 0],
      [123, 0, EAST, 4],
    ]);
    expect(day.of('order-picked').map(([tick, ...rest]) => [seconds(tick), ...rest])).toEqual([
      [123, 0, 4, -1],
      [123, 1, 4, -1],
    ]);
    expect(day.run.kpis()).toMatchObject({ pick_tours: 2, lines_picked: 3, orders_delivered: 2 });
  });

  it('keeps one cart with the batch, also where another is nearer', () => {
    const cart = inZones({ method }).of('equipment-seized');
    expect(cart.map(([tick, machine, person]) => [seconds(tick), machine, person])).toEqual([
      [0, 0, 0],
      [90, 0, 4],
    ]);
  });

  it('skips zones without lines', () => {
    const day = inZones({ method }, { demand: tinyDemand([order(0, [C, 5])]) });
    expect(tours(day)).toEqual([[0, 0, 0, EAST]]);
    expect(day.of('zone-picked').map(([, ...rest]) => rest)).toEqual([[0, EAST, 0]]);
  });

  it('prepares a batch once, parts its goods after the last zone and hands over there', () => {
    const day = inZones({ method, sorting: 'sort-after-pick', sortLine_s: 6, handOver_s: 5 });
    expect(seconds(day.of('zone-picked')[0]![0])).toBe(90);
    expect(seconds(day.of('order-picked')[0]![0])).toBe(123 + 3 * 6 + 2 * 5);
  });

  it('begins no batch without a cart, so that one person and one cart bring all to an end', () => {
    const { labour } = twoZones();
    const alone = { ...labour, people: labour.people.slice(0, 4), equipment: labour.equipment.slice(0, 3) };
    const orders = tinyDemand([order(0, [A, 3], [C, 5]), order(1, [B, 2], [C, 2]), order(0, [A, 1], [C, 1])]);
    const model = twoZones({ method }, { demand: orders });
    const day = steppedDay({ ...model, labour: alone, operations: { ...model.operations, batchOrders: 1 } });
    // Zone by zone: the second order does not begin before the cart has come back from the first.
    expect(tours(day).map(([, ...rest]) => rest)).toEqual(
      [0, 1, 2].flatMap((each) => [
        [each, 0, WEST],
        [each, 0, EAST],
      ]),
    );
    expect(day.of('order-picked')).toHaveLength(3);
  });

  it('gives the cart to nobody else while it waits for the picker of the next zone', () => {
    const { labour, picking } = twoZones({ method });
    const roles = [...labour.roles, { ...labour.roles[0]!, id: 'east-only' }];
    const late = { ...labour.shifts[0]!, id: 'late', start_s: 9 * 3600, breaks: [] };
    const people = labour.people.map((person, index) => (index === 4 ? { ...person, role: roles.length - 1, shift: 1 } : person));
    const zones = picking.zones.map((zone, index) => ({ ...zone, roles: index === EAST ? [roles.length - 1] : [0] }));
    const orders = tinyDemand([order(0, [A, 3], [C, 5]), order(1, [B, 2], [C, 2])]);
    const model = twoZones({ method }, { demand: orders });
    const day = steppedDay({
      ...model,
      labour: { ...labour, roles, people, shifts: [...labour.shifts, late], equipment: labour.equipment.slice(0, 3) },
      picking: { ...model.picking, zones },
      operations: { ...model.operations, batchOrders: 1 },
    });
    // The first order stands at the start of the east until nine; the second is not begun, since its only cart is there.
    const begun = tours(day);
    expect(begun.map(([, each, person, zone]) => [each, person, zone])).toEqual([
      [0, 0, WEST],
      [0, 4, EAST],
      [1, 0, WEST],
      [1, 4, EAST],
    ]);
    expect(begun[1]![0]).toBe((at('09:00') - at('08:10')) / 1e6);
    expect(begun[2]![0]).toBeGreaterThan(begun[1]![0]);
  });
});

describe('parallel zones', () => {
  const method = 'parallel-zones';

  it('pick at the same time and bring the parts together', () => {
    const day = inZones({ method, consolidatePart_s: 20, handOver_s: 5 });
    // West: 5 + 30 s, A 24 s, B 20 s, to the counter 12 m: 91 s; two parts 2 · 25 s: 141 s.
    // East: to the cart 5 s, with it back 5 s, 30 s, C 29 s, to the counter 6 m: 75 s; one part: 100 s.
    expect(day.of('zone-picked').map(([tick, ...rest]) => [seconds(tick), ...rest])).toEqual([
      [100, 0, EAST, 4],
      [141, 0, WEST, 0],
      [141, 1, WEST, 0],
    ]);
    expect(day.of('order-picked').map(([tick, ...rest]) => [seconds(tick), ...rest])).toEqual([
      [141, 0, 0, -1],
      [141, 1, 0, -1],
    ]);
    // Only order 0 had a part that waited.
    expect(day.run.kpis()['consolidation_wait_mean']).toBeCloseTo(41 / 60, 9);
  });

  it('let only people of a zone’s roles pick in it', () => {
    const model = twoZones({ method }, { demand: twoOrders });
    const roles = [...model.labour.roles, { ...model.labour.roles[0]!, id: 'west-only' }];
    const people = model.labour.people.map((person, index) => (index === 4 ? { ...person, role: roles.length - 1 } : person));
    const zones = model.picking.zones.map((zone, index) => ({ ...zone, roles: index === WEST ? [roles.length - 1] : [0] }));
    const day = steppedDay({ ...model, labour: { ...model.labour, roles, people }, picking: { ...model.picking, zones } });
    expect(tours(day).map(([, , person, zone]) => [person, zone])).toEqual([
      [4, WEST],
      [4, WEST],
      [0, EAST],
    ]);
  });

  const many = tinyDemand(
    Array.from({ length: 8 }, (_, i) => (i % 4 === 3 ? order(i % 2, [B, 1]) : order(i % 2, [A, 1], [C, 2], [B, 1]))),
  );

  /** The most orders of which a part was at the consolidation place at a time, and not the last. */
  function mostWaiting(day: SteppedDay): number {
    const waiting = new Set<number>();
    let most = 0;
    for (const [, name, a] of day.told) {
      if (name === 'zone-picked') waiting.add(a);
      if (name === 'order-picked') waiting.delete(a);
      if (name !== 'zone-picked' && name !== 'order-picked') most = Math.max(most, waiting.size);
    }
    return most;
  }

  it.each([1, 2, 3, Infinity])('hold at most %s orders at the consolidation place, and finish them all', (room) => {
    for (const release of ['waves', 'continuous'] as const) {
      const consolidation = { ...twoZones().picking.consolidation, orders: room };
      const model = twoZones({ method, release, consolidation, poolOrders: 3, poolWait_s: 60 }, { demand: many });
      const day = steppedDay({ ...model, operations: { ...model.operations, batchOrders: 3 } });
      expect(day.of('order-picked')).toHaveLength(8);
      expect(mostWaiting(day)).toBeLessThanOrEqual(room);
      expect(mostWaiting(day)).toBeGreaterThan(0);
    }
  });

  it('make a batch of what has come together when a picker comes for it', () => {
    const consolidation = { ...twoZones().picking.consolidation, orders: 2 };
    const model = twoZones({ method, consolidation }, { demand: many });
    const day = steppedDay({ ...model, operations: { ...model.operations, batchOrders: 8 } });
    // Six orders lie in both zones, two of them at a time have room; each zone picks what there is in one tour.
    const east = tours(day).filter(([, , , zone]) => zone === EAST);
    expect(east).toHaveLength(6);
    expect(new Set(east.map(([tick]) => tick)).size).toBeLessThan(6);
  });
});

describe('a zone with a reach truck', () => {
  it('reaches upper levels by the fork instead of having pallets fetched down', () => {
    const model = twoZones(
      { method: 'parallel-zones' },
      {
        demand: tinyDemand([order(0, [A, 3])]),
        initialStock: tinyStock([{ item: A, units: 9, location: tinyLocation(0, 0, 0, 1) }]),
      },
    );
    const upper = model.locations.level.map((level) => 1 - level);
    const truck = { ...model.labour.equipment[0]!, id: 'reach', kind: 0, speed_mps: 1, lift_mps: 0.25 };
    const day = (kind: number): number => {
      const zones = model.picking.zones.map((zone) => ({ ...zone, equipment: kind }));
      const run = steppedDay({
        ...model,
        locations: { ...model.locations, handPick: upper },
        labour: { ...model.labour, equipment: [...model.labour.equipment, truck] },
        picking: { ...model.picking, zones },
      });
      return seconds(run.of('line-picked')[0]![0]);
    };
    // To the depot 5 s, setup 30 s, 4 m, search 4 s, extraction 16 s; up to the floor of the slot, 1 m, and down at 0.25 m/s
    // 8 s, or 30 s for the pallet.
    expect(day(0)).toBe(59 + 8);
    expect(day(3)).toBe(59 + 30);
  });
});

describe('picking without zones', () => {
  it('is what it was: zones that are not used change nothing', () => {
    const plain = tinyModel({ demand: twoOrders });
    const zoned = { ...plain, picking: { ...plain.picking, zones: twoZones().picking.zones } };
    expect(steppedDay(zoned).run.hash()).toBe(steppedDay(plain).run.hash());
  });

  it('tells who has which orders when a tour begins', () => {
    const day = steppedDay(tinyModel({ demand: twoOrders }));
    expect(day.of('pick-tour-order').map(([, ...rest]) => rest)).toEqual([
      [0, 0, -1],
      [1, 0, -1],
    ]);
    expect(day.of('task-started').filter(([, , kind]) => kind === PICK)).toHaveLength(1);
    expect(day.of('zone-picked')).toEqual([]);
  });
});
