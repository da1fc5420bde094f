// Random numbers for the search's innermost loops: a small fast generator, seeded from the stream that belongs to the decision.
//
// Generator:  sfc32 (Chris Doty-Humphrey, PractRand 0.94, 2018): three words of chaotic state and a counter, so no cycle is shorter
//             than 2^32. Only 32-bit integer operations: the same sequence in every engine of JavaScript.
// Cost:       about 3 ns a draw, against 10-20 ns of the stream; an iteration of the search draws some fifty times.

import type { RandomStream } from '../../../base/random.ts';

/** What kernels draw from. A RandomStream is one, too. */
export interface Draws {
  /** A number in [0, 1). */
  double(): number;
  /** One of 0, 1 … count − 1. */
  integer(count: number): number;
}

const TWO_32 = 2 ** 32;
const WARM_UP = 15;

export class FastDraws implements Draws {
  private readonly word = new Int32Array(4);

  /** @param stream draws three numbers from it. */
  constructor(stream: RandomStream) {
    for (let i = 0; i < 3; i++) this.word[i] = stream.integer(TWO_32);
    this.word[3] = 1;
    for (let i = 0; i < WARM_UP; i++) this.double();
  }

  /** A number in [0, 1) with 32 random bits. */
  double(): number {
    const { word } = this;
    const counter = word[3]!;
    const out = (((word[0]! + word[1]!) | 0) + counter) | 0;
    word[3] = (counter + 1) | 0;
    word[0] = word[1]! ^ (word[1]! >>> 9);
    word[1] = (word[2]! + (word[2]! << 3)) | 0;
    word[2] = (((word[2]! << 21) | (word[2]! >>> 11)) + out) | 0;
    return (out >>> 0) / TWO_32;
  }

  integer(count: number): number {
    return Math.floor(this.double() * count);
  }
}
