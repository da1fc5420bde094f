// Disruptions: what holds a vehicle up for a while, on the road or at the DC. They come at their time, whatever the vehicle does then;
// nobody reckons with one before.

import { ticksToSeconds } from '../base/units.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';

export class Disruptions {
  private readonly context: Context;
  /** By vehicle: the ticks at which its disruptions begin, ascending. */
  private readonly begins: readonly (readonly number[])[];

  /** @param held called when a vehicle is held up, with its tour on the road or NONE, and whether it is a breakdown. */
  constructor(context: Context, held: (vehicle: number, tour: number, breakdown: boolean) => void) {
    this.context = context;
    const { vehicles, disruptions } = context.model.fleet;
    this.begins = vehicles.map((_, vehicle) => disruptions.filter((each) => each.vehicle === vehicle).map(({ from }) => from));
    const { sim } = context;
    sim.on(EVENT.disruption, (row) => held(...this.hold(row)));
    sim.on(EVENT['disruption-over'], (row) => this.free(row));
  }

  begin(): void {
    const { model, sim } = this.context;
    model.fleet.disruptions.forEach(({ from }, row) => sim.scheduleAt(Math.max(0, from), EVENT.disruption, row, 0));
  }

  /** The tick before `until` at which a vehicle that drives on from `now` is held up; `until` if it is not. */
  next(vehicle: number, now: number, until: number): number {
    for (const from of this.begins[vehicle]!) if (from > now && from < until) return from;
    return until;
  }

  private hold(row: number): [vehicle: number, tour: number, breakdown: boolean] {
    const { model, world, sim, recorder } = this.context;
    const { vehicle, length, breakdown } = model.fleet.disruptions[row]!;
    const v = world.vehicles.columns;
    const before = Math.max(sim.now, v.heldUntil[vehicle]!);
    v.heldUntil[vehicle] = Math.max(before, sim.now + length);
    if (breakdown) v.brokenUntil[vehicle] = Math.max(v.brokenUntil[vehicle]!, sim.now + length);
    recorder.event(sim.now, TRACED['vehicle-held'], vehicle, Math.round(ticksToSeconds(length)), breakdown ? 1 : 0);
    sim.schedule(length, EVENT['disruption-over'], row, 0);
    const t = world.tours.columns;
    const tour = v.tour[vehicle]!;
    if (tour === NONE || t.departed[tour]! < 0) return [vehicle, NONE, breakdown];
    const isDriving = t.phase[tour] === TOUR_PHASE.driving || t.phase[tour] === TOUR_PHASE.home;
    if (isDriving) t.expected[tour] = Math.max(sim.now, t.expected[tour]!) + v.heldUntil[vehicle]! - before;
    return [vehicle, tour, breakdown];
  }

  private free(row: number): void {
    const { model, world, sim, recorder } = this.context;
    const { vehicle } = model.fleet.disruptions[row]!;
    const { heldUntil } = world.vehicles.columns;
    if (heldUntil[vehicle] !== sim.now) return; // held up for longer by another, or told by one that ends now too
    heldUntil[vehicle] = 0;
    recorder.event(sim.now, TRACED['vehicle-freed'], vehicle);
  }
}
