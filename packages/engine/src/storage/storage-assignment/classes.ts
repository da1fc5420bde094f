// Classes of SKUs (ABC): the SKUs of each temperature class, ranked by popularity and cut at the boundaries of the model.
// And the zone of each class: the locations its SKUs would have if every SKU, the most popular first, took the best one.
//
// Source:     Hausman, W.H., Schwarz, L.B. & Graves, S.C. (1976), Management Science 22(6), 629-638, "class-based".
// Cost:       O(N log N) for the classes of N items; the zones: one matching, and O(L + N log N) for L locations.
//
// Worked example: boundaries 0.2 and 0.5, ten SKUs with 10, 9, … 1 lines a day: classes 0 0 1 1 1 2 2 2 2 2. Twelve equal
// locations in order: zones of the first two, the next three and the next five.

import { TEMPERATURE_CLASSES } from '../../model/building.ts';
import type { Model } from '../../model/model.ts';
import type { StorageAssignmentView } from '../policy.ts';
import { houseInTurn } from './matching.ts';
import { byPopularity, type SlotTable } from './slots.ts';

/** Class of each item: 0 the most popular, … `storage.classBoundaries.length` the least. @param ranked items by popularity */
export function classOfItems(model: Pick<Model, 'items' | 'storage'>, ranked: Int32Array): Int32Array {
  const { temperature } = model.items;
  const boundaries = model.storage.classBoundaries;
  const size = new Int32Array(TEMPERATURE_CLASSES.length);
  for (const own of temperature) size[own]!++;
  const ends = Array.from(size, (count) => boundaries.map((share) => Math.round(count * share)));
  const met = new Int32Array(TEMPERATURE_CLASSES.length);
  const classOf = new Int32Array(temperature.length);
  for (const item of ranked) {
    const rank = met[temperature[item]!]!++;
    const last = ends[temperature[item]!]!.findIndex((end) => rank < end);
    classOf[item] = last < 0 ? boundaries.length : last;
  }
  return classOf;
}

/** A class as a band of the ranked SKUs: shares from 0, the most popular, to 1. */
export function bandOfClass(boundaries: readonly number[], number: number): { readonly from: number; readonly to: number } {
  return { from: boundaries[number - 1] ?? 0, to: boundaries[number] ?? 1 };
}

/** A class in one temperature class. */
export interface ClassZone {
  /** Its items that can be housed, by popularity. */
  readonly members: Int32Array;
  /** As many locations, best first. Each of its items can have one. */
  readonly zone: Int32Array;
}

/** Every class with members, with its zone. @param order locations, best first. */
export function classZones(view: StorageAssignmentView, table: SlotTable, order: Int32Array): ClassZone[] {
  const { items, locations, storage } = view.model;
  const position = new Int32Array(locations.count);
  for (let index = 0; index < order.length; index++) position[order[index]!] = index;
  const ranked = byPopularity(view);
  const whole = houseInTurn(table, ranked, order);
  const classOf = classOfItems(view.model, ranked);
  const classes = storage.classBoundaries.length + 1;
  const members: number[][] = Array.from({ length: classes * TEMPERATURE_CLASSES.length }, () => []);
  for (const item of ranked) {
    if (whole[item]! >= 0) members[items.temperature[item]! * classes + classOf[item]!]!.push(item);
  }
  return members
    .filter((list) => list.length > 0)
    .map((list) => ({
      members: Int32Array.from(list),
      zone: Int32Array.from(list, (item) => whole[item]!).sort((a, b) => position[a]! - position[b]!),
    }));
}
