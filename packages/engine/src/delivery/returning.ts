// Back at the DC: empties, what stores did not take, and fetched parcels are unloaded; then vehicle and driver are free.
//
// Units that come back are counted as returned and stay outside the stock: what becomes of them is decided by others.

import { secondsToTicks } from '../base/units.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Workforce } from '../workforce/workforce.ts';
import type { Context } from '../world/context.ts';
import { passLines } from '../world/lines.ts';
import { LINE, ORDER, TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Charging } from '../yard/charging.ts';
import type { Cooling } from '../yard/cooling.ts';
import { countReturn } from './account.ts';
import { receiveParcels } from './collections.ts';
import { STEP } from './steps.ts';
import { collectionOf, subjectsOf } from './tours.ts';
import type { Vehicles } from './vehicles.ts';

export class Returning {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly vehicles: Vehicles;
  private readonly charging: Charging;
  private readonly cooling: Cooling;

  constructor(
    context: Context,
    workforce: Workforce,
    yard: { readonly vehicles: Vehicles; readonly charging: Charging; readonly cooling: Cooling },
  ) {
    this.context = context;
    this.workforce = workforce;
    this.vehicles = yard.vehicles;
    this.charging = yard.charging;
    this.cooling = yard.cooling;
  }

  /** The vehicle is on its spot: the driver gets out there, and unloads. */
  unload(person: number, tour: number): void {
    const { model, world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const p = world.persons.columns;
    const vehicle = t.vehicle[tour]!;
    const place = this.vehicles.place(vehicle);
    const { x_m, y_m } = model.network.places;
    p.step[person] = STEP.unloaded;
    recorder.dwell(this.vehicles.agent(vehicle), sim.now, STATE.parked);
    recorder.jump(person, sim.now, x_m[place]!, y_m[place]!, 0, STATE.handling);
    p.place[person] = place;
    const { unloadEmpty_s, unloadParcel_s } = model.delivery;
    const seconds = model.operations.returnUnload_s + t.carriers[tour]! * unloadEmpty_s + t.parcels[tour]! * unloadParcel_s;
    this.workforce.spend(person, STATE.handling, secondsToTicks(seconds));
    this.workforce.proceed(person);
  }

  unloaded(person: number, tour: number): void {
    const { world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const vehicle = t.vehicle[tour]!;
    const subjects = subjectsOf(this.context, tour);
    for (const subject of subjects) if (subject < 0) receiveParcels(this.context, tour, collectionOf(subject));
    for (const subject of subjects) if (subject >= 0) this.takeIn(tour, subject);
    if (t.carriers[tour]! > 0) {
      world.totals.columns.emptiesReturned[0]! += t.carriers[tour]!;
      recorder.event(sim.now, TRACED['empties-returned'], tour, vehicle, t.carriers[tour]!);
    }
    t.phase[tour] = TOUR_PHASE.over;
    t.returns[tour] = sim.now;
    this.charging.drove(vehicle, t.km[tour]!);
    countReturn(this.context, tour);
    recorder.event(sim.now, TRACED['vehicle-returned'], vehicle, tour);
    this.release(person, vehicle);
  }

  /** The vehicle is parked and free, and its driver too. */
  release(person: number, vehicle: number): void {
    const { world } = this.context;
    this.cooling.parked(vehicle);
    world.vehicles.columns.tour[vehicle] = NONE;
    this.workforce.finish(person);
    // The driver may have taken it out for his next tour at once.
    if (world.vehicles.columns.tour[vehicle] === NONE) this.charging.park(vehicle);
  }

  /** What is left of an order on board is the DC's again. */
  private takeIn(tour: number, order: number): void {
    const { model, world, sim, recorder } = this.context;
    const { firstLine } = model.demand.orders;
    const { state } = world.lines.columns;
    const undelivered = world.orders.columns.state[order] === ORDER.undelivered;
    let left = undelivered;
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) left ||= state[line] === LINE.loaded;
    if (!left) return;
    passLines(this.context, order, LINE.returned, 'unitsInMotion', 'unitsReturned', (line) => state[line] === LINE.loaded);
    if (undelivered) world.orders.columns.state[order] = ORDER.returned;
    world.totals.columns.ordersReturned[0]! += 1;
    recorder.event(sim.now, TRACED['order-returned'], order, world.tours.columns.vehicle[tour]!, tour);
  }
}
