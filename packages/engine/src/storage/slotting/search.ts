// Local search for the homes of SKUs: two SKUs change places, or one moves to an empty location, wherever that makes the tours
// of the expected orders shorter.
//
// A trial takes an SKU, one of its orders and another SKU of that order - so partners come up as often as they are ordered
// together (affinity by co-occurrence) - and a location near that partner's home. Only the tours that change are measured:
// those of orders with exactly one of the two SKUs, newest first. A trial is given up early once its loss so far is
// LOST_AT standard errors above nothing; what is accepted has been measured to the end.
//
// Where nothing is found for long - small problems get there - a few changes are made whatever they cost, and the search goes
// on from there; it returns to the best homes where that leads to nothing better. `improve` always ends at the best homes it
// knows: the cost never rises from one call to the next, and the search may be stopped after any of them.
//
// Source:     pairwise interchange for storage with correlated demand: Frazelle, E.H. & Sharp, G.P. (1989), "Correlated
//             assignment strategy can improve any order-picking operation", Industrial Engineering 21(4), 33-37; Mantel, R.J.,
//             Schuur, P.C. & Heragu, S.S. (2007), "Order oriented slotting: a new assignment strategy for warehouses",
//             European Journal of Industrial Engineering 1(3), 301-316 (slotting by orders, not by SKUs alone);
//             going on from a disturbed optimum: Lourenço, H.R., Martin, O.C. & Stützle, T. (2003), "Iterated local search".
// Applies to: any building and routing policy, through OrderTours; hard rules through what a kind of slot accepts.
// Cost:       a trial O(orders of the two SKUs) tours at most; begin O(lines + locations) and one tour an order.
//
// Worked example: an aisle with slots 1, 2 and 3 m deep, depot in front; SKUs a, b, c from the front; orders {c} twice as often
// as {a, b}. Cost 2/3 · 6 + 1/3 · 4 = 5.33 m. c and a change places: 2/3 · 2 + 1/3 · 6 = 3.33 m, the least there is.

import type { RandomStream } from '../../base/random.ts';
import type { SlotTable } from '../storage-assignment/slots.ts';
import { ordersOfItems, type ExpectedOrders, type OrdersOfItems } from './expected-orders.ts';
import type { OrderTours } from './order-tours.ts';

export interface SlottingProblem {
  readonly orders: ExpectedOrders;
  /** What fits where. */
  readonly table: Pick<SlotTable, 'kinds' | 'kindOf' | 'groupOf' | 'accepts'>;
  /** The locations that may be used, neighbours on the floor next to each other. */
  readonly walkOrder: Int32Array;
  /** Per location: from where it is reached. Locations of one point make the same tours. */
  readonly pointOf: ArrayLike<number>;
  /** Per location: length of the tour that visits nothing else, metres. */
  readonly depotDistance_m: ArrayLike<number>;
}

/** A partner's neighbours: so many places up or down the walk order. */
const REACH = 20;
/** Share of trials beside a partner; the others try any location. */
const BESIDE_PARTNER = 0.7;
/** Standard errors of the loss measured so far, after every LOOK tours, at which a trial is given up. */
const LOST_AT = 2;
const LOOK = 16;
/** What a trial has to save to be accepted, metres per tour: more than rounding. */
const LEAST_SAVING_M = 1e-9;
/** Trials without success after which the homes are disturbed: so many, and so many for each SKU that has orders. */
const PATIENCE = 100;
const PATIENCE_PER_ITEM = 20;
/** Changes made then, whatever they cost. */
const DISTURBANCE = 3;

