// The load of rack levels and bays: grams that lie there or are on their way there, against what they may carry.
//
// Goods that are moved inside the storage count at both ends from the moment the move is begun until they are lifted, so
// that nobody else plans the room; the sum of a bay may exceed its limit for that time, what lies there never does.
//
// Worked example: a level for 1,000 kg carries 700 kg: 12 units of 25 kg fit, 13 do not. Its two goods of 300 and 400 kg may
// change places, since nothing is added.

import type { Model } from '../model/model.ts';
import type { Context } from './context.ts';
import { NONE } from './world.ts';

export const GRAMS_PER_KG = 1000;

/** Weight of a unit in whole grams, so that loads add up exactly. */
export function grams(model: Model, item: number): number {
  return Math.round(model.items.weight_kg[item]! * GRAMS_PER_KG);
}

/** Grams that the level (bay) of a location may still take. */
function levelRoom_g({ model, world }: Context, location: number): number {
  const level = model.locations.rackLevel[location]!;
  return Math.round(model.racking.levels.maxLoad_kg[level]! * GRAMS_PER_KG) - world.rackLevels.columns.load_g[level]!;
}
function bayRoom_g({ model, world }: Context, location: number): number {
  const bay = model.locations.rackBay[location]!;
  return Math.round(model.racking.bays.maxLoad_kg[bay]! * GRAMS_PER_KG) - world.rackBays.columns.load_g[bay]!;
}

/**
 * Units of an item that the level and the bay of a location may still take; Infinity where neither has a limit.
 * @param from where they lie now, or NONE: a move within a level, or a bay, adds nothing to its load.
 */
export function loadRoom(context: Context, item: number, location: number, from: number): number {
  const { rackLevel, rackBay } = context.model.locations;
  const unit = grams(context.model, item);
  if (unit === 0) return Infinity;
  let room_g = Infinity;
  if (from === NONE || rackLevel[from] !== rackLevel[location]) room_g = levelRoom_g(context, location);
  if (from === NONE || rackBay[from] !== rackBay[location]) room_g = Math.min(room_g, bayRoom_g(context, location));
  return Math.floor(room_g / unit);
}

/** Whether the goods of two locations may change places, as far as their levels and bays go. Grams that lie there now. */
export function loadsAllowSwap(context: Context, a: number, b: number, onA_g: number, onB_g: number): boolean {
  const { rackLevel, rackBay } = context.model.locations;
  const grows = (location: number, by_g: number): boolean =>
    by_g <= 0 ||
    ((rackLevel[a] === rackLevel[b] || by_g <= levelRoom_g(context, location)) &&
      (rackBay[a] === rackBay[b] || by_g <= bayRoom_g(context, location)));
  return grows(a, onB_g - onA_g) && grows(b, onA_g - onB_g);
}

/** Adds the weight of units (taken away: negative) to the level and the bay of a location. */
export function addLoad({ model, world }: Context, item: number, location: number, units: number): void {
  const load_g = units * grams(model, item);
  world.rackLevels.columns.load_g[model.locations.rackLevel[location]!]! += load_g;
  world.rackBays.columns.load_g[model.locations.rackBay[location]!]! += load_g;
}
