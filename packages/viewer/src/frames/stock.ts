// Stock by location and lot at any instant, replayed forwards and backwards through the 'stock-changed' events. Which lot a
// change concerns is said by the 'stock-lot' event before it; where none is, what is put in counts as received then, without
// expiry, and what is taken out comes from the oldest lot.
//
// Worked example: 10 units put in at minute 0 of a lot received at minute -2880, 3 taken out at minute 60. At minute 30 the
// lot has 10 units and is 2910 minutes old; at minute 60 it has 7, and 3 units have been taken from the location so far.

import { TICKS_PER_MINUTE } from './engine.ts';
import { GrowingFloat64, GrowingInt32 } from './growing.ts';

/** Minute that says of a lot that it does not expire. */
export const NEVER = 2 ** 31 - 1;

/** The changes, shared by all replays of a run. */
export class StockLog {
  readonly tick = new GrowingFloat64(1024);
  readonly location = new GrowingInt32(1024);
  readonly delta = new GrowingInt32(1024);
  /** Item that lies there after and before the change; -1: none. */
  readonly item = new GrowingInt32(1024);
  readonly previousItem = new GrowingInt32(1024);
  readonly lot = new GrowingInt32(1024);
  readonly locations: number;
  /** Lots: minutes of receipt and of expiry, and the lot that came to the location before it (-1: none). */
  readonly receipt = new GrowingInt32(1024);
  readonly expiry = new GrowingInt32(1024);
  readonly olderLot = new GrowingInt32(1024);
  /** Lot that came to each location last; -1: none. Lots are never taken off this list. */
  readonly latestLot: Int32Array;
  private readonly latestUnits: Int32Array;
  private readonly latestItem: Int32Array;
  /** Units and item of each lot after all changes. */
  private readonly lotUnits = new GrowingInt32(1024);
  private readonly lotItem = new GrowingInt32(1024);
  private named: { location: number; receipt: number; expiry: number } | undefined;

  constructor(locations: number) {
    this.locations = locations;
    this.latestLot = new Int32Array(locations).fill(-1);
    this.latestUnits = new Int32Array(locations);
    this.latestItem = new Int32Array(locations).fill(-1);
  }

  /** The next change is of the lot with these minutes of receipt and expiry. */
  nameLot(location: number, receipt: number, expiry: number): void {
    this.named = { location, receipt, expiry };
  }

  append(tick: number, location: number, delta: number, item: number): void {
    const named = this.named?.location === location ? this.named : undefined;
    this.named = undefined;
    const receipt = named?.receipt ?? Math.floor(tick / TICKS_PER_MINUTE);
    const expiry = named?.expiry ?? NEVER;
    if (delta > 0) return this.push(tick, location, delta, item, this.lotOf(location, item, receipt, expiry));
    const lot = named === undefined ? -1 : this.find(location, item, receipt, expiry);
    if (lot >= 0) return this.push(tick, location, delta, item, lot);
    let left = -delta;
    while (left > 0) {
      const oldest = this.oldestAt(location);
      const taken = oldest < 0 ? left : Math.min(left, this.lotUnits.data[oldest]!);
      this.push(tick, location, -taken, item, oldest);
      left -= taken;
    }
  }

  private find(location: number, item: number, receipt: number, expiry: number): number {
    let lot = this.latestLot[location]!;
    while (
      lot >= 0 &&
      (this.receipt.data[lot] !== receipt || this.expiry.data[lot] !== expiry || this.lotItem.data[lot] !== item)
    ) {
      lot = this.olderLot.data[lot]!;
    }
    return lot;
  }

  private lotOf(location: number, item: number, receipt: number, expiry: number): number {
    const found = this.find(location, item, receipt, expiry);
    if (found >= 0) return found;
    const lot = this.receipt.length;
    this.receipt.push(receipt);
    this.expiry.push(expiry);
    this.olderLot.push(this.latestLot[location]!);
    this.lotUnits.push(0);
    this.lotItem.push(item);
    this.latestLot[location] = lot;
    return lot;
  }

  private oldestAt(location: number): number {
    let oldest = -1;
    for (let lot = this.latestLot[location]!; lot >= 0; lot = this.olderLot.data[lot]!) {
      if (this.lotUnits.data[lot]! <= 0) continue;
      if (oldest < 0 || this.receipt.data[lot]! < this.receipt.data[oldest]!) oldest = lot;
    }
    return oldest;
  }

  private push(tick: number, location: number, delta: number, item: number, lot: number): void {
    const units = this.latestUnits[location]! + delta;
    this.tick.push(tick);
    this.location.push(location);
    this.delta.push(delta);
    this.lot.push(lot);
    this.previousItem.push(this.latestItem[location]!);
    this.item.push(units > 0 ? item : -1);
    if (lot >= 0) this.lotUnits.data[lot]! += delta;
    this.latestUnits[location] = units;
    this.latestItem[location] = units > 0 ? item : -1;
  }
}

export class StockReplay {
  /** Units by location, and the item there (-1: empty), at the instant last gone to. */
  readonly units: Int32Array;
  readonly item: Int32Array;
  /** Units taken out of each location so far. */
  readonly taken: Float64Array;
  /** Called for each location that a move changed. */
  onChange: ((location: number) => void) | undefined;
  readonly log: StockLog;
  /** Units by lot; grows with the log. */
  private lots = new Int32Array(0);
  /** Sum of change times minute of the change: what the stock over time is computed from. */
  private readonly moment: Float64Array;
  private applied = 0;

  constructor(log: StockLog) {
    this.log = log;
    this.units = new Int32Array(log.locations);
    this.item = new Int32Array(log.locations).fill(-1);
    this.taken = new Float64Array(log.locations);
    this.moment = new Float64Array(log.locations);
  }

  moveTo(tick: number): void {
    const { log } = this;
    const ticks = log.tick.data;
    if (this.lots.length < log.receipt.length) {
      const longer = new Int32Array(log.receipt.data.length);
      longer.set(this.lots);
      this.lots = longer;
    }
    while (this.applied < log.tick.length && ticks[this.applied]! <= tick) this.change(this.applied++, 1);
    while (this.applied > 0 && ticks[this.applied - 1]! > tick) this.change(--this.applied, -1);
  }

  private change(row: number, sign: 1 | -1): void {
    const { log } = this;
    const location = log.location.data[row]!;
    const delta = sign * log.delta.data[row]!;
    this.units[location]! += delta;
    this.item[location] = sign === 1 ? log.item.data[row]! : log.previousItem.data[row]!;
    this.moment[location]! += delta * (log.tick.data[row]! / TICKS_PER_MINUTE);
    if (log.delta.data[row]! < 0) this.taken[location]! -= delta;
    const lot = log.lot.data[row]!;
    if (lot >= 0) this.lots[lot]! += delta;
    this.onChange?.(location);
  }

  /** Units of a lot. */
  unitsOfLot(lot: number): number {
    return this.lots[lot] ?? 0;
  }

  /** Units times minutes that have lain in a location up to `minute`, the instant last gone to. */
  unitMinutes(location: number, minute: number): number {
    return this.units[location]! * minute - this.moment[location]!;
  }

  /** Calls for every lot that lies in a location, the latest first. */
  eachLot(location: number, each: (units: number, receipt: number, expiry: number) => void): void {
    const { log } = this;
    for (let lot = log.latestLot[location]!; lot >= 0; lot = log.olderLot.data[lot]!) {
      const units = this.lots[lot] ?? 0;
      if (units > 0) each(units, log.receipt.data[lot]!, log.expiry.data[lot]!);
    }
  }
}
