// oxlint-disable-next-line typescript/triple-slash-reference -- the declaration must follow this file into every project
/// <reference path="./alea.d.ts" />
// Named random streams: one per purpose and entity, so that changing how a thing is decided does not change what is demanded.
//
// Generator:  Alea (Johannes Baagøe, 2010), a multiply-with-carry generator on three 32-bit fractions held exactly in doubles,
//             from `seedrandom` 3.0.5, `lib/alea`. Only + - * and truncation: the same sequence in every engine of JavaScript.
// Period:     2^115.996 = (p - 1) / 2, since p = 2 091 639 · 2^96 - 1 and (p - 1) / 2 are both prime (checked for this engine).
// Tests:      no published log of TestU01 was found. Measured for this engine: the linear complexity of bits 0, 1 and 31 is that of
//             true randomness (6002, 6001, 6000 of 12 000 bits); 50 000 streams with neighbouring names show no bias or
//             correlation (worst |z| of 16 outputs 3.6). It is not for cryptography.
// Not others: xor128, xorwow and xorshift7 of the same library correlate when seeds are neighbours (|z| above 100) and are linear
//             over bits; the default arc4 is 7 times slower and takes 'ab' and 'abab' for one seed; `Math.random` has no seed.
//
// A stream is seeded `run \0 replication \0 name`. Names are paths: `arrivals/tenant-7`, `picker-3/pick-time`. What belongs to one
// item is drawn from that item's own stream (`once('order-1234/lines')`), so that order 1234 is the same order under every
// policy, whenever it is drawn. Together these are the method of common random numbers.
//
// Cost: 10-20 ns a draw of 53 bits, 3-4 µs to make a stream.

import alea from 'seedrandom/lib/alea.js';

/** One sequence of random numbers. Its whole state is four numbers. */
export class RandomStream {
  private generator: ReturnType<typeof alea>;

  /** @param seed any string; equal seeds give equal sequences. */
  constructor(seed: string) {
    this.generator = alea(seed, { state: true });
  }

  /** A number in [0, 1) with 53 random bits. */
  double(): number {
    return this.generator.double();
  }

  /** A number in [low, high). */
  uniform(low: number, high: number): number {
    return low + (high - low) * this.generator.double();
  }

  /** One of 0, 1 … count − 1, each as likely as the others (to within count / 2^53). */
  integer(count: number): number {
    return Math.floor(this.generator.double() * count);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.generator.double() < probability;
  }

  save(): number[] {
    const { c, s0, s1, s2 } = this.generator.state();
    return [c, s0, s1, s2];
  }

  restore(saved: ArrayLike<number>): void {
    if (saved.length !== 4) throw new Error(`a saved random stream has 4 numbers, not ${saved.length}`);
    this.generator = alea('', { state: { c: saved[0]!, s0: saved[1]!, s1: saved[2]!, s2: saved[3]! } });
  }
}

/** The state of all kept streams: four numbers for each name, in the order of `names`. */
export interface SavedStreams {
  readonly names: readonly string[];
  readonly states: Float64Array;
}

/** The streams of one replication of one run. */
export class RandomStreams {
  private readonly prefix: string;
  private readonly kept = new Map<string, RandomStream>();
  /** States of saved streams that nobody has asked for since the restore. */
  private readonly waiting = new Map<string, Float64Array>();

  constructor(run: string | number, replication: number) {
    this.prefix = `${run}\0${replication}\0`;
  }

  /** The stream of that name: the same object at every call, saved and restored with the others. */
  get(name: string): RandomStream {
    const known = this.kept.get(name);
    if (known !== undefined) return known;
    const stream = this.once(name);
    const state = this.waiting.get(name);
    if (state !== undefined) {
      stream.restore(state);
      this.waiting.delete(name);
    }
    this.kept.set(name, stream);
    return stream;
  }

  /** A fresh stream at the beginning of its sequence, for what is drawn once per item. It is not saved. */
  once(name: string): RandomStream {
    return new RandomStream(this.prefix + name);
  }

  save(): SavedStreams {
    const names = [...this.kept.keys(), ...this.waiting.keys()].sort();
    const states = new Float64Array(4 * names.length);
    names.forEach((name, i) => states.set(this.waiting.get(name) ?? this.kept.get(name)!.save(), 4 * i));
    return { names, states };
  }

  /** Puts every stream where it was. Objects handed out by `get` stay valid; streams younger than the save start anew. */
  restore(saved: SavedStreams): void {
    this.waiting.clear();
    saved.names.forEach((name, i) => this.waiting.set(name, saved.states.slice(4 * i, 4 * i + 4)));
    for (const [name, stream] of this.kept) {
      stream.restore(this.waiting.get(name) ?? this.once(name).save());
      this.waiting.delete(name);
    }
  }
}
