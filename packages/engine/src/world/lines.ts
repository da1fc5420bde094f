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

/** Reserves units of a lot for a line: an open pick, put before the others of its order. */
export function addPick({ model, world }: Context, line: number, lot: number, units: number): void {
  const item = model.demand.lines.item[line]!;
  const order = model.demand.lines.order[line]!;
  const { firstPick } = world.orders.columns;
  const { firstPick: firstOfItem } = world.items.columns;
  const pick = world.picks.add();
  const picks = world.picks.columns;
  world.lots.columns.reserved[lot]! += units;
  picks.line[pick] = line;
  picks.lot[pick] = lot;
  picks.units[pick] = units;
  picks.next[pick] = firstPick[order]!;
  firstPick[order] = pick;
  picks.previousOfItem[pick] = NONE;
  picks.nextOfItem[pick] = firstOfItem[item]!;
  if (firstOfItem[item] !== NONE) picks.previousOfItem[firstOfItem[item]!] = pick;
  firstOfItem[item] = pick;
}

/** The tour of a list of picks begins: each is taken where it is to be taken now. */
export function bindPicks({ world }: Context, firstPick: number): void {
  const picks = world.picks.columns;
  for (let pick = firstPick; pick !== NONE; pick = picks.next[pick]!) picks.bound[pick] = 1;
}

/** The next pick at the place of a pick, or NONE: picks of a tour at one place stand side by side. */
function nextAtStop(context: Context, pick: number): number {
  const next = context.world.picks.columns.next[pick]!;
  return next !== NONE && pickPlace(context, next) === pickPlace(context, pick) ? next : NONE;
}

/** Whether the units of a pick lie where they are to be taken: not, while they are brought there. */
function isThere({ world }: Context, pick: number): boolean {
  return world.lots.columns.moving[world.picks.columns.lot[pick]!] === 0;
}

/** Whether everything to be taken at the stop of a pick, the first there, lies there. */
export function stopIsComplete(context: Context, first: number): boolean {
  for (let pick = first; pick !== NONE; pick = nextAtStop(context, pick)) if (!isThere(context, pick)) return false;
  return true;
}

/** Tells what of a stop is not there when a person (NONE: a member) comes for it; returns how many picks. */
export function tellMissing(context: Context, first: number, person: number): number {
  let missing = 0;
  for (let pick = first; pick !== NONE; pick = nextAtStop(context, pick)) {
    if (isThere(context, pick)) continue;
    tellFaceEmpty(context, pick, person);
    missing++;
  }
  return missing;
}

export function tellFaceEmpty(context: Context, pick: number, person: number): void {
  const { world, sim, recorder } = context;
  recorder.event(sim.now, TRACED['face-empty'], world.picks.columns.line[pick]!, pickLocation(context, pick), person);
}

/** Takes the units of a pick out of their location, and ends the pick. Returns the line if it is complete now, or NONE. */
export function takePick(context: Context, pick: number): number {
  const { model, world, sim, recorder } = context;
  const picks = world.picks.columns;
  const lines = world.lines.columns;
  const l = world.locations.columns;
  const line = picks.line[pick]!;
  const units = picks.units[pick]!;
  const item = model.demand.lines.item[line]!;
  const location = pickLocation(context, pick);
  l.picks[location]! += 1;
  l.taken[location]! += units;
  l.dwell[location]! += units * (sim.now - world.lots.columns.received[picks.lot[pick]!]!);
  takeReserved(context, picks.lot[pick]!, units);
  lines.picked[line]! += units;
  world.totals.columns.unitsInMotion[0]! += units;
  recorder.event(sim.now, TRACED['line-picked'], line, location, units);
  endPick(context, item, pick);
  context.services.unitsTaken(item, location);
  return completeLine(context, line) ? line : NONE;
}

/** A line of which nothing is reserved any more that is not picked is picked, or short where nothing was; true: picked. */
export function completeLine({ model, world }: Context, line: number): boolean {
  const lines = world.lines.columns;
  if (lines.picked[line]! < lines.allocated[line]!) return false;
  lines.state[line] = lines.picked[line]! > 0 ? LINE.picked : LINE.short;
  world.orders.columns.open[model.demand.lines.order[line]!]! -= 1;
  return lines.picked[line]! > 0;
}

