// Stock by lot: which units lie where, and what they are reserved for.
//
// A lot is units of one item received together and lying in one location; a location holds one item at a time. Lots of an
// item form a list in order of creation. Every function keeps lots, locations, loads and totals consistent and reports
// 'stock-lot' and 'stock-changed', so units are conserved by construction; the independent checker verifies it. Goods that
// are moved inside the storage are in moving.ts.

import { TICKS_PER_MINUTE } from '../base/units.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Model } from '../model/model.ts';
import { liesLow, mayBeKept } from '../model/storage.ts';
import type { Context } from './context.ts';
import { addLoad, loadRoom } from './loads.ts';
import { NONE } from './world.ts';

/** Share of a shelf slot's or pallet's volume that goods can fill. Source: usual planning figure, 0.8–0.9. */
const FILL = 0.85;

/**
 * Units of an item that fit an empty location: 0 where temperature class, keeping class, height or size forbid it, otherwise
 * the lesser of what its volume (85 % of it) and its load allow.
 */
export function capacity(model: Model, item: number, location: number): number {
  const { items, locations, racking, storage } = model;
  if (items.temperature[item] !== locations.temperature[location]) return 0;
  if (!mayBeKept(storage.keeping, items, item, racking, locations, location)) return 0;
  if (isTooHigh(model, item, location)) return 0;
  const w = locations.width_m[location]!;
  const d = locations.depth_m[location]!;
  const h = locations.height_m[location]!;
  const a = items.length_m[item]!;
  const b = items.width_m[item]!;
  const c = items.height_m[item]!;
  const longest = Math.max(a, b, c);
  const shortest = Math.min(a, b, c);
  const middle = a + b + c - longest - shortest;
  const most = Math.max(w, d, h);
  const least = Math.min(w, d, h);
  if (longest > most + 1e-6 || shortest > least + 1e-6 || middle > w + d + h - most - least + 1e-6) return 0;
  const byVolume = Math.floor((w * d * h * FILL) / (a * b * c));
  const byLoad = Math.floor(locations.maxLoad_kg[location]! / items.weight_kg[item]!);
  return Math.max(0, Math.min(Math.max(byVolume, 1), byLoad));
}

/** Whether the location is too high for goods as heavy as these. */
function isTooHigh({ items, locations, storage: { heavyLow } }: Model, item: number, location: number): boolean {
  if (heavyLow === undefined || items.weight_kg[item]! < heavyLow.weight_kg) return false;
  return !liesLow(locations, location, heavyLow.highest_m);
}

/**
 * Units of an item that still fit a location as it is now: 0 where another item lies or is expected there, otherwise what its
 * size, its load and the load of its level and bay leave.
 * @param from where the units lie now: within one bay they load it no more than before. NONE: outside.
 */
export function freeCapacity(context: Context, item: number, location: number, from = NONE): number {
  const l = context.world.locations.columns;
  if (l.item[location] !== NONE && l.item[location] !== item) return 0;
  const bySize = capacity(context.model, item, location) - l.units[location]! - l.incoming[location]!;
  return Math.max(0, bySize > 0 ? Math.min(bySize, loadRoom(context, item, location, from)) : 0);
}

/** Announces units on their way to a location: nobody else may plan the room. */
export function expectUnits(context: Context, item: number, location: number, units: number): void {
  addLoad(context, item, location, units);
  announce(context, item, location, units);
}

/** As `expectUnits`, where the weight is reckoned with already. */
export function announce(context: Context, item: number, location: number, units: number): void {
  const l = context.world.locations.columns;
  if (l.item[location] === NONE) context.services.locationTaken(location);
  l.item[location] = item;
  l.incoming[location]! += units;
}

/** Puts units that come from outside the storage into a location, as a lot of their own or onto one of the same age there. */
export function putUnits(
  context: Context,
  item: number,
  location: number,
  units: number,
  received: number,
  expiry: number,
  expected: boolean,
): void {
  if (expected) context.world.locations.columns.incoming[location]! -= units;
  else addLoad(context, item, location, units);
  layDown(context, item, location, units, received, expiry);
  const same = lotOfAge(context, item, location, received, expiry);
  if (same === NONE) addLot(context, item, location, units, received, expiry);
  else context.world.lots.columns.units[same]! += units;
}

/** Units lie in a location from now on; tells it. Lots, announcements and loads are the caller's. */
export function layDown(context: Context, item: number, location: number, units: number, received: number, expiry: number): void {
  const { world, sim } = context;
  const l = world.locations.columns;
  if (l.item[location] === NONE) context.services.locationTaken(location);
  l.item[location] = item;
  if (l.units[location] === 0) l.since[location] = sim.now;
  l.units[location]! += units;
  world.totals.columns.unitsStored[0]! += units;
  tell(context, location, units, item, received, expiry);
}