export class SlottingSearch {
  /** Location per item, -1 for none. */
  readonly home: Int32Array;
  /** Tours measured, trials made and accepted. */
  tours = 0;
  trials = 0;
  accepted = 0;
  private readonly problem: SlottingProblem;
  private readonly orderTours: OrderTours;
  private readonly random: RandomStream;
  private readonly of: OrdersOfItems;
  /** Items that have orders. */
  private readonly asked: Int32Array;
  /** Item per location, -1: empty. */
  private readonly at: Int32Array;
  /** Place in the walk order, per location. */
  private readonly placeOf: Int32Array;
  /** Length of each order's tour as goods lie now, metres. */
  readonly length_m: Float64Array;
  private readonly trial_m: Float64Array;
  // Orders of the trial: `mark` is the trial's number for those with the second item, minus that for those with both.
  private readonly mark: Int32Array;
  // Since the homes were the best known: the changes made (item, from), the change of the cost; trials without success.
  private readonly changes: number[] = [];
  private sinceBest_m = 0;
  private failures = 0;
  // Of the trial in hand: change of the cost, sum of squares of its parts, tours since the last look.
  private change_m = 0;
  private squares = 0;
  private sinceLook = 0;

  /**
   * @param home a legal assignment; kept and improved.
   * @param orderTours the tours of problem.orders with these homes; kept in step.
   */
  constructor(problem: SlottingProblem, home: Int32Array, orderTours: OrderTours, random: RandomStream) {
    const { orders, walkOrder, table } = problem;
    this.problem = problem;
    this.home = home;
    this.orderTours = orderTours;
    this.random = random;
    this.of = ordersOfItems(orders, home.length);
    this.asked = Int32Array.from(home.keys()).filter((item) => this.of.first[item + 1]! > this.of.first[item]!);
    this.at = new Int32Array(table.kindOf.length).fill(-1);
    home.forEach((location, item) => {
      if (location >= 0) this.at[location] = item;
    });
    this.placeOf = new Int32Array(table.kindOf.length);
    walkOrder.forEach((location, place) => (this.placeOf[location] = place));
    this.length_m = Float64Array.from({ length: orders.count }, (_, order) => orderTours.length_m(order));
    this.trial_m = new Float64Array(orders.count);
    this.mark = new Int32Array(orders.count);
    this.tours = orders.count;
  }

  /** Lines of the expected orders. */
  get lines(): number {
    return this.problem.orders.item.length;
  }

  /** Mean tour of the expected orders, metres. */
  get meanTour_m(): number {
    let sum = 0;
    for (let order = 0; order < this.length_m.length; order++) sum += this.problem.orders.weight[order]! * this.length_m[order]!;
    return sum;
  }

  /** What the search lowers: the mean tour, plus the tours of SKUs that are ordered alone. */
  get cost_m(): number {
    const { orders, depotDistance_m } = this.problem;
    let sum = this.meanTour_m;
    this.home.forEach((location, item) => {
      if (location >= 0) sum += orders.alone[item]! * depotDistance_m[location]!;
    });
    return sum;
  }

  /** Goes on until `tours` more tours are measured, or trials lead nowhere. */
  improve(tours: number): void {
    if (this.asked.length === 0) return;
    const end = this.tours + tours;
    // Trials that need no tour measured count as one tour in LOOK, so that the work has an end where nothing can move.
    let idle = 0;
    while (this.tours + idle / LOOK < end) {
      const before = this.tours;
      const item = this.asked[this.random.integer(this.asked.length)]!;
      const to = this.candidate(item);
      if (to >= 0 && this.exchange(item, to, -LEAST_SAVING_M)) this.failures = 0;
      else if (++this.failures > PATIENCE + PATIENCE_PER_ITEM * this.asked.length) this.disturb();
      if (this.tours === before) idle++;
    }
    this.keepBest();
  }

  /** Returns to the best homes known. */
  private keepBest(): void {
    const undo = this.changes.splice(0);
    if (this.sinceBest_m >= 0) {
      for (let last = undo.length - 2; last >= 0; last -= 2) this.exchange(undo[last]!, undo[last + 1]!, Infinity);
    }
    this.changes.length = 0;
    this.sinceBest_m = 0;
  }

  private disturb(): void {
    this.keepBest();
    for (let change = 0; change < DISTURBANCE; change++) {
      const item = this.asked[this.random.integer(this.asked.length)]!;
      this.exchange(item, this.problem.walkOrder[this.random.integer(this.problem.walkOrder.length)]!, Infinity);
    }
    this.failures = 0;
  }

