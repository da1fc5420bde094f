// Goods moved inside the storage by a move (`world.moves`): claimed, lifted, set down.
//
//   claimed    they lie where they lay, but belong to the place they go to: what is reserved of them from now on is picked there
//   lifted     they are on a truck
//   set down   they lie there; who waits for them goes on
//
// Reserved units travel too, so no line is short because its goods are on a truck; only units that a tour under way comes for
// stay where they are. Who claims has the machine and the goods he needs and waits for nobody until he has set them down: so
// whoever waits for claimed goods waits for a finite time, whatever he holds himself, and no two wait for each other.

import { TRACED } from '../trace/recorder.ts';
import type { Context } from './context.ts';
import { EVENT } from './events.ts';
import { addLoad } from './loads.ts';
import { addLot, dropLot, layDown, lotOfAge, takeUp } from './stock.ts';
import { NONE } from './world.ts';

/** What `lots.moving` says of a lot; 0: it lies in its location. */
const CLAIMED = 2;
const LIFTED = 1;

/** The location an item's goods of a move come from, and the one they go to. */
function ends({ world }: Context, move: number, item: number): { from: number; to: number } {
  const { item: first, from, to } = world.moves.columns;
  return first[move] === item ? { from: from[move]!, to: to[move]! } : { from: to[move]!, to: from[move]! };
}

/** Units of a lot that may be claimed: all but those a tour under way comes for. */
export function claimable({ world }: Context, lot: number): number {
  const picks = world.picks.columns;
  const lots = world.lots.columns;
  if (lots.moving[lot] !== 0) return 0;
  let units = lots.units[lot]!;
  for (let pick = world.items.columns.firstPick[lots.item[lot]!]!; pick !== NONE; pick = picks.nextOfItem[pick]!) {
    if (picks.lot[pick] === lot && picks.bound[pick] === 1) units -= picks.units[pick]!;
  }
  return units;
}

/**
 * Claims up to `most` units of a lot for a move; whole picks go along as far as they fit, then free units. Reckons with their
 * weight at the place they go to; announcing them there is the caller's. Returns how many were claimed.
 */
export function claim(context: Context, move: number, lot: number, most: number): number {
  const { world, sim, recorder } = context;
  const item = world.lots.columns.item[lot]!;
  const { from, to } = ends(context, move, item);
  const { received, expiry } = world.lots.columns;
  const moved = addLot(context, item, to, 0, received[lot]!, expiry[lot]!);
  const lots = world.lots.columns;
  const picks = world.picks.columns;
  lots.moving[moved] = CLAIMED;
  lots.move[moved] = move;
  for (let pick = world.items.columns.firstPick[item]!; pick !== NONE; pick = picks.nextOfItem[pick]!) {
    const units = picks.units[pick]!;
    if (picks.lot[pick] !== lot || picks.bound[pick] === 1 || lots.reserved[moved]! + units > most) continue;
    picks.lot[pick] = moved;
    lots.reserved[moved]! += units;
    recorder.event(sim.now, TRACED['pick-moved'], picks.line[pick]!, from, -units);
    recorder.event(sim.now, TRACED['pick-moved'], picks.line[pick]!, to, units);
  }
  const free = lots.units[lot]! - lots.reserved[lot]!;
  const units = lots.reserved[moved]! + Math.min(free, most - lots.reserved[moved]!);
  lots.units[moved] = units;
  lots.units[lot]! -= units;
  lots.reserved[lot]! -= lots.reserved[moved]!;
  addLoad(context, item, to, units);
  if (lots.units[lot] === 0) dropLot(context, lot);
  if (units === 0) dropLot(context, moved);
  return units;
}

/** Lifts what a move has claimed of an item; returns the units. */
export function lift(context: Context, move: number, item: number): number {
  const { world, sim, recorder } = context;
  const lots = world.lots.columns;
  const { from } = ends(context, move, item);
  let lifted = 0;
  for (let lot = world.items.columns.firstLot[item]!; lot !== NONE; lot = lots.next[lot]!) {
    if (lots.moving[lot] !== CLAIMED || lots.move[lot] !== move) continue;
    const units = lots.units[lot]!;
    lots.moving[lot] = LIFTED;
    takeUp(context, lot, from, units);
    world.totals.columns.unitsInMotion[0]! += units;
    recorder.event(sim.now, TRACED['units-lifted'], from, item, units);
    lifted += units;
  }
  return lifted;
}

/** Sets down what a move has lifted of an item; returns the units. @param announced whether they were, at the place they went to */
export function setDown(context: Context, move: number, item: number, announced: boolean): number {
  const { world, sim, recorder } = context;
  const lots = world.lots.columns;
  const { to } = ends(context, move, item);
  let down = 0;
  for (let lot = world.items.columns.firstLot[item]!, next; lot !== NONE; lot = next) {
    next = lots.next[lot]!;
    if (lots.moving[lot] !== LIFTED || lots.move[lot] !== move) continue;
    const units = lots.units[lot]!;
    if (announced) world.locations.columns.incoming[to]! -= units;
    layDown(context, item, to, units, lots.received[lot]!, lots.expiry[lot]!);
    world.totals.columns.unitsInMotion[0]! -= units;
    recorder.event(sim.now, TRACED['units-set-down'], to, item, units);
    mergeLot(context, lot);
    down += units;
  }
  if (down > 0) wake(context, to);
  return down;
}

/** A lot that has arrived joins the one of its age that lies there, with its picks. */
function mergeLot(context: Context, lot: number): void {
  const { world } = context;
  const lots = world.lots.columns;
  const picks = world.picks.columns;
  const item = lots.item[lot]!;
  const there = lotOfAge(context, item, lots.location[lot]!, lots.received[lot]!, lots.expiry[lot]!);
  lots.moving[lot] = 0;
  if (there === NONE) return;
  lots.units[there]! += lots.units[lot]!;
  lots.reserved[there]! += lots.reserved[lot]!;
  for (let pick = world.items.columns.firstPick[item]!; pick !== NONE; pick = picks.nextOfItem[pick]!) {
    if (picks.lot[pick] === lot) picks.lot[pick] = there;
  }
  dropLot(context, lot);
}

/** Who waits at the place of a location looks again; what a picker has waited is counted. */
function wake({ model, world, sim }: Context, location: number): void {
  const place = model.locations.place[location]!;
  const waiting = world.lists.face;
  for (let i = 0; i < waiting.length;) {
    const who = waiting[i]!;
    const isMember = who <= -2;
    const stands = isMember
      ? world.equipment.columns.place[world.orders.columns.cart[-2 - who]!]
      : world.persons.columns.place[who];
    if (stands !== place) {
      i++;
      continue;
    }
    waiting.splice(i, 1);
    if (isMember) sim.schedule(0, EVENT['visit-step'], -2 - who, 0);
    else {
      world.totals.columns.faceTicks[0]! += Math.max(0, sim.now - world.persons.columns.since[who]!);
      sim.schedule(0, EVENT['person-step'], who, 0);
    }
  }
}
