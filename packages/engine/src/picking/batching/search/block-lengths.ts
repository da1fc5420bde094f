// Tour lengths of batches in one block, from sets of bits: for searches that measure a million batches a second.
//
// Source:     the routing rules of s-shape.ts, return.ts, midpoint.ts, largest-gap.ts and block-length.ts (Hall 1993; Petersen
//             1997; Ratliff & Rosenthal 1983), lengths only.
// Applies to: one block, tours from and back to the front of one of its aisles.
// Cost:       O(k w + p) for k orders, w words of 32 places and p distinct places of the batch; 0.1-0.5 µs for 60 picks.
//
// The places of an aisle, in ascending depth, are bits of words of its own; an order is the set of its places, a batch the
// union of its orders' sets.
//
// Worked example (aisles 10 m long, 2 m apart; depot at the front of aisle 0): orders with picks {aisle 0, 4 m}, {aisle 1,
// 6 m and 7 m} and {aisle 2, 5 m} together: S-shape 10 + 2 + 10 + 2 + 5 + 5 + 4 = 38 m, return 8 + 14 + 10 + 8 = 40 m,
// largest gap and midpoint 10 + 2 + 4 + 4 + 2 + 10 + 4 = 36 m, optimal 36 m.

import { BlockTourLength } from '../../routing/block-length.ts';
import type { BatchLengths } from './problem.ts';

export const BLOCK_RULES = ['optimal', 's-shape', 'largest-gap', 'midpoint', 'return'] as const;
export type BlockRule = (typeof BLOCK_RULES)[number];

export interface Block {
  /** Ascending, metres. */
  readonly aisles_x_m: ArrayLike<number>;
  /** Of an aisle, between the centre lines of its cross-aisles. */
  readonly length_m: number;
  /** Tours start and end at its front. */
  readonly depotAisle: number;
}

export interface OrderPicks {
  readonly aisle: ArrayLike<number>;
  /** From the front, 0 … length_m. */
  readonly depth_m: ArrayLike<number>;
}

export class BlockBatchLengths implements BatchLengths {
  private readonly rule: BlockRule;
  private readonly x_m: Float64Array;
  private readonly length: number;
  private readonly depotAisle: number;
  private readonly aisles: number;
  private readonly words: number;
  /** Aisle i has words firstWord[i] … firstWord[i + 1] - 1. */
  private readonly firstWord: Int32Array;
  /** By bit: word · 32 + place in the word. */
  private readonly depth_m: Float64Array;
  /** Per word, the bits up to the middle of the aisle. */
  private readonly frontHalf: Int32Array;
  /** By order · words + word. */
  private readonly bits: Int32Array;
  private readonly union: Int32Array;
  private readonly points: Int32Array;
  private readonly optimal: BlockTourLength;

  constructor(rule: BlockRule, block: Block, orders: readonly OrderPicks[]) {
    this.rule = rule;
    this.x_m = Float64Array.from(block.aisles_x_m);
    this.length = block.length_m;
    this.depotAisle = block.depotAisle;
    const aisles = (this.aisles = this.x_m.length);
    const depths: number[][] = Array.from({ length: aisles }, () => []);
    for (const { aisle, depth_m } of orders) for (let p = 0; p < aisle.length; p++) depths[aisle[p]!]!.push(depth_m[p]!);
    this.firstWord = new Int32Array(aisles + 1);
    for (let i = 0; i < aisles; i++) {
      depths[i] = [...new Set(depths[i])].sort((a, b) => a - b);
      this.firstWord[i + 1] = this.firstWord[i]! + Math.ceil(depths[i]!.length / 32);
    }
    const words = (this.words = this.firstWord[aisles]!);
    this.depth_m = new Float64Array(32 * words);
    this.frontHalf = new Int32Array(words);
    const aisleOf = new Int32Array(32 * words);
    depths.forEach((ofAisle, i) => {
      for (let at = 0; at < ofAisle.length; at++) {
        const bit = 32 * this.firstWord[i]! + at;
        this.depth_m[bit] = ofAisle[at]!;
        aisleOf[bit] = i;
        if (ofAisle[at]! <= this.length / 2) this.frontHalf[bit >> 5]! |= 1 << (bit & 31);
      }
    });
    this.bits = new Int32Array(orders.length * words);
    orders.forEach(({ aisle, depth_m }, order) => {
      for (let p = 0; p < aisle.length; p++) {
        const bit = 32 * this.firstWord[aisle[p]!]! + depths[aisle[p]!]!.indexOf(depth_m[p]!);
        this.bits[order * words + (bit >> 5)]! |= 1 << (bit & 31);
      }
    });
    this.union = new Int32Array(words);
    this.points = new Int32Array(32 * words);
    this.optimal = new BlockTourLength(this.x_m, this.length, this.depotAisle, aisleOf, this.depth_m);
  }

