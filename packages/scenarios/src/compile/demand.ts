// Orders, stock at the start and inbound trucks of the model, generated or from tables.

import { COUNTER_VISIT, DELIVERY, TICKS_PER_DAY, TICKS_PER_SECOND, secondsToTicks } from '@dongseon/engine';
import type { Demand, InitialStock, Items, OrderLines, Orders, RandomStreams, Stores } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import { momentSeconds } from '../format/tables.ts';
import type { Tables } from '../format/tables.ts';
import { observedLineSizes, uniformLineSizes } from '../generate/line-sizes.ts';
import { generateCollections } from '../generate/collections.ts';
import { dayFactor, generateOrders } from '../generate/orders.ts';
import type { GeneratedOrders } from '../generate/orders.ts';
import { generateInbound } from '../generate/replenishment.ts';
import type { Inbound } from '../generate/replenishment.ts';
import { generateStock } from '../generate/stock.ts';
import { groupRows } from './group-rows.ts';
import { compileReorder } from './reorder.ts';

export interface CompiledDemand {
  readonly demand: Demand;
  readonly initialStock: InitialStock;
}

export function compileDemand(
  file: ScenarioFile,
  tables: Tables,
  items: Items,
  stores: Stores,
  days: number,
  streams: RandomStreams,
  findLocation: (label: string) => number,
): CompiledDemand {
  const itemOf = new Map(items.code.map((code, index) => [code, index]));
  const { orders, lines } =
    tables.orders === undefined
      ? generateOrders(file.demand, items, stores.count, days, streams)
      : ordersOfTable(file, tables, itemOf, stores, days);
  const waves = file.demand.waves.map((wave) => ({ id: wave.id, departure_s: clockSeconds(wave.departure) }));

  const sizes = tables.orders === undefined ? uniformLineSizes(items) : observedLineSizes(items, lines);
  const reorder = compileReorder(file, tables, items, sizes);
  const { stock, position } =
    tables.stock === undefined
      ? generateStock(items, orders, lines, reorder, streams)
      : stockOfTable(tables, items, itemOf, findLocation, orders, lines);
  const inbound = inboundOf(file, tables, items, itemOf, () =>
    file.inbound.generate === undefined
      ? noInbound()
      : generateInbound(
          file.inbound.generate,
          items,
          orders,
          lines,
          reorder,
          position,
          days,
          (day) => (tables.orders === undefined ? dayFactor(file.demand, day) : 1),
          streams,
        ),
  );
  return {
    demand: {
      orders,
      lines,
      trucks: inbound.trucks,
      inboundLines: inbound.lines,
      waves,
      collections: generateCollections(file.demand, stores.count, days, streams),
    },
    initialStock: stock,
  };
}

/** Orders of orders.csv that come in before the end of the run. A row is a line; an order's rows need not be together. */
function ordersOfTable(
  file: ScenarioFile,
  tables: Tables,
  itemOf: ReadonlyMap<string, number>,
  stores: Stores,
  days: number,
): GeneratedOrders {
  const table = tables.orders!;
  const storeOf = new Map(stores.code.map((code, index) => [code, index]));
  const { codes, firstRow, ofRow } = groupRows(table.order);
  const arrivals = Float64Array.from(firstRow, (row) => secondsToTicks(momentSeconds(table.arrival[row]!)));
  const chosen = Array.from({ length: codes.length }, (_, o) => o)
    .filter((o) => arrivals[o]! < days * TICKS_PER_DAY)
    .sort((a, b) => arrivals[a]! - arrivals[b]! || a - b);
  const position = new Int32Array(codes.length).fill(-1);
  chosen.forEach((o, rank) => {
    position[o] = rank;
  });

  const firstLine = new Int32Array(chosen.length + 1);
  for (let row = 0; row < table.rows; row++) {
    const at = position[ofRow[row]!]!;
    if (at >= 0) firstLine[at + 1]!++;
  }
  for (let o = 0; o < chosen.length; o++) firstLine[o + 1]! += firstLine[o]!;
  const total = firstLine[chosen.length]!;
  const fill = firstLine.slice();
  const lines = { count: total, order: new Int32Array(total), item: new Int32Array(total), units: new Int32Array(total) };
  for (let row = 0; row < table.rows; row++) {
    const at = position[ofRow[row]!]!;
    if (at < 0) continue;
    const line = fill[at]!++;
    lines.order[line] = at;
    lines.item[line] = itemOf.get(table.sku[row]!)!;
    lines.units[line] = table.units[row]!;
  }
  const times = chosen.map((o) =>
    waveTimes(file, table.wave?.[firstRow[o]!] ?? '', storeOf.get(table.store[firstRow[o]!]!) ?? -1, arrivals[o]!),
  );
  const orders: Orders = {
    count: chosen.length,
    code: chosen.map((o) => codes[o]!),
    kind: Uint8Array.from(times, (time) => (time.due === Infinity ? COUNTER_VISIT : DELIVERY)),
    arrival: Float64Array.from(chosen, (o) => arrivals[o]!),
    store: Int32Array.from(chosen, (o) => storeOf.get(table.store[firstRow[o]!]!) ?? -1),
    release: Float64Array.from(times, (time) => time.release),
    due: Float64Array.from(times, (time) => time.due),
    staged: Uint8Array.from(times, (time) => (time.due !== Infinity && time.release < 0 ? 1 : 0)),
    firstLine,
  };
  return { orders, lines };
}

/**
 * When an order's wave is released and leaves. An order after its wave's cut-off (the release of a wave released the day
 * before, else midnight) goes a day later. A visit to the counter (no store) starts when the member arrives.
 */
