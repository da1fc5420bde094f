// The re-slotting plan: of the moves of SKUs to better homes, those that pay most for the work they make, within a budget.
//
// A move brings an SKU to an open location nearer to the depot, or lets it change places with an SKU that is asked for less.
// Its saving is the walking there and back that lies between the two homes, for every line a day of the one SKU, less that of
// the other: an upper bound where many lines share a tour. Its pay-back time is its work over its saving, both in seconds of
// people's time.
//
// Source:     Kofler, M., Beham, A., Wagner, S., Affenzeller, M. & Achleitner, W. (2011), "Re-warehousing vs. healing:
//             strategies for warehouse storage location assignment", Proc. 3rd IEEE Int. Symposium on Logistics and Industrial
//             Informatics, 77-82 (healing: few moves, best relation of gain to work first); greedy by that relation is the
//             knapsack heuristic of Dantzig, G.B. (1957), Operations Research 5(2), 266-288.
// Applies to: hand-pick homes. Each SKU and each location takes part in one move at most, so chains of three and more are left
//             to the next day.
// Cost:       O(n log n + CANDIDATES²) for n SKUs: where there are more than CANDIDATES, only the SKUs that live farthest beyond
//             the place their turnover gives them (times their lines) are looked at, the homes most wasted on who lives there,
//             and the nearest open locations; otherwise every pair.
//
// Worked example, walking 1 m/s, a pay-back limit of 20 days, an hour of people's time, each carry 300 s of work:
//   P lives 20 m away and is asked for 2 lines a day, Q 60 m and 30 lines; R 30 m and 12 lines.
//   Q with P: (30 - 2) × 2 × 40 m = 2,240 s a day for 600 s of work: pays back in 0.27 days.
//   R with P:             (12 - 2) × 2 × 10 m = 200 s a day for 600 s: 3 days, but P has moved already. One move.

import { TEMPERATURE_CLASSES } from '../../model/building.ts';
import { NONE } from '../../world/world.ts';
import type { ReSlotMove, ReSlottingView } from './policy.ts';

/** SKUs, resident homes and open locations looked at, of each the most promising. */
const CANDIDATES = 256;

/** The moves to be made, best first, within the budget of the view. */
export function bestMoves(view: ReSlottingView): ReSlotMove[] {
  const candidates = worthwhileMoves(view);
  candidates.sort((a, b) => a.payBack_d - b.payBack_d || a.item - b.item || a.to - b.to);
  const usedItems = new Set<number>();
  const usedLocations = new Set<number>();
  let { people_s, truck_s } = view;
  const chosen: ReSlotMove[] = [];
  for (const move of candidates) {
    if (move.people_s > people_s || move.truck_s > truck_s) continue;
    if (usedItems.has(move.item) || usedItems.has(move.other)) continue;
    if (usedLocations.has(move.from) || usedLocations.has(move.to)) continue;
    people_s -= move.people_s;
    truck_s -= move.truck_s;
    chosen.push(move);
    usedItems.add(move.item);
    if (move.other !== NONE) usedItems.add(move.other);
    usedLocations.add(move.from).add(move.to);
  }
  return chosen;
}

/** Every move between the candidates that is legal and pays back in time, in no order. */
function worthwhileMoves(view: ReSlottingView): ReSlotMove[] {
  const moves: ReSlotMove[] = [];
  const open = openLocations(view);
  const excess = excess_m(view, open);
  // Who gains most from living where its turnover puts it; the homes most wasted on who lives there; the nearest open ones.
  const misplaced = most(excess.keys(), (item) => excess.get(item)! * view.linesPerDay(item));
  const residents = most(excess.keys(), (item) => -excess.get(item)!);
  const nearest = most(open, (location) => -view.depotDistance_m(location));
  for (const item of misplaced) {
    for (const other of residents) addIfWorthwhile(view, moves, item, view.home(other), other);
    for (const location of nearest) addIfWorthwhile(view, moves, item, location, NONE);
  }
  return moves;
}

function addIfWorthwhile(view: ReSlottingView, moves: ReSlotMove[], item: number, to: number, other: number): void {
  const from = view.home(item);
  if (other === item) return;
  const nearer_m = view.depotDistance_m(from) - view.depotDistance_m(to);
  const lines = view.linesPerDay(item) - (other === NONE ? 0 : view.linesPerDay(other));
  const saving_sPerDay = (lines * nearer_m) / view.walk_mps;
  if (nearer_m <= 0 || saving_sPerDay <= 0) return;
  if (!fits(view, item, to) || (other !== NONE && !fits(view, other, from))) return;
  const there = view.work_s(item, from, to);
  const back = other === NONE ? { people_s: 0, truck_s: 0 } : view.work_s(other, to, from);
  const people_s = there.people_s + back.people_s;
  const truck_s = there.truck_s + back.truck_s;
  const payBack_d = (people_s + truck_s) / saving_sPerDay;
  if (payBack_d <= view.payBack_d) moves.push({ item, from, to, other, saving_sPerDay, people_s, truck_s, payBack_d });
}

/** Whether an item may live in a location with all that lies in its home now. */
function fits(view: ReSlottingView, item: number, location: number): boolean {
  return view.capacity(item, location) >= Math.max(1, view.homeUnits(item));
}

/** Items that live in a hand-pick location that can be walked to. */
function housed(view: ReSlottingView): number[] {
  const { items, locations } = view.model;
  const list: number[] = [];
  for (let item = 0; item < items.count; item++) {
    const home = view.home(item);
    if (home !== NONE && locations.handPick[home] === 1 && view.depotDistance_m(home) < Infinity) list.push(item);
  }
  return list;
}

/** The hand-pick locations that nobody lives in. */
function openLocations(view: ReSlottingView): number[] {
  const { locations } = view.model;
  const list: number[] = [];
  for (let location = 0; location < locations.count; location++) {
    if (locations.handPick[location] === 1 && view.isOpen(location)) list.push(location);
  }
  return list;
}

/**
 * By item: how much farther it lives than its turnover gives it, metres (negative: nearer). The k-th most asked-for item of a
 * temperature class deserves the k-th nearest location of the class, of those that are open or lived in.
 */
function excess_m(view: ReSlottingView, open: readonly number[]): Map<number, number> {
  const { items: all, locations } = view.model;
  const excess = new Map<number, number>();
  const everybody = housed(view);
  for (let temperature = 0; temperature < TEMPERATURE_CLASSES.length; temperature++) {
    const items = everybody.filter((item) => all.temperature[item] === temperature);
    const places = open.filter((location) => locations.temperature[location] === temperature);
    for (const item of items) places.push(view.home(item));
    const nearest = Float64Array.from(places, (location) => view.depotDistance_m(location)).sort();
    items.sort((a, b) => view.linesPerDay(b) - view.linesPerDay(a) || a - b);
    items.forEach((item, rank) => excess.set(item, view.depotDistance_m(view.home(item)) - nearest[rank]!));
  }
  return excess;
}

/** The keys of the highest values, at most CANDIDATES; of equal ones the lowest key. */
function most(keys: Iterable<number>, value: (key: number) => number): number[] {
  const list = [...keys];
  const values = Float64Array.from(list, value);
  const order = Int32Array.from(list, (_, at) => at).sort((a, b) => values[b]! - values[a]! || list[a]! - list[b]!);
  return Array.from(order.subarray(0, CANDIDATES), (at) => list[at]!);
}
