// The orders of a delivery tour: whether they are ready, which are left out, and when they go on board and are handed over.

import { ticksToSeconds } from '../base/units.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { leaveLane } from '../world/lanes.ts';
import { handOver, passLines } from '../world/lines.ts';
import { LINE, ORDER } from '../world/states.ts';

/** The orders of a tour, in the order of its stops. */
export function ordersOf({ world }: Context, tour: number): number[] {
  const { firstStop, stops } = world.tours.columns;
  return Array.from({ length: stops[tour]! }, (_, stop) => world.tourStops.columns.order[firstStop[tour]! + stop]!);
}

/** Whether no order of a tour is still to come: each is staged, or closed. */
export function allReady(context: Context, tour: number): boolean {
  const { state } = context.world.orders.columns;
  return ordersOf(context, tour).every((order) => state[order] === ORDER.staged || state[order] === ORDER.closed);
}

/** Takes the orders that were closed since the planning from a tour; returns how many stops are left. */
export function dropClosed(context: Context, tour: number): number {
  const { orders, tours, tourStops } = context.world;
  const t = tours.columns;
  const isClosed = (order: number): boolean => orders.columns.state[order] === ORDER.closed;
  const all = ordersOf(context, tour);
  const open = all.filter((order) => !isClosed(order));
  for (const order of all) if (isClosed(order)) leaveLane(context, order);
  open.forEach((order, stop) => (tourStops.columns.order[t.firstStop[tour]! + stop] = order));
  t.stops[tour] = open.length;
  return open.length;
}

/** All orders of the tour are on board. */
export function loadOrders(context: Context, tour: number): void {
  const { world, sim, recorder } = context;
  const t = world.tours.columns;
  for (const order of ordersOf(context, tour)) {
    world.orders.columns.state[order] = ORDER.loaded;
    leaveLane(context, order);
    passLines(context, order, LINE.loaded, 'unitsStaged', 'unitsInMotion');
    recorder.event(sim.now, TRACED['order-loaded'], order, t.vehicle[tour]!, tour);
  }
}

/** The order of the present stop is handed over. */
export function handOrder(context: Context, tour: number): void {
  const { model, world, sim, recorder, tallies } = context;
  const t = world.tours.columns;
  const stop = t.firstStop[tour]! + t.nextStop[tour]!;
  const order = world.tourStops.columns.order[stop]!;
  t.nextStop[tour]! += 1;
  world.orders.columns.state[order] = ORDER.delivered;
  handOver(context, order);
  world.totals.columns.ordersDelivered[0]! += 1;
  tallies.orderCycle.add(ticksToSeconds(sim.now - model.demand.orders.arrival[order]!));
  recorder.event(sim.now, TRACED['order-delivered'], order, t.vehicle[tour]!, tour);
}
