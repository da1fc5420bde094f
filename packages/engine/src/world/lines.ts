// Order lines on their way: what is counted when units are reserved, taken, and passed on from stage to stage.

import { TRACED } from '../trace/recorder.ts';
import type { Context } from './context.ts';
import { LINE } from './states.ts';
import { takeReserved } from './stock.ts';
import { NONE } from './world.ts';

const LITRES_PER_CUBIC_METRE = 1000;

/** Volume of units of an item, litres. */
export function volume_l(context: Context, item: number, units: number): number {
  const { length_m, width_m, height_m } = context.model.items;
  return units * length_m[item]! * width_m[item]! * height_m[item]! * LITRES_PER_CUBIC_METRE;
}

/** Adds units to what an order has: its volume, weight and temperature classes. */
export function addGoods(context: Context, order: number, item: number, units: number): void {
  const o = context.world.orders.columns;
  const { weight_kg, temperature } = context.model.items;
  o.volume_l[order]! += volume_l(context, item, units);
  o.weight_kg[order]! += units * weight_kg[item]!;
  if (units > 0) o.compartments[order]! |= 1 << temperature[item]!;
}

/** Location a pick is taken from. */
export function pickLocation(context: Context, pick: number): number {
  const { lots, picks } = context.world;
  return lots.columns.location[picks.columns.lot[pick]!]!;
}

/** Place one stands at to take a pick. */
export function pickPlace(context: Context, pick: number): number {
  return context.model.locations.place[pickLocation(context, pick)]!;
}

/** Takes the units of a pick out of their location, and ends the pick. Returns the line if it is complete now, or NONE. */
export function takePick(context: Context, pick: number): number {
  const { model, world, sim, recorder } = context;
  const picks = world.picks.columns;
  const lines = world.lines.columns;
  const line = picks.line[pick]!;
  const units = picks.units[pick]!;
  const location = pickLocation(context, pick);
  takeReserved(context, picks.lot[pick]!, units);
  lines.picked[line]! += units;
  world.totals.columns.unitsInMotion[0]! += units;
  recorder.event(sim.now, TRACED['line-picked'], line, location, units);
  world.picks.release(pick);
  if (lines.picked[line]! < lines.allocated[line]!) return NONE;
  lines.state[line] = LINE.picked;
  world.orders.columns.open[model.demand.lines.order[line]!]! -= 1;
  return line;
}

/** Lines of an order of which something was picked. */
export function pickedLines(context: Context, order: number): number {
  const { firstLine } = context.model.demand.orders;
  const { picked } = context.world.lines.columns;
  let count = 0;
  for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) if (picked[line]! > 0) count++;
  return count;
}

/** The sums between which the units of an order pass on. */
type UnitSum = 'unitsInMotion' | 'unitsStaged' | 'unitsShipped';

/** Sets the state of an order's picked lines; moves their units from one sum to another where both are given. */
export function passLines(context: Context, order: number, state: number, from?: UnitSum, to?: UnitSum): void {
  const { firstLine } = context.model.demand.orders;
  const lines = context.world.lines.columns;
  const totals = context.world.totals.columns;
  for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) {
    const units = lines.picked[line]!;
    if (units === 0) continue;
    lines.state[line] = state;
    if (from !== undefined) totals[from][0]! -= units;
    if (to !== undefined) totals[to][0]! += units;
  }
}

/** The goods of an order are the customer's: its lines are delivered, their value is sold. */
export function handOver(context: Context, order: number): void {
  const { demand, items } = context.model;
  const { picked } = context.world.lines.columns;
  const totals = context.world.totals.columns;
  passLines(context, order, LINE.delivered, 'unitsInMotion', 'unitsShipped');
  for (let line = demand.orders.firstLine[order]!; line < demand.orders.firstLine[order + 1]!; line++) {
    totals.sales_krw[0]! += picked[line]! * items.price_krw[demand.lines.item[line]!]!;
  }
}
