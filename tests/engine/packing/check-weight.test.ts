import { describe, expect, it } from 'vitest';
import { normalByInversion } from '../../../packages/engine/src/base/distributions.ts';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { isOff, shown_g } from '../../../packages/engine/src/packing/check-weight.ts';
import { openedShare, Phi } from './normal.ts';

/** Share of `count` cartons of n units of w grams, `shift_g` off, that are opened. */
function simulated(
  count: number,
  carton: { n: number; w: number; cv: number; shift_g: number },
  step_g: number,
  sigmas: number,
): number {
  const { n, w, cv, shift_g } = carton;
  const random = new RandomStream(`check-weight ${n} ${w} ${cv} ${shift_g} ${step_g} ${sigmas}`);
  const deviation_g = cv * w * Math.sqrt(n);
  let opened = 0;
  for (let i = 0; i < count; i++) {
    const off_g = shown_g(normalByInversion(random, n * w + shift_g, deviation_g), step_g) - n * w;
    if (isOff(off_g, deviation_g, step_g, sigmas)) opened++;
  }
  return opened / count;
}

const CARTONS = 20_000;
/** Half width of the band in which a share of 20,000 lies but once in 10,000 times. */
const band = (share: number): number => 3.9 * Math.sqrt((share * (1 - share)) / CARTONS) + 1e-12;

describe('the check weight', () => {
  it('does as in its worked example', () => {
    const deviation_g = Math.sqrt(10) * 5;
    const isOpened = (weight_g: number): boolean => isOff(shown_g(weight_g, 20) - 5000, deviation_g, 20, 3);
    expect([4949.9, 4950, 5049.9, 5050].map(isOpened)).toEqual([true, false, false, true]);
    expect(isOpened(4500)).toBe(true);
    expect(openedShare(5000, deviation_g, -40, 20, 3)).toBeCloseTo(0.2635, 3);
    expect(openedShare(5000, deviation_g, 0, 20, 3)).toBeCloseTo(0.00157, 4);
  });

  it('opens nothing for a deviation of at most the scale’s step, however even the goods are', () => {
    expect([-20, 20].map((off_g) => isOff(off_g, 0, 20, 3))).toEqual([false, false]);
    expect([-20.01, 20.01].map((off_g) => isOff(off_g, 0, 20, 3))).toEqual([true, true]);
  });

  it.each([1, 1.5, 2, 3])('raises 2 (1 - Phi(%s)) false alarms a carton where the scale is fine', (sigmas) => {
    const expected = 2 * (1 - Phi(sigmas));
    const found = simulated(CARTONS, { n: 12, w: 400, cv: 0.02, shift_g: 0 }, 0, sigmas);
    expect(Math.abs(found - expected)).toBeLessThan(band(expected));
    // A scale of 1 g beside a standard deviation of 27.7 g changes that by less than the band.
    expect(Math.abs(openedShare(4800, 0.02 * 400 * Math.sqrt(12), 0, 1, sigmas) - expected)).toBeLessThan(band(expected));
  });

  it.each([
    [10, 500, 0.01, -40, 20],
    [10, 500, 0.01, 25, 20],
    [4, 250, 0.03, 60, 5],
    [24, 80, 0.05, -80, 20],
    [6, 1000, 0.01, 90, 0],
    [1, 300, 0.02, 30, 10],
  ])(
    'finds %i units of %i g, cv %f, that are %i g off on a scale of %i g as often as the normal tails say',
    (n, w, cv, shift_g, step_g) => {
      const expected = openedShare(n * w, cv * w * Math.sqrt(n), shift_g, step_g, 3);
      expect(expected).toBeGreaterThan(0.01);
      expect(expected).toBeLessThan(1);
      const found = simulated(CARTONS, { n, w, cv, shift_g }, step_g, 3);
      expect(Math.abs(found - expected)).toBeLessThan(band(expected));
    },
  );

  it('finds more the further a carton is off, and the finer the scale is', () => {
    const found = (shift_g: number, step_g: number): number => openedShare(5000, 16, shift_g, step_g, 3);
    expect(found(20, 1)).toBeLessThan(found(40, 1));
    expect(found(40, 1)).toBeLessThan(found(60, 1));
    expect(found(60, 100)).toBeLessThan(found(60, 1));
  });
});