  length_m(orders: Int32Array, count: number): number {
    const { union, bits, words, rule } = this;
    if (count === 0) return 0;
    const first = orders[0]! * words;
    for (let w = 0; w < words; w++) union[w] = bits[first + w]!;
    for (let k = 1; k < count; k++) {
      const from = orders[k]! * words;
      for (let w = 0; w < words; w++) union[w]! |= bits[from + w]!;
    }
    if (rule === 'optimal') return this.optimal_m();
    let left = 0;
    while (left < this.aisles && !this.holds(left)) left++;
    if (left === this.aisles) return 0;
    let right = this.aisles - 1;
    while (!this.holds(right)) right--;
    if (rule === 'return') return this.return_m(left, right);
    if (left === right) return 2 * (Math.abs(this.x_m[left]! - this.x_m[this.depotAisle]!) + this.deepest_m(left));
    // The sweep begins on the side nearer to the depot.
    const depot_m = this.x_m[this.depotAisle]!;
    const fromRight = Math.abs(depot_m - this.x_m[right]!) < Math.abs(depot_m - this.x_m[left]!);
    const begin = fromRight ? right : left;
    const last = fromRight ? left : right;
    return rule === 's-shape' ? this.sShape_m(begin, last) : this.split_m(begin, last, rule === 'midpoint');
  }

  private holds(aisle: number): boolean {
    for (let w = this.firstWord[aisle]!; w < this.firstWord[aisle + 1]!; w++) if (this.union[w] !== 0) return true;
    return false;
  }

  private deepest_m(aisle: number): number {
    let w = this.firstWord[aisle + 1]! - 1;
    while (this.union[w] === 0) w--;
    return this.depth_m[32 * w + 31 - Math.clz32(this.union[w]!)]!;
  }

  private optimal_m(): number {
    const { union, points, words } = this;
    let count = 0;
    for (let w = 0; w < words; w++) {
      for (let rest = union[w]!; rest !== 0; rest &= rest - 1) points[count++] = 32 * w + 31 - Math.clz32(rest & -rest);
    }
    return this.optimal.tour_m(points, 0, count);
  }

  private return_m(left: number, right: number): number {
    const { x_m } = this;
    const depot_m = x_m[this.depotAisle]!;
    let length = Math.abs(x_m[left]! - depot_m) + (x_m[right]! - x_m[left]!) + Math.abs(x_m[right]! - depot_m);
    for (let i = left; i <= right; i++) if (this.holds(i)) length += 2 * this.deepest_m(i);
    return length;
  }

  /** `begin` and `last` differ. */
  private sShape_m(begin: number, last: number): number {
    const { x_m, depotAisle } = this;
    const depot_m = x_m[depotAisle]!;
    let visited = 0;
    for (let i = Math.min(begin, last); i <= Math.max(begin, last); i++) if (this.holds(i)) visited++;
    const across_m = Math.abs(x_m[begin]! - depot_m) + Math.abs(x_m[last]! - x_m[begin]!) + Math.abs(x_m[last]! - depot_m);
    return visited % 2 === 0
      ? across_m + visited * this.length
      : across_m + (visited - 1) * this.length + 2 * this.deepest_m(last);
  }

  /** Midpoint and largest gap: the first and the last aisle are walked through, those between from both ends. */
  private split_m(begin: number, last: number, midpoint: boolean): number {
    const { x_m, union, depth_m, firstWord, frontHalf, length } = this;
    const step = begin < last ? 1 : -1;
    // The farthest aisle on the way back along the front.
    let turn = last;
    let inside_m = 2 * length;
    for (let i = last - step; i !== begin; i -= step) {
      const from = firstWord[i]!;
      const end = firstWord[i + 1]!;
      if (midpoint) {
        let front = -1;
        let back = -1;
        for (let w = end - 1; w >= from; w--) {
          const behind = union[w]! & ~frontHalf[w]!;
          if (behind !== 0) back = 32 * w + 31 - Math.clz32(behind & -behind);
          const before = union[w]! & frontHalf[w]!;
          if (before !== 0 && front < 0) front = 32 * w + 31 - Math.clz32(before);
        }
        if (back >= 0) inside_m += 2 * (length - depth_m[back]!);
        if (front >= 0) {
          inside_m += 2 * depth_m[front]!;
          turn = i;
        }
        continue;
      }
      let below_m = 0;
      let largest_m = -1;
      let servedFromFront = false;
      let any = false;
      for (let w = from; w < end; w++) {
        for (let rest = union[w]!; rest !== 0; rest &= rest - 1) {
          const here_m = depth_m[32 * w + 31 - Math.clz32(rest & -rest)]!;
          if (here_m - below_m > largest_m) {
            largest_m = here_m - below_m;
            servedFromFront = any;
          }
          any = true;
          below_m = here_m;
        }
      }
      if (!any) continue;
      if (length - below_m > largest_m) {
        largest_m = length - below_m;
        servedFromFront = true;
      }
      inside_m += 2 * (length - largest_m);
      if (servedFromFront) turn = i;
    }
    const depot_m = x_m[this.depotAisle]!;
    return (
      inside_m +
      Math.abs(x_m[begin]! - depot_m) +
      Math.abs(x_m[last]! - x_m[begin]!) +
      Math.abs(x_m[last]! - x_m[turn]!) +
      Math.abs(x_m[turn]! - depot_m)
    );
  }
}
