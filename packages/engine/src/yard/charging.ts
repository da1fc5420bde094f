// Charging: the batteries of electric vehicles, the chargers at the DC, and the site's power, which those that charge share.
//
//   parked and free → in line → at a charger → full, or taken off since it has what its next tour needs
//
// A vehicle charges at its parking spot: a charger is a cable that reaches every spot, so nobody drives to one. In line come
// first those whose driver waits, then the others, each in order of asking; nobody is taken off for another. The power of each
// is constant between two changes (power-sharing.ts): energy is counted at every change.
//
// Worked example: 10 kW for two chargers of 7 kW. A asks at 08:00 with 7 kWh missing and has 7 kW. B asks at 08:30 with 5 kWh
// missing: 5 kW each. A has 3.5 kWh left to go and is full at 09:12; B has 1.5 kWh to go, at 7 kW from then on, and is full
// 1.5 / 7 h = 771.43 s later.

import { TICKS_PER_HOUR } from '../base/units.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';
import { sharePower } from './power-sharing.ts';
import { tellStanding } from './standing.ts';

const WATT_HOURS_PER_KWH = 1000;
/** A battery that lacks less than this is full: rounding to ticks leaves far less. */
const FULL_WITHIN_KWH = 1e-6;

export class Charging {
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
    context.sim.on(EVENT['charge-step'], (vehicle) => this.step(vehicle));
  }

  /** Every battery is full. */
  begin(): void {
    const { model, world } = this.context;
    model.fleet.vehicles.forEach((_, vehicle) => (world.vehicles.columns.charge_kWh[vehicle] = this.battery_kWh(vehicle)));
  }

  /** What is in the battery now, kWh. */
  chargeNow_kWh(vehicle: number): number {
    const v = this.context.world.vehicles.columns;
    if (v.charger[vehicle] === NONE) return v.charge_kWh[vehicle]!;
    const hours = (this.context.sim.now - v.since[vehicle]!) / TICKS_PER_HOUR;
    return Math.min(this.battery_kWh(vehicle), v.charge_kWh[vehicle]! + v.rate_kW[vehicle]! * hours);
  }

  /**
   * The vehicle drives so far, with a battery or a tank; it is not at a charger. A charge below 0 is not prevented: a plan that
   * needs it is at fault.
   */
  drove(vehicle: number, km: number): void {
    const { model, world } = this.context;
    const { energy, use_perKm } = model.fleet.vehicles[vehicle]!;
    const use = km * use_perKm;
    if (energy === 'diesel') world.totals.columns.fuel_l[0]! += use;
    else world.totals.columns.electricity_kWh[0]! += use;
    if (this.battery_kWh(vehicle) > 0) world.vehicles.columns.charge_kWh[vehicle]! -= use;
  }

  /** The vehicle is parked at its spot and free: it asks for a charger, unless it is full or has asked before. */
  park(vehicle: number): void {
    const { world, sim, recorder } = this.context;
    const v = world.vehicles.columns;
    const { charger: line } = world.lists;
    if (!this.canCharge(vehicle) || v.charger[vehicle] !== NONE || line.includes(vehicle) || this.isFull(vehicle)) return;
    v.since[vehicle] = sim.now;
    line.push(vehicle);
    recorder.event(sim.now, TRACED['charging-asked'], vehicle, this.wattHours(vehicle));
    this.serve();
  }

  /**
   * The vehicle is to leave for a tour that takes so much. True: it has it and is free to go. False: its driver waits, and is
   * stepped when it has (or is full, where that is less).
   */
  need(vehicle: number, kWh: number): boolean {
    const { world } = this.context;
    const goal_kWh = Math.min(kWh, this.battery_kWh(vehicle));
    if (!this.canCharge(vehicle) || this.chargeNow_kWh(vehicle) >= goal_kWh - FULL_WITHIN_KWH) {
      this.unplug(vehicle);
      return true;
    }
    world.vehicles.columns.needs_kWh[vehicle] = goal_kWh;
    this.park(vehicle);
    if (world.vehicles.columns.charger[vehicle] !== NONE) this.scheduleStep(vehicle);
    return false;
  }

  /** Takes the vehicle from its charger, or out of the line. */
  unplug(vehicle: number): void {
    const { world } = this.context;
    const place = world.lists.charger.indexOf(vehicle);
    if (place >= 0) {
      world.lists.charger.splice(place, 1);
      world.vehicles.columns.needs_kWh[vehicle] = 0;
      this.countWait(vehicle);
    }
    if (world.vehicles.columns.charger[vehicle] !== NONE) this.leaveCharger(vehicle);
  }

  /** The tick at which the vehicle is expected to have so much: at its present power; in line, at its own from now on. */
  enoughAt(vehicle: number, kWh: number): number {
    const { sim, world } = this.context;
    const missing_kWh = Math.min(kWh, this.battery_kWh(vehicle)) - this.chargeNow_kWh(vehicle);
    if (missing_kWh <= 0 || !this.canCharge(vehicle)) return sim.now;
    const v = world.vehicles.columns;
    return this.after(missing_kWh, v.charger[vehicle] === NONE ? this.limit_kW(vehicle) : v.rate_kW[vehicle]!);
  }

  // ---- battery -----------------------------------------------------------------------------------------------------

  private battery_kWh(vehicle: number): number {
    const { energy, battery_kWh } = this.context.model.fleet.vehicles[vehicle]!;
    return energy === 'electric' ? battery_kWh : 0;
  }

  private canCharge(vehicle: number): boolean {
    const { chargers, site_kW } = this.context.model.fleet.charging;
    return chargers > 0 && site_kW > 0 && this.battery_kWh(vehicle) > 0 && this.limit_kW(vehicle) > 0;
  }

  /** What a vehicle takes at most at a charger, kW. */
  private limit_kW(vehicle: number): number {
    const { charging, vehicles } = this.context.model.fleet;
    return Math.min(charging.charger_kW, vehicles[vehicle]!.charge_kW);
  }

  private isFull(vehicle: number): boolean {
    return this.chargeNow_kWh(vehicle) >= this.battery_kWh(vehicle) - FULL_WITHIN_KWH;
  }

  private wattHours(vehicle: number): number {
    return Math.round(this.context.world.vehicles.columns.charge_kWh[vehicle]! * WATT_HOURS_PER_KWH);
  }

  /** The first tick at which so much has been charged. */
  private after(kWh: number, rate_kW: number): number {
    return this.context.sim.now + Math.ceil((kWh / rate_kW) * TICKS_PER_HOUR);
  }

  /** Puts what was charged since the last change into the battery. */
  private settle(vehicle: number): void {
    const { world, sim } = this.context;
    const v = world.vehicles.columns;
    const charge_kWh = this.chargeNow_kWh(vehicle);
    world.totals.columns.charged_kWh[0]! += charge_kWh - v.charge_kWh[vehicle]!;
    v.charge_kWh[vehicle] = charge_kWh;
    v.since[vehicle] = sim.now;
  }

  // ---- line and chargers -------------------------------------------------------------------------------------------

  private countWait(vehicle: number): void {
    const { world, sim } = this.context;
    world.totals.columns.chargeWaitTicks[0]! += sim.now - world.vehicles.columns.since[vehicle]!;
  }

  /** Gives free chargers to those in line, and those that charge their power. */
  private serve(): void {
    const { world, sim, recorder } = this.context;
    const v = world.vehicles.columns;
    const { charger: line } = world.lists;
    while (line.length > 0) {
      const charger = this.freeCharger();
      if (charger === NONE) break;
      const needed = line.findIndex((vehicle) => v.needs_kWh[vehicle]! > 0);
      const vehicle = line.splice(Math.max(0, needed), 1)[0]!;
      this.countWait(vehicle);
      v.charger[vehicle] = charger;
      v.rate_kW[vehicle] = 0;
      v.since[vehicle] = sim.now;
      tellStanding(this.context, vehicle);
      recorder.event(sim.now, TRACED['charging-started'], vehicle, charger, this.wattHours(vehicle));
    }
    this.sharePower();
  }

  /** The lowest charger that nobody is at, or NONE. */
  private freeCharger(): number {
    const { model, world } = this.context;
    const { charger } = world.vehicles.columns;
    const taken = new Set(model.fleet.vehicles.map((_, vehicle) => charger[vehicle]!));
    for (let row = 0; row < model.fleet.charging.chargers; row++) if (!taken.has(row)) return row;
    return NONE;
  }

  /** The power of all that charge, anew; with it, when each has what it charges for. */
  private sharePower(): void {
    const { model, world } = this.context;
    const v = world.vehicles.columns;
    const charging = model.fleet.vehicles.flatMap((_, vehicle) => (v.charger[vehicle] === NONE ? [] : [vehicle]));
    const rates_kW = sharePower(
      charging.map((vehicle) => this.limit_kW(vehicle)),
      model.fleet.charging.site_kW,
    );
    charging.forEach((vehicle, index) => {
      this.settle(vehicle);
      v.rate_kW[vehicle] = rates_kW[index]!;
      this.scheduleStep(vehicle);
    });
  }

  /** Schedules when the vehicle will have what it is charged for, in place of what was expected before. */
  private scheduleStep(vehicle: number): void {
    const { world, sim } = this.context;
    const v = world.vehicles.columns;
    const goal_kWh = v.needs_kWh[vehicle]! > 0 ? v.needs_kWh[vehicle]! : this.battery_kWh(vehicle);
    sim.cancel(v.chargeStep[vehicle]!);
    const tick = this.after(Math.max(0, goal_kWh - this.chargeNow_kWh(vehicle)), v.rate_kW[vehicle]!);
    v.chargeStep[vehicle] = sim.scheduleAt(tick, EVENT['charge-step'], vehicle, 0);
  }

  /** The vehicle has what it is charged for. */
  private step(vehicle: number): void {
    const { model, world, sim } = this.context;
    const { driver } = model.fleet.vehicles[vehicle]!;
    const awaited = world.vehicles.columns.needs_kWh[vehicle]! > 0;
    this.leaveCharger(vehicle);
    if (awaited) sim.schedule(0, EVENT['person-step'], driver, 0);
  }

  private leaveCharger(vehicle: number): void {
    const { world, sim, recorder } = this.context;
    const v = world.vehicles.columns;
    this.settle(vehicle);
    if (this.isFull(vehicle)) this.fill(vehicle);
    sim.cancel(v.chargeStep[vehicle]!);
    v.needs_kWh[vehicle] = 0;
    v.rate_kW[vehicle] = 0;
    const charger = v.charger[vehicle]!;
    v.charger[vehicle] = NONE;
    tellStanding(this.context, vehicle);
    recorder.event(sim.now, TRACED['charging-ended'], vehicle, charger, this.wattHours(vehicle));
    this.serve();
  }

  /** What rounding left out. */
  private fill(vehicle: number): void {
    const { world } = this.context;
    const v = world.vehicles.columns;
    world.totals.columns.charged_kWh[0]! += this.battery_kWh(vehicle) - v.charge_kWh[vehicle]!;
    v.charge_kWh[vehicle] = this.battery_kWh(vehicle);
  }
}
