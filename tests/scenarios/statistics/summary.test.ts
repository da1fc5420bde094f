import { describe, expect, it } from 'vitest';
import { studentCdf, studentQuantile } from '../../../packages/scenarios/src/statistics/student-t.ts';
import { summarize } from '../../../packages/scenarios/src/statistics/summary.ts';

describe("Student's t", () => {
  it.each([
    // Two-sided 95 % points of the printed tables (Abramowitz and Stegun, table 26.10).
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [10, 2.228],
    [29, 2.045],
    [30, 2.042],
    [60, 2.0],
    [120, 1.98],
    [9999, 1.96],
  ])('has the tabled 97.5 %% quantile with %i degrees of freedom', (df, expected) => {
    expect(Math.abs(studentQuantile(0.975, df) - expected)).toBeLessThan(0.00051); // the tables have three decimals
  });

  it('is the Cauchy distribution with one degree of freedom: P(T <= 1) = 3/4', () => {
    expect(studentCdf(1, 1)).toBeCloseTo(0.75, 14);
    expect(studentCdf(-1, 1)).toBeCloseTo(0.25, 14);
  });

  it('has a closed form with two degrees of freedom: P(T <= t) = 1/2 + t / (2 sqrt(2 + t²))', () => {
    for (const t of [-3, -0.5, 0, 0.7, 2, 40]) expect(studentCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 14);
  });

  it('inverts its distribution function, on both sides', () => {
    for (const df of [1, 2, 3, 7, 8, 101]) {
      for (const p of [0.001, 0.05, 0.3, 0.5, 0.9, 0.999]) expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 12);
    }
  });

  it('refuses degrees of freedom and probabilities that do not exist', () => {
    expect(() => studentQuantile(0.975, 0)).toThrow(RangeError);
    expect(() => studentQuantile(0.975, 1.5)).toThrow(RangeError);
    expect(() => studentQuantile(1, 3)).toThrow(RangeError);
  });
});

describe('summary of replications', () => {
  it('is the worked example of its header', () => {
    const summary = summarize([10, 12, 11, 13, 14])!;
    expect(summary.mean).toBe(12);
    expect(summary.n).toBe(5);
    expect(summary.halfWidth95).toBeCloseTo(1.9632, 4);
  });

  it('has no interval for one replication, and no value for none', () => {
    expect(summarize([3])).toEqual({ mean: 3, n: 1 });
    expect(summarize([])).toBeUndefined();
  });

  it('does not lose small spreads on large values', () => {
    const summary = summarize([1e9, 1e9 + 1, 1e9 + 2])!;
    expect(summary.mean).toBe(1e9 + 1);
    expect(summary.halfWidth95).toBeCloseTo(4.3027 / Math.sqrt(3), 3);
  });

  it('covers the true mean in about 95 of 100 experiments of ten uniform values', () => {
    // A fixed multiplicative generator: the outcome is the same on every run.
    let state = 12345;
    const uniform = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    let covered = 0;
    for (let i = 0; i < 2000; i++) {
      const { mean, halfWidth95 } = summarize(Array.from({ length: 10 }, uniform))!;
      if (Math.abs(mean - 0.5) <= halfWidth95!) covered++;
    }
    expect(covered / 2000).toBeGreaterThan(0.93);
    expect(covered / 2000).toBeLessThan(0.97);
  });
});
