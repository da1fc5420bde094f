// What is under way in the storage, by the trace: where SKUs live, what is being brought to their homes, moves of SKUs to other
// homes, and pickers who found a pick face empty.

import { EVENT, type Model } from './engine.ts';
import { GrowingFloat64, GrowingInt32 } from './growing.ts';
import { AssignmentReplay, CounterReplay } from './replay.ts';
import type { RunEvent } from './events.ts';

/** Units asked for from the reserve. Ticks; Infinity: not yet in what is simulated. */
export interface Replenishment {
  readonly item: number;
  readonly location: number;
  readonly units: number;
  readonly asked: number;
  /** When the first of them were taken out of the reserve, and when none was to come any more. */
  begun: number;
  done: number;
  /** Still to come, and brought. What is neither was given up. */
  left: number;
  brought: number;
}

/** An SKU that is to live elsewhere. Ticks; Infinity: not in what is simulated. */
export interface ReSlot {
  readonly item: number;
  readonly from: number;
  readonly to: number;
  /** Item that lives there and changes places with it; -1 none. */
  readonly other: number;
  readonly planned: number;
  /** Seconds of a picker's walking that it saves a day, and days until that has made up for its work. */
  saving_sPerDay: number;
  payBack_d: number;
  made: number;
  dropped: number;
}

export class StorageFlow {
  /** Item that lives in each location; -1 nobody. */
  readonly residents: AssignmentReplay;
  /** Location each item lives in; -1 none. */
  readonly homes: AssignmentReplay;
  /** Units asked for from the reserve that have not arrived, by location. */
  readonly coming: CounterReplay;
  readonly replenishments: Replenishment[] = [];
  readonly reSlots: ReSlot[] = [];
  /** Pickers who found nothing: ticks and locations. */
  readonly emptyTick = new GrowingFloat64();
  readonly emptyLocation = new GrowingInt32();
  private readonly asked = new Map<number, Replenishment[]>();
  private readonly openOf = new Map<number, ReSlot>();
  /** Of goods under way by item: 1 where they came from the reserve, in the order in which they were lifted. */
  private readonly lifted = new Map<number, number[]>();
  private readonly handPick: Uint8Array;

  constructor({ locations, items }: Model) {
    this.handPick = locations.handPick;
    this.residents = new AssignmentReplay(locations.count, -1);
    this.homes = new AssignmentReplay(items.count, -1);
    this.coming = new CounterReplay(locations.count);
  }

  /** Takes in one event; events come in order of time. */
  append({ tick, kind, a, b, c }: Omit<RunEvent, 'row'>): void {
    switch (kind) {
      case EVENT['home-given']:
        return this.settle(tick, a, b);
      case EVENT['replenishment-asked']:
        return this.ask(tick, a, b, c);
      case EVENT['units-lifted']:
        return this.lift(tick, a, b);
      case EVENT['units-set-down']:
        return this.setDown(tick, b, c);
      case EVENT['replenishment-dropped']:
        return this.take(tick, a, c, false);
      case EVENT['face-empty']:
        this.emptyTick.push(tick);
        this.emptyLocation.push(b);
        return;
      case EVENT['re-slot-planned']:
        return this.plan(tick, a, b, c);
      case EVENT['re-slot-valued']:
        return this.value(a, b, c / 100);
      case EVENT['re-slot-dropped']:
        return this.drop(tick, a);
    }
  }

  private settle(tick: number, item: number, location: number): void {
    const before = this.homes.latestOf(item);
    if (before >= 0 && this.residents.latestOf(before) === item) this.residents.record(tick, before, -1);
    this.homes.record(tick, item, location);
    if (location >= 0) this.residents.record(tick, location, item);
    const move = this.openOf.get(item);
    if (move === undefined || move.to !== location) return;
    move.made = tick;
    this.openOf.delete(item);
  }

  private ask(tick: number, item: number, location: number, units: number): void {
    const asked = { item, location, units, asked: tick, begun: Infinity, done: Infinity, left: units, brought: 0 };
    this.replenishments.push(asked);
    const open = this.asked.get(item);
    if (open === undefined) this.asked.set(item, [asked]);
    else open.push(asked);
    this.coming.record(tick, location, units);
  }

  private lift(tick: number, location: number, item: number): void {
    const fromReserve = this.handPick[location] === 0 ? 1 : 0;
    const lifted = this.lifted.get(item);
    if (lifted === undefined) this.lifted.set(item, [fromReserve]);
    else lifted.push(fromReserve);
    const waiting = fromReserve === 1 ? this.asked.get(item)?.find((one) => one.begun === Infinity) : undefined;
    if (waiting !== undefined) waiting.begun = tick;
  }

  private setDown(tick: number, item: number, units: number): void {
    if (this.lifted.get(item)?.shift() === 1) this.take(tick, item, units, true);
  }

  /** Units that were asked for have come, or are given up: of what was asked for first. */
  private take(tick: number, item: number, units: number, brought: boolean): void {
    const open = this.asked.get(item);
    let left = units;
    while (open !== undefined && open.length > 0 && left > 0) {
      const first = open[0]!;
      const part = Math.min(left, first.left);
      first.left -= part;
      if (brought) first.brought += part;
      left -= part;
      this.coming.record(tick, first.location, -part);
      if (first.left > 0) return;
      first.done = tick;
      open.shift();
    }
  }

  private plan(tick: number, item: number, to: number, other: number): void {
    const from = this.homes.latestOf(item);
    const move = { item, from, to, other, planned: tick, saving_sPerDay: 0, payBack_d: 0, made: Infinity, dropped: Infinity };
    this.reSlots.push(move);
    this.openOf.set(item, move);
  }

  /** Told directly after the plan. */
  private value(item: number, saving_sPerDay: number, payBack_d: number): void {
    const move = this.openOf.get(item);
    if (move === undefined) return;
    move.saving_sPerDay = saving_sPerDay;
    move.payBack_d = payBack_d;
  }

  private drop(tick: number, item: number): void {
    const move = this.openOf.get(item);
    if (move !== undefined) move.dropped = tick;
    this.openOf.delete(item);
  }
}