/** Gives the units of a pick that are not found back to their lot, where they stay, and ends the pick. Its line is left open. */
export function giveBackPick(context: Context, pick: number): void {
  const { model, world, sim, recorder } = context;
  const picks = world.picks.columns;
  const line = picks.line[pick]!;
  const units = picks.units[pick]!;
  const item = model.demand.lines.item[line]!;
  recorder.event(sim.now, TRACED['short-pick'], line, pickLocation(context, pick), units);
  world.lots.columns.reserved[picks.lot[pick]!]! -= units;
  world.lines.columns.allocated[line]! -= units;
  addGoods(context, model.demand.lines.order[line]!, item, -units);
  endPick(context, item, pick);
}

/** Units of a line are not to be had. */
export function tellShort({ world, sim, recorder }: Context, line: number, units: number): void {
  recorder.event(sim.now, TRACED['line-short'], line, units);
  world.totals.columns.unitsShort[0]! += units;
}

/** What is wrong about a wrong pick: `lines.wrong`; 0 is right. */
export const WRONG = { number: 1, article: 2 } as const;

/** Where a wrong pick is found. */
export const FOUND = { atPick: 0, atPacking: 1 } as const;

/** A wrong pick is found by a person: what reaches the customer is right. */
export function wrongPickFound({ world, sim, recorder }: Context, line: number, person: number, where: number): void {
  const totals = world.totals.columns;
  world.lines.columns.wrong[line] = 0;
  world.lines.columns.wrong_g[line] = 0;
  if (where === FOUND.atPick) totals.wrongFoundAtPick[0]! += 1;
  else totals.wrongFoundAtPacking[0]! += 1;
  recorder.event(sim.now, TRACED['wrong-pick-found'], line, person, where);
}

/** Removes a pick from the list of its item. */
function endPick({ world }: Context, item: number, pick: number): void {
  const { nextOfItem, previousOfItem } = world.picks.columns;
  const next = nextOfItem[pick]!;
  const previous = previousOfItem[pick]!;
  if (next !== NONE) previousOfItem[next] = previous;
  if (previous === NONE) world.items.columns.firstPick[item] = next;
  else nextOfItem[previous] = next;
  world.picks.release(pick);
}

/** Lines of an order of which something was picked. */
export function pickedLines(context: Context, order: number): number {
  const { firstLine } = context.model.demand.orders;
  const { picked } = context.world.lines.columns;
  let count = 0;
  for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) if (picked[line]! > 0) count++;
  return count;
}

/** Whether it is known that nothing of an order will come: every line of it is short. */
export function allShort(context: Context, order: number): boolean {
  const { firstLine } = context.model.demand.orders;
  const { state } = context.world.lines.columns;
  for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) if (state[line] !== LINE.short) return false;
  return true;
}

/** The sums between which the units of an order pass on. */
type UnitSum = 'unitsInMotion' | 'unitsStaged' | 'unitsShipped' | 'unitsReturned';

const everyLine = (): boolean => true;

/** Sets the state of those of an order's picked lines that go; moves their units from one sum to another where both are given. */
export function passLines(
  context: Context,
  order: number,
  state: number,
  from?: UnitSum,
  to?: UnitSum,
  goes: (line: number) => boolean = everyLine,
): void {
  const { firstLine } = context.model.demand.orders;
  const lines = context.world.lines.columns;
  const totals = context.world.totals.columns;
  for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) {
    const units = lines.picked[line]!;
    if (units === 0 || !goes(line)) continue;
    lines.state[line] = state;
    if (from !== undefined) totals[from][0]! -= units;
    if (to !== undefined) totals[to][0]! += units;
  }
}

/** An order stands in its staging lane: how long that took, and whether its departure was due before. */
export function countStaged({ model, world, sim }: Context, order: number): void {
  const { arrival, due } = model.demand.orders;
  const totals = world.totals.columns;
  totals.stagingTicks[0]! += sim.now - arrival[order]!;
  if (sim.now <= due[order]!) return;
  totals.ordersTardy[0]! += 1;
  totals.tardyTicks[0]! += sim.now - due[order]!;
}

/**
 * The goods of an order are the customer's, but for lines he does not take: its lines are delivered, also what is wrong and nobody
 * found; their value is sold.
 */
export function handOver(context: Context, order: number, takes: (line: number) => boolean = everyLine): void {
  const { demand, items } = context.model;
  const { picked, wrong } = context.world.lines.columns;
  const totals = context.world.totals.columns;
  passLines(context, order, LINE.delivered, 'unitsInMotion', 'unitsShipped', takes);
  for (let line = demand.orders.firstLine[order]!; line < demand.orders.firstLine[order + 1]!; line++) {
    totals.wrongDelivered[0]! += wrong[line]! > 0 ? 1 : 0;
    if (takes(line)) totals.sales_krw[0]! += picked[line]! * items.price_krw[demand.lines.item[line]!]!;
  }
}
