// The batches of a search under way: which order is in which batch, with the loads and lengths of all batches.
//
// Applies to: any capacity and any way to measure tours.
// Cost:       a question costs a look-up, or one tour; an exchange O(orders of the two batches).
//
// Batches are numbered 0 … batches - 1 and hold an order each; number `batches` is an empty one to open.

import { KnownLengths } from './known-lengths.ts';
import type { BatchingProblem } from './problem.ts';

/** No order. */
export const NONE = -1;

/** A gain below this is rounding noise, metres. */
export const LEAST_GAIN_M = 1e-9;

export class Partition {
  /** Batches with orders. */
  batches = 0;
  /** Total length of the batches, metres. */
  total_m = 0;
  readonly batchOf: Int32Array;
  /** Orders by batch. */
  readonly members: number[][];
  readonly length_m: Float64Array;
  readonly known: KnownLengths;
  private readonly problem: BatchingProblem;
  /** By dimension of the capacity, then batch. */
  private readonly loads: Float64Array[];
  /** Keys of the batches in `known`. */
  private readonly high: Int32Array;
  private readonly low: Int32Array;
  private readonly list: Int32Array;

  /** @param places entries of the memory of lengths, a power of two. */
  constructor(problem: BatchingProblem, places: number) {
    const { count, sizes, lengths } = problem;
    this.problem = problem;
    this.known = new KnownLengths(lengths, count, places);
    this.batchOf = new Int32Array(count).fill(NONE);
    this.members = Array.from({ length: count + 1 }, () => []);
    this.length_m = new Float64Array(count + 1);
    this.loads = sizes.map(() => new Float64Array(count + 1));
    this.high = new Int32Array(count + 1);
    this.low = new Int32Array(count + 1);
    this.list = new Int32Array(count + 2);
  }

  /** Opens a batch of these orders, which fit together or are one. */
  open(orders: readonly number[]): void {
    const batch = this.batches++;
    for (const order of orders) this.put(order, batch);
    this.length_m[batch] = this.lengthWith_m(batch, NONE, NONE, NONE, NONE);
    this.total_m += this.length_m[batch]!;
  }

  /** Whether batch a without x0, x1 and with y0, y1 fits, and batch b the other way round. Only x0 must be an order. */
  fits(a: number, b: number, x0: number, x1: number, y0: number, y1: number): boolean {
    const { sizes } = this.problem;
    for (let d = 0; d < sizes.length; d++) {
      const { of, limit } = sizes[d]!;
      const loads = this.loads[d]!;
      let net = of[x0]!;
      if (x1 >= 0) net += of[x1]!;
      if (y0 >= 0) net -= of[y0]!;
      if (y1 >= 0) net -= of[y1]!;
      if (loads[a]! - net > limit || loads[b]! + net > limit) return false;
    }
    return true;
  }

  /** By how much the same exchange adds to the sum of the squared degrees of filling (0 … 1, each dimension) of all batches. */
  addedFill(a: number, b: number, x0: number, x1: number, y0: number, y1: number): number {
    const { sizes } = this.problem;
    let gain = 0;
    for (let d = 0; d < sizes.length; d++) {
      const { of, limit } = sizes[d]!;
      const loads = this.loads[d]!;
      let net = of[x0]!;
      if (x1 >= 0) net += of[x1]!;
      if (y0 >= 0) net -= of[y0]!;
      if (y1 >= 0) net -= of[y1]!;
      gain += (2 * net * (loads[b]! - loads[a]! + net)) / (limit * limit);
    }
    return gain;
  }

  /** Length of batch b without out0 and out1 and with in0 and in1, metres. */
  lengthWith_m(batch: number, out0: number, out1: number, in0: number, in1: number): number {
    const { known, list } = this;
    let high = this.high[batch]!;
    let low = this.low[batch]!;
    if (out0 >= 0) {
      high ^= known.high[out0]!;
      low ^= known.low[out0]!;
    }
    if (out1 >= 0) {
      high ^= known.high[out1]!;
      low ^= known.low[out1]!;
    }
    if (in0 >= 0) {
      high ^= known.high[in0]!;
      low ^= known.low[in0]!;
    }
    if (in1 >= 0) {
      high ^= known.high[in1]!;
      low ^= known.low[in1]!;
    }
    const length_m = known.find_m(high, low);
    if (length_m >= 0) return length_m;
    const members = this.members[batch]!;
    let count = 0;
    for (let at = 0; at < members.length; at++) {
      const order = members[at]!;
      if (order !== out0 && order !== out1) list[count++] = order;
    }
    if (in0 >= 0) list[count++] = in0;
    if (in1 >= 0) list[count++] = in1;
    return count === 0 ? 0 : known.workOut_m(high, low, list, count);
  }

  /** Moves x0, x1 from batch a to b and y0, y1 from b to a; the lengths that come of it are known to the caller. */
  exchange(a: number, b: number, x0: number, x1: number, y0: number, y1: number, a_m: number, b_m: number): void {
    this.take(x0, a);
    if (x1 >= 0) this.take(x1, a);
    if (y0 >= 0) this.take(y0, b);
    if (y1 >= 0) this.take(y1, b);
    this.put(x0, b);
    if (x1 >= 0) this.put(x1, b);
    if (y0 >= 0) this.put(y0, a);
    if (y1 >= 0) this.put(y1, a);
    this.total_m += a_m + b_m - this.length_m[a]! - this.length_m[b]!;
    this.length_m[a] = a_m;
    this.length_m[b] = b_m;
    if (b === this.batches) this.batches++;
    if (this.members[a]!.length === 0) this.close(a);
  }

  private put(order: number, batch: number): void {
    this.members[batch]!.push(order);
    this.batchOf[order] = batch;
    this.high[batch]! ^= this.known.high[order]!;
    this.low[batch]! ^= this.known.low[order]!;
    for (let d = 0; d < this.loads.length; d++) this.loads[d]![batch]! += this.problem.sizes[d]!.of[order]!;
  }

  private take(order: number, batch: number): void {
    const members = this.members[batch]!;
    members[members.indexOf(order)] = members[members.length - 1]!;
    members.pop();
    this.high[batch]! ^= this.known.high[order]!;
    this.low[batch]! ^= this.known.low[order]!;
    for (let d = 0; d < this.loads.length; d++) this.loads[d]![batch]! -= this.problem.sizes[d]!.of[order]!;
  }

  /** The last batch takes the number of an empty one. */
  private close(empty: number): void {
    const last = --this.batches;
    const emptied = this.members[empty]!;
    this.members[empty] = this.members[last]!;
    this.members[last] = emptied;
    for (const order of this.members[empty]!) this.batchOf[order] = empty;
    this.high[empty] = this.high[last]!;
    this.low[empty] = this.low[last]!;
    this.length_m[empty] = this.length_m[last]!;
    for (const loads of this.loads) loads[empty] = loads[last]!;
    this.forget(last);
  }

  /** Loads and keys of an empty batch are exactly those of nothing, whatever was rounded before. */
  private forget(batch: number): void {
    this.high[batch] = this.low[batch] = 0;
    this.length_m[batch] = 0;
    for (const loads of this.loads) loads[batch] = 0;
  }
}
