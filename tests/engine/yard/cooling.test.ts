import { describe, expect, it } from 'vitest';
import { NO_CHARGING } from '../../../packages/engine/src/model/fleet.ts';
import { STATE } from '../../../packages/engine/src/trace/recorder.ts';
import { at } from '../../fixtures/tiny-model.ts';
import { Yard, yardModel } from './yard.ts';

const HALF_AN_HOUR = { preCool_s: 1800 };

describe('pre-cooling', () => {
  it('is switched on so that the load space is cold when loading is due (worked example)', () => {
    const yard = new Yard(yardModel([HALF_AN_HOUR], NO_CHARGING));
    yard.cooling.plan(0, at('09:00'));
    yard.runUntil(at('09:00'));
    expect(yard.cooling.readyAt(0)).toBe(at('09:00'));
    expect(yard.cooling.waitTicks(0)).toBe(0);
    const { events, states } = yard.told();
    expect(events).toEqual([[at('08:30'), 'pre-cooling-started', 0, -1, -1]]);
    expect(states.filter(([, , , state]) => state === 'pre-cooling')).toEqual([[0, at('08:30'), at('09:00'), 'pre-cooling']]);
  });

  it('keeps who is ready at the door waiting where it was switched on late (worked example)', () => {
    const yard = new Yard(yardModel([HALF_AN_HOUR], NO_CHARGING));
    yard.runUntil(at('08:40'));
    yard.cooling.plan(0, at('09:00'));
    yard.runUntil(at('09:01'));
    expect(yard.cooling.waitTicks(0)).toBe(9 * 60e6);
    expect(yard.context.world.totals.columns.preCoolTicks[0]).toBe(9 * 60e6);
  });

  it('goes on at the door, where it is not seen', () => {
    const yard = new Yard(yardModel([HALF_AN_HOUR], NO_CHARGING));
    yard.cooling.plan(0, at('09:00'));
    yard.runUntil(at('08:40'));
    yard.context.world.vehicles.columns.y[0] = -4;
    yard.context.recorder.dwell(yard.context.firstVehicleAgent, at('08:40'), STATE.docked);
    yard.runUntil(at('09:30'));
    expect(yard.cooling.readyAt(0)).toBe(at('09:00'));
    expect(yard.told().states.slice(-2)).toEqual([
      [0, at('08:30'), at('08:40'), 'pre-cooling'],
      [0, at('08:40'), at('09:30'), 'docked'],
    ]);
  });

  it('is off after a tour, unless the next one wants it on already', () => {
    const yard = new Yard(yardModel([HALF_AN_HOUR], NO_CHARGING));
    const { tours } = yard.context.world;
    yard.cooling.switchOn(0);
    const tour = tours.add();
    tours.columns.vehicle[tour] = 0;
    tours.columns.departed[tour] = -1;
    tours.columns.stops[tour] = 1;
    // Loading leads by half an hour in the tiny DC, cooling by another.
    tours.columns.due[tour] = at('10:00');
    yard.runUntil(at('09:00'));
    yard.cooling.parked(0);
    expect(yard.cooling.waitTicks(0)).toBe(0);
    tours.columns.due[tour] = at('10:01');
    yard.cooling.parked(0);
    expect(yard.cooling.readyAt(0)).toBe(Infinity);
    expect(yard.cooling.waitTicks(0)).toBe(1800e6);
  });

  it('is nothing to a vehicle without a cooling', () => {
    const yard = new Yard(yardModel([{}], NO_CHARGING));
    yard.cooling.plan(0, at('09:00'));
    yard.runUntil(at('10:00'));
    expect(yard.cooling.waitTicks(0)).toBe(0);
    expect(yard.told().events).toEqual([]);
  });

  it('lets charging be seen before it', () => {
    const site = { chargers: 1, charger_kW: 10, site_kW: 10 };
    const yard = new Yard(yardModel([{ ...HALF_AN_HOUR, battery_kWh: 60, charge_kW: 10, use_perKm: 0.25 }], site));
    yard.runUntil(at('08:00'));
    yard.charging.drove(0, 10);
    yard.cooling.switchOn(0);
    yard.charging.park(0);
    yard.runUntil(at('09:00'));
    expect(yard.told().states.slice(-3)).toEqual([
      [0, at('08:00'), at('08:15'), 'charging'],
      [0, at('08:15'), at('08:30'), 'pre-cooling'],
      [0, at('08:30'), at('09:00'), 'parked'],
    ]);
  });
});
