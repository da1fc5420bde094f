// Which rack bays are set aside for which goods, where some goods are kept apart from others (model/storage.ts).
//
// In words: goods that may not lie with the general ones get bays of their own: first the bays where such goods are said to lie,
// then as many as give every SKU a home, of the tightest kind of bay that it fits, then, of what the others can spare, a part in
// proportion to the need. They are spread evenly over the distance from the depot, so that no class of goods has the near bays.
//
// Method: an SKU takes the open slot of its class that fewest of the class fit, the SKUs that fit fewest slots first; where none
//   is open, one more bay is set aside: of the smallest slots that take it and whose bays the others can spare (of the smallest
//   at all where none can). For slots that fit ever more goods (low levels take what high ones take, and heavy goods too) this
//   sets the fewest bays aside. The bays of a kind are then shared out in order of their distance by the divisors of
//   Sainte-Laguë: each goes to the class that is farthest behind its even share.
// Source: rules of the trade (separate storage of smells, allergens and consigned stock); the even spread: A. Sainte-Laguë
//   (1910), "La représentation proportionnelle et la méthode des moindres carrés", in Balinski & Young (1982), Fair
//   Representation.
// Applies to: any racks; where nothing is kept apart no bay is set aside.
// Cost: O(locations + items · kinds of slots + bays · (log bays + classes)).
//
// Worked example: six equal bays of 2 slots at 1, 2 … 6 m; 8 general SKUs and 3 detergents that are kept apart, one unit each.
//   3 detergents need 2 bays; 8 SKUs need the other 4, so none is to spare. By distance, with 4 general and 2 detergent bays:
//   0.5/4 < 0.5/2 general; 1.5/4 > 0.5/2 detergent; then 1.5/4, 2.5/4 general; 1.5/2 detergent; general. So bays 2 and 5.

import { Racks } from './bay-types.ts';
import type { BaysAsideView, BayType, Size } from './bay-types.ts';

export interface BaysAside {
  /** Keeping class that each bay is set aside for. */
  readonly keeping: Uint16Array;
  /** Items kept apart for which no bay is left. */
  readonly homeless: readonly number[];
  /** Bays whose residents may not lie together. */
  readonly clashes: readonly number[];
}

export function setBaysAside(view: BaysAsideView): BaysAside {
  const { racking, keeping } = view;
  const classes = keeping.classes.length;
  const aside = new Uint16Array(racking.bays.count);
  const apart = Array.from({ length: classes }, (_, c) => c).filter((c) => keeping.admits[c * classes] === 0);
  if (apart.length === 0) return { keeping: aside, homeless: [], clashes: [] };
  const { pinned, settled, clashes } = pinResidents(view, aside);
  const racks = new Racks(view, pinned, aside);
  racks.tally(view, settled);
  const homeless: number[] = [];
  for (const c of apart) houseClass(view, racks, c, aside, pinned, settled, homeless);
  for (const size of racks.sizes) shareSpare(size, apart);
  for (const type of racks.types) spread(view, type, racks.firstLocation, aside);
  return { keeping: aside, homeless, clashes };
}

/** Bays with residents are set aside for a class that takes them all: one of their own classes if one does. */
function pinResidents(
  { items, locations, racking, keeping, resident }: BaysAsideView,
  aside: Uint16Array,
): { pinned: Uint8Array; settled: Uint8Array; clashes: number[] } {
  const n = keeping.classes.length;
  const present = new Map<number, number[]>();
  const settled = new Uint8Array(items.count);
  for (let at = 0; at < locations.count; at++) {
    const item = resident(at);
    if (item < 0) continue;
    if (locations.handPick[at] === 1) settled[item] = 1;
    const bay = locations.rackBay[at]!;
    const known = present.get(bay);
    if (known === undefined) present.set(bay, [items.keeping[item]!]);
    else if (!known.includes(items.keeping[item]!)) known.push(items.keeping[item]!);
  }
  const pinned = new Uint8Array(racking.bays.count);
  const clashes: number[] = [];
  for (const [bay, own] of present) {
    const takesAll = (b: number): boolean => own.every((a) => keeping.admits[a * n + b] === 1);
    const chosen = own.find(takesAll) ?? keeping.classes.findIndex((_, b) => takesAll(b));
    pinned[bay] = 1;
    if (chosen < 0) clashes.push(bay);
    aside[bay] = chosen < 0 ? own[0]! : chosen;
  }
  return { pinned, settled, clashes };
}

