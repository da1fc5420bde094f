// A matching of items to locations that never paints itself into a corner: it hands out locations one by one, and refuses
// one only where taking it would leave another item without a home.
//
// It keeps a plan - how many items of each group will lie in each kind of slot - that stays feasible. A request for a slot
// of some kind is granted as planned, or after the plan is changed along an augmenting path (Ford & Fulkerson), or refused
// where no such path exists: then a set of items needs every slot of that kind, and the refusal stands for good.
//
// Source:     bipartite matching by augmenting paths; Kuhn, H.W. (1955), "The Hungarian method for the assignment
//             problem", Naval Research Logistics Quarterly 2, 83-97; that greedy with exchange is optimal for the items
//             housed follows from the transversal matroid of Edmonds, J. & Fulkerson, D.R. (1965), "Transversals and
//             matroid partition", Journal of Research of the NBS 69B, 147-153.
// Guarantee:  as many items are housed as can be, preferring those admitted earlier.
// Cost:       O(kinds) for a request granted as planned, O(groups × kinds²) where the plan changes.
//
// Worked example: a shelf slot 2 m away, pallet positions 1 m and 5 m away; a small item (any slot) and a large one (pallets
// only). The small one may take the pallet position at 1 m: the large one has the other left. With only one pallet position
// the small one is refused it and goes to the shelf.

import type { RandomStream } from '../../base/random.ts';
import type { SlotTable } from './slots.ts';

export class HomeMatching {
  private readonly table: SlotTable;
  /** Free locations of kind k: list[head[k]] … list[end[k] - 1], as positions in `locations`. */
  private readonly locations: Int32Array;
  private readonly list: Int32Array;
  private readonly head: Int32Array;
  private readonly end: Int32Array;
  /** Free locations of a kind that nobody is planned for. */
  private readonly spare: Int32Array;
  /** Items of group g still to be housed in kind k: [g * kinds + k]. */
  private readonly planned: Int32Array;
  /** 1: group g may not take a slot of kind k any more. */
  private readonly refused: Uint8Array;
  /** 1: the item will have a home. */
  private readonly admitted: Uint8Array;
  // The breadth-first search: kinds in order of discovery; how each was reached.
  private readonly queue: Int32Array;
  private readonly fromKind: Int32Array;
  private readonly viaGroup: Int32Array;

  /**
   * @param items in order of precedence, where not all can be housed.
   * @param locations those to be handed out (each with a kind), best first.
   */
  constructor(table: SlotTable, items: Int32Array, locations: Int32Array) {
    const { kinds, groups, kindOf } = table;
    this.table = table;
    this.locations = locations;
    this.head = new Int32Array(kinds);
    this.spare = new Int32Array(kinds);
    this.list = new Int32Array(locations.length);
    for (const location of locations) this.spare[kindOf[location]!]!++;
    for (let kind = 1; kind < kinds; kind++) this.head[kind] = this.head[kind - 1]! + this.spare[kind - 1]!;
    this.end = this.head.slice();
    for (let position = 0; position < locations.length; position++) {
      this.list[this.end[kindOf[locations[position]!]!]!++] = position;
    }
    this.planned = new Int32Array(groups * kinds);
    this.refused = new Uint8Array(groups * kinds);
    this.admitted = new Uint8Array(table.groupOf.length);
    this.queue = new Int32Array(kinds);
    this.fromKind = new Int32Array(kinds);
    this.viaGroup = new Int32Array(kinds);

    const closed = new Uint8Array(groups);
    for (const item of items) {
      const group = table.groupOf[item]!;
      if (closed[group] === 0 && this.admit(group)) this.admitted[item] = 1;
      else closed[group] = 1;
    }
  }

  /** The best location the item may have, now taken; -1 where it can have none. Once per item. */
  takeBest(item: number): number {
    if (this.admitted[item] === 0) return -1;
    const { kinds, accepts } = this.table;
    const row = this.table.groupOf[item]! * kinds;
    for (;;) {
      let best = -1;
      for (let kind = 0; kind < kinds; kind++) {
        if (accepts[row + kind] === 0 || this.refused[row + kind] === 1 || this.head[kind] === this.end[kind]) continue;
        if (best < 0 || this.list[this.head[kind]!]! < this.list[this.head[best]!]!) best = kind;
      }
      if (this.claim(row, best)) return this.locations[this.list[this.head[best]!++]!]!;
    }
  }

