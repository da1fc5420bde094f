import { describe, expect, it } from 'vitest';
import { NO_CHARGING } from '../../../packages/engine/src/model/fleet.ts';
import { at } from '../../fixtures/tiny-model.ts';
import { Yard, yardModel } from './yard.ts';

const HOUR = 3_600e6;
const battery = { battery_kWh: 60, charge_kW: 50, use_perKm: 0.25 };
const two = { chargers: 2, charger_kW: 7, site_kW: 10 };

describe('charging', () => {
  it('shares the site’s power, anew whenever one begins or ends (worked example)', () => {
    const yard = new Yard(yardModel([battery, battery], two));
    yard.charging.drove(0, 28);
    yard.charging.drove(1, 20);
    yard.runUntil(at('08:00'));
    yard.charging.park(0);
    yard.runUntil(at('08:30'));
    yard.charging.park(1);
    expect(yard.charging.enoughAt(0, 60)).toBe(at('09:12'));
    const full = at('09:12') + Math.ceil((1.5 / 7) * HOUR);
    yard.runUntil(at('10:00'));
    const { events, states } = yard.told();
    expect(events).toEqual([
      [at('08:00'), 'charging-asked', 0, 53_000, -1],
      [at('08:00'), 'charging-started', 0, 0, 53_000],
      [at('08:30'), 'charging-asked', 1, 55_000, -1],
      [at('08:30'), 'charging-started', 1, 1, 55_000],
      [at('09:12'), 'charging-ended', 0, 0, 60_000],
      [full, 'charging-ended', 1, 1, 60_000],
    ]);
    expect(states.filter(([, , , state]) => state === 'charging')).toEqual([
      [0, at('08:00'), at('09:12'), 'charging'],
      [1, at('08:30'), full, 'charging'],
    ]);
    const totals = yard.context.world.totals.columns;
    expect(totals.charged_kWh[0]).toBeCloseTo(12, 9);
    expect(totals.electricity_kWh[0]).toBe(12);
    expect(totals.chargeWaitTicks[0]).toBe(0);
  });

  it('takes a vehicle off that has what its tour needs, and steps its driver', () => {
    const yard = new Yard(yardModel([battery], { ...two, chargers: 1 }));
    yard.charging.drove(0, 200);
    yard.charging.park(0);
    yard.runUntil(1 * HOUR);
    expect(yard.charging.chargeNow_kWh(0)).toBeCloseTo(17, 9);
    expect(yard.charging.need(0, 24)).toBe(false);
    yard.runUntil(3 * HOUR);
    expect(yard.stepped).toEqual([[0, 2 * HOUR]]);
    expect(yard.told().events.at(-1)).toEqual([2 * HOUR, 'charging-ended', 0, 0, 24_000]);
    expect(yard.charging.need(0, 24)).toBe(true);
  });

  it('lets a vehicle that has enough leave at once, from its charger or out of the line', () => {
    const yard = new Yard(yardModel([battery, battery], { ...two, chargers: 1 }));
    yard.charging.drove(0, 100);
    yard.charging.drove(1, 100);
    yard.charging.park(0);
    yard.charging.park(1);
    yard.runUntil(HOUR);
    expect(yard.charging.need(1, 35)).toBe(true);
    expect(yard.context.world.lists.charger).toEqual([]);
    expect(yard.context.world.totals.columns.chargeWaitTicks[0]).toBe(HOUR);
    expect(yard.charging.need(0, 42)).toBe(true);
    expect(yard.told().events.at(-1)).toEqual([HOUR, 'charging-ended', 0, 0, 42_000]);
    expect(yard.stepped).toEqual([]);
  });

  it('gives a charger to one whose driver waits before those that asked earlier', () => {
    const yard = new Yard(yardModel([battery, battery, battery], { ...two, chargers: 1 }));
    [0, 1, 2].forEach((vehicle) => yard.charging.drove(vehicle, 28));
    [0, 1].forEach((vehicle) => yard.charging.park(vehicle));
    expect(yard.charging.need(2, 56.5)).toBe(false);
    yard.runUntil(5 * HOUR);
    const started = yard.told().events.filter(([, name]) => name === 'charging-started');
    expect(started.map(([tick, , vehicle]) => [tick, vehicle])).toEqual([
      [0, 0],
      [HOUR, 2],
      [1.5 * HOUR, 1],
    ]);
    expect(yard.stepped).toEqual([[2, 1.5 * HOUR]]);
    expect(yard.context.world.totals.columns.chargeWaitTicks[0]).toBe(2.5 * HOUR);
  });

  it('has a driver wait for a full battery where the tour takes more than it holds', () => {
    const yard = new Yard(yardModel([battery], { ...two, site_kW: 5 }));
    expect(yard.charging.need(0, 1000)).toBe(true);
    yard.charging.drove(0, 20);
    expect(yard.charging.need(0, 1000)).toBe(false);
    yard.runUntil(2 * HOUR);
    expect(yard.stepped).toEqual([[0, HOUR]]);
  });

  it('never keeps a vehicle without a battery, or at a DC without chargers; fuel is counted', () => {
    const yard = new Yard(yardModel([battery, { energy: 'diesel', use_perKm: 0.125 }, { use_perKm: 0.25 }], NO_CHARGING));
    [0, 1, 2].forEach((vehicle) => yard.charging.drove(vehicle, 40));
    for (const vehicle of [0, 1, 2]) {
      yard.charging.park(vehicle);
      expect(yard.charging.need(vehicle, 59)).toBe(true);
      expect(yard.charging.enoughAt(vehicle, 59)).toBe(0);
    }
    yard.runUntil(HOUR);
    expect(yard.told().events).toEqual([]);
    expect(yard.context.world.totals.columns.fuel_l[0]).toBe(5);
    expect(yard.context.world.totals.columns.electricity_kWh[0]).toBe(20);
    expect(yard.charging.chargeNow_kWh(0)).toBe(50);
  });
});
