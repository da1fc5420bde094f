// The storage at an instant, by location: what lies there and since when, how full it is, how often it is picked from, how long
// it will last. All of it follows from the trace and the model, so going back in time shows the past as it was.
//
// Meaning of the quantities; NaN where nothing lies (or was picked), Infinity where the question has no answer:
//   fill            share of the slot's volume that goods fill, 0-1
//   honeycombing    share of an occupied slot that no other SKU may use, 1 - fill (Bartholdi and Hackman 2019, section 6.3)
//   pick-frequency  order lines picked there in the last 24 hours
//   turnover        units taken out in the last 24 hours over the mean stock of that time: turns a day
//   dwell           mean days since receipt of the units that lie there
//   cover           days for which all stock of the SKU covers its expected demand
//   expiry          days until the first units there expire; negative: they have
//
// Worked example: 10 units at minute 0, 5 taken out at 12:00. At 24:00 the mean stock was 7.5, so it turned 5 / 7.5 = 0.67 times.

import { TICKS_PER_DAY, TICKS_PER_MINUTE, type Model } from './engine.ts';
import type { CounterReplay } from './replay.ts';
import { RuleState } from './rule-state.ts';
import { abcClasses } from './storage-classes.ts';
import { NEVER, StockReplay, type StockLog } from './stock.ts';

export const QUANTITIES = ['stock-fill', 'honeycombing', 'pick-frequency', 'turnover', 'dwell', 'cover', 'expiry'] as const;
export type Quantity = (typeof QUANTITIES)[number];
export const GROUPINGS = ['abc', 'tenant', 'rules', 'temperature'] as const;
export type Grouping = (typeof GROUPINGS)[number];
/** Of a location that belongs to no group because it is empty. */
export const NO_GROUP = 255;

const MINUTES_PER_DAY = TICKS_PER_DAY / TICKS_PER_MINUTE;

/** A lot as it lies in a location: minutes of receipt and expiry. */
export interface LotHere {
  readonly units: number;
  readonly receipt: number;
  readonly expiry: number;
}

export class StorageState {
  readonly model: Model;
  /** The instant last gone to. */
  tick = -1;
  /** Called for each location whose goods a move changed. */
  onChange: ((location: number) => void) | undefined;
  /** Class of each item, 0 = A. */
  readonly classOf: Int32Array;
  readonly rules: RuleState;
  private readonly now: StockReplay;
  /** One day earlier. */
  private readonly before: StockReplay;
  private readonly picks: CounterReplay;
  private readonly picksBefore: CounterReplay;
  /** Units of each item in all locations, and the days for which they cover its demand. */
  private readonly itemUnits: Float64Array;
  private readonly itemCover: Float32Array;
  private readonly seenItem: Int32Array;
  private readonly seenUnits: Int32Array;
  private readonly filled: Float32Array;
  /** Mean minute of receipt and first minute of expiry; NaN: nothing lies there. */
  private readonly receipt: Float64Array;
  private readonly expires: Float64Array;
  /** Locations to look at again, and which are already listed. */
  private readonly changed: number[] = [];
  private readonly listed: Uint8Array;

  /** @param picks counts order lines picked by location; a reader of one's own. */
  constructor(model: Model, log: StockLog, picks: CounterReplay) {
    const { count } = model.locations;
    this.model = model;
    this.classOf = abcClasses(model);
    this.rules = new RuleState(model);
    this.now = new StockReplay(log);
    this.before = new StockReplay(log);
    this.picks = picks;
    this.picksBefore = picks.reader();
    this.itemUnits = new Float64Array(model.items.count);
    this.itemCover = new Float32Array(model.items.count);
    this.seenItem = new Int32Array(count).fill(-1);
    this.seenUnits = new Int32Array(count);
    this.filled = new Float32Array(count).fill(NaN);
    this.receipt = new Float64Array(count).fill(NaN);
    this.expires = new Float64Array(count).fill(NaN);
    this.listed = new Uint8Array(count);
    this.now.onChange = (location) => {
      if (this.listed[location] === 1) return;
      this.listed[location] = 1;
      this.changed.push(location);
    };
  }

  /** Units and item (-1: empty) by location. Live. */
  get units(): Int32Array {
    return this.now.units;
  }

  get item(): Int32Array {
    return this.now.item;
  }

  moveTo(tick: number): this {
    this.tick = tick;
    this.now.moveTo(tick);
    for (const location of this.changed) {
      this.listed[location] = 0;
      this.look(location);
      this.onChange?.(location);
    }
    this.changed.length = 0;
    return this;
  }