  /** Any location the item may have, each with the same chance, now taken; -1 where it can have none. Once per item. */
  takeRandom(item: number, random: RandomStream): number {
    if (this.admitted[item] === 0) return -1;
    const { kinds, accepts } = this.table;
    const row = this.table.groupOf[item]! * kinds;
    for (;;) {
      let choices = 0;
      for (let kind = 0; kind < kinds; kind++) {
        if (accepts[row + kind] === 1 && this.refused[row + kind] === 0) choices += this.end[kind]! - this.head[kind]!;
      }
      let drawn = random.integer(choices);
      let kind = 0;
      for (; ; kind++) {
        if (accepts[row + kind] === 0 || this.refused[row + kind] === 1) continue;
        const free = this.end[kind]! - this.head[kind]!;
        if (drawn < free) break;
        drawn -= free;
      }
      if (!this.claim(row, kind)) continue;
      const index = this.head[kind]! + drawn;
      const position = this.list[index]!;
      this.list[index] = this.list[--this.end[kind]!]!;
      return this.locations[position]!;
    }
  }

  /** Plans a home for one more item of the group, where there is one. */
  private admit(group: number): boolean {
    const { kinds, accepts } = this.table;
    const row = group * kinds;
    this.fromKind.fill(-2);
    let found = 0;
    for (let kind = 0; kind < kinds; kind++) {
      if (accepts[row + kind] === 0) continue;
      this.fromKind[kind] = -1;
      this.queue[found++] = kind;
    }
    const last = this.search(found, -1);
    if (last < 0) return false;
    this.spare[last]!--;
    this.planned[row + this.displace(last)]!++;
    return true;
  }

  /** Lets one planned item of the group (given by its row) have a slot of this kind, where nobody loses a home by it. */
  private claim(row: number, kind: number): boolean {
    const { planned, spare } = this;
    if (planned[row + kind]! > 0) {
      planned[row + kind]!--;
      return true;
    }
    this.fromKind.fill(-2);
    this.fromKind[kind] = -1;
    this.queue[0] = kind;
    const last = this.search(1, row);
    if (last < 0) {
      this.refused[row + kind] = 1;
      return false;
    }
    this.displace(last);
    // The group gives up one planned slot: at the end of the path, for who was moved there, or any other.
    let given = last;
    if (planned[row + last]! === 0) {
      spare[last]!--;
      given = 0;
      while (planned[row + given]! === 0) given++;
      spare[given]!++;
    }
    planned[row + given]!--;
    return true;
  }

  /**
   * Breadth first over kinds, from the `found` ones in the queue, by moving a planned item of any group to another kind it
   * accepts. Returns the first kind with a slot to spare, or where the group of `row` has one planned (row < 0: nobody).
   */
  private search(found: number, row: number): number {
    const { kinds, groups, accepts } = this.table;
    for (let next = 0; next < found; next++) {
      const kind = this.queue[next]!;
      if (this.spare[kind]! > 0 || (row >= 0 && this.planned[row + kind]! > 0)) return kind;
      for (let group = 0; group < groups; group++) {
        if (this.planned[group * kinds + kind] === 0) continue;
        for (let other = 0; other < kinds; other++) {
          if (accepts[group * kinds + other] === 0 || this.fromKind[other] !== -2) continue;
          this.fromKind[other] = kind;
          this.viaGroup[other] = group;
          this.queue[found++] = other;
        }
      }
    }
    return -1;
  }

  /** Moves one planned item along each step of the path found to `last`; returns where the path began. */
  private displace(last: number): number {
    const { kinds } = this.table;
    let kind = last;
    while (this.fromKind[kind]! >= 0) {
      const row = this.viaGroup[kind]! * kinds;
      this.planned[row + kind]!++;
      kind = this.fromKind[kind]!;
      this.planned[row + kind]!--;
    }
    return kind;
  }
}

/** Gives each item in turn the best location left for it. Returns the home per item, -1: none. */
export function houseInTurn(table: SlotTable, items: Int32Array, locations: Int32Array): Int32Array {
  const matching = new HomeMatching(table, items, locations);
  const home = new Int32Array(table.groupOf.length).fill(-1);
  for (const item of items) home[item] = matching.takeBest(item);
  return home;
}
