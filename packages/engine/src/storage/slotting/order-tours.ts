// The tours of the expected orders while goods change places: two ways to keep them, one for any building and routing policy,
// one for kernels that want an order's picks sorted.
//
// A search asks "how long would this tour be if this SKU lay there?" for every order of a SKU, and hardly ever makes it so.
// `PolicyTours` asks the chosen routing policy. `SortedTours` keeps each order's picks sorted by the point they are reached
// from, and hands them sorted to a function that needs no more than that (a length in one block: picking/routing/block-length).
//
// Cost: lengthWith_m O(p) for p picks, plus the length itself.
//
// Worked example: an order at locations 7 and 3; `lengthWith_m(order, 3, 5)` is the tour through 7 and 5; the order still lies
// at 7 and 3, until `replace(order, 3, 5)`.

import type { ExpectedOrders } from './expected-orders.ts';

export interface OrderTours {
  /** Length of the order's tour as goods lie now, metres. */
  length_m(order: number): number;
  /** Length if what the order takes at location `from` lay at location `to`, where it takes nothing, metres. */
  lengthWith_m(order: number, from: number, to: number): number;
  /** Makes it so. */
  replace(order: number, from: number, to: number): void;
}

/** Tours of any routing policy in any building. */
export class PolicyTours implements OrderTours {
  private readonly firstLine: Int32Array;
  private readonly locations: Int32Array;
  private readonly trial: Int32Array;
  private readonly tourLength_m: (locations: Int32Array, count: number) => number;

  /** @param tourLength_m length of the tour through the first `count` locations, metres. */
  constructor(orders: ExpectedOrders, home: Int32Array, tourLength_m: (locations: Int32Array, count: number) => number) {
    this.firstLine = orders.firstLine;
    this.locations = orders.item.map((item) => home[item]!);
    this.trial = new Int32Array(longest(orders));
    this.tourLength_m = tourLength_m;
  }

  length_m(order: number): number {
    return this.lengthWith_m(order, -1, -1);
  }

  lengthWith_m(order: number, from: number, to: number): number {
    const { firstLine, locations, trial } = this;
    let count = 0;
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) {
      const location = locations[line]!;
      trial[count++] = location === from ? to : location;
    }
    return this.tourLength_m(trial, count);
  }

  replace(order: number, from: number, to: number): void {
    this.locations[this.locations.indexOf(from, this.firstLine[order]!)] = to;
  }
}

/** Tours by a function of the sorted points of an order. */
export class SortedTours implements OrderTours {
  private readonly firstLine: Int32Array;
  private readonly pointOf: Int32Array;
  /** Points per order, ascending. */
  private readonly points: Int32Array;
  private readonly trial: Int32Array;
  private readonly sortedLength_m: (points: Int32Array, from: number, end: number) => number;

  /**
   * @param pointOf point per location.
   * @param sortedLength_m length of the tour through points[from] … points[end - 1], which ascend, metres.
   */
  constructor(
    orders: ExpectedOrders,
    home: Int32Array,
    pointOf: Int32Array,
    sortedLength_m: (points: Int32Array, from: number, end: number) => number,
  ) {
    const { count, firstLine, item } = orders;
    this.firstLine = firstLine;
    this.pointOf = pointOf;
    this.points = item.map((i) => pointOf[home[i]!]!);
    for (let order = 0; order < count; order++) this.points.subarray(firstLine[order], firstLine[order + 1]).sort();
    this.trial = new Int32Array(longest(orders));
    this.sortedLength_m = sortedLength_m;
  }

  length_m(order: number): number {
    return this.sortedLength_m(this.points, this.firstLine[order]!, this.firstLine[order + 1]!);
  }

  lengthWith_m(order: number, from: number, to: number): number {
    return this.sortedLength_m(this.trial, 0, this.fillTrial(order, this.pointOf[from]!, this.pointOf[to]!));
  }

  replace(order: number, from: number, to: number): void {
    const count = this.fillTrial(order, this.pointOf[from]!, this.pointOf[to]!);
    this.points.set(this.trial.subarray(0, count), this.firstLine[order]);
  }

  /** The order's points without one and with another, still sorted. */
  private fillTrial(order: number, without: number, withPoint: number): number {
    const { firstLine, points, trial } = this;
    const end = firstLine[order + 1]!;
    let line = firstLine[order]!;
    let count = 0;
    if (withPoint < without) {
      while (points[line]! < withPoint) trial[count++] = points[line++]!;
      trial[count++] = withPoint;
      while (points[line]! !== without) trial[count++] = points[line++]!;
      line++;
    } else {
      while (points[line]! !== without) trial[count++] = points[line++]!;
      line++;
      while (line < end && points[line]! < withPoint) trial[count++] = points[line++]!;
      trial[count++] = withPoint;
    }
    while (line < end) trial[count++] = points[line++]!;
    return count;
  }
}

function longest({ count, firstLine }: ExpectedOrders): number {
  let most = 0;
  for (let order = 0; order < count; order++) most = Math.max(most, firstLine[order + 1]! - firstLine[order]!);
  return most;
}
