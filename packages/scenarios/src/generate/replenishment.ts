// Replenishment from the suppliers: a reorder point and a lot size per SKU, and the inbound trucks that follow from the orders.
//
// At the end of every day, an SKU whose stock position (stock + on order - ordered by customers) is at or below its reorder
// point s is ordered in lots of Q until it is above; the goods come the next day. It works on the scenario's own orders, not
// on what the simulated DC does with them: so the inbound is the same under every policy, and stock neither grows nor falls.
//
// Q: the cycle stock Q / 2 is q √demand, as in the economic lot size (Harris 1913), with one q for each temperature class so that
// its cycle stock is the scenario's days of cover. It makes fast movers come often and in small cover, slow movers seldom, with
// the fewest deliveries for that stock: (Σ √d)² / (2 · cover · Σ d) lines a day. Rounded to cases.
// s: demand of the days until the next goods are there plus safety: z standard deviations of a compound Poisson demand; and
// never so low that a single line could not be served.
//
// Source:     (s, nQ) policy under periodic review: Silver, Pyke & Thomas (2017), Inventory and Production Management in
//             Supply Chains, 4th ed., chapters 4 and 6.
// Cost:       O(lines + SKUs).
//
// Worked example: 3 lines a day of 1 or 2 units (mean 1.5, mean square 2.5): demand 4.5 a day, over 1.3 days 5.85, variance
// 3 · 1.3 · 2.5 = 9.75; s = ceil(5.85 + 2.4 · 3.12) = 14.

import { TEMPERATURE_CLASSES, TICKS_PER_DAY, normal, secondsToTicks } from '@dongseon/engine';
import type { InboundLines, InboundTrucks, Items, OrderLines, Orders, RandomStreams } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { InboundFile } from '../format/schema/demand.ts';
import type { LineSizes } from './line-sizes.ts';

/** Days until ordered goods can be picked: a day until the review, part of the next until they are put away. */
const PROTECTION_DAYS = 1.3;
/** Safety factor. */
const Z = 2.4;
export interface ReorderRule {
  /** Reorder point and lot size of each SKU, units. */
  readonly point: Int32Array;
  readonly lot: Int32Array;
}

type Cover = Readonly<Record<(typeof TEMPERATURE_CLASSES)[number], number>>;

/** @param demandFactor demand of the busiest day of the scenario relative to the mean day. */
export function reorderRule(items: Items, sizes: LineSizes, daysOfCover: Cover, demandFactor: number): ReorderRule {
  const n = items.count;
  const perRoot = cyclePerRootDemand(items, daysOfCover);
  const point = new Int32Array(n);
  const lot = new Int32Array(n);
  for (let item = 0; item < n; item++) {
    const lines = items.popularity[item]! * demandFactor;
    const demand = items.demand[item]! * demandFactor;
    const safety = Z * Math.sqrt(lines * PROTECTION_DAYS * sizes.meanSquare[item]!);
    point[item] = Math.max(sizes.most[item]! - 1, Math.ceil(demand * PROTECTION_DAYS + safety));
    const wanted = 2 * perRoot[items.temperature[item]!]! * Math.sqrt(items.demand[item]!);
    lot[item] = Math.max(1, Math.round(wanted / items.unitsPerCase[item]!)) * items.unitsPerCase[item]!;
  }
  return { point, lot };
}

/** q of each class: Σ q √d = cover · Σ d. */
function cyclePerRootDemand(items: Items, daysOfCover: Cover): number[] {
  return TEMPERATURE_CLASSES.map((name, temperature) => {
    let demand = 0;
    let roots = 0;
    for (let item = 0; item < items.count; item++) {
      if (items.temperature[item] !== temperature) continue;
      demand += items.demand[item]!;
      roots += Math.sqrt(items.demand[item]!);
    }
    return roots > 0 ? (daysOfCover[name] * demand) / roots : 0;
  });
}

/** Units of each SKU in a day's orders, day by day from -1: calls `visit` with the SKUs concerned, ascending. */
function forEachDay(
  orders: Orders,
  lines: OrderLines,
  items: number,
  days: number,
  visit: (day: number, touched: readonly number[], units: Int32Array) => void,
): void {
  const units = new Int32Array(items);
  let order = 0;
  for (let day = -1; day < days; day++) {
    const touched: number[] = [];
    const end = (day + 1) * TICKS_PER_DAY;
    for (; order < orders.count && orders.arrival[order]! < end; order++) {
      for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
        const item = lines.item[line]!;
        if (units[item] === 0) touched.push(item);
        units[item]! += lines.units[line]!;
      }
    }
    touched.sort((a, b) => a - b);
    visit(day, touched, units);
    for (const item of touched) units[item] = 0;
  }
}

export interface Inbound {
  readonly trucks: InboundTrucks;
  readonly lines: InboundLines;
}

/** A growing list of notice lines, day by day. */
interface Notice {
  item: number[];
  units: number[];
}

/**
 * The inbound trucks of days 0 … days - 1.
 * @param position stock position of each SKU at tick 0, after the orders of day -1; changed.
 * @param factorOf demand of a day relative to a mean day: the next day's trucks carry so many times their usual pallets.
 */
