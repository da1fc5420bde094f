// Stock by location at any instant: units and item, replayed forwards and backwards through the 'stock-changed' events.

import { GrowingFloat64, GrowingInt32 } from './growing.ts';

/** The changes, shared by all replays of a run. */
export class StockLog {
  readonly tick = new GrowingFloat64(1024);
  readonly location = new GrowingInt32(1024);
  readonly delta = new GrowingInt32(1024);
  /** Item that lies there after and before the change; -1: none. */
  readonly item = new GrowingInt32(1024);
  readonly previousItem = new GrowingInt32(1024);
  readonly locations: number;
  private readonly latestUnits: Int32Array;
  private readonly latestItem: Int32Array;

  constructor(locations: number) {
    this.locations = locations;
    this.latestUnits = new Int32Array(locations);
    this.latestItem = new Int32Array(locations).fill(-1);
  }

  append(tick: number, location: number, delta: number, item: number): void {
    const units = this.latestUnits[location]! + delta;
    this.tick.push(tick);
    this.location.push(location);
    this.delta.push(delta);
    this.previousItem.push(this.latestItem[location]!);
    this.item.push(units > 0 ? item : -1);
    this.latestUnits[location] = units;
    this.latestItem[location] = units > 0 ? item : -1;
  }
}

export class StockReplay {
  /** Units by location, and the item there (-1: empty), at the instant last gone to. */
  readonly units: Int32Array;
  readonly item: Int32Array;
  /** Called for each location that a move changed. */
  onChange: ((location: number) => void) | undefined;
  private readonly log: StockLog;
  private applied = 0;

  constructor(log: StockLog) {
    this.log = log;
    this.units = new Int32Array(log.locations);
    this.item = new Int32Array(log.locations).fill(-1);
  }

  moveTo(tick: number): void {
    const { log, units, item } = this;
    const ticks = log.tick.data;
    while (this.applied < log.tick.length && ticks[this.applied]! <= tick) {
      const change = this.applied++;
      const location = log.location.data[change]!;
      units[location]! += log.delta.data[change]!;
      item[location] = log.item.data[change]!;
      this.onChange?.(location);
    }
    while (this.applied > 0 && ticks[this.applied - 1]! > tick) {
      const change = --this.applied;
      const location = log.location.data[change]!;
      units[location]! -= log.delta.data[change]!;
      item[location] = log.previousItem.data[change]!;
      this.onChange?.(location);
    }
  }
}
