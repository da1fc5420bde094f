// The storage at an instant, summed over areas and their levels, with the field's usual figures. Sums and ratios are those of the
// engine's storage report; what they are summed over is the record, so they can be read at any instant.
//
// Worked example: two slots of 2 m³ each, 0.2 m³ of goods in one of them: occupancy 50 %, space use 5 %, honeycombing 90 %.

import { abcCount } from '../frames/storage-classes.ts';
import { NEVER } from '../frames/stock.ts';
import type { RunRecord } from '../frames/timeline.ts';
import { atRisk, TICKS_PER_DAY, TICKS_PER_MINUTE } from './engine.ts';

/** A level of an area, or (level -1) all of it. Shares are 0-1; NaN: nothing there to reckon with. */
export interface StorageRow {
  readonly area: number;
  readonly level: number;
  readonly locations: number;
  readonly occupied: number;
  readonly occupancy: number;
  readonly spaceUse: number;
  readonly honeycombing: number;
  /** Order lines picked in the last 24 hours. */
  readonly picks: number;
  /** Mean days since receipt. */
  readonly dwell_d: number;
  readonly cover_d: number;
  /** Share of the units that have expired or will before they are asked for. */
  readonly atRisk: number;
}

const MINUTES_PER_DAY = TICKS_PER_DAY / TICKS_PER_MINUTE;
const SUMS = ['locations', 'occupied', 'slots', 'opened', 'goods', 'units', 'age', 'picks', 'covered', 'demand', 'risk'] as const;
type Sums = Record<(typeof SUMS)[number], number>;

const nothing = (): Sums => Object.fromEntries(SUMS.map((name) => [name, 0])) as Sums;

/** Areas in the model's order, each followed by its levels from the floor up where it has several. */
export function storageRows(record: RunRecord, tick: number): StorageRow[] {
  const { model } = record;
  const { areas } = model.building;
  const sums = sumByLevel(record, tick);
  return areas.flatMap((area, index) => {
    const levels = Array.from({ length: area.levels }, (_, level) => rowOf(index, level, sums[index]![level]!));
    const whole = nothing();
    for (const level of sums[index]!) for (const name of SUMS) whole[name] += level[name];
    return [rowOf(index, -1, whole), ...(levels.length > 1 ? levels : [])];
  });
}

function rowOf(area: number, level: number, sums: Sums): StorageRow {
  const { locations, occupied, picks } = sums;
  return {
    area,
    level,
    locations,
    occupied,
    picks,
    occupancy: occupied / locations,
    spaceUse: sums.goods / sums.slots,
    honeycombing: 1 - sums.goods / sums.opened,
    dwell_d: sums.age / sums.units,
    cover_d: sums.covered / sums.demand,
    atRisk: sums.risk / sums.units,
  };
}

function sumByLevel(record: RunRecord, tick: number): Sums[][] {
  const { model } = record;
  const { locations: l, items } = model;
  const storage = record.storageAt(tick);
  const minute = tick / TICKS_PER_MINUTE;
  const sums = model.building.areas.map(({ levels }) => Array.from({ length: levels }, nothing));
  const risk = new Float64Array(l.count);
  const perishable = new Map<number, PerishableLots>();
  for (let i = 0; i < l.count; i++) {
    const sum = sums[l.area[i]!]![l.level[i]!]!;
    const slot = l.width_m[i]! * l.depth_m[i]! * l.height_m[i]!;
    const item = storage.item[i]!;
    sum.locations++;
    sum.slots += slot;
    sum.picks += storage.picksOf(i);
    if (item < 0) continue;
    const units = storage.units[i]!;
    const demand = items.demand[item]!;
    sum.occupied++;
    sum.opened += slot;
    sum.goods += slot * storage.fillOf(i);
    sum.units += units;
    if (demand > 0) {
      sum.covered += units;
      sum.demand += (demand * units) / storage.unitsOf(item);
    }
    for (const lot of storage.lotsAt(i)) {
      sum.age += (lot.units * (minute - lot.receipt)) / MINUTES_PER_DAY;
      if (lot.expiry === NEVER) continue;
      let lots = perishable.get(item);
      if (lots === undefined) perishable.set(item, (lots = { location: [], units: [], days: [] }));
      lots.location.push(i);
      lots.units.push(lot.units);
      lots.days.push(Math.max(0, (lot.expiry - minute) / MINUTES_PER_DAY));
    }
  }
  for (const [item, { location, units, days }] of perishable) {
    const lost = new Float64Array(units.length);
    atRisk(units.length, units, days, items.demand[item]!, lost);
    lost.forEach((part, lot) => (risk[location[lot]!]! += part));
  }
  for (let i = 0; i < l.count; i++) sums[l.area[i]!]![l.level[i]!]!.risk += risk[i]!;
  return sums;
}

interface PerishableLots {
  readonly location: number[];
  readonly units: number[];
  readonly days: number[];
}

/** Order lines by ABC class. */
export interface ClassShares {
  readonly skus: readonly number[];
  /** Share of the lines of each class, as learnt; undefined where nothing was learnt. */
  readonly learnt: readonly number[] | undefined;
  /** The same of the orders that have come in so far, and how many lines they have. */
  readonly recent: readonly number[];
  readonly lines: number;
}

/** Worked example: A learnt with 8 of 10 lines a day, 6 of 10 lines ordered so far are of A: 80 % and 60 %. */
export function classShares(record: RunRecord, tick: number): ClassShares {
  const { model } = record;
  const { items, demand } = model;
  const { classOf } = record.storageAt(tick);
  const zeros = (): number[] => new Array<number>(abcCount(model)).fill(0);
  const [skus, learnt, recent] = [zeros(), zeros(), zeros()];
  for (let item = 0; item < items.count; item++) {
    skus[classOf[item]!]!++;
    learnt[classOf[item]!]! += items.popularity[item]!;
  }
  for (let line = 0; line < demand.lines.count; line++) {
    if (demand.orders.arrival[demand.lines.order[line]!]! <= tick) recent[classOf[demand.lines.item[line]!]!]!++;
  }
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const lines = total(recent);
  const popularity = total(learnt);
  return {
    skus,
    lines,
    learnt: popularity > 0 ? learnt.map((count) => count / popularity) : undefined,
    recent: recent.map((count) => (lines > 0 ? count / lines : 0)),
  };
}
