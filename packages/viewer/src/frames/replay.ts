// Values that events move, readable at any instant: a list of changes and how many of them are applied. Going to another
// instant applies or undoes the changes in between, so playing costs nothing and a long jump some nanoseconds a change.
//
// Worked example (counter): changes (tick 10, slot 0, +5), (20, 0, -2): at tick 9 slot 0 is 0, at 10 it is 5, at 25 it is
// 3, and back at 15 it is 5 again.

import { GrowingFloat64, GrowingInt32 } from './growing.ts';

abstract class Replay {
  protected tick = new GrowingFloat64();
  protected slot = new GrowingInt32();
  /** Changes applied: those below are in the values. */
  protected applied = 0;
  /** Called for each slot that was changed by `moveTo`. */
  onChange: ((slot: number) => void) | undefined;

  protected abstract apply(change: number): void;
  protected abstract undo(change: number): void;

  get count(): number {
    return this.tick.length;
  }

  /** Stands after all changes at or before `tick`. */
  protected seek(tick: number): void {
    const ticks = this.tick.data;
    while (this.applied < this.tick.length && ticks[this.applied]! <= tick) {
      const change = this.applied++;
      this.apply(change);
      this.onChange?.(this.slot.data[change]!);
    }
    while (this.applied > 0 && ticks[this.applied - 1]! > tick) {
      const change = --this.applied;
      this.undo(change);
      this.onChange?.(this.slot.data[change]!);
    }
  }
}

/** Numbers that events add to: stock by location, orders on a lane, picks by location. */
export class CounterReplay extends Replay {
  readonly values: Int32Array;
  private delta = new GrowingInt32();

  constructor(slots: number) {
    super();
    this.values = new Int32Array(slots);
  }

  /** A second reader of the same changes, which stands at an instant of its own. */
  reader(): CounterReplay {
    const other = new CounterReplay(this.values.length);
    other.tick = this.tick;
    other.slot = this.slot;
    other.delta = this.delta;
    return other;
  }

  record(tick: number, slot: number, delta: number): void {
    this.tick.push(tick);
    this.slot.push(slot);
    this.delta.push(delta);
  }

  /** The values at `tick`: one live array, valid until the next call. */
  moveTo(tick: number): Int32Array {
    this.seek(tick);
    return this.values;
  }

  protected apply(change: number): void {
    this.values[this.slot.data[change]!]! += this.delta.data[change]!;
  }

  protected undo(change: number): void {
    this.values[this.slot.data[change]!]! -= this.delta.data[change]!;
  }
}

/** Values that events set: the state of an order, who holds a machine, which truck stands at a door. */
export class AssignmentReplay extends Replay {
  readonly values: Int32Array;
  /** Values after all recorded changes. */
  private readonly latest: Int32Array;
  private readonly value = new GrowingInt32();
  private readonly previous = new GrowingInt32();

  constructor(slots: number, initial: number) {
    super();
    this.values = new Int32Array(slots).fill(initial);
    this.latest = new Int32Array(slots).fill(initial);
  }

  /** Sets a slot before anything is recorded. */
  begin(slot: number, value: number): void {
    this.values[slot] = this.latest[slot] = value;
  }

  /** Value of a slot after everything recorded so far. */
  latestOf(slot: number): number {
    return this.latest[slot]!;
  }

  /** Where slot's value was last set (tick); -1 where it never was, up to the present position. O(changes): for panels. */
  since(slot: number): number {
    for (let change = this.applied - 1; change >= 0; change--) {
      if (this.slot.data[change] === slot) return this.tick.data[change]!;
    }
    return -1;
  }

  record(tick: number, slot: number, value: number): void {
    this.tick.push(tick);
    this.slot.push(slot);
    this.value.push(value);
    this.previous.push(this.latest[slot]!);
    this.latest[slot] = value;
  }

  /** The values at `tick`: one live array, valid until the next call. */
  moveTo(tick: number): Int32Array {
    this.seek(tick);
    return this.values;
  }

  protected apply(change: number): void {
    this.values[this.slot.data[change]!] = this.value.data[change]!;
  }

  protected undo(change: number): void {
    this.values[this.slot.data[change]!] = this.previous.data[change]!;
  }
}
