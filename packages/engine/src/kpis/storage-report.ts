// The storage at an instant: per location, and summed per level of each storage area. Plain columns, so that the report can cross
// the border of the engine, be drawn as overlays, and be summed to zones or to the whole centre (storage-figures.ts).
//
// Source:   Honeycombing: the space of an opened position that no other SKU may fill (Bartholdi and Hackman 2019, Warehouse &
//           Distribution Science, section 6.3; Tompkins et al. 2010, Facilities Planning, 4th ed., chapter 7). Turnover, days of
//           supply: the usual ratios of stock to demand (Silver, Pyke and Thomas 2017). Dwell of what left and what lies there
//           are both observed, not derived from each other by Little's law.
// Cost:     O(locations + lots + SKUs). `tests/bench/storage-report.bench.ts`.
//
// Worked example: in a slot of 2 m³ lie 20 units of 10 l: it is filled to 10 %, 90 % of it are honeycombing. 5 a day are asked
// for: they cover 4 days.

import { TICKS_PER_DAY } from '../base/units.ts';
import type { StorageArea } from '../model/building.ts';
import type { Items } from '../model/items.ts';
import type { Model } from '../model/model.ts';
import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';
import { lotsByLocation, type LotsByLocation } from './lots-by-location.ts';
import { checkRules } from './storage-rules.ts';

/** What the rows sum; every one of them may be added over rows. */
export const STORAGE_SUMS = [
  'locations',
  'occupied', // locations in which units lie
  'occupied_d', // days in which they did, summed over the locations
  'slots_m3',
  'occupiedSlots_m3', // of the occupied locations
  'goods_m3',
  'units',
  'age_d', // days since receipt, summed over the units that lie there
  'lines', // picked so far
  'taken', // units picked so far
  'dwell_d', // days those units had been in the centre, summed
  'covered', // units that lie there of SKUs that are asked for
  'demand', // units a day asked for of these SKUs, shared among the locations of an SKU by the units that lie there
  'atRisk', // units that will expire before they are asked for
  'atRisk_krw',
  'expired', // units that have expired
  'violations', // locations whose goods break a rule
] as const;
export type StorageSum = (typeof STORAGE_SUMS)[number];
export type StorageSums = Readonly<Record<StorageSum, number>>;

/** Per level of a storage area, in order of area and level; and its sums. Level 0 is the floor. */
export type StorageRows = { readonly [Sum in StorageSum]: Float64Array } & {
  readonly count: number;
  /** Index into `building.zones` and `building.areas`. */
  readonly zone: Int32Array;
  readonly area: Int32Array;
  readonly level: Int32Array;
};

/** Per location. NaN where nothing lies there; lines a day: where no time has passed yet. */
export interface StorageColumns {
  readonly count: number;
  /** What lies there, -1 nothing; and how many of them. */
  readonly item: Int32Array;
  readonly units: Int32Array;
  /** Tick at which the oldest of them were received; NaN: nothing lies there. */
  readonly received: Float64Array;
  /** Share of the slot's volume that goods fill, 0 … 1. */
  readonly fill: Float32Array;
  /** Order lines picked there so far, and a day. */
  readonly lines: Int32Array;
  readonly linesPerDay: Float32Array;
  /** Mean age of what lies there, days since receipt. */
  readonly age_d: Float32Array;
  /** Days for which all stock of this SKU covers its expected demand; Infinity: none is expected. */
  readonly cover_d: Float32Array;
  /** Days to the expiry of the first to expire; negative: it has expired; Infinity: nothing there expires. */
  readonly expiry_d: Float32Array;
  /** Share of the units that have expired or will before they are asked for, 0 … 1. */
  readonly expiryRisk: Float32Array;
  /** Index into STORAGE_RULES: the first rule that is broken there, 0 none. */
  readonly rule: Uint8Array;
}

export interface StorageReport {
  readonly tick: number;
  readonly rows: StorageRows;
  readonly locations: StorageColumns;
}

/** The storage as it is now. */
export function storageReport(context: Context): StorageReport {
  const unit_m3 = unitVolumes(context.model.items);
  const columns = emptyColumns(context, unit_m3);
  const rows = emptyRows(context.model);
  let base = 0; // row of the area's level 0
  const lots = lotsByLocation(context, columns.received, columns.expiry_d);
  for (const area of context.model.building.areas) {
    countTime(context, area, base, columns, rows);
    countGoods(context, area, base, lots, unit_m3, columns, rows);
    base += area.levels;
  }
  for (let row = 0; row < rows.count; row++) {
    rows.occupied_d[row]! /= TICKS_PER_DAY;
    rows.dwell_d[row]! /= TICKS_PER_DAY;
  }
  return { tick: context.sim.now, rows, locations: columns };
}

/** [item] volume of a unit. */
function unitVolumes({ count, length_m, width_m, height_m }: Items): Float64Array {
  const unit_m3 = new Float64Array(count);
  for (let item = 0; item < count; item++) unit_m3[item] = length_m[item]! * width_m[item]! * height_m[item]!;
  return unit_m3;
}

