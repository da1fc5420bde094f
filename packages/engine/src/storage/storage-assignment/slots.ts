// Kinds of slots and groups of items: what every storage assignment needs to know of `capacity`, asked once.
//
// Locations that accept the same items form a *kind*; items accepted by the same kinds form a *group*. A DC with 100,000
// locations and 50,000 SKUs has a handful of each, so the question "can everything still be housed?" stays small.
// The view is asked once per item and per size of slot: `capacity` may depend on a location through its slot key only.
//
// Cost: O(locations log locations + items × sizes of slot).
//
// Worked example: shelf slots for up to 10 kg, pallet positions for up to 500 kg; items of 2, 3 and 40 kg. Kinds: shelf,
// pallet. Groups: {2 kg, 3 kg} -> both kinds, {40 kg} -> pallet only.

import type { Model } from '../../model/model.ts';
import type { StorageAssignmentView } from '../policy.ts';
import { SlotKeys } from '../slot-key.ts';

export interface SlotTable {
  /** Number of kinds of slots and of groups of items. */
  readonly kinds: number;
  readonly groups: number;
  /** Kind per location; -1: nobody can pick there by hand or walk there. */
  readonly kindOf: Int32Array;
  /** Group per item. */
  readonly groupOf: Int32Array;
  /** 1: items of the group may lie in slots of the kind: [group * kinds + kind]. */
  readonly accepts: Uint8Array;
  /** Every location that has a kind, nearest to the depot first, ties by number. */
  readonly nearestFirst: Int32Array;
}

export function buildSlotTable(view: StorageAssignmentView): SlotTable {
  const { locations, items } = view.model;

  const distance_m = new Float64Array(locations.count);
  const usable: number[] = [];
  for (let location = 0; location < locations.count; location++) {
    if (locations.handPick[location] === 0) continue;
    distance_m[location] = view.depotDistance_m(location);
    if (distance_m[location]! < Infinity) usable.push(location);
  }
  const nearestFirst = Int32Array.from(usable).sort((a, b) => distance_m[a]! - distance_m[b]! || a - b);

  const sizes = new SlotKeys(view.model);
  const sizeOf = new Int32Array(locations.count).fill(-1);
  const example: number[] = [];
  for (const location of usable) {
    const size = sizes.of(location);
    sizeOf[location] = size;
    if (size === example.length) example.push(location);
  }

  // A group is known by its row of acceptances, a kind by its column; 16 acceptances go into one character.
  const groupNumbers = new Numbering();
  const groupOf = new Int32Array(items.count);
  const rows: Uint8Array[] = [];
  const row = new Uint8Array(example.length);
  for (let item = 0; item < items.count; item++) {
    for (let size = 0; size < row.length; size++) row[size] = view.capacity(item, example[size]!) > 0 ? 1 : 0;
    const group = groupNumbers.of(bitsOf(row));
    groupOf[item] = group;
    if (group === rows.length) rows.push(row.slice());
  }
  const kindNumbers = new Numbering();
  const kindOfSize = new Int32Array(example.length);
  const column = new Uint8Array(rows.length);
  for (let size = 0; size < example.length; size++) {
    for (let group = 0; group < rows.length; group++) column[group] = rows[group]![size]!;
    kindOfSize[size] = kindNumbers.of(bitsOf(column));
  }

  const kinds = kindNumbers.count;
  const accepts = new Uint8Array(rows.length * kinds);
  for (let group = 0; group < rows.length; group++) {
    for (let size = 0; size < example.length; size++) accepts[group * kinds + kindOfSize[size]!] = rows[group]![size]!;
  }
  const kindOf = new Int32Array(locations.count).fill(-1);
  for (const location of usable) kindOf[location] = kindOfSize[sizeOf[location]!]!;
  return { kinds, groups: rows.length, kindOf, groupOf, accepts, nearestFirst };
}

/** Items by popularity, the most popular first, ties by number. */
export function byPopularity({ model }: { readonly model: Pick<Model, 'items'> }): Int32Array {
  const { popularity, count } = model.items;
  return Int32Array.from({ length: count }, (_, item) => item).sort((a, b) => popularity[b]! - popularity[a]! || a - b);
}

/** Numbers keys 0, 1, 2 … in order of first appearance. */
class Numbering {
  private readonly numbers = new Map<string, number>();

  get count(): number {
    return this.numbers.size;
  }

  of(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
    }
    return number;
  }
}

function bitsOf(flags: Uint8Array): string {
  let key = '';
  for (let i = 0; i < flags.length; i += 16) {
    let bits = 0;
    for (let j = i; j < flags.length && j < i + 16; j++) bits |= flags[j]! << (j - i);
    key += String.fromCharCode(bits);
  }
  return key;
}
