// Doors in a run: who gets one when, under every policy; nobody is left standing.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { TRACE_EVENTS } from '../../../packages/engine/src/trace/format.ts';
import { doorAssignmentPolicies } from '../../../packages/engine/src/yard/door-assignment/policies.ts';
import { tinyDemand, withColleague } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';
import { runWhole, stopAndContinue } from '../../fixtures/whole-run.ts';

const ids = doorAssignmentPolicies.map(({ id }) => id);

function clock(minutes: number): string {
  return `${String(7 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** [minute of arrival after 07:00, of the appointment, pallets, item] */
type Truck = readonly [number, number, number, number];

/** Trucks at the tiny DC with a second inbound door. C and D are chilled, and aisle 1, where they live. */
function trucks(rows: readonly Truck[], classes: readonly [number, number]): Model {
  const { building, items, locations } = tinyModel();
  const demand = tinyDemand(
    [],
    rows.map(([arrival, , , item]) => ({ arrival: clock(arrival), lines: [[item, 1]] as const })),
  );
  const [inbound, outbound] = building.doors;
  return tinyModel({
    building: {
      ...building,
      doors: [{ ...inbound!, classes: classes[0] }, { ...inbound!, id: 'in-2', x_m: 6, classes: classes[1] }, outbound!],
    },
    items: { ...items, temperature: Uint8Array.of(0, 0, 1, 1) },
    locations: { ...locations, temperature: locations.temperature.map((_, location) => locations.aisle[location]!) },
    demand: {
      ...demand,
      trucks: {
        ...demand.trucks,
        appointment: Float64Array.from(rows, ([, appointment]) => at('07:00') + appointment * 60e6),
        pallets: Float64Array.from(rows, ([, , pallets]) => pallets),
      },
    },
  });
}

const { A, B, C } = TINY_ITEM;

describe('doors', () => {
  it('by class: a chilled truck waits for the chilled door while another is free, and an ambient one goes before it', () => {
    const model = trucks(
      [
        [5, 5, 2, C],
        [6, 6, 1, C],
        [7, 7, 1, B],
      ],
      [2, 1],
    );
    const day = toldDay(model, { 'door-assignment': 'by-class' });
    expect(day.of('truck-docked').map(({ a, b }) => [a, b])).toEqual([
      [0, 0],
      [2, 1],
      [1, 0],
    ]);
  });

  it('by schedule: a door stays free for a truck that comes soon, and is given at the latest when it was to be', () => {
    // A long patient truck, and an urgent heavy one announced for 07:10 that comes an hour late: nobody waits for it longer.
    const model = oneDoor([
      [5, 200, 40, A],
      [70, 10, 10, B],
    ]);
    const day = toldDay(model, { 'door-assignment': 'time-window-schedule' });
    // 10 pallets of 180 s from 07:10 on: the first truck was to start at 07:40. From 07:10 on the second is overdue.
    const [first] = day.of('truck-docked');
    expect(first!.a).toBe(0);
    expect(first!.tick).toBe(at('07:40') + 5e6);
    const plain = toldDay(model, { 'door-assignment': 'first-free' });
    expect(plain.of('truck-docked')[0]!.tick).toBeLessThan(at('07:06'));
  });

  it.each(ids)('%s serves every truck, whatever comes, and goes on from a copy', (id) => {
    const choice = { ...plainPolicies, 'door-assignment': id };
    for (let seed = 0; seed < 6; seed++) {
      const random = new RandomStream(`doors ${seed}`);
      const rows = Array.from({ length: 2 + random.integer(6) }, () => {
        const appointment = random.integer(90);
        const arrival = Math.max(0, appointment + random.integer(60) - 30);
        return [arrival, appointment, 1 + random.integer(3), random.integer(4)] as const;
      }).sort((a, b) => a[0] - b[0]);
      const model = trucks(rows, [1 + random.integer(7), 1 + random.integer(7)]);
      const whole = runWhole(model, choice, seed);
      expect(whole.run.kpis()['trucks_received']).toBe(rows.length);
      const copied = stopAndContinue(model, choice, seed, at('07:30') + random.integer(60) * 60e6, 2, seed % 2 === 0);
      expect(copied.hash).toBe(whole.hash);
      const left = toldDay(model, { 'door-assignment': id }).of('truck-left');
      expect(left).toHaveLength(rows.length);
    }
  });
});

describe('the outbound door', () => {
  it.each(ids)('%s: a loaded vehicle that is early clears it for another that waits', (id) => {
    const tiny = tinyModel();
    const [van] = tiny.fleet.vehicles;
    const model = {
      ...tiny,
      labour: withColleague(TINY_PERSON.driver),
      fleet: { ...tiny.fleet, vehicles: [TINY_PERSON.driver, 4].map((driver) => ({ ...van!, driver, maxStops: 1 })) },
    };
    const { chunks } = runWhole(model, { ...plainPolicies, 'door-assignment': id }, 1);
    const { events } = chunks[0]!;
    const told = Array.from({ length: events.count }, (_, i) => ({
      name: TRACE_EVENTS[events.kind[i]!]!,
      vehicle: events.a[i]!,
    }));
    const order = told.filter(({ name }) => /^vehicle-(docked|undocked|departed)$/.test(name));
    expect(order.map(({ name }) => name)).toEqual([
      'vehicle-docked',
      'vehicle-undocked',
      'vehicle-docked',
      'vehicle-departed',
      'vehicle-departed',
    ]);
    expect(order[1]!.vehicle).toBe(order[0]!.vehicle);
    expect(order[2]!.vehicle).not.toBe(order[0]!.vehicle);
  });
});

function oneDoor(rows: readonly Truck[]): Model {
  const model = trucks(rows, [7, 7]);
  const { building } = model;
  return { ...model, building: { ...building, doors: building.doors.filter(({ id }) => id !== 'in-2') } };
}
