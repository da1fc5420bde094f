// The bays of the racks by what they hold: bays with the same slots are one *type*, types whose slots are of one size stand
// together. So a DC with thousands of bays has a handful to choose from.
//
// Cost: O(locations + items · kinds of slots).
//
// Worked example: 200 shelf bays of 6 levels with 5 slots of 39 litres, one of them with a slot that is blocked: two types (30 and 29
// slots within reach of the hand), one size. 1,000 SKUs that need a slot each leave 199 · 30 + 29 - 1,000 = 4,999 to spare.

import type { Locations } from './building.ts';
import type { Items } from './items.ts';
import type { SlotKinds } from './slot-kinds.ts';
import type { Keeping, Racking } from './storage.ts';

/** What is to be known for setting bays aside. */
export interface BaysAsideView {
  readonly items: Pick<Items, 'count' | 'keeping' | 'temperature'>;
  readonly locations: Locations;
  readonly racking: Racking;
  readonly keeping: Keeping;
  /** Kinds of slots (`slotKinds`). */
  readonly kinds: SlotKinds;
  /** Units of an item that fit a location by every rule but this one; the same for all locations of a kind. */
  readonly capacity: (item: number, location: number) => number;
  /** Units of an item that there will be at most. */
  readonly mostUnits: (item: number) => number;
  /** Distance of a location from the picking depot. */
  readonly distance_m: (location: number) => number;
  /** Item that lives or lies in a location from the start, or -1. */
  readonly resident: (location: number) => number;
}

/** Bays with the same slots. */
export interface BayType {
  /** Kinds of the slots within reach of the hand, and how many of each; how many slots in all. */
  readonly kinds: readonly number[];
  readonly counts: readonly number[];
  readonly hand: number;
  readonly slots: number;
  readonly size: Size;
  /** Bays without residents. */
  readonly bays: number[];
  /** How many of them each class gets. */
  readonly given: Int32Array;
  left: number;
}

/** Bay types whose smallest slot is of one size; slots of all their bays that nobody needs for a home. */
export interface Size {
  readonly litres: number;
  readonly temperature: number;
  readonly types: BayType[];
  spare: number;
  /** Homes and further slots that each class needs. */
  readonly homes: Int32Array;
  readonly need: Float64Array;
}

export class Racks {
  /** The smallest slots first. */
  readonly sizes: Size[] = [];
  readonly types: BayType[] = [];
  /** A location of each kind of slot. */
  readonly samples: readonly number[];
  readonly firstLocation: Int32Array;
  readonly kindOf: Int32Array;

  /** @param pinned 1: what a bay is set aside for is decided, and said in `aside`. */
  constructor({ locations, racking, keeping, kinds: slots, resident }: BaysAsideView, pinned: Uint8Array, aside: Uint16Array) {
    const classes = keeping.classes.length;
    this.firstLocation = new Int32Array(racking.bays.count + 1).fill(locations.count);
    for (let at = locations.count - 1; at >= 0; at--) this.firstLocation[locations.rackBay[at]!] = at;
    this.samples = slots.samples;
    this.kindOf = slots.kindOf;
    const known = new Map<string, BayType>();
    const sizes = new Map<string, Size>();
    for (let bay = 0; bay < racking.bays.count; bay++) {
      const kinds = this.kindOf.subarray(this.firstLocation[bay], this.firstLocation[bay + 1]);
      const key = kinds.join(' ');
      let type = known.get(key);
      if (type === undefined) {
        known.set(key, (type = this.describe(locations, kinds, sizes, classes)));
        this.types.push(type);
        type.size.types.push(type);
      }
      if (pinned[bay] === 1) {
        if (aside[bay] === 0) type.size.spare += this.openSlots(resident, type, bay);
        continue;
      }
      type.bays.push(bay);
      type.left++;
      type.size.spare += type.hand;
    }
  }

  /** Slots of a bay within reach of the hand where nobody lives. */
  private openSlots(resident: BaysAsideView['resident'], type: BayType, bay: number): number {
    let open = 0;
    for (let at = this.firstLocation[bay]!; at < this.firstLocation[bay + 1]!; at++)
      if (type.kinds.includes(this.kindOf[at]!) && resident(at) < 0) open++;
    return open;
  }

  private describe(locations: Locations, kinds: Int32Array, sizes: Map<string, Size>, classes: number): BayType {
    const counts = new Map<number, number>();
    for (const kind of kinds) {
      const at = this.samples[kind]!;
      if (locations.handPick[at] === 1 && locations.maxLoad_kg[at]! > 0) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const volume_l = (kind: number): number => {
      const at = this.samples[kind]!;
      return locations.width_m[at]! * locations.depth_m[at]! * locations.height_m[at]! * 1000;
    };
    const litres = Math.min(...[...counts.keys()].map(volume_l), Infinity);
    const temperature = locations.temperature[this.samples[kinds[0]!]!]!;
    const key = `${temperature} ${litres}`;
    let size = sizes.get(key);
    if (size === undefined) {
      size = { litres, temperature, types: [], spare: 0, homes: new Int32Array(classes), need: new Float64Array(classes) };
      sizes.set(key, size);
      this.sizes.push(size);
    }
    return {
      kinds: [...counts.keys()],
      counts: [...counts.values()],
      hand: [...counts.values()].reduce((sum, count) => sum + count, 0),
      slots: kinds.length,
      size,
      bays: [],
      given: new Int32Array(classes),
      left: 0,
    };
  }

  /** The sizes of slots, smallest first. */
  smallestFirst(): Size[] {
    return [...this.sizes].sort((a, b) => a.litres - b.litres);
  }

  /** What the smallest slots that take an item hold of it; the size, or undefined where it fits none. */
  tightest(view: BaysAsideView, item: number, sizes: readonly Size[]): { size: Size; units: number } | undefined {
    for (const size of sizes) {
      if (size.temperature !== view.items.temperature[item]) continue;
      for (const type of size.types)
        for (const kind of type.kinds) {
          const units = view.capacity(item, this.samples[kind]!);
          if (units > 0) return { size, units };
        }
    }
    return undefined;
  }

  /** Counts for every class the homes and slots that it needs, in the tightest slots; what is left is to spare. */
  tally(view: BaysAsideView, settled: Uint8Array): void {
    const sizes = this.smallestFirst();
    for (let item = 0; item < view.items.count; item++) {
      if (settled[item] === 1) continue;
      const found = this.tightest(view, item, sizes);
      if (found === undefined) continue;
      const { size, units } = found;
      const c = view.items.keeping[item]!;
      size.spare--;
      size.homes[c]!++;
      size.need[c]! += Math.max(1, Math.ceil(view.mostUnits(item) / units));
    }
  }
}