/** What has happened in the locations of an area so far; times still in ticks. */
function countTime(
  { model, world, sim }: Context,
  area: StorageArea,
  base: number,
  columns: StorageColumns,
  rows: StorageRows,
): void {
  const { level, width_m, depth_m, height_m } = model.locations;
  const { units, since, picks, occupied: occupiedOf, taken: takenOf, dwell: dwellOf } = world.locations.columns;
  const { locations, slots_m3, occupied_d, lines, taken, dwell_d } = rows;
  const { linesPerDay } = columns;
  const { now } = sim;
  const perDay = now > 0 ? TICKS_PER_DAY / now : NaN;
  for (let location = area.firstLocation; location < area.endLocation; location++) {
    const row = base + level[location]!;
    const picked = picks[location]!;
    linesPerDay[location] = picked * perDay;
    locations[row]!++;
    slots_m3[row]! += width_m[location]! * depth_m[location]! * height_m[location]!;
    occupied_d[row]! += occupiedOf[location]! + (units[location]! > 0 ? now - since[location]! : 0);
    lines[row]! += picked;
    taken[row]! += takenOf[location]!;
    dwell_d[row]! += dwellOf[location]!;
  }
}

/** What lies in the locations of an area. */
function countGoods(
  { model, world }: Context,
  area: StorageArea,
  base: number,
  lots: LotsByLocation,
  unit_m3: Float64Array,
  columns: StorageColumns,
  rows: StorageRows,
): void {
  const { level, width_m, depth_m, height_m } = model.locations;
  const { demand: demandOf, price_krw } = model.items;
  const { units: unitsAt, item: lying } = world.locations.columns;
  const { item: itemAt, fill, age_d, cover_d, expiryRisk, rule } = columns;
  const { age_d: ageOf_d, atRisk: atRiskOf, expired: expiredOf, onHand: onHandOf } = lots;
  const { occupied, occupiedSlots_m3, goods_m3: goodsOf_m3, units: unitsOf, age_d: sum_d, covered, demand: demands } = rows;

  for (let location = area.firstLocation; location < area.endLocation; location++) {
    const units = unitsAt[location]!;
    if (units <= 0) continue;
    const row = base + level[location]!;
    const item = lying[location]!;
    const demand = demandOf[item]!;
    const slot_m3 = width_m[location]! * depth_m[location]! * height_m[location]!;
    const goods_m3 = units * unit_m3[item]!;
    const onHand = onHandOf[item]!;
    const atRisk = atRiskOf[location]!;
    const expired = expiredOf[location]!;
    itemAt[location] = item;
    fill[location] = goods_m3 / slot_m3;
    age_d[location] = ageOf_d[location]! / units;
    cover_d[location] = demand > 0 ? onHand / demand : Infinity;
    expiryRisk[location] = expired + atRisk > 0 ? (expired + atRisk) / units : 0;
    occupied[row]!++;
    occupiedSlots_m3[row]! += slot_m3;
    goodsOf_m3[row]! += goods_m3;
    unitsOf[row]! += units;
    sum_d[row]! += ageOf_d[location]!;
    if (demand > 0) {
      covered[row]! += units;
      demands[row]! += (demand * units) / onHand;
    }
    if (atRisk > 0) {
      rows.atRisk[row]! += atRisk;
      rows.atRisk_krw[row]! += atRisk * price_krw[item]!;
    }
    if (expired > 0) rows.expired[row]! += expired;
    if (rule[location]! > 0) rows.violations[row]!++;
  }
}

/** As of locations where nothing lies. */
function emptyColumns({ model, world }: Context, unit_m3: Float64Array): StorageColumns {
  const { count } = model.locations;
  const { picks, units } = world.locations.columns;
  return {
    count,
    item: new Int32Array(count).fill(NONE),
    units: units.slice(0, count),
    received: new Float64Array(count).fill(NaN),
    fill: new Float32Array(count).fill(NaN),
    lines: picks.slice(0, count),
    linesPerDay: new Float32Array(count).fill(NaN),
    age_d: new Float32Array(count).fill(NaN),
    cover_d: new Float32Array(count).fill(NaN),
    expiry_d: new Float32Array(count).fill(NaN),
    expiryRisk: new Float32Array(count).fill(NaN),
    rule: checkRules(model, world, unit_m3),
  };
}

/** A row per level of each area, in order. */
function emptyRows({ building }: Model): StorageRows {
  const levels = building.areas.flatMap(({ zone, levels: count }, area) =>
    Array.from({ length: count }, (_, level) => ({ zone, area, level })),
  );
  const sums = {} as Record<StorageSum, Float64Array>;
  for (const sum of STORAGE_SUMS) sums[sum] = new Float64Array(levels.length);
  return {
    count: levels.length,
    zone: Int32Array.from(levels, ({ zone }) => zone),
    area: Int32Array.from(levels, ({ area }) => area),
    level: Int32Array.from(levels, ({ level }) => level),
    ...sums,
  };
}
