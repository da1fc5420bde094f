// Pre-cooling: the load space of a vehicle is cooled for a while before it may be loaded.
//
//   tour planned → cooling due, that long before its loading → switched on → cold enough → … → back from the tour: off
//
// The cooling goes on at the door and on the road. A vehicle that is back from a tour stays cold where the cooling for its next
// one would have to be on already.
//
// Worked example: 30 minutes of cooling, loading due at 09:00: on at 08:30, cold at 09:00. Planned only at 08:40: on at once,
// cold at 09:10, and a vehicle that is ready at the door at 09:01 waits 9 minutes.

import { secondsToTicks } from '../base/units.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';
import { isAtSpot, preCoolTicks, tellStanding } from './standing.ts';

export class Cooling {
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
    const { sim } = context;
    sim.on(EVENT['cooling-due'], (vehicle) => this.switchOn(vehicle));
    sim.on(EVENT['vehicle-cooled'], (vehicle) => this.cooled(vehicle));
  }

  /** Loading is due at tick `loading`: the cooling is switched on in time for it, or at once. */
  plan(vehicle: number, loading: number): void {
    const { sim } = this.context;
    const length = this.length(vehicle);
    if (length > 0) sim.scheduleAt(Math.max(sim.now, loading - length), EVENT['cooling-due'], vehicle, 0);
  }

  /** From now on the load space is cooled, if it has a cooling and is not cooled already. */
  switchOn(vehicle: number): void {
    const { world, sim, recorder } = this.context;
    const v = world.vehicles.columns;
    if (this.length(vehicle) === 0 || v.coolingFrom[vehicle] !== NONE) return;
    v.coolingFrom[vehicle] = sim.now;
    recorder.event(sim.now, TRACED['pre-cooling-started'], vehicle);
    if (isAtSpot(this.context, vehicle)) tellStanding(this.context, vehicle);
    sim.schedule(this.length(vehicle), EVENT['vehicle-cooled'], vehicle, 0);
  }

  /** The tick from which on the load space is cold enough to be loaded; Infinity where it is not cooled and should be. */
  readyAt(vehicle: number): number {
    const from = this.context.world.vehicles.columns.coolingFrom[vehicle]!;
    if (this.length(vehicle) === 0) return 0;
    return from === NONE ? Infinity : from + this.length(vehicle);
  }

  /** Everything else is ready for loading: how many ticks it still waits for the cold. Counted; switches on what is off. */
  waitTicks(vehicle: number): number {
    const { world, sim } = this.context;
    this.switchOn(vehicle);
    const ticks = Math.max(0, this.readyAt(vehicle) - sim.now);
    world.totals.columns.preCoolTicks[0]! += ticks;
    return ticks;
  }

  /** The vehicle is parked after a tour, or stands down: its cooling is switched off, unless its next tour wants it on. */
  parked(vehicle: number): void {
    const { model, world, sim } = this.context;
    const t = world.tours.columns;
    const lead = secondsToTicks(model.operations.loadLead_s) + this.length(vehicle);
    for (let tour = 0; tour < world.tours.count; tour++) {
      const isNext = t.vehicle[tour] === vehicle && t.departed[tour] === NONE && t.stops[tour]! > 0;
      if (isNext && t.due[tour]! - lead <= sim.now) return;
    }
    world.vehicles.columns.coolingFrom[vehicle] = NONE;
  }

  private length(vehicle: number): number {
    return preCoolTicks(this.context, vehicle);
  }

  /** The load space is cold, which is to be seen where the vehicle stands at its spot. An older switching on tells nothing. */
  private cooled(vehicle: number): void {
    if (this.readyAt(vehicle) === this.context.sim.now && isAtSpot(this.context, vehicle)) tellStanding(this.context, vehicle);
  }
}
