// What the storage panel draws over time, counted once from the record of a run: per quarter of an hour and storage area, how many
// locations hold goods and how many order lines are picked. Grows with the record.
//
// Worked example: an area of 30 locations, 12 of them filled at tick 0; at 08:05 one is emptied: 12 until the bin of 08:00, in
// which it is 11.

import type { RunRecord } from '../frames/timeline.ts';
import { BIN_TICKS } from './digest.ts';
import { TRACE_EVENTS } from './engine.ts';

const LINE_PICKED = TRACE_EVENTS.indexOf('line-picked');

export class StorageDigest {
  readonly areas: number;
  readonly bins: number;
  /** Locations of each area. */
  readonly locations: Int32Array;
  /** Locations that hold goods at the end of each bin: [bin * areas + area]; and lines picked in it. */
  readonly occupied: Int32Array;
  readonly picked: Int32Array;
  private readonly record: RunRecord;
  private readonly units: Int32Array;
  private readonly now: Int32Array;
  /** Rows of the stock log and of the event log that are counted. */
  private stockRow = 0;
  private eventRow = 0;
  /** Bins whose occupied locations are written. */
  private written = 0;
  private version = -1;

  constructor(record: RunRecord) {
    const { model } = record;
    this.record = record;
    this.areas = model.building.areas.length;
    this.bins = Math.max(1, Math.ceil(model.horizon / BIN_TICKS) + 1);
    this.locations = Int32Array.from(model.building.areas, (area) => area.endLocation - area.firstLocation);
    this.occupied = new Int32Array(this.bins * this.areas);
    this.picked = new Int32Array(this.bins * this.areas);
    this.units = new Int32Array(model.locations.count);
    this.now = new Int32Array(this.areas);
  }

  /** Counts what the record has gained since the last call. */
  update(): void {
    const { record } = this;
    if (record.version === this.version) return;
    this.version = record.version;
    this.countStock();
    this.countPicks();
  }

  private countStock(): void {
    const { stockLog, model } = this.record;
    const { area } = model.locations;
    for (; this.stockRow < stockLog.tick.length; this.stockRow++) {
      this.writeUpTo(this.binOf(stockLog.tick.data[this.stockRow]!));
      const location = stockLog.location.data[this.stockRow]!;
      const before = this.units[location]!;
      const after = before + stockLog.delta.data[this.stockRow]!;
      this.units[location] = after;
      if (before > 0 !== after > 0) this.now[area[location]!]! += after > 0 ? 1 : -1;
    }
    const last = this.binOf(this.record.simulatedUntil);
    this.writeUpTo(last);
    this.occupied.set(this.now, last * this.areas);
  }

  /** Bins before `bin` end as it is now. */
  private writeUpTo(bin: number): void {
    for (; this.written < bin; this.written++) this.occupied.set(this.now, this.written * this.areas);
  }

  private countPicks(): void {
    const { log, model } = this.record;
    for (; this.eventRow < log.count; this.eventRow++) {
      const location = log.b.data[this.eventRow]!;
      if (log.kind.data[this.eventRow] !== LINE_PICKED || location < 0) continue;
      this.picked[this.binOf(log.tick.data[this.eventRow]!) * this.areas + model.locations.area[location]!]!++;
    }
  }

  private binOf(tick: number): number {
    return Math.max(0, Math.min(this.bins - 1, Math.floor(tick / BIN_TICKS)));
  }
}

const digests = new WeakMap<RunRecord, StorageDigest>();

/** The counts of a record, up to date with it. */
export function storageDigestOf(record: RunRecord): StorageDigest {
  let digest = digests.get(record);
  if (digest === undefined) digests.set(record, (digest = new StorageDigest(record)));
  digest.update();
  return digest;
}