/** Sets bays aside until every item of a class has a home. */
function houseClass(
  view: BaysAsideView,
  racks: Racks,
  c: number,
  aside: Uint16Array,
  pinned: Uint8Array,
  settled: Uint8Array,
  homeless: number[],
): void {
  const sizes = racks.smallestFirst();
  const members: { item: number; kinds: number[]; size: Size | undefined }[] = [];
  const takers = new Int32Array(racks.samples.length);
  const waiting = new Map<Size | undefined, number>();
  const handKinds = [...new Set(racks.types.flatMap((type) => type.kinds))];
  for (let item = 0; item < view.items.count; item++) {
    if (view.items.keeping[item] !== c || settled[item] === 1) continue;
    const kinds = handKinds.filter((kind) => view.capacity(item, racks.samples[kind]!) > 0);
    const size = racks.tightest(view, item, sizes)?.size;
    for (const kind of kinds) takers[kind]!++;
    waiting.set(size, (waiting.get(size) ?? 0) + 1);
    members.push({ item, kinds, size });
  }
  const open = new Int32Array(racks.samples.length);
  pinned.forEach((pin, bay) => {
    if (pin === 0 || aside[bay] !== c) return;
    for (let at = racks.firstLocation[bay]!; at < racks.firstLocation[bay + 1]!; at++)
      if (view.resident(at) < 0) open[racks.kindOf[at]!]!++;
  });
  members.sort((a, b) => a.kinds.length - b.kinds.length || a.item - b.item);
  for (const { item, kinds, size } of members) {
    let chosen = pickiestOpen(kinds, open, takers);
    if (chosen < 0) {
      const type = nextBay(sizes, kinds, waiting);
      if (type !== undefined) {
        type.left--;
        type.given[c]!++;
        type.size.spare -= type.hand;
        type.kinds.forEach((kind, k) => (open[kind]! += type.counts[k]!));
        chosen = pickiestOpen(kinds, open, takers);
      }
    }
    waiting.set(size, waiting.get(size)! - 1);
    if (chosen < 0) homeless.push(item);
    else open[chosen]!--;
    if (size !== undefined) size.spare++;
  }
}

/** The kind of open slot that fewest goods of the class fit, or -1. */
function pickiestOpen(kinds: readonly number[], open: Int32Array, takers: Int32Array): number {
  let best = -1;
  for (const kind of kinds) if (open[kind]! > 0 && (best < 0 || takers[kind]! < takers[best]!)) best = kind;
  return best;
}

/** The type of the next bay to set aside: the others can spare the slots of it that the class leaves empty. */
function nextBay(
  sizes: readonly Size[],
  kinds: readonly number[],
  waiting: ReadonlyMap<Size | undefined, number>,
): BayType | undefined {
  let otherwise: BayType | undefined;
  for (const size of sizes)
    for (const type of size.types) {
      if (type.left === 0 || !type.kinds.some((kind) => kinds.includes(kind))) continue;
      otherwise ??= type;
      if (size.spare + Math.min(type.hand, waiting.get(size) ?? 0) >= type.hand) return type;
    }
  return otherwise;
}

/** Of the bays of a size that nobody needs for homes, each class gets what its stock needs, and at least its proportion. */
function shareSpare(size: Size, apart: readonly number[]): void {
  const first = size.types[0]!;
  if (first.hand === 0 || size.spare < first.hand) return;
  const spareBays = Math.floor(size.spare / first.hand);
  const need = size.need.reduce((sum, each) => sum + each, 0);
  const has = (c: number): number => size.types.reduce((sum, type) => sum + type.given[c]!, 0);
  const wanted = apart.map((c) => {
    if (size.homes[c] === 0) return 0;
    return Math.max(Math.ceil(size.need[c]! / first.slots) - has(c), Math.floor((spareBays * size.need[c]!) / need), 0);
  });
  const total = wanted.reduce((sum, each) => sum + each, 0);
  apart.forEach((c, k) => {
    let more = total > spareBays ? Math.floor((wanted[k]! * spareBays) / total) : wanted[k]!;
    for (const type of size.types) {
      const taken = Math.min(more, type.left);
      type.given[c]! += taken;
      type.left -= taken;
      more -= taken;
    }
  });
}

/** Which bays of a type each class gets: by distance, each to the class that is farthest behind its even share. */
function spread({ distance_m }: BaysAsideView, type: BayType, firstLocation: Int32Array, aside: Uint16Array): void {
  const quota = type.given.slice();
  if (quota.every((count) => count === 0)) return;
  quota[0] = type.left;
  const distances = new Map(type.bays.map((bay) => [bay, distance_m(firstLocation[bay]!)]));
  const nearestFirst = [...type.bays].sort((a, b) => distances.get(a)! - distances.get(b)! || a - b);
  const had = new Int32Array(quota.length);
  for (const bay of nearestFirst) {
    let next = -1;
    for (let c = 0; c < quota.length; c++) {
      if (had[c]! === quota[c]!) continue;
      if (next < 0 || (had[c]! + 0.5) * quota[next]! < (had[next]! + 0.5) * quota[c]!) next = c;
    }
    aside[bay] = next;
    had[next]!++;
  }
}
