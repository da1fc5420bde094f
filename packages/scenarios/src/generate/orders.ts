// Synthetic orders: delivery orders until the cut-off and members at the counter, day by day.
//
// Every day has exactly the number of orders that the scenario says times the day's factor (rounded), and exactly the lines
// that go with it, spread over the orders by gamma weights. A store belongs to one wave for good: store s to wave s mod the
// number of waves; a day's orders of a wave go to different stores where there are enough. The SKUs of an order are
// different, drawn by popularity. All of an order comes from its own random stream, `orders/day-3/delivery-17`: the same under
// every policy and however many days are run.
//
// Orders of day D are delivered on day D + 1 (those of a same-day wave on day D), so those of day -1 are there at the start: the ones whose wave was released
// before tick 0 were picked yesterday evening (`staged`).

import {
  Alias,
  COUNTER_VISIT,
  DELIVERY,
  TICKS_PER_DAY,
  TICKS_PER_SECOND,
  gamma,
  secondsToTicks,
  triangular,
} from '@dongseon/engine';
import type { Items, OrderLines, Orders, RandomStream, RandomStreams } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { DemandFile } from '../format/schema/demand.ts';
import { allocate } from './allocate.ts';
import { uniformLineSizes } from './line-sizes.ts';
import { permutation } from './shuffle.ts';

export interface GeneratedOrders {
  readonly orders: Orders;
  readonly lines: OrderLines;
}

/** Demand of a day relative to a mean day; day -1 is the day before the run. */
export function dayFactor(demand: DemandFile, day: number): number {
  return day < 0 ? demand.previousDayFactor : demand.dayFactors[day % demand.dayFactors.length]!;
}

interface PendingOrder {
  readonly code: string;
  readonly kind: number;
  readonly arrival: number;
  readonly store: number;
  readonly release: number;
  readonly due: number;
  readonly lines: number;
  readonly stream: RandomStream;
}

export function generateOrders(
  demand: DemandFile,
  items: Items,
  stores: number,
  days: number,
  streams: RandomStreams,
): GeneratedOrders {
  const pending: PendingOrder[] = [];
  for (let day = -1; day < days; day++) {
    const today = [...deliveries(demand, day, stores, streams), ...(day >= 0 ? visits(demand, day, streams) : [])];
    const order = today.map((_, i) => i).sort((a, b) => today[a]!.arrival - today[b]!.arrival || a - b);
    for (const i of order) pending.push(today[i]!);
  }
  return drawLines(pending, items);
}

/** The delivery orders that come in on a day; waves by their shares. */
function deliveries(demand: DemandFile, day: number, stores: number, streams: RandomStreams): PendingOrder[] {
  const rule = demand.delivery;
  if (rule === undefined || stores === 0) return [];
  const stream = streams.once(`orders/day-${day}`);
  const total = Math.round(rule.ordersPerDay * dayFactor(demand, day));
  const waves = demand.waves;
  const perWave = allocate(
    total,
    waves.map(({ share }) => share),
  );
  const opens = clockSeconds(rule.opens);
  const cutOff = clockSeconds(rule.cutOff);
  const pending: PendingOrder[] = [];
  waves.forEach((wave, w) => {
    const orders = perWave[w]!;
    const lines = spreadLines(orders, rule.linesPerOrder, rule.linesShape, stream);
    const customers = drawStores(orders, w, waves.length, stores, stream);
    const sameDay = wave.service === 'same-day';
    // What left the same day before the run began is delivered.
    if (sameDay && day < 0) return;
    const departureDay = (sameDay ? day : day + 1) * TICKS_PER_DAY;
    const releaseDay = wave.releaseOn === 'day-before' ? departureDay - TICKS_PER_DAY : departureDay;
    const latest = sameDay ? clockSeconds(wave.cutOff ?? wave.release) : cutOff;
    for (let k = 0; k < orders; k++) {
      const number = pending.length;
      const own = streams.once(`orders/day-${day}/delivery-${number}`);
      const arrival = triangular(own, opens, Math.min(clockSeconds(rule.peak), latest), latest);
      pending.push({
        code: `D${day}-${String(number + 1).padStart(3, '0')}`,
        kind: DELIVERY,
        arrival: day * TICKS_PER_DAY + secondsToTicks(arrival),
        store: customers[k]!,
        release: releaseDay + clockSeconds(wave.release) * TICKS_PER_SECOND,
        due: departureDay + clockSeconds(wave.departure) * TICKS_PER_SECOND,
        lines: lines[k]!,
        stream: own,
      });
    }
  });
  return pending;
}

