// The orders to expect, learnt from past ones: recent orders count more, and every SKU is also expected alone now and then.
//
// An order of age a days weighs 2^(-a / half-life); weights add up to 1, so that a weighted sum of tour lengths is metres per
// tour. Orders longer than LONGEST_ORDER are left out where they are the fewer: they pass nearly every aisle wherever goods
// live, and their many lines would outvote the others'. On top, each SKU has imaginary orders of its own, ALONE of an average
// order's weight: an SKU seen three times is not tied to the SKUs it happened to be seen with (additive smoothing).
//
// Source:     exponential smoothing: Brown, R.G. (1959), "Statistical forecasting for inventory control"; additive smoothing:
//             Lidstone, G.J. (1920), Transactions of the Faculty of Actuaries 8, 182-192.
// Applies to: any order history. Half-life and smoothing were chosen on July and August 2011 of the orders of an online gift
//             wholesaler (tests/literature/online-retail-data.ts), learnt from the months before.
// Cost:       O(orders + lines).
//
// Worked example: half-life 125 days; one order from today for SKUs 0 and 1, one of 125 days ago for SKU 0: weights 2/3 and
// 1/3, so SKU 0 is expected in every order and SKU 1 in two of three.

import { pow } from '../../base/transcendental.ts';
import type { OrderHistory } from '../../model/demand.ts';

/** Days in which an order loses half of its weight. */
export const HALF_LIFE_D = 125;
/** Lines of the longest order that is learnt from, where most orders are not longer. */
export const LONGEST_ORDER = 60;
/** Imaginary orders for each SKU alone, in average orders. */
export const ALONE = 1;

/** Orders in order of time; order o asks for items item[firstLine[o]] … item[firstLine[o + 1] - 1], each once. */
export interface ExpectedOrders {
  readonly count: number;
  readonly firstLine: Int32Array;
  readonly item: Int32Array;
  /** Weight per order; they add up to 1. */
  readonly weight: Float64Array;
  /** Weight per item of being ordered alone, on top. */
  readonly alone: Float64Array;
}

/** How much of a history is learnt from: the newest orders, so many, with so many lines together. */
export interface Extent {
  readonly orders: number;
  readonly lines: number;
}

export const ALL_ORDERS: Extent = { orders: Infinity, lines: Infinity };

/** @param home location per item; lines of items without one (-1) are left out. */
export function expectedOrders(history: OrderHistory, home: Int32Array, extent: Extent = ALL_ORDERS): ExpectedOrders {
  const { day } = history;
  const longest = longestTaken(history);
  const taken: number[] = [];
  let lines = 0;
  for (let order = history.count - 1; order >= 0 && taken.length < extent.orders; order--) {
    const length = linesWithHome(history, order, home);
    if (length === 0 || length > longest) continue;
    if (lines + length > extent.lines) break;
    lines += length;
    taken.push(order);
  }
  taken.reverse();

  const count = taken.length;
  const firstLine = new Int32Array(count + 1);
  const item = new Int32Array(lines);
  const weight = new Float64Array(count);
  let end = 0;
  let sum = 0;
  const newest = count === 0 ? 0 : day[taken[count - 1]!]!;
  for (let o = 0; o < count; o++) {
    const order = taken[o]!;
    for (let line = history.firstLine[order]!; line < history.firstLine[order + 1]!; line++) {
      if (home[history.item[line]!]! >= 0) item[end++] = history.item[line]!;
    }
    firstLine[o + 1] = end;
    weight[o] = pow(2, (day[order]! - newest) / HALF_LIFE_D);
    sum += weight[o]!;
  }
  for (let o = 0; o < count; o++) weight[o]! /= sum;
  return { count, firstLine, item, weight, alone: new Float64Array(home.length).fill(count === 0 ? 0 : ALONE / count) };
}

/** The oldest orders of a history. */
export function oldestOrders({ day, firstLine, item }: OrderHistory, count: number): OrderHistory {
  return {
    count,
    day: day.subarray(0, count),
    firstLine: firstLine.subarray(0, count + 1),
    item: item.subarray(0, firstLine[count]),
  };
}

function longestTaken({ count, firstLine }: OrderHistory): number {
  let longer = 0;
  for (let order = 0; order < count; order++) if (firstLine[order + 1]! - firstLine[order]! > LONGEST_ORDER) longer++;
  return 2 * longer < count ? LONGEST_ORDER : Infinity;
}

function linesWithHome({ firstLine, item }: OrderHistory, order: number, home: Int32Array): number {
  let lines = 0;
  for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) if (home[item[line]!]! >= 0) lines++;
  return lines;
}

/** The orders of each item: orders[first[i]] … orders[first[i + 1] - 1], oldest first. */
export interface OrdersOfItems {
  readonly first: Int32Array;
  readonly orders: Int32Array;
}

export function ordersOfItems({ count, firstLine, item }: ExpectedOrders, items: number): OrdersOfItems {
  const first = new Int32Array(items + 1);
  for (const i of item) first[i + 1]!++;
  for (let i = 0; i < items; i++) first[i + 1]! += first[i]!;
  const next = first.slice();
  const orders = new Int32Array(item.length);
  for (let order = 0; order < count; order++) {
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) orders[next[item[line]!]!++] = order;
  }
  return { first, orders };
}
