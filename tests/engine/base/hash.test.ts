import { describe, expect, it } from 'vitest';
import { TraceHash } from '../../../packages/engine/src/base/hash.ts';

function digestOf(...values: number[]): string {
  const hash = new TraceHash();
  for (const value of values) hash.mix(value);
  return hash.digest();
}

/** Bits in which two digests differ. */
function distance(a: string, b: string): number {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; difference > 0n; difference >>= 1n) count += Number(difference & 1n);
  return count;
}

describe('trace hash', () => {
  it('has the digest of the worked example on every machine', () => {
    expect(digestOf(1, 2, 0.5)).toBe('ff47a94c26cc3737');
  });

  it('tells order, length and value apart', () => {
    const digests = [
      digestOf(),
      digestOf(0),
      digestOf(0, 0),
      digestOf(1, 2),
      digestOf(2, 1),
      digestOf(1),
      digestOf(-1),
      digestOf(1.5),
      digestOf(2 ** 31),
      digestOf(-(2 ** 31)),
      digestOf(2 ** 32),
      digestOf(2 ** 53),
      digestOf(Infinity),
      digestOf(-Infinity),
      digestOf(NaN),
      digestOf(5e-324),
    ];
    expect(new Set(digests).size).toBe(digests.length);
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{16}$/);
  });

  it('takes every NaN for one value and minus zero for zero', () => {
    const odd = new Float64Array(Int32Array.of(1, 0x7ff80001).buffer)[0]!;
    expect(odd).toBeNaN();
    expect(digestOf(odd)).toBe(digestOf(NaN));
    expect(digestOf(-0)).toBe(digestOf(0));
  });

  it('turns one changed bit anywhere in the history into about half of the digest', () => {
    let sum = 0;
    let least = 64;
    let tried = 0;
    for (let at = 0; at < 20; at++) {
      for (let bit = 0; bit < 31; bit++) {
        const values = Array.from({ length: 20 }, (_, i) => i * 1000);
        const before = digestOf(...values);
        values[at]! ^= 1 << bit;
        const changed = distance(before, digestOf(...values));
        sum += changed;
        least = Math.min(least, changed);
        tried++;
      }
    }
    expect(sum / tried).toBeGreaterThan(31); // 32 expected, standard error 4 / √620 = 0.16
    expect(sum / tried).toBeLessThan(33);
    expect(least).toBeGreaterThan(12);
  });

  it('meets no collision among 200,000 neighbouring histories', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 1000; i++) for (let j = 0; j < 200; j++) seen.add(digestOf(i, j));
    expect(seen.size).toBe(200_000);
  });

  it('goes on after a restore as if it had never stopped', () => {
    const hash = new TraceHash();
    hash.mix(42);
    const saved = structuredClone(hash.save());
    hash.mix(0.1);
    const other = new TraceHash();
    other.restore(saved);
    other.mix(0.1);
    expect(other.digest()).toBe(hash.digest());
  });
});
