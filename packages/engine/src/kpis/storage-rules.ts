// Whether what lies in the locations may lie there: the hard rules of storage, looked up in the world as it is, whoever put it
// there.
//
// Cost:     O(locations), and O(classes) a bay where goods are kept apart. Locations of a bay, and of a level of it, are
//           contiguous (`numberRacks`), so sums over them need no table.
//
// Worked example: a bay of two levels bears 100 kg, 80 kg a level; 90 kg lie on the upper one, 20 kg on the lower: the upper
// level bears too much, and the lower location is part of a bay that bears too much.

import type { Model } from '../model/model.ts';
import { liesLow, mayBeKept } from '../model/storage.ts';
import { grams, GRAMS_PER_KG } from '../world/loads.ts';
import { NONE, type World } from '../world/world.ts';

/** What is wrong in a location; of several, the first of this list. */
export const STORAGE_RULES = [
  'ok',
  'temperature', // the goods need another temperature class
  'keeping', // goods that are to be kept apart lie in one bay, or in a bay set aside for others
  'heavy-low', // heavy goods lie too high
  'volume', // the goods are larger than the slot
  'location-load', // they are too heavy for the location
  'level-load', // or with what else lies there, for the level of the bay
  'bay-load', // or for the bay
] as const;
export type StorageRule = (typeof STORAGE_RULES)[number];

const OK = STORAGE_RULES.indexOf('ok');
const TEMPERATURE = STORAGE_RULES.indexOf('temperature');
const KEEPING = STORAGE_RULES.indexOf('keeping');
const HEAVY_LOW = STORAGE_RULES.indexOf('heavy-low');
const VOLUME = STORAGE_RULES.indexOf('volume');
const LOCATION_LOAD = STORAGE_RULES.indexOf('location-load');
const LEVEL_LOAD = STORAGE_RULES.indexOf('level-load');
const BAY_LOAD = STORAGE_RULES.indexOf('bay-load');

/** Sums of single-precision sizes and weights are right to about this. */
const TOLERANCE = 1 + 1e-5;

/**
 * The state of each location: index into STORAGE_RULES. Where nothing lies, all is well.
 * @param unit_m3 [item] volume of a unit
 */
export function checkRules(model: Model, world: World, unit_m3: Float64Array): Uint8Array {
  const rules = new Uint8Array(model.locations.count);
  checkAlone(model, world, unit_m3, rules);
  checkLoads(model, world, rules);
  const { classes, conflicts } = model.storage.keeping;
  if (classes.length > 1 && conflicts.includes(1)) checkConflicts(model, world, rules);
  return rules;
}

/** The first rule that the goods of each location break, whatever lies beside them. */
function checkAlone(model: Model, world: World, unit_m3: Float64Array, rules: Uint8Array): void {
  const { item, units } = world.locations.columns;
  for (let location = 0; location < rules.length; location++) {
    if (units[location]! <= 0) continue;
    rules[location] = ruleBrokenAlone(model, location, item[location]!, units[location]!, unit_m3[item[location]!]!);
  }
}

/** The first rule that units (> 0) of an item break in a location, whatever lies beside them: index into STORAGE_RULES. */
export function ruleBrokenAlone(model: Model, location: number, item: number, units: number, unit_m3: number): number {
  const { items, locations, racking, storage } = model;
  const { width_m, depth_m, height_m, maxLoad_kg } = locations;
  const weight_kg = items.weight_kg[item]!;
  const { heavyLow } = storage;
  if (items.temperature[item] !== locations.temperature[location]) return TEMPERATURE;
  if (!mayBeKept(storage.keeping, items, item, racking, locations, location)) return KEEPING;
  if (heavyLow !== undefined && weight_kg >= heavyLow.weight_kg && !liesLow(locations, location, heavyLow.highest_m)) {
    return HEAVY_LOW;
  }
  const slot_m3 = width_m[location]! * depth_m[location]! * height_m[location]!;
  if (units * unit_m3 > slot_m3 * TOLERANCE) return VOLUME;
  return units * weight_kg > maxLoad_kg[location]! * TOLERANCE ? LOCATION_LOAD : OK;
}

/** What lies on a level, or in a bay, and is too heavy together: in whole grams, as they are planned (world/loads.ts). */
function checkLoads(model: Model, world: World, rules: Uint8Array): void {
  const { locations, racking } = model;
  const { item, units } = world.locations.columns;
  const { count, rackBay, rackLevel } = locations;
  const { bays, levels } = racking;
  let level_g = 0;
  let bay_g = 0;
  for (let location = 0, firstOfLevel = 0, firstOfBay = 0; location < count; location++) {
    if (units[location]! > 0) {
      const goods_g = units[location]! * grams(model, item[location]!);
      level_g += goods_g;
      bay_g += goods_g;
    }
    const next = location + 1;
    const level = rackLevel[location]!;
    if (next < count && rackLevel[next] === level) continue;
    if (level_g > Math.round(levels.maxLoad_kg[level]! * GRAMS_PER_KG)) mark(units, firstOfLevel, next, LEVEL_LOAD, rules);
    firstOfLevel = next;
    level_g = 0;
    const bay = rackBay[location]!;
    if (next < count && rackBay[next] === bay) continue;
    if (bay_g > Math.round(bays.maxLoad_kg[bay]! * GRAMS_PER_KG)) mark(units, firstOfBay, next, BAY_LOAD, rules);
    firstOfBay = next;
    bay_g = 0;
  }
}

/** A broken rule of goods together, in the locations with goods where no rule before it in the list is broken. */
function mark(units: Int32Array, from: number, to: number, rule: number, rules: Uint8Array): void {
  for (let location = from; location < to; location++) {
    if (units[location]! > 0 && (rules[location] === 0 || rules[location]! > rule)) rules[location] = rule;
  }
}

/** Goods that conflict with others in their bay. */
function checkConflicts({ items, locations, storage }: Model, world: World, rules: Uint8Array): void {
  const { item, units } = world.locations.columns;
  const { count, rackBay } = locations;
  const { classes, conflicts } = storage.keeping;
  const lies = new Int32Array(classes.length).fill(NONE); // bay in which goods of the class were found last
  for (let first = 0, end = 0; first < count; first = end) {
    const bay = rackBay[first]!;
    for (end = first; end < count && rackBay[end] === bay; end++) {
      if (units[end]! > 0) lies[items.keeping[item[end]!]!] = bay;
    }
    for (let location = first; location < end; location++) {
      if (units[location]! <= 0) continue;
      const row = items.keeping[item[location]!]! * classes.length;
      for (let other = 0; other < classes.length; other++) {
        if (conflicts[row + other] === 1 && lies[other] === bay) mark(units, location, location + 1, KEEPING, rules);
      }
    }
  }
}
