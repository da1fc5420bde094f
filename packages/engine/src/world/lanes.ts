// The outbound staging lanes: where orders stand until they are loaded. An order has a place in its lane from when it is planned
// for it, or brought there before its tour is known, until it is loaded or closed.

import { OUTBOUND } from '../model/building.ts';
import type { Context } from './context.ts';
import { NONE } from './world.ts';

/** The outbound lane with the most room; the first of several. */
export function emptiestLane({ model, world }: Context): number {
  let best = NONE;
  let mostRoom = -Infinity;
  model.building.stagingLanes.forEach((lane, index) => {
    if (lane.kind !== OUTBOUND) return;
    const room = lane.capacity - world.lanes.columns.planned[index]!;
    if (room > mostRoom) {
      best = index;
      mostRoom = room;
    }
  });
  return best;
}

/** Gives an order a place in a lane, unless it has one. */
export function takeLane({ world }: Context, order: number, lane: number): void {
  const o = world.orders.columns;
  if (o.lane[order] !== NONE) return;
  o.lane[order] = lane;
  world.lanes.columns.planned[lane]! += 1;
}

/** The order's place is free for another. */
export function leaveLane({ world }: Context, order: number): void {
  world.lanes.columns.planned[world.orders.columns.lane[order]!]! -= 1;
}
