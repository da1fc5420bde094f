// Simulated annealing over the batches: orders move to other batches or change places, one or two at a time.
//
// In tight waves length alone does not show the way to fewer batches. While it is hot, exchanges that leave batches either
// full or nearly empty are favoured: the sum of the squared degrees of filling counts as length saved, by an amount that
// falls with the temperature.
//
// Source:     Kirkpatrick, S., Gelatt, C.D. and Vecchi, M.P. (1983), "Optimization by simulated annealing", Science 220,
//             671-680; the moves (shift and swap) are those of Henn, S. and Waescher, G. (2012), "Tabu search heuristics for
//             the order batching problem in manual order picking systems", European Journal of Operational Research 222(3),
//             484-494. The reward of full batches is customary in bin packing: Falkenauer, E. (1996), "A hybrid grouping
//             genetic algorithm for bin packing", Journal of Heuristics 2(1), 5-30.
// Applies to: any capacity and any way to measure tours.
// Cost:       two tours a move, most of them remembered; some 1.5 million tours asked for a second in one block.
//
// The caller works it in slices and says with each how much of its budget, tours or time, is used up: the temperature falls
// geometrically with that share. The best batches so far are at hand at any time.
//
// Worked example (one aisle 10 m long, depot at its front, capacity 2 orders): orders at 9, 2, 8 and 3 m begin as {9, 2},
// {8, 3} = 34 m; the swap of 2 and 8 gives {9, 8}, {3, 2} = 24 m, the least there is.

import type { RandomStream } from '../../../base/random.ts';
import { exp, log } from '../../../base/transcendental.ts';
import { LEAST_GAIN_M, NONE, Partition } from './partition.ts';
import type { BatchingProblem } from './problem.ts';

/** First and last temperature, as shares of the mean length of the first batches. Given batches are not melted down. */
const HOT = 0.1;
const HOT_FROM_START = 0.03;
const COLD = 0.001;
/** What a full batch is worth, in temperatures. */
const FULL = 10;
/** Shares of the moves: one order to another batch, two orders for one, two for two; the others are one for one. */
const SHIFT = 0.15;
const TWO_FOR_ONE = 0.21;
const TWO_FOR_TWO = 0.09;
/** Lengths remembered. */
const PLACES = 1 << 16;

export class BatchAnnealing {
  /** Total length of the best batches so far, metres. */
  best_m = Infinity;
  /** Tours asked for and tours worked out so far. */
  asked = 0;
  private readonly random: RandomStream;
  private readonly partition: Partition;
  /** Orders that may share a batch, and those beyond the capacity. */
  private readonly orders: number[] = [];
  private readonly alone: number[] = [];
  private alone_m = 0;
  private readonly bestBatchOf: Int32Array;
  private readonly first_m: number;
  private readonly hot: number;

  /**
   * @param start batches to begin with, within the capacity; without, each order into the first batch that takes it.
   * @param places lengths to remember (16 bytes each), a power of two.
   */
  constructor(problem: BatchingProblem, random: RandomStream, start?: readonly (readonly number[])[], places = PLACES) {
    this.random = random;
    this.hot = start === undefined ? HOT : HOT_FROM_START;
    this.partition = new Partition(problem, places);
    this.bestBatchOf = new Int32Array(problem.count);
    const { sizes } = problem;
    for (let order = 0; order < problem.count; order++) {
      const fits = sizes.every(({ of, limit }) => of[order]! <= limit);
      (fits ? this.orders : this.alone).push(order);
    }
    const single = new Int32Array(1);
    for (const order of this.alone) {
      single[0] = order;
      this.alone_m += problem.lengths.length_m(single, 1);
    }
    for (const batch of start ?? firstFit(problem, this.orders)) {
      const shared = batch.filter((order) => !this.alone.includes(order));
      if (shared.length > 0) this.partition.open(shared);
    }
    this.first_m = this.partition.total_m / Math.max(1, this.partition.batches);
    this.keep();
  }

  get workedOut(): number {
    return this.partition.known.workedOut;
  }

  /** The best batches so far, each in ascending order, the batch with the lowest order first. */
  best(): number[][] {
    const batches: number[][] = Array.from({ length: this.orders.length }, () => []);
    for (const order of this.orders) batches[this.bestBatchOf[order]!]!.push(order);
    return [...batches.filter((batch) => batch.length > 0), ...this.alone.map((order) => [order])].sort((a, b) => a[0]! - b[0]!);
  }

  /**
   * Tries a number of moves.
   * @param progress share of the whole budget used so far, 0 … 1.
   */
  advance(moves: number, progress: number): void {
    const { random, orders, partition } = this;
    const { members, batchOf, length_m } = partition;
    const count = orders.length;
    if (count < 2) return;
    const temperature_m = this.first_m * this.hot * exp(progress * log(COLD / this.hot));
    for (let move = 0; move < moves; move++) {
      const x0 = orders[random.integer(count)]!;
      const a = batchOf[x0]!;
      const kind = random.double();
      let b: number;
      let x1 = NONE;
      let y0 = NONE;
      let y1 = NONE;
      if (kind < SHIFT) {
        b = random.integer(partition.batches + 1);
        if (a === b || (b === partition.batches && members[a]!.length === 1)) continue;
      } else {
        y0 = orders[random.integer(count)]!;
        b = batchOf[y0]!;
        if (a === b) continue;
        if (kind < SHIFT + TWO_FOR_ONE + TWO_FOR_TWO) {
          x1 = this.another(a, x0);
          if (x1 === NONE) continue;
          if (kind < SHIFT + TWO_FOR_TWO) {
            y1 = this.another(b, y0);
            if (y1 === NONE) continue;
          }
        }
      }
      if (!partition.fits(a, b, x0, x1, y0, y1)) continue;
      const ease = FULL * partition.addedFill(a, b, x0, x1, y0, y1) - log(1 - random.double());
      const most_m = length_m[a]! + length_m[b]! + temperature_m * ease;
      this.asked++;
      const a_m = partition.lengthWith_m(a, x0, x1, y0, y1);
      if (a_m >= most_m) continue;
      this.asked++;
      const b_m = partition.lengthWith_m(b, y0, y1, x0, x1);
      if (a_m + b_m >= most_m) continue;
      partition.exchange(a, b, x0, x1, y0, y1, a_m, b_m);
      if (partition.total_m + this.alone_m < this.best_m - LEAST_GAIN_M) this.keep();
    }
  }

  /** A random order of the batch other than this one, or none. */
  private another(batch: number, order: number): number {
    const members = this.partition.members[batch]!;
    const other = members[this.random.integer(members.length)]!;
    return other === order ? NONE : other;
  }

  private keep(): void {
    this.best_m = this.partition.total_m + this.alone_m;
    this.bestBatchOf.set(this.partition.batchOf);
  }
}

/** Each order into the first batch that takes it. */
function firstFit({ sizes }: BatchingProblem, orders: readonly number[]): number[][] {
  const batches: number[][] = [];
  const loads: number[][] = [];
  for (const order of orders) {
    let b = loads.findIndex((load) => sizes.every(({ of, limit }, d) => load[d]! + of[order]! <= limit));
    if (b < 0) {
      b = batches.push([]) - 1;
      loads.push(sizes.map(() => 0));
    }
    batches[b]!.push(order);
    sizes.forEach(({ of }, d) => (loads[b]![d]! += of[order]!));
  }
  return batches;
}