  private look(location: number): void {
    const { now, seenItem, seenUnits, itemUnits } = this;
    const item = now.item[location]!;
    const units = now.units[location]!;
    const left = seenItem[location]!;
    if (left >= 0) itemUnits[left]! -= seenUnits[location]!;
    if (item >= 0) itemUnits[item]! += units;
    if (left >= 0) this.itemCover[left] = this.coverOf(left);
    if (item >= 0) this.itemCover[item] = this.coverOf(item);
    seenItem[location] = item;
    seenUnits[location] = item < 0 ? 0 : units;
    this.rules.set(location, item, units);
    this.filled[location] = item < 0 ? NaN : filledShare(this.model, location, item, units);
    let sum = 0;
    let weighted = 0;
    let first = Infinity;
    now.eachLot(location, (n, receipt, expiry) => {
      sum += n;
      weighted += n * receipt;
      if (expiry < NEVER && expiry < first) first = expiry;
    });
    this.receipt[location] = sum > 0 ? weighted / sum : NaN;
    this.expires[location] = sum > 0 ? first : NaN;
  }

  /** Writes a quantity of every location to `out`. */
  measure(quantity: Quantity, out: Float32Array): Float32Array {
    const { tick, filled, now } = this;
    const minute = tick / TICKS_PER_MINUTE;
    const count = out.length;
    switch (quantity) {
      case 'stock-fill':
        out.set(filled);
        return out;
      case 'honeycombing':
        for (let i = 0; i < count; i++) out[i] = 1 - filled[i]!;
        return out;
      case 'pick-frequency': {
        const to = this.picks.moveTo(tick);
        const from = this.picksBefore.moveTo(tick - TICKS_PER_DAY);
        for (let i = 0; i < count; i++) {
          const picks = to[i]! - from[i]!;
          out[i] = picks > 0 ? picks : now.item[i]! >= 0 ? 0 : NaN;
        }
        return out;
      }
      case 'turnover':
        return this.measureTurnover(out);
      case 'dwell':
        for (let i = 0; i < count; i++) out[i] = (minute - this.receipt[i]!) / MINUTES_PER_DAY;
        return out;
      case 'cover':
        for (let i = 0; i < count; i++) {
          const item = now.item[i]!;
          out[i] = item < 0 ? NaN : this.itemCover[item]!;
        }
        return out;
      case 'expiry':
        for (let i = 0; i < count; i++) out[i] = (this.expires[i]! - minute) / MINUTES_PER_DAY;
        return out;
    }
  }

  private measureTurnover(out: Float32Array): Float32Array {
    const { now, before, tick } = this;
    before.moveTo(tick - TICKS_PER_DAY);
    const minute = tick / TICKS_PER_MINUTE;
    const earlier = Math.max(0, minute - MINUTES_PER_DAY);
    const length = minute - earlier;
    for (let i = 0; i < out.length; i++) {
      const taken = now.taken[i]! - before.taken[i]!;
      const stock = now.unitMinutes(i, minute) - before.unitMinutes(i, earlier);
      out[i] = stock > 0 && length > 0 ? (taken * length) / stock : now.item[i]! >= 0 ? 0 : NaN;
    }
    return out;
  }

  /** Writes the group of every location to `out`; NO_GROUP where nothing lies. */
  group(grouping: Grouping, out: Uint8Array): Uint8Array {
    const { item } = this.now;
    const { items, locations } = this.model;
    for (let i = 0; i < out.length; i++) {
      const here = item[i]!;
      if (here < 0) out[i] = NO_GROUP;
      else if (grouping === 'abc') out[i] = this.classOf[here]!;
      else if (grouping === 'tenant') out[i] = items.tenant[here]!;
      else if (grouping === 'rules') out[i] = this.rules.at(i);
      else out[i] = locations.temperature[i]!;
    }
    return out;
  }

  /** Share of the slot's volume that goods fill; NaN where it is empty. */
  fillOf(location: number): number {
    return this.filled[location]!;
  }

  /** Order lines picked at a location in the last 24 hours. */
  picksOf(location: number): number {
    return this.picks.moveTo(this.tick)[location]! - this.picksBefore.moveTo(this.tick - TICKS_PER_DAY)[location]!;
  }

  /** Units of an item in all locations. */
  unitsOf(item: number): number {
    return this.itemUnits[item] ?? 0;
  }

  /** Days for which the stock of an item covers its expected demand. */
  coverOf(item: number): number {
    const demand = this.model.items.demand[item] ?? 0;
    return demand > 0 ? this.unitsOf(item) / demand : Infinity;
  }

  /** What lies in a location by lot, the oldest first. */
  lotsAt(location: number): LotHere[] {
    const found: LotHere[] = [];
    this.now.eachLot(location, (units, receipt, expiry) => found.push({ units, receipt, expiry }));
    return found.sort((a, b) => a.receipt - b.receipt || a.expiry - b.expiry);
  }
}

/** Share of a slot's volume that units of an item fill, at most 1. */
export function filledShare(model: Model, location: number, item: number, units: number): number {
  const { locations: l, items } = model;
  const slot = l.width_m[location]! * l.depth_m[location]! * l.height_m[location]!;
  const unit = items.length_m[item]! * items.width_m[item]! * items.height_m[item]!;
  return Math.min(1, (units * unit) / slot);
}