function waveTimes(file: ScenarioFile, named: string, store: number, arrival: number): { release: number; due: number } {
  if (store < 0) return { release: arrival, due: Infinity };
  const { waves } = file.demand;
  const wave = waves.find((candidate) => candidate.id === named) ?? waves[store % waves.length]!;
  const sameDay = wave.service === 'same-day';
  const latest = (day: number): number => day * TICKS_PER_DAY + clockSeconds(wave.cutOff ?? wave.release) * TICKS_PER_SECOND;
  let departureDay = Math.floor(arrival / TICKS_PER_DAY) + (sameDay ? 0 : 1);
  if (sameDay && arrival > latest(departureDay)) departureDay++;
  for (;;) {
    const releaseDay = wave.releaseOn === 'day-before' ? departureDay - 1 : departureDay;
    const release = releaseDay * TICKS_PER_DAY + clockSeconds(wave.release) * TICKS_PER_SECOND;
    if (release >= arrival)
      return { release, due: departureDay * TICKS_PER_DAY + clockSeconds(wave.departure) * TICKS_PER_SECOND };
    departureDay++;
  }
}

function stockOfTable(
  tables: Tables,
  items: Items,
  itemOf: ReadonlyMap<string, number>,
  findLocation: (label: string) => number,
  orders: Orders,
  lines: OrderLines,
): { stock: InitialStock; position: Int32Array } {
  const table = tables.stock!;
  const n = table.rows;
  const tick = (days: number): number => Math.round(days * TICKS_PER_DAY);
  const item = Int32Array.from(table.sku, (code) => itemOf.get(code)!);
  const received = Float64Array.from({ length: n }, (_, row) => {
    const days = table.received_d?.[row] ?? NaN;
    return tick(Number.isNaN(days) ? -1 : days);
  });
  const position = new Int32Array(items.count);
  for (let row = 0; row < n; row++) position[item[row]!]! += table.units[row]!;
  for (let o = 0; o < orders.count && orders.arrival[o]! < 0; o++) {
    if (orders.staged[o] === 1) continue;
    for (let line = orders.firstLine[o]!; line < orders.firstLine[o + 1]!; line++)
      position[lines.item[line]!]! -= lines.units[line]!;
  }
  const stock: InitialStock = {
    count: n,
    item,
    units: Int32Array.from(table.units),
    received,
    expiry: Float64Array.from({ length: n }, (_, row) => {
      const days = table.expiry_d?.[row] ?? NaN;
      if (!Number.isNaN(days)) return tick(days);
      const life = items.shelfLife_d[item[row]!]!;
      return life > 0 ? received[row]! + life * TICKS_PER_DAY : Infinity;
    }),
    location: Int32Array.from({ length: n }, (_, row) => {
      const label = table.location?.[row] ?? '';
      return label === '' ? -1 : findLocation(label);
    }),
  };
  return { stock, position };
}

/** No truck comes. */
export function noInbound(): Inbound {
  return {
    trucks: {
      count: 0,
      code: [],
      appointment: new Float64Array(0),
      arrival: new Float64Array(0),
      pallets: new Float64Array(0),
      firstLine: new Int32Array(1),
    },
    lines: { count: 0, truck: new Int32Array(0), item: new Int32Array(0), units: new Int32Array(0), expiry: new Float64Array(0) },
  };
}

/** Inbound trucks from inbound.csv (a row is a notice line), or generated. */
function inboundOf(
  file: ScenarioFile,
  tables: Tables,
  items: Items,
  itemOf: ReadonlyMap<string, number>,
  generate: () => Inbound,
): Inbound {
  const table = tables.inbound;
  if (table === undefined) return generate();
  void file;
  const { codes, firstRow, ofRow } = groupRows(table.truck);
  const appointment = firstRow.map((row) => secondsToTicks(momentSeconds(table.appointment[row]!)));
  const order = codes.map((_, t) => t).sort((a, b) => appointment[a]! - appointment[b]! || a - b);
  const rows = order.map((t) => Array.from(ofRow.keys()).filter((row) => ofRow[row] === t));
  const firstLine = new Int32Array(order.length + 1);
  rows.forEach((own, t) => {
    firstLine[t + 1] = firstLine[t]! + own.length;
  });
  const flat = rows.flat();
  const rankOf = new Int32Array(codes.length);
  order.forEach((t, rank) => {
    rankOf[t] = rank;
  });
  return {
    trucks: {
      count: order.length,
      code: order.map((t) => codes[t]!),
      appointment: Float64Array.from(order, (t) => appointment[t]!),
      arrival: Float64Array.from(order, (t) => {
        const written = table.arrival?.[firstRow[t]!] ?? '';
        return written === '' ? appointment[t]! : secondsToTicks(momentSeconds(written));
      }),
      pallets: Float64Array.from(order, (t) => table.pallets[firstRow[t]!]!),
      firstLine,
    },
    lines: {
      count: flat.length,
      truck: Int32Array.from(flat, (row) => rankOf[ofRow[row]!]!),
      item: Int32Array.from(flat, (row) => itemOf.get(table.sku[row]!)!),
      units: Int32Array.from(flat, (row) => table.units[row]!),
      expiry: Float64Array.from(flat, (row) => {
        const life = items.shelfLife_d[itemOf.get(table.sku[row]!)!]!;
        return life > 0 ? appointment[ofRow[row]!]! + life * TICKS_PER_DAY : Infinity;
      }),
    },
  };
}
