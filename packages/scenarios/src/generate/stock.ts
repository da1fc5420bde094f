// Stock at the start: every SKU somewhere in its replenishment cycle, so that stock is level from the first day on.
//
// The position before the orders of day -1 is uniform on s + 1 … s + Q (its stationary law under an (s, nQ) policy: Hadley &
// Whitin 1963, chapter 5). What those orders had picked yesterday evening has left; what they still need is there. Two lots:
// the last delivery of Q, and what is older. No lot is past two thirds of its shelf life.

import { TICKS_PER_DAY } from '@dongseon/engine';
import type { InitialStock, Items, OrderLines, Orders, RandomStreams } from '@dongseon/engine';
import type { ReorderRule } from './replenishment.ts';

export interface StartingStock {
  readonly stock: InitialStock;
  /** Stock position of each SKU at tick 0: stock less what the orders of day -1 still need. */
  readonly position: Int32Array;
}

export function generateStock(
  items: Items,
  orders: Orders,
  lines: OrderLines,
  reorder: ReorderRule,
  streams: RandomStreams,
): StartingStock {
  const n = items.count;
  const gone = new Int32Array(n);
  const needed = new Int32Array(n);
  for (let order = 0; order < orders.count && orders.arrival[order]! < 0; order++) {
    const into = orders.staged[order] === 1 ? gone : needed;
    for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
      into[lines.item[line]!]! += lines.units[line]!;
    }
  }
  const phase = streams.once('stock/phase');
  const position = new Int32Array(n);
  const lots = { item: [] as number[], units: [] as number[], received: [] as number[], expiry: [] as number[] };
  for (let item = 0; item < n; item++) {
    const lot = reorder.lot[item]!;
    const before = reorder.point[item]! + 1 + phase.integer(lot);
    const onHand = Math.max(before - gone[item]!, needed[item]!);
    position[item] = onHand - needed[item]!;
    const newest = Math.min(onHand, lot);
    const perDay = Math.max(items.demand[item]!, 1e-6);
    const age_d = Math.max(0, reorder.point[item]! + lot - before) / perDay;
    addLot(lots, items, item, onHand - newest, age_d + lot / perDay);
    addLot(lots, items, item, newest, age_d);
  }
  const stock: InitialStock = {
    count: lots.item.length,
    item: Int32Array.from(lots.item),
    units: Int32Array.from(lots.units),
    received: Float64Array.from(lots.received),
    expiry: Float64Array.from(lots.expiry),
    location: new Int32Array(lots.item.length).fill(-1),
  };
  return { stock, position };
}

function addLot(
  lots: { item: number[]; units: number[]; received: number[]; expiry: number[] },
  items: Items,
  item: number,
  units: number,
  age_d: number,
): void {
  if (units <= 0) return;
  const life = items.shelfLife_d[item]!;
  const age = 1 + Math.floor(Math.min(age_d, life > 0 ? (2 * life) / 3 : 180));
  lots.item.push(item);
  lots.units.push(units);
  lots.received.push(-age * TICKS_PER_DAY);
  lots.expiry.push(life > 0 ? Math.max(1, life - age) * TICKS_PER_DAY : Infinity);
}
