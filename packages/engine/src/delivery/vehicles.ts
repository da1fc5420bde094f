// Delivery vehicles in the yard: where each stands, and its drives between spot, door and gate. On the road the delivery
// process moves them.

import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { driveInYard, gatePoint, type Point } from '../yard/driving.ts';

export class Vehicles {
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  begin(): void {
    this.context.model.fleet.vehicles.forEach((_, vehicle) => {
      const spot = this.parkingSpot(vehicle);
      this.context.recorder.place(this.agent(vehicle), spot.x, spot.y, 0, STATE.parked);
      this.moveTo(vehicle, spot);
    });
  }

  agent(vehicle: number): number {
    return this.context.firstVehicleAgent + vehicle;
  }

  private parkingSpot(vehicle: number): Point {
    const spots = this.context.model.building.yard.outbound;
    const spot = spots[vehicle % Math.max(1, spots.length)];
    return spot === undefined ? gatePoint(this.context) : { x: spot.x_m, y: spot.y_m };
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
    return this.driveTo(vehicle, this.parkingSpot(vehicle));
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
