// The outbound staging lanes: where orders stand until they are loaded. An order has a place in its lane from when it is planned
// for it, or brought there before its tour is known, until it is loaded or closed.
//
// Places are promised without limit. Where lanes hold no more than their capacity, an order is brought out only if its lane has
// room, or if its tour has a door: then it is on its way through.

import { OUTBOUND } from '../model/building.ts';
import type { Context } from './context.ts';
import { EVENT } from './events.ts';
import { ORDER } from './states.ts';
import { NONE } from './world.ts';

/** The outbound lane with the most room; the first of several. Of those that `mayTake`; NONE where there is none. */
export function emptiestLane({ model, world }: Context, mayTake: (lane: number) => boolean = () => true): number {
  let best = NONE;
  let mostRoom = -Infinity;
  model.building.stagingLanes.forEach((lane, index) => {
    if (lane.kind !== OUTBOUND || !mayTake(index)) return;
    const room = lane.capacity - world.lanes.columns.planned[index]!;
    if (room > mostRoom) {
      best = index;
      mostRoom = room;
    }
  });
  return best;
}

/** Gives an order a place in a lane, unless it has one. What was staged before the run stands there at once. */
export function takeLane({ world }: Context, order: number, lane: number): void {
  const o = world.orders.columns;
  if (o.lane[order] !== NONE) return;
  o.lane[order] = lane;
  world.lanes.columns.planned[lane]! += 1;
  if (o.state[order] === ORDER.staged) stand(world, order);
}

/** An order that does not stand in its lane yet gets its place in another one. */
export function moveLane(context: Context, order: number, lane: number): void {
  const o = context.world.orders.columns;
  if (o.stands[order] === 1) return;
  if (o.lane[order] !== NONE) context.world.lanes.columns.planned[o.lane[order]!]! -= 1;
  o.lane[order] = NONE;
  takeLane(context, order, lane);
}

/** The order's place is free for another. */
export function leaveLane({ world, sim }: Context, order: number): void {
  const o = world.orders.columns;
  const l = world.lanes.columns;
  l.planned[o.lane[order]!]! -= 1;
  if (o.stands[order] === 0) return;
  o.stands[order] = 0;
  l.standing[o.lane[order]!]! -= 1;
  if (world.lists.lane.length > 0) sim.schedule(0, EVENT['lane-room'], 0, 0);
}

/** Brings a packed order to its lane, or (without a tour yet) to the one with the most room. False: there is no room for it. */
export function enterLane(context: Context, order: number): boolean {
  const { world } = context;
  const o = world.orders.columns;
  const mine = o.lane[order] === NONE ? emptiestLane(context, (lane) => hasRoom(context, lane)) : o.lane[order]!;
  if (mine === NONE || !(hasRoom(context, mine) || hasDoor(context, order))) return false;
  takeLane(context, order, mine);
  stand(world, order);
  return true;
}

function stand({ orders, lanes }: Context['world'], order: number): void {
  const o = orders.columns;
  o.stands[order] = 1;
  lanes.columns.standing[o.lane[order]!]! += 1;
}

function hasRoom({ model, world }: Context, lane: number): boolean {
  return !model.delivery.lanesLimited || world.lanes.columns.standing[lane]! < model.building.stagingLanes[lane]!.capacity;
}

/** Whether the vehicle of an order's tour is at a door, or on its way to it. */
function hasDoor({ world }: Context, order: number): boolean {
  const tour = world.orders.columns.tour[order]!;
  return tour !== NONE && world.tours.columns.door[tour] !== NONE;
}
