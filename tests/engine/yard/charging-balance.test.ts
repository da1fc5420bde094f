// Charging days at random: whatever vehicles, chargers and tours, energy is balanced at every instant and no limit is passed.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { Yard, yardModel } from './yard.ts';

const MINUTE = 60e6;

function randomModel(random: RandomStream): Model {
  const vehicles = Array.from({ length: 1 + random.integer(6) }, () => ({
    battery_kWh: random.chance(0.2) ? 0 : 10 + random.integer(60),
    charge_kW: 3 + random.integer(50),
    use_perKm: random.uniform(0.2, 0.4),
  }));
  return yardModel(vehicles, {
    chargers: 1 + random.integer(3),
    charger_kW: 3 + random.integer(30),
    site_kW: 3 + random.integer(60),
  });
}

function check({ context, charging }: Yard): void {
  const { model, world } = context;
  const { vehicles, charging: site } = model.fleet;
  const v = world.vehicles.columns;
  const totals = world.totals.columns;
  let start = 0;
  let inside = 0;
  let power = 0;
  let underWay = 0;
  const taken: number[] = [];
  vehicles.forEach(({ battery_kWh, charge_kW }, vehicle) => {
    start += battery_kWh;
    const now = charging.chargeNow_kWh(vehicle);
    inside += now;
    underWay += now - v.charge_kWh[vehicle]!;
    expect(now).toBeLessThanOrEqual(battery_kWh);
    if (v.charger[vehicle] === -1) return;
    taken.push(v.charger[vehicle]!);
    power += v.rate_kW[vehicle]!;
    expect(v.rate_kW[vehicle]).toBeGreaterThan(0);
    expect(v.rate_kW[vehicle]).toBeLessThanOrEqual(Math.min(charge_kW, site.charger_kW) + 1e-9);
  });
  // Only vehicles with a battery drive in these days.
  expect(start + totals.charged_kWh[0]! + underWay - totals.electricity_kWh[0]!).toBeCloseTo(inside, 7);
  expect(power).toBeLessThanOrEqual(site.site_kW + 1e-9);
  expect(new Set(taken).size).toBe(taken.length);
  expect(Math.max(-1, ...taken)).toBeLessThan(site.chargers);
  // Nobody waits while a charger is free.
  if (world.lists.charger.length > 0) expect(taken.length).toBe(site.chargers);
}

describe('charging days at random', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('balance their energy (%i)', (seed) => {
    const random = new RandomStream(`charging day ${seed}`);
    const model = randomModel(random);
    const yard = new Yard(model);
    const restored = new Yard(model);
    /** Vehicles on the road or with a waiting driver. */
    const busy = new Set<number>();
    const waiting = new Set<number>();
    for (let step = 0; step < 60; step++) {
      yard.runUntil(yard.context.sim.now + random.integer(40) * MINUTE);
      for (const [driver, tick] of yard.stepped.splice(0)) {
        expect(waiting.has(driver)).toBe(true);
        expect(tick).toBeLessThanOrEqual(yard.context.sim.now);
        waiting.delete(driver);
        busy.add(driver);
      }
      const vehicle = random.integer(model.fleet.vehicles.length);
      const { battery_kWh, use_perKm } = model.fleet.vehicles[vehicle]!;
      if (battery_kWh === 0 || waiting.has(vehicle)) continue;
      if (busy.has(vehicle)) {
        busy.delete(vehicle);
        yard.charging.park(vehicle);
      } else if (yard.charging.need(vehicle, random.double() * 1.2 * battery_kWh)) {
        const km = (random.double() * yard.charging.chargeNow_kWh(vehicle)) / use_perKm;
        yard.charging.drove(vehicle, km);
        busy.add(vehicle);
      } else waiting.add(vehicle);
      check(yard);
    }
    // From a copy of the last instant it goes on the same way, and everybody is served in the end.
    restored.context.sim.restore(structuredClone(yard.context.sim.save()));
    restored.context.world.restore(structuredClone(yard.context.world.save()));
    const end = yard.context.sim.now + 40 * 60 * MINUTE;
    for (const each of [yard, restored]) each.runUntil(end);
    expect(restored.context.world.save()).toEqual(yard.context.world.save());
    check(yard);
    expect(yard.context.world.lists.charger).toEqual([]);
    expect(new Set(yard.stepped.map(([driver]) => driver))).toEqual(waiting);
  });
});
