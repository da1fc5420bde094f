// Remembers the lengths of batches: a search meets the same batch again and again.
//
// Applies to: any way to measure tours.
// Cost:       O(1) a question besides the tours that are worked out; 16 bytes an entry.
//
// A batch has a key of 64 bits, the exclusive or of its orders' random keys, so that putting an order in or taking it out
// is one operation. An entry stands at the place its key says and makes way for the next one with that place.
//
// Worked example: {0, 1} then {1, 0}: one tour is worked out; putting 1 in and out of {0} gives the key of {0} again.

import { RandomStream } from '../../../base/random.ts';
import type { BatchLengths } from './problem.ts';

export class KnownLengths {
  /** Tours worked out so far. */
  workedOut = 0;
  /** Random keys of the orders. */
  readonly high: Int32Array;
  readonly low: Int32Array;
  private readonly lengths: BatchLengths;
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly known_m: Float64Array;

  /** @param places number of entries, a power of two. */
  constructor(lengths: BatchLengths, orders: number, places: number) {
    this.lengths = lengths;
    this.mask = places - 1;
    this.keys = new Int32Array(2 * places);
    this.known_m = new Float64Array(places).fill(-1);
    const random = new RandomStream('keys of orders');
    const key = (): number => random.integer(2 ** 32) | 0;
    this.high = Int32Array.from({ length: orders }, key);
    this.low = Int32Array.from({ length: orders }, key);
  }

  /** The length if the batch with this key is known, else -1. */
  find_m(high: number, low: number): number {
    const place = low & this.mask;
    return this.keys[2 * place] === high && this.keys[2 * place + 1] === low ? this.known_m[place]! : -1;
  }

  /** Works the length out and keeps it. */
  workOut_m(high: number, low: number, orders: Int32Array, count: number): number {
    const place = low & this.mask;
    const length = this.lengths.length_m(orders, count);
    this.workedOut++;
    this.keys[2 * place] = high;
    this.keys[2 * place + 1] = low;
    this.known_m[place] = length;
    return length;
  }
}
