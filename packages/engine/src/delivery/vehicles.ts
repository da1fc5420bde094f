// Delivery vehicles in the yard: where each stands, and its drives between spot, door and gate. On the road the delivery
// process moves them.

import { OUTBOUND } from '../model/building.ts';
import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { driveInYard, gatePoint, type Point } from '../yard/driving.ts';
import { parkingSpot } from '../yard/standing.ts';

export class Vehicles {
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  begin(): void {
    this.context.model.fleet.vehicles.forEach((_, vehicle) => {
      const spot = parkingSpot(this.context, vehicle);
      this.context.recorder.place(this.agent(vehicle), spot.x, spot.y, 0, STATE.parked);
      this.moveTo(vehicle, spot);
    });
  }

  agent(vehicle: number): number {
    return this.context.firstVehicleAgent + vehicle;
  }

  /** Where its driver gets in and out: the place of the outbound doors and lanes that is nearest to its spot. */
  place(vehicle: number): number {
    const { building, network } = this.context.model;
    const spot = parkingSpot(this.context, vehicle);
    let best = 0;
    let least = Infinity;
    for (const { kind, place } of [...building.doors, ...building.stagingLanes]) {
      if (kind !== OUTBOUND) continue;
      const dx = network.places.x_m[place]! - spot.x;
      const dy = network.places.y_m[place]! - spot.y;
      if (dx * dx + dy * dy >= least) continue;
      least = dx * dx + dy * dy;
      best = place;
    }
    return best;
  }

  private moveTo(vehicle: number, point: Point): void {
    const v = this.context.world.vehicles.columns;
    v.x[vehicle] = point.x;
    v.y[vehicle] = point.y;
  }

  /** Reports a drive in the yard from where the vehicle stands, beginning now; returns the tick of arrival. */
  driveTo(vehicle: number, to: Point): number {
    const v = this.context.world.vehicles.columns;
    const arrival = driveInYard(this.context, this.agent(vehicle), { x: v.x[vehicle]!, y: v.y[vehicle]! }, to);
    this.moveTo(vehicle, to);
    return arrival;
  }

  /** Drives to its parking spot, beginning now; returns the tick of arrival. */
  driveToSpot(vehicle: number): number {
    return this.driveTo(vehicle, parkingSpot(this.context, vehicle));
  }

  /** Comes in from the road and drives to its parking spot; returns the tick of arrival. */
  comeIn(vehicle: number): number {
    const { sim, recorder } = this.context;
    const gate = gatePoint(this.context);
    recorder.jump(this.agent(vehicle), sim.now, gate.x, gate.y, 0, STATE.walking);
    this.moveTo(vehicle, gate);
    return this.driveToSpot(vehicle);
  }
}