  /**
   * Puts the item to the location, and what lies there to the item's, where both fit and the cost changes by less than
   * `below_m`. Whether it did.
   */
  private exchange(item: number, to: number, below_m: number): boolean {
    const { home, at, problem } = this;
    const { table, pointOf, orders, depotDistance_m } = problem;
    const from = home[item]!;
    const other = at[to]!;
    if (pointOf[from] === pointOf[to] || !this.accepts(item, to) || (other >= 0 && !this.accepts(other, from))) return false;
    if (table.kindOf[to]! < 0) return false;

    this.trials++;
    const otherAlone = other < 0 ? 0 : orders.alone[other]!;
    this.change_m = (orders.alone[item]! - otherAlone) * (depotDistance_m[to]! - depotDistance_m[from]!);
    this.squares = 0;
    this.sinceLook = 0;
    if (other >= 0) this.markOrders(other);
    if (!this.measure(item, from, to, this.trials, below_m)) return false;
    if (other >= 0 && !this.measure(other, to, from, 0, below_m)) return false;
    if (this.change_m >= below_m) return false;

    this.commit(item, from, to);
    if (other >= 0) this.commit(other, to, from);
    home[item] = to;
    at[to] = item;
    at[from] = other;
    if (other >= 0) home[other] = from;
    this.accepted++;
    this.sinceBest_m += this.change_m;
    this.changes.push(item, from);
    if (this.sinceBest_m < -LEAST_SAVING_M) {
      this.sinceBest_m = 0;
      this.changes.length = 0;
    }
    return true;
  }

  private accepts(item: number, location: number): boolean {
    const { kinds, kindOf, groupOf, accepts } = this.problem.table;
    return accepts[groupOf[item]! * kinds + kindOf[location]!] === 1;
  }

  /** A location to try for the item: beside one that it is ordered with, or any. */
  private candidate(item: number): number {
    const { random, problem, of, home } = this;
    const { walkOrder, orders } = problem;
    if (!random.chance(BESIDE_PARTNER)) return walkOrder[random.integer(walkOrder.length)]!;
    const first = of.first[item]!;
    const order = of.orders[first + random.integer(of.first[item + 1]! - first)]!;
    const firstLine = orders.firstLine[order]!;
    const partner = orders.item[firstLine + random.integer(orders.firstLine[order + 1]! - firstLine)]!;
    if (partner === item) return -1;
    const place = this.placeOf[home[partner]!]! + random.integer(2 * REACH + 1) - REACH;
    return place < 0 || place >= walkOrder.length ? -1 : walkOrder[place]!;
  }

  private markOrders(item: number): void {
    const { of, mark, trials } = this;
    for (let k = of.first[item]!; k < of.first[item + 1]!; k++) mark[of.orders[k]!] = trials;
  }

  /**
   * Adds what changes when the item moves, in orders without the other one. false: given up.
   * @param both mark of the orders that have both items; those are marked as such.
   * @param below_m Infinity: never given up.
   */
  private measure(item: number, from: number, to: number, both: number, below_m: number): boolean {
    const { of, mark, trials, trial_m, length_m, orderTours } = this;
    const { weight } = this.problem.orders;
    for (let k = of.first[item + 1]! - 1; k >= of.first[item]!; k--) {
      const order = of.orders[k]!;
      if (mark[order] === both) {
        mark[order] = -trials;
        continue;
      }
      if (mark[order] === -trials) continue;
      const trial = orderTours.lengthWith_m(order, from, to);
      this.tours++;
      trial_m[order] = trial;
      const change = weight[order]! * (trial - length_m[order]!);
      this.change_m += change;
      this.squares += change * change;
      if (++this.sinceLook === LOOK) {
        this.sinceLook = 0;
        if (this.change_m > 0 && below_m < Infinity && this.change_m * this.change_m > LOST_AT * LOST_AT * this.squares)
          return false;
      }
    }
    return true;
  }

  private commit(item: number, from: number, to: number): void {
    const { of, mark, trials, trial_m, length_m, orderTours } = this;
    for (let k = of.first[item]!; k < of.first[item + 1]!; k++) {
      const order = of.orders[k]!;
      if (mark[order] === -trials) continue;
      orderTours.replace(order, from, to);
      length_m[order] = trial_m[order]!;
    }
  }
}
