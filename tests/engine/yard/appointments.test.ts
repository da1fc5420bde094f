import { describe, expect, it } from 'vitest';
import { PLAIN_DELIVERY, type Appointments } from '../../../packages/engine/src/model/delivery.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';
import { runWhole, stopAndContinue, traceDigest } from '../../fixtures/whole-run.ts';

const { A, D } = TINY_ITEM;
const FIRST_TRUCK = 4;
/** From the gate (9, -24) to the first spot, and from there to the only inbound door, at 2 m/s. */
const TO_SPOT = Math.round((Math.sqrt(7 ** 2 + 10 ** 2) / 2) * 1e6);
const TO_DOOR = 5e6;

/** Trucks of a pallet, unloaded in 180 s: [arrival, appointment]. */
function trucksAt(appointments: Appointments, ...times: readonly (readonly [string, string])[]): Model {
  const demand = tinyDemand(
    [],
    times.map(([arrival], truck) => ({ arrival, lines: [[truck % 2 === 0 ? A : D, 2]] as const })),
  );
  const appointment = Float64Array.from(times, ([, each]) => at(each));
  return tinyModel({
    demand: { ...demand, trucks: { ...demand.trucks, appointment } },
    delivery: { ...PLAIN_DELIVERY, appointments },
  });
}

describe('appointments of inbound trucks', () => {
  it('are kept: who is early stands in the yard until then, and asks for a door only then', () => {
    const day = toldDay(trucksAt('kept', ['07:10', '07:30']));
    expect(day.one('truck-arrived', 0).tick).toBe(at('07:10'));
    expect(day.stays(FIRST_TRUCK, 'parked')).toEqual([[at('07:10') + TO_SPOT, at('07:30')]]);
    expect(day.one('truck-docked', 0).tick).toBe(at('07:30') + TO_DOOR);
  });

  it('are taken as trucks come otherwise', () => {
    const day = toldDay(trucksAt('first-come', ['07:10', '07:30']));
    expect(day.stays(FIRST_TRUCK, 'parked')).toEqual([]);
    expect(day.one('truck-docked', 0).tick).toBe(at('07:10') + TO_SPOT + TO_DOOR);
  });

  it('have who is late ask at once, before one who came earlier and is to wait', () => {
    const day = toldDay(trucksAt('kept', ['07:10', '08:30'], ['07:40', '07:30']));
    expect(day.one('truck-docked', 1).tick).toBeLessThan(at('07:41'));
    expect(day.one('truck-docked', 0).tick).toBe(at('08:30') + TO_DOOR);
  });

  it('put those of one appointment in order of their coming', () => {
    const day = toldDay(trucksAt('kept', ['07:10', '07:30'], ['07:15', '07:30']));
    expect(day.of('truck-docked').map(({ a }) => a)).toEqual([0, 1]);
    expect(day.one('truck-docked', 1).tick).toBeGreaterThanOrEqual(day.one('truck-unloaded', 0).tick);
  });

  it('let a truck that found the yard full come in and wait there', () => {
    // One spot and two doors: three slots.
    const early = ['07:05', '07:06', '07:07', '07:08'].map((arrival) => [arrival, '08:00'] as const);
    const day = toldDay(trucksAt('kept', ...early));
    expect(day.of('truck-arrived').map(({ b }) => b)).toEqual([0, 1, 2, -1]);
    expect(day.of('truck-left')).toHaveLength(4);
    expect(day.of('truck-docked').map(({ a }) => a)).toEqual([0, 1, 2, 3]);
  });

  it('go on after a copy while a truck waits', () => {
    const model = trucksAt('kept', ['07:10', '07:30'], ['07:15', '07:50']);
    const whole = runWhole(model, plainPolicies, 1);
    const copied = stopAndContinue(model, plainPolicies, 1, at('07:20'), 0, false);
    expect(copied.hash).toBe(whole.hash);
    expect(traceDigest(copied.chunks).events).toEqual(traceDigest(whole.chunks).events);
  });
});
