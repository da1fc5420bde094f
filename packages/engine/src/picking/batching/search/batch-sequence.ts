// Batches in the sequence in which pickers take them, annealed towards the least total tardiness, then the least walk.
//
// Source:     Henn, S. and Schmid, V. (2013), see ../tardiness.ts; the acceptance rule is that of annealing.ts, first on the
//             tardiness and, where that stays the same, on the length.
// Applies to: any model and any routing policy.
// Cost:       O(n + b · p) a move for n orders in b batches and p pickers, and up to two tours.
//
// Worked example: see ../tardiness.ts.

import type { RandomStream } from '../../../base/random.ts';
import { exp, log } from '../../../base/transcendental.ts';
import { Load } from '../capacity.ts';
import type { BatchingView } from '../policy.ts';

/** First and last temperature, as shares of the mean duration or length of the first batches. */
const HOT = 0.1;
const COLD = 0.001;
/** Shares of the moves: a batch to another place; of the others, one order for another rather than one order alone. */
const RESEQUENCE = 0.3;
const SWAP = 0.5;
/** Gains below this are rounding noise, metres. */
const LEAST_GAIN_M = 1e-9;

interface Batch {
  /** Ascending. */
  readonly orders: readonly number[];
  readonly length_m: number;
  readonly ticks: number;
}

export class BatchSequence {
  workedOut = 0;
  private readonly view: BatchingView;
  private readonly random: RandomStream;
  private readonly known = new Map<string, Batch>();
  private readonly load = new Load();
  private readonly free: Float64Array;
  private batches: Batch[] = [];
  private late = Infinity;
  private length_m = Infinity;
  private bestBatches: Batch[] = [];
  private bestLate = Infinity;
  private bestLength_m = Infinity;
  private readonly meanTicks: number;
  private readonly mean_m: number;

  /** @param starts batches in sequence, within the capacity, each list whole; the best one is begun with. */
  constructor(view: BatchingView, random: RandomStream, starts: readonly (readonly (readonly number[])[])[]) {
    this.view = view;
    this.random = random;
    this.free = new Float64Array(view.pickers);
    for (const start of starts) {
      this.consider(
        start.map((orders) => this.batch(orders)),
        0,
      );
    }
    this.batches = this.bestBatches;
    this.late = this.bestLate;
    this.length_m = this.bestLength_m;
    const count = Math.max(1, this.batches.length);
    this.meanTicks = this.batches.reduce((sum, { ticks }) => sum + ticks, 0) / count;
    this.mean_m = this.length_m / count;
  }

  /** The best sequence so far. */
  best(): number[][] {
    return this.bestBatches.map(({ orders }) => [...orders]);
  }

  /**
   * Tries a number of moves.
   * @param progress share of the whole budget used so far, 0 … 1.
   */
  advance(moves: number, progress: number): void {
    const heat = HOT * exp(progress * log(COLD / HOT));
    for (let move = 0; move < moves; move++) {
      const next = this.random.chance(RESEQUENCE) ? this.resequenced() : this.rebatched();
      if (next !== undefined) this.consider(next, heat);
    }
  }

  /** Takes a sequence over if it is better, or little worse while it is hot. */
  private consider(next: Batch[], heat: number): void {
    const late = this.tardiness(next);
    const length_m = next.reduce((sum, batch) => sum + batch.length_m, 0);
    const ease = -heat * log(1 - this.random.double());
    const accepted =
      late === this.late ? length_m <= this.length_m + ease * this.mean_m : late < this.late + ease * this.meanTicks;
    if (this.late < Infinity && !accepted) return;
    this.batches = next;
    this.late = late;
    this.length_m = length_m;
    if (late > this.bestLate || (late === this.bestLate && length_m >= this.bestLength_m - LEAST_GAIN_M)) return;
    this.bestBatches = next;
    this.bestLate = late;
    this.bestLength_m = length_m;
  }

  private tardiness(batches: readonly Batch[]): number {
    const { view, free } = this;
    free.fill(view.now);
    let late = 0;
    for (const { orders, ticks } of batches) {
      let first = 0;
      for (let picker = 1; picker < free.length; picker++) if (free[picker]! < free[first]!) first = picker;
      const done = free[first]! + ticks;
      free[first] = done;
      for (const order of orders) late += Math.max(0, done - view.due(order));
    }
    return late;
  }

  /** One batch at another place of the sequence. */
  private resequenced(): Batch[] | undefined {
    const { random, batches } = this;
    if (batches.length < 2) return undefined;
    const next = [...batches];
    const [moved] = next.splice(random.integer(next.length), 1);
    next.splice(random.integer(next.length + 1), 0, moved!);
    return next;
  }

  /** One order in another batch, a batch of its own, or in the place of another order. */
  private rebatched(): Batch[] | undefined {
    const { random, batches } = this;
    const from = random.integer(batches.length);
    const left = batches[from]!.orders;
    const order = left[random.integer(left.length)]!;
    const to = random.integer(batches.length + 1);
    if (to === from) return undefined;
    const next = [...batches];
    const rest = left.filter((other) => other !== order);
    if (to === batches.length) {
      if (rest.length === 0) return undefined;
      next[from] = this.batch(rest);
      next.splice(random.integer(next.length + 1), 0, this.batch([order]));
      return next;
    }
    const right = batches[to]!.orders;
    const swapped = random.chance(SWAP) ? right[random.integer(right.length)]! : undefined;
    const joined = [...right.filter((other) => other !== swapped), order];
    if (swapped !== undefined) rest.push(swapped);
    if (!this.fits(joined) || !this.fits(rest)) return undefined;
    next[to] = this.batch(joined);
    if (rest.length > 0) next[from] = this.batch(rest);
    else next.splice(from, 1);
    return next;
  }

  private fits(orders: readonly number[]): boolean {
    const { load, view } = this;
    load.clear();
    return orders.every((order) => {
      const takes = load.takes(view, order);
      load.add(view, order);
      return takes;
    });
  }

  private batch(orders: readonly number[]): Batch {
    const sorted = [...orders].sort((a, b) => a - b);
    const key = sorted.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { view } = this;
    const length_m = view.tourLength_m(sorted);
    const batch = { orders: sorted, length_m, ticks: view.workTicks(sorted) + length_m * view.ticksPerMetre };
    this.workedOut++;
    this.known.set(key, batch);
    return batch;
  }
}
