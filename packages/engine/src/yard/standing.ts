// A vehicle that stands at its parking spot: where that is, and what is to be seen of it there.

import { secondsToTicks } from '../base/units.ts';
import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';
import { gatePoint, type Point } from './driving.ts';

/** Vehicles have spots of their own as far as there are; at a yard without any they stand at the gate. */
export function parkingSpot(context: Context, vehicle: number): Point {
  const spots = context.model.building.yard.outbound;
  const spot = spots[vehicle % Math.max(1, spots.length)];
  return spot === undefined ? gatePoint(context) : { x: spot.x_m, y: spot.y_m };
}

/** Whether it stands at its spot or is on its way there in the yard. */
export function isAtSpot(context: Context, vehicle: number): boolean {
  const { x, y } = context.world.vehicles.columns;
  const spot = parkingSpot(context, vehicle);
  return x[vehicle] === spot.x && y[vehicle] === spot.y;
}

/** From switching on the cooling of a vehicle until it may be loaded, ticks. */
export function preCoolTicks({ model }: Context, vehicle: number): number {
  return secondsToTicks(model.fleet.vehicles[vehicle]!.preCool_s);
}

/** From now on a vehicle at its spot charges, is cooled down, or is parked: the first of these that is so. */
export function tellStanding(context: Context, vehicle: number): void {
  const { world, sim, recorder } = context;
  const v = world.vehicles.columns;
  const from = v.coolingFrom[vehicle]!;
  const isWarm = from !== NONE && sim.now < from + preCoolTicks(context, vehicle);
  const state = v.charger[vehicle] !== NONE ? STATE.charging : isWarm ? STATE['pre-cooling'] : STATE.parked;
  recorder.dwell(context.firstVehicleAgent + vehicle, sim.now, state);
}