export function generateInbound(
  rule: NonNullable<InboundFile['generate']>,
  items: Items,
  orders: Orders,
  orderLines: OrderLines,
  reorder: ReorderRule,
  position: Int32Array,
  days: number,
  factorOf: (day: number) => number,
  streams: RandomStreams,
): Inbound {
  const build = new TruckBuilder(rule, items);
  forEachDay(orders, orderLines, items.count, days, (day, touched, units) => {
    const notice: Notice = { item: [], units: [] };
    const candidates = day < 0 ? Array.from({ length: items.count }, (_, item) => item) : touched;
    for (const item of candidates) {
      if (day >= 0) position[item]! -= units[item]!;
      const short = reorder.point[item]! - position[item]!;
      if (short < 0) continue;
      const ordered = (Math.floor(short / reorder.lot[item]!) + 1) * reorder.lot[item]!;
      position[item]! += ordered;
      notice.item.push(item);
      notice.units.push(ordered);
    }
    if (day + 1 < days) build.addDay(day + 1, notice, factorOf(day), streams);
  });
  return build.finish();
}

/** Puts a day's notice lines on that day's trucks: by temperature, in proportion to the trucks' pallets. */
class TruckBuilder {
  private readonly rule: NonNullable<InboundFile['generate']>;
  private readonly items: Items;
  private readonly code: string[] = [];
  private readonly appointment: number[] = [];
  private readonly arrival: number[] = [];
  private readonly pallets: number[] = [];
  private readonly firstLine: number[] = [0];
  private readonly truck: number[] = [];
  private readonly item: number[] = [];
  private readonly units: number[] = [];
  private readonly expiry: number[] = [];

  constructor(rule: NonNullable<InboundFile['generate']>, items: Items) {
    this.rule = rule;
    this.items = items;
  }

  addDay(day: number, notice: Notice, factor: number, streams: RandomStreams): void {
    if (notice.item.length === 0) return;
    const size = trucksOfDay(this.rule, factor);
    const loads = shareOut(notice, this.items, size);
    const opens = clockSeconds(this.rule.opens);
    const step = size.length > 1 ? (clockSeconds(this.rule.closes) - opens) / (size.length - 1) : 0;
    for (let k = 0; k < size.length; k++) {
      if (loads[k]!.length === 0) continue;
      const truck = this.code.length;
      const appointment = day * TICKS_PER_DAY + secondsToTicks(opens + k * step);
      const deviation = normal(streams.once(`trucks/day-${day}/truck-${k}`), 0, this.rule.deviation_s);
      const most = 3 * this.rule.deviation_s;
      this.code.push(`T${day}-${String(k + 1).padStart(2, '0')}`);
      this.appointment.push(appointment);
      this.arrival.push(Math.max(day * TICKS_PER_DAY, appointment + secondsToTicks(Math.max(-most, Math.min(most, deviation)))));
      this.pallets.push(size[k]!);
      for (const line of loads[k]!) {
        const item = notice.item[line]!;
        const life = this.items.shelfLife_d[item]!;
        this.truck.push(truck);
        this.item.push(item);
        this.units.push(notice.units[line]!);
        this.expiry.push(life > 0 ? appointment + life * TICKS_PER_DAY : Infinity);
      }
      this.firstLine.push(this.item.length);
    }
  }

  finish(): Inbound {
    return {
      trucks: {
        count: this.code.length,
        code: this.code,
        appointment: Float64Array.from(this.appointment),
        arrival: Float64Array.from(this.arrival),
        pallets: Float64Array.from(this.pallets),
        firstLine: Int32Array.from(this.firstLine),
      },
      lines: {
        count: this.item.length,
        truck: Int32Array.from(this.truck),
        item: Int32Array.from(this.item),
        units: Int32Array.from(this.units),
        expiry: Float64Array.from(this.expiry),
      },
    };
  }
}

/** Pallets on each truck of a day, to half a pallet; large and small trucks alternate through the day as the file lists them. */
function trucksOfDay(rule: NonNullable<InboundFile['generate']>, factor: number): number[] {
  const queue = rule.trucks.map((group) => ({
    left: group.count,
    count: group.count,
    pallets: Math.min(group.maxPallets, Math.max(0.5, Math.round(group.pallets * factor * 2) / 2)),
  }));
  const total = queue.reduce((sum, group) => sum + group.count, 0);
  const size: number[] = [];
  while (size.length < total) {
    // The group that is farthest behind its even share of the trucks so far.
    let next = queue[0]!;
    for (const group of queue) if (group.left / group.count > next.left / next.count) next = group;
    next.left--;
    size.push(next.pallets);
  }
  return size;
}

/** Indices of notice lines per truck: sorted by temperature, cut where the volume reaches each truck's share; one at least. */
function shareOut(notice: Notice, items: Items, size: readonly number[]): number[][] {
  const lines = notice.item
    .map((_, line) => line)
    .sort((a, b) => items.temperature[notice.item[a]!]! - items.temperature[notice.item[b]!]! || a - b);
  const volume = (line: number): number => {
    const item = notice.item[line]!;
    return notice.units[line]! * items.length_m[item]! * items.width_m[item]! * items.height_m[item]!;
  };
  let total = 0;
  let pallets = 0;
  for (const line of lines) total += volume(line);
  for (const each of size) pallets += each;
  const loads: number[][] = size.map(() => []);
  let truck = 0;
  let until = (size[0]! / pallets) * total;
  let loaded = 0;
  lines.forEach((line, index) => {
    const full = loaded + volume(line) / 2 > until || lines.length - index <= size.length - 1 - truck;
    if (full && truck < size.length - 1 && loads[truck]!.length > 0) until += (size[++truck]! / pallets) * total;
    loads[truck]!.push(line);
    loaded += volume(line);
  });
  return loads;
}
