// The search's own random numbers: one sequence per seed, even, and seeded by the stream it is given.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../../packages/engine/src/base/random.ts';
import { FastDraws } from '../../../../../packages/engine/src/delivery/routing/sisrs/draws.ts';

const COUNT = 100_000;

function drawn(seed: string, count: number): number[] {
  const draws = new FastDraws(new RandomStream(seed));
  return Array.from({ length: count }, () => draws.double());
}

describe('the draws of the search', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(drawn('a', 100)).toEqual(drawn('a', 100));
    expect(drawn('a', 100)).not.toEqual(drawn('b', 100));
  });

  it('are sfc32: the sequence after a state of known words', () => {
    // Three draws of 0 as words, counter 1: out = a + b + counter; a = b ^ (b >>> 9); b = c + (c << 3); c = rotated c + out.
    const zeros = { integer: () => 0 } as unknown as RandomStream;
    const [a, b, c] = [0n, 0n, 0n];
    const state = [a, b, c, 1n];
    const word = (value: bigint) => BigInt.asUintN(32, value);
    const next = () => {
      const out = word(state[0]! + state[1]! + state[3]!);
      state[3] = word(state[3]! + 1n);
      state[0] = state[1]! ^ (state[1]! >> 9n);
      state[1] = word(state[2]! + (state[2]! << 3n));
      state[2] = word(word((state[2]! << 21n) | (state[2]! >> 11n)) + out);
      return Number(out) / 2 ** 32;
    };
    for (let i = 0; i < 15; i++) next();
    const draws = new FastDraws(zeros);
    for (let i = 0; i < 1000; i++) expect(draws.double()).toBe(next());
  });

  it('fill [0, 1) evenly', () => {
    const bins = new Float64Array(50);
    for (const value of drawn('even', COUNT)) bins[Math.floor(value * bins.length)]! += 1;
    expect(bins.reduce((sum, count) => sum + count, 0)).toBe(COUNT);
    const expected = COUNT / bins.length;
    const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(86); // 49 degrees of freedom: exceeded with probability 0.001
    expect(chiSquare).toBeGreaterThan(23);
  });

  it('choose every whole number below a count', () => {
    const draws = new FastDraws(new RandomStream('whole'));
    const seen = new Set(Array.from({ length: 500 }, () => draws.integer(7)));
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
