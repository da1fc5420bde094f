// Orders of the past: so many mean days of the scenario's demand before day -1, for storage policies to learn from.
//
// Drawn by the same rules as the orders of the run (orders.ts): as many orders and lines a day, SKUs by popularity, no SKU twice in
// an order. Every day has a random stream of its own, `history/day-5` for five days before the start, so that the orders of the run
// are the same with and without a history. Only what a policy learns from is kept: when, and which SKUs together.
//
// It depends on the scenario's seed alone: all replications have the same past.
//
// Cost: O(lines); 20 days of the default scenario are 44,400 lines.
//
// Worked example: 2 orders of 3 lines a day and 1 visit of 2 lines for 4 days are 12 orders with 32 lines, the first on day -5.

import { Alias, triangular } from '@dongseon/engine';
import type { Items, OrderHistory, RandomStream, RandomStreams } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { DemandFile } from '../format/schema/demand.ts';
import { drawNewItem, spreadLines } from './orders.ts';

const SECONDS_PER_DAY = 86_400;

interface PastOrder {
  readonly day: number;
  readonly lines: number;
}

/** @param delivers whether there is anybody to deliver to. */
export function generateHistory(
  demand: DemandFile,
  items: Items,
  delivers: boolean,
  days: number,
  streams: RandomStreams,
): OrderHistory {
  // Without popularity nothing is asked for.
  const byPopularity = items.popularity.some((lines) => lines > 0) ? new Alias(items.popularity) : undefined;
  const lastOrder = new Int32Array(items.count).fill(-1);
  const day: number[] = [];
  const firstLine = [0];
  const item: number[] = [];
  for (let back = days + 1; byPopularity !== undefined && back >= 2; back--) {
    const stream = streams.once(`history/day-${back}`);
    for (const order of ordersOfDay(demand, delivers, -back, stream)) {
      for (let k = Math.min(order.lines, items.count); k > 0; k--) {
        const drawn = drawNewItem(byPopularity, stream, lastOrder, day.length);
        lastOrder[drawn] = day.length;
        item.push(drawn);
      }
      day.push(order.day);
      firstLine.push(item.length);
    }
  }
  return {
    count: day.length,
    day: Float64Array.from(day),
    firstLine: Int32Array.from(firstLine),
    item: Int32Array.from(item),
  };
}

/** The orders of a mean day, in order of time. */
function ordersOfDay(demand: DemandFile, delivers: boolean, day: number, stream: RandomStream): PastOrder[] {
  const orders: PastOrder[] = [];
  const add = (lines: Int32Array, draw: () => number): void => {
    for (const count of lines) orders.push({ day: day + draw() / SECONDS_PER_DAY, lines: count });
  };
  const { delivery, counter } = demand;
  if (delivery !== undefined && delivers) {
    const lines = spreadLines(Math.round(delivery.ordersPerDay), delivery.linesPerOrder, delivery.linesShape, stream);
    const [opens, peak, cutOff] = [delivery.opens, delivery.peak, delivery.cutOff].map(clockSeconds) as [number, number, number];
    add(lines, () => triangular(stream, opens, peak, cutOff));
  }
  if (counter !== undefined) {
    const lines = spreadLines(Math.round(counter.visitsPerDay), counter.linesPerVisit, counter.linesShape, stream);
    add(lines, () => stream.uniform(clockSeconds(counter.opens), clockSeconds(counter.closes)));
  }
  return orders.sort((a, b) => a.day - b.day);
}
