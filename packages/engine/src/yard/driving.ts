// Driving in the yard: straight, at yard speed; the way between gate, parking spots and doors.

import { secondsToTicks } from '../base/units.ts';
import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';

/** Vehicles stand with their centre this far south of the wall while docked, metres. */
const DOCK_DEPTH_M = 4;

export interface Point {
  x: number;
  y: number;
}

/** Reports the drive of an agent from a point to another, beginning now; returns the tick of arrival. */
export function driveInYard(context: Context, agent: number, from: Point, to: Point): number {
  const { model, sim, recorder } = context;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const arrival = sim.now + secondsToTicks(Math.sqrt(dx * dx + dy * dy) / model.operations.yard_mps);
  recorder.move(agent, sim.now, arrival, to.x, to.y, 0, STATE.walking);
  return arrival;
}

/** Where a vehicle stands at a door. */
export function dockPoint(context: Context, door: number): Point {
  return { x: context.model.building.doors[door]!.x_m, y: -DOCK_DEPTH_M };
}

export function gatePoint(context: Context): Point {
  const { gate } = context.model.building.yard;
  return { x: gate.x_m, y: gate.y_m };
}
