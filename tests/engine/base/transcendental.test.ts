import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { cos, exp, log, pow, sin } from '../../../packages/engine/src/base/transcendental.ts';

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

function bitsOf(x: number): bigint {
  float[0] = x;
  return bits[0]!;
}

/** How many doubles lie between a and b (of the same sign). */
function ulpsBetween(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const difference = Number(bitsOf(a) - bitsOf(b));
  return Math.abs(difference);
}

const stream = new RandomStream('transcendental');

function worstOf(own: (x: number) => number, platform: (x: number) => number, low: number, high: number): number {
  let worst = 0;
  for (let i = 0; i < 50_000; i++) {
    const x = stream.uniform(low, high);
    worst = Math.max(worst, ulpsBetween(own(x), platform(x)));
  }
  return worst;
}

describe('transcendental functions', () => {
  it('have the bits that the header names', () => {
    expect(bitsOf(log(2))).toBe(0x3fe62e42fefa39efn);
    expect(bitsOf(exp(1))).toBe(0x4005bf0a8b145769n);
  });

  it('have bits that are known elsewhere', () => {
    expect(bitsOf(log(10))).toBe(0x40026bb1bbb55516n);
    expect(bitsOf(log(0.5))).toBe(0xbfe62e42fefa39efn - (1n << 64n));
    expect(exp(-1)).toBe(0.36787944117144233);
    expect(exp(0.5)).toBe(1.6487212707001282);
    expect(sin(1)).toBe(0.8414709848078965);
    expect(cos(1)).toBe(0.5403023058681398);
    expect(sin(Math.PI)).toBe(1.2246467991473532e-16);
    expect(cos(Math.PI / 2)).toBe(6.123233995736766e-17);
  });

  it('are within one unit in the last place of the platform', () => {
    expect(worstOf(log, Math.log, 0, 1)).toBeLessThanOrEqual(1);
    expect(worstOf(log, Math.log, 0.5, 2)).toBeLessThanOrEqual(1);
    expect(worstOf(log, Math.log, 0, 1e300)).toBeLessThanOrEqual(1);
    expect(
      worstOf(
        (x) => log(exp(x)),
        (x) => Math.log(Math.exp(x)),
        -740,
        700,
      ),
    ).toBeLessThanOrEqual(2);
    expect(worstOf(exp, Math.exp, -1, 1)).toBeLessThanOrEqual(1);
    expect(worstOf(exp, Math.exp, -745, 709.7)).toBeLessThanOrEqual(1);
    expect(worstOf(sin, Math.sin, -10, 10)).toBeLessThanOrEqual(1);
    expect(worstOf(cos, Math.cos, -10, 10)).toBeLessThanOrEqual(1);
    expect(worstOf(sin, Math.sin, -1e5, 1e5)).toBeLessThanOrEqual(1);
    expect(worstOf(cos, Math.cos, -1e5, 1e5)).toBeLessThanOrEqual(1);
  });

  it('keep their accuracy next to multiples of a quarter turn', () => {
    const near = (turn: number): number => turn * (Math.PI / 2);
    let worst = 0;
    for (let turn = -60_000; turn <= 60_000; turn += 7) {
      worst = Math.max(
        worst,
        ulpsBetween(sin(near(turn)), Math.sin(near(turn))),
        ulpsBetween(cos(near(turn)), Math.cos(near(turn))),
      );
    }
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('pow errs by no more than its header says', () => {
    let worst = 0;
    for (let i = 0; i < 50_000; i++) {
      const x = exp(stream.uniform(-10, 10));
      const y = stream.uniform(-20, 20);
      const allowed = (2 + Math.abs(y * log(x))) * 2 ** -52;
      worst = Math.max(worst, Math.abs(pow(x, y) / x ** y - 1) / allowed);
    }
    expect(worst).toBeLessThan(1);
  });

  it('pow is exact where the result is a whole number or a square root', () => {
    expect(pow(3, 4)).toBe(81);
    expect(pow(-2, 5)).toBe(-32);
    expect(pow(2, -3)).toBe(0.125);
    expect(pow(2, 0.5)).toBe(Math.SQRT2);
    expect(pow(10, 15)).toBe(1e15);
    expect(pow(0, 0)).toBe(1);
    expect(pow(0, 0.3)).toBe(0);
    expect(pow(0, -0.3)).toBe(Infinity);
    expect(pow(1, 1e9)).toBe(1);
    expect(pow(-2, 0.3)).toBeNaN();
  });

  it('treat the ends of the number line as the standard does', () => {
    for (const x of [0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324, 2.2250738585072014e-308, Number.MAX_VALUE]) {
      expect([x, log(x)]).toEqual([x, Math.log(x)]);
      expect([x, exp(x)]).toEqual([x, Math.exp(x)]);
    }
    expect(exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exp(-745.13)).toBe(5e-324);
    expect(sin(NaN)).toBeNaN();
    expect(() => cos(1e6)).toThrow('1e5');
  });
});