/** The members who come to the counter on a day. */
function visits(demand: DemandFile, day: number, streams: RandomStreams): PendingOrder[] {
  const rule = demand.counter;
  if (rule === undefined) return [];
  const number = Math.round(rule.visitsPerDay * dayFactor(demand, day));
  const lines = spreadLines(number, rule.linesPerVisit, rule.linesShape, streams.once(`visits/day-${day}`));
  const opens = clockSeconds(rule.opens);
  const closes = clockSeconds(rule.closes);
  return Array.from(lines, (count, k) => {
    const own = streams.once(`orders/day-${day}/visit-${k}`);
    const arrival = day * TICKS_PER_DAY + secondsToTicks(own.uniform(opens, closes));
    return {
      code: `V${day}-${String(k + 1).padStart(3, '0')}`,
      kind: COUNTER_VISIT,
      arrival,
      store: -1,
      release: arrival,
      due: Infinity,
      lines: count,
      stream: own,
    };
  });
}

/** Lines of each of `orders` orders: exactly round(orders × mean) together, at least 1 each. */
export function spreadLines(orders: number, mean: number, shape: number, stream: RandomStream): Int32Array {
  const weights = Float64Array.from({ length: orders }, () => gamma(stream, shape, 1));
  return allocate(Math.round(orders * mean), weights, 1);
}

/** Different stores of a wave (store s belongs to wave s mod waves); all of them once before any comes twice. */
function drawStores(orders: number, wave: number, waves: number, stores: number, stream: RandomStream): Int32Array {
  const ofWave = Math.floor((stores - wave - 1) / waves) + 1;
  const chosen = new Int32Array(orders);
  let shuffled = permutation(Math.max(ofWave, 1), stream);
  for (let k = 0; k < orders; k++) {
    const at = k % shuffled.length;
    if (k > 0 && at === 0) shuffled = permutation(shuffled.length, stream);
    chosen[k] = ofWave > 0 ? wave + waves * shuffled[at]! : 0;
  }
  return chosen;
}

/** Writes the columns: the lines of each order from its own stream. */
function drawLines(pending: readonly PendingOrder[], items: Items): GeneratedOrders {
  const count = pending.length;
  let total = 0;
  for (const order of pending) total += Math.min(order.lines, items.count);
  const firstLine = new Int32Array(count + 1);
  const lineOrder = new Int32Array(total);
  const lineItem = new Int32Array(total);
  const lineUnits = new Int32Array(total);
  // Without orders nothing is popular; then nothing is drawn either.
  const byPopularity = new Alias(total === 0 ? items.popularity.map(() => 1) : items.popularity);
  const { most } = uniformLineSizes(items);
  const lastOrder = new Int32Array(items.count).fill(-1);
  let line = 0;
  for (let o = 0; o < count; o++) {
    firstLine[o] = line;
    const { stream, lines } = pending[o]!;
    for (let k = Math.min(lines, items.count); k > 0; k--, line++) {
      const item = drawNewItem(byPopularity, stream, lastOrder, o);
      lastOrder[item] = o;
      lineOrder[line] = o;
      lineItem[line] = item;
      lineUnits[line] = 1 + stream.integer(most[item]!);
    }
  }
  firstLine[count] = line;
  const orders: Orders = {
    count,
    code: pending.map((order) => order.code),
    kind: Uint8Array.from(pending, (order) => order.kind),
    arrival: Float64Array.from(pending, (order) => order.arrival),
    store: Int32Array.from(pending, (order) => order.store),
    release: Float64Array.from(pending, (order) => order.release),
    due: Float64Array.from(pending, (order) => order.due),
    staged: Uint8Array.from(pending, (order) => (order.kind === DELIVERY && order.release < 0 ? 1 : 0)),
    firstLine,
  };
  return { orders, lines: { count: line, order: lineOrder, item: lineItem, units: lineUnits } };
}

/** An SKU by popularity that this order does not have yet; after many repeats the next free one. */
export function drawNewItem(byPopularity: Alias, stream: RandomStream, lastOrder: Int32Array, order: number): number {
  let item = 0;
  for (let attempt = 0; attempt < 50; attempt++) {
    item = byPopularity.draw(stream);
    if (lastOrder[item] !== order) return item;
  }
  while (lastOrder[item] === order) item = (item + 1) % lastOrder.length;
  return item;
}