/** Units of a lot lie in a location no more; tells it. Lots and their reservations are the caller's. */
export function takeUp(context: Context, lot: number, location: number, units: number): void {
  const { world, sim } = context;
  const { item, received, expiry } = world.lots.columns;
  const l = world.locations.columns;
  l.units[location]! -= units;
  addLoad(context, item[lot]!, location, -units);
  world.totals.columns.unitsStored[0]! -= units;
  tell(context, location, -units, item[lot]!, received[lot]!, expiry[lot]!);
  if (l.units[location]! > 0) return;
  l.occupied[location]! += sim.now - l.since[location]!;
  l.since[location] = sim.now;
  if (l.incoming[location]! > 0) return;
  l.item[location] = NONE;
  context.services.locationFreed(location);
}

/** Minute told of goods that do not expire. */
const NEVER = 2 ** 31 - 1;

function tell({ recorder, sim }: Context, location: number, units: number, item: number, received: number, expiry: number): void {
  const until = expiry === Infinity ? NEVER : Math.floor(expiry / TICKS_PER_MINUTE);
  recorder.event(sim.now, TRACED['stock-lot'], location, Math.floor(received / TICKS_PER_MINUTE), until);
  recorder.event(sim.now, TRACED['stock-changed'], location, units, item);
}

/** The lot of an item that lies in a location and has an age, or NONE. */
export function lotOfAge({ world }: Context, item: number, location: number, received: number, expiry: number): number {
  const lots = world.lots.columns;
  for (let lot = world.items.columns.firstLot[item]!; lot !== NONE; lot = lots.next[lot]!) {
    if (lots.location[lot] !== location || lots.moving[lot] !== 0) continue;
    if (lots.received[lot] === received && lots.expiry[lot] === expiry) return lot;
  }
  return NONE;
}

/** Adds a lot to the end of its item's list; nothing of it is reserved. */
export function addLot(
  { world }: Context,
  item: number,
  location: number,
  units: number,
  received: number,
  expiry: number,
): number {
  const lot = world.lots.add();
  const lots = world.lots.columns;
  const items = world.items.columns;
  lots.item[lot] = item;
  lots.location[lot] = location;
  lots.units[lot] = units;
  lots.received[lot] = received;
  lots.expiry[lot] = expiry;
  lots.next[lot] = NONE;
  if (items.firstLot[item] === NONE) items.firstLot[item] = lot;
  else lots.next[items.lastLot[item]!] = lot;
  items.lastLot[item] = lot;
  return lot;
}

/** Takes reserved units out of a lot, for an order. */
export function takeReserved(context: Context, lot: number, units: number): void {
  const lots = context.world.lots.columns;
  if (lots.moving[lot] !== 0) throw new Error(`units of lot ${lot} are taken that are on their way`);
  lots.units[lot]! -= units;
  lots.reserved[lot]! -= units;
  takeUp(context, lot, lots.location[lot]!, units);
  if (lots.units[lot] === 0) dropLot(context, lot);
}

/** Removes an empty lot from its item's list. */
export function dropLot(context: Context, lot: number): void {
  const { items: itemTable, lots: lotTable } = context.world;
  const items = itemTable.columns;
  const lots = lotTable.columns;
  const item = lots.item[lot]!;
  let before = NONE;
  for (let other = items.firstLot[item]!; other !== lot; other = lots.next[other]!) before = other;
  if (before === NONE) items.firstLot[item] = lots.next[lot]!;
  else lots.next[before] = lots.next[lot]!;
  if (items.lastLot[item] === lot) items.lastLot[item] = before;
  lotTable.release(lot);
}

/** An item lives in a location from now on (NONE: nowhere), and no more where it lived; tells it. */
export function giveHome({ world, services, recorder, sim }: Context, item: number, location: number): void {
  const { home } = world.items.columns;
  const l = world.locations.columns;
  const old = home[item]!;
  home[item] = location;
  if (old !== NONE && l.homeOf[old] === item) {
    l.homeOf[old] = NONE;
    if (l.item[old] === NONE) services.locationFreed(old);
  }
  if (location !== NONE) {
    if (l.homeOf[location] === NONE && l.item[location] === NONE) services.locationTaken(location);
    l.homeOf[location] = item;
  }
  recorder.event(sim.now, TRACED['home-given'], item, location);
}
