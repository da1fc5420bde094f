// What decides which goods a location takes: locations with the same key take the same goods, and as many of them.
//
// `capacity` (world/stock.ts) reads of a location its temperature, its inner size, its load limit, whether heavy goods may lie
// so high, and what its bay is set aside for (goods that are kept apart), and nothing else.
//
// Cost: a text a rack level; the slots side by side in it are alike.
//
// Worked example: shelves with floors at 0.1, 0.5 … 2.1 m and heavy goods at most 1.2 m high: two keys, one for the three low
// levels and one for the three high ones, the same in every bay that is set aside for the same goods.

import type { Model } from '../model/model.ts';
import { liesLow } from '../model/storage.ts';

type Slots = Pick<Model, 'locations' | 'racking' | 'storage'>;

/** Numbers the keys of locations 0, 1, 2 … in order of first appearance. Ask in order of location. */
export class SlotKeys {
  private readonly model: Slots;
  private readonly known = new Map<string, number>();
  private before = -1;
  private numberBefore = -1;

  constructor(model: Slots) {
    this.model = model;
  }

  /** Keys met so far. */
  get count(): number {
    return this.known.size;
  }

  of(location: number): number {
    if (this.before >= 0 && isBeside(this.model, this.before, location)) return this.numberBefore;
    const key = slotKey(this.model, location);
    let number = this.known.get(key);
    if (number === undefined) this.known.set(key, (number = this.known.size));
    this.before = location;
    this.numberBefore = number;
    return number;
  }
}

/** Whether two slots of one rack level are alike. */
function isBeside({ locations }: Slots, a: number, b: number): boolean {
  return (
    locations.rackLevel[a] === locations.rackLevel[b] &&
    locations.temperature[a] === locations.temperature[b] &&
    locations.maxLoad_kg[a] === locations.maxLoad_kg[b] &&
    locations.width_m[a] === locations.width_m[b] &&
    locations.depth_m[a] === locations.depth_m[b] &&
    locations.height_m[a] === locations.height_m[b] &&
    locations.z_m[a] === locations.z_m[b]
  );
}

function slotKey({ locations, racking, storage: { heavyLow } }: Slots, location: number): string {
  return (
    `${locations.temperature[location]} ${locations.width_m[location]} ${locations.depth_m[location]} ` +
    `${locations.height_m[location]} ${locations.maxLoad_kg[location]} ` +
    `${heavyLow === undefined || liesLow(locations, location, heavyLow.highest_m)} ` +
    `${racking.bays.keeping[locations.rackBay[location]!]}`
  );
}
