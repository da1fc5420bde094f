// Stock by lot: which units lie where, and what they are reserved for.
//
// A lot is units of one item received together and lying in one location; a location holds one item at a time. Lots of an
// item form a list in order of creation. Every function keeps lots, locations and totals consistent and reports
// 'stock-changed', so units are conserved by construction; the independent checker verifies it.

import { TRACED } from '../trace/recorder.ts';
import type { Model } from '../model/model.ts';
import type { Context } from './context.ts';
import { NONE } from './world.ts';

/** Share of a shelf slot's or pallet's volume that goods can fill. Source: usual planning figure, 0.8–0.9. */
const FILL = 0.85;

/**
 * Units of an item that fit an empty location: 0 where temperature class or size forbid it, otherwise the lesser of what
 * its volume (85 % of it) and its load allow.
 */
export function capacity(model: Model, item: number, location: number): number {
  const { items, locations } = model;
  if (items.temperature[item] !== locations.temperature[location]) return 0;
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

/** Units of an item that still fit a location as it is now (0 where another item lies or is expected there). */
export function freeCapacity(context: Context, item: number, location: number): number {
  const l = context.world.locations.columns;
  if (l.item[location] !== NONE && l.item[location] !== item) return 0;
  return Math.max(0, capacity(context.model, item, location) - l.units[location]! - l.incoming[location]!);
}

/** Announces units on their way to a location: nobody else may plan the room. */
export function expectUnits(context: Context, item: number, location: number, units: number): void {
  const l = context.world.locations.columns;
  if (l.item[location] === NONE) context.services.locationTaken(location);
  l.item[location] = item;
  l.incoming[location]! += units;
}

/** Puts units into a location as a lot of their own (or onto a lot of the same age there). Returns the lot. */
export function putUnits(
  context: Context,
  item: number,
  location: number,
  units: number,
  received: number,
  expiry: number,
  expected: boolean,
): number {
  const { world, sim, recorder } = context;
  const l = world.locations.columns;
  const items = world.items.columns;
  if (l.item[location] === NONE) context.services.locationTaken(location);
  l.item[location] = item;
  l.units[location]! += units;
  if (expected) l.incoming[location]! -= units;
  world.totals.columns.unitsStored[0]! += units;
  recorder.event(sim.now, TRACED['stock-changed'], location, units, item);
  for (let lot = items.firstLot[item]!; lot !== NONE; lot = world.lots.columns.next[lot]!) {
    const lots = world.lots.columns;
    if (lots.location[lot] === location && lots.received[lot] === received && lots.expiry[lot] === expiry) {
      lots.units[lot]! += units;
      return lot;
    }
  }
  const lot = world.lots.add();
  const lots = world.lots.columns;
  lots.item[lot] = item;
  lots.location[lot] = location;
  lots.units[lot] = units;
  lots.reserved[lot] = 0;
  lots.received[lot] = received;
  lots.expiry[lot] = expiry;
  lots.next[lot] = NONE;
  if (items.firstLot[item] === NONE) items.firstLot[item] = lot;
  else lots.next[items.lastLot[item]!] = lot;
  items.lastLot[item] = lot;
  return lot;
}

/** Takes reserved units out of a lot. */
export function takeReserved(context: Context, lot: number, units: number): void {
  const { world, sim, recorder } = context;
  const lots = world.lots.columns;
  const location = lots.location[lot]!;
  const item = lots.item[lot]!;
  lots.units[lot]! -= units;
  lots.reserved[lot]! -= units;
  world.locations.columns.units[location]! -= units;
  world.totals.columns.unitsStored[0]! -= units;
  recorder.event(sim.now, TRACED['stock-changed'], location, -units, item);
  if (lots.units[lot] === 0) dropLot(context, lot);
  const l = world.locations.columns;
  if (l.units[location] === 0 && l.incoming[location] === 0) {
    l.item[location] = NONE;
    context.services.locationFreed(location);
  }
}

/** Removes an empty lot from its item's list. */
function dropLot(context: Context, lot: number): void {
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
