import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Quantiles, Tally, TimeWeighted } from '../../../packages/engine/src/base/statistics.ts';

describe('tally', () => {
  it('has the count, mean, variance and range of what was added', () => {
    const tally = new Tally();
    for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) tally.add(value);
    expect([tally.count, tally.mean, tally.min, tally.max]).toEqual([8, 5, 2, 9]);
    expect(tally.variance).toBeCloseTo(32 / 7, 12);
    expect(tally.standardDeviation).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it('keeps its precision far from zero', () => {
    const tally = new Tally();
    for (let i = 0; i < 1000; i++) tally.add(1e9 + (i % 2));
    expect(tally.variance).toBeCloseTo(0.25 * (1000 / 999), 9);
  });

  it('knows nothing of nothing', () => {
    const tally = new Tally();
    expect([tally.count, tally.mean, tally.variance]).toEqual([0, 0, 0]);
    tally.add(3);
    expect(tally.variance).toBe(0);
    tally.reset();
    expect(tally).toEqual(new Tally());
  });
});

describe('time-weighted level', () => {
  it('has the mean of the worked example', () => {
    const level = new TimeWeighted();
    level.set(2, 10);
    level.add(-1, 40);
    expect(level.meanAt(50)).toBe(1.4);
    expect(level.areaAt(50)).toBe(70);
    expect(level.max).toBe(2);
  });

  it('forgets what was before a reset, and keeps the level', () => {
    const level = new TimeWeighted(5, 100);
    level.set(1, 200);
    level.reset(300);
    expect(level.meanAt(400)).toBe(1);
    expect(level.max).toBe(1);
    expect(level.meanAt(300)).toBeNaN();
  });
});

describe('quantiles', () => {
  it('are within 0.4 % of the exact order statistic', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, p) => {
        const quantiles = new Quantiles();
        for (const value of sample) quantiles.add(value);
        const sorted = Float64Array.from(sample).sort();
        const exact = sorted[Math.max(1, Math.ceil(p * sample.length)) - 1]!;
        const tiny = exact < 2 ** -1000;
        expect(Math.abs(quantiles.quantile(p) - (tiny ? 0 : exact))).toBeLessThanOrEqual(tiny ? 0 : exact / 256);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('count zeros and refuse what is no duration', () => {
    const quantiles = new Quantiles();
    expect(quantiles.quantile(0.5)).toBeNaN();
    quantiles.add(0);
    quantiles.add(0);
    quantiles.add(1000);
    expect(quantiles.quantile(0.5)).toBe(0);
    expect(quantiles.quantile(0.9)).toBeCloseTo(1000, -1);
    expect(() => quantiles.add(-1)).toThrow('-1');
    expect(() => quantiles.add(NaN)).toThrow('NaN');
  });
});

describe('saved statistics', () => {
  it('go on as if they had never stopped', () => {
    const fill = (tally: Tally, level: TimeWeighted, quantiles: Quantiles, from: number): void => {
      for (let i = from; i < from + 10; i++) {
        tally.add(i * 1.7);
        level.set(i % 4, i * 10);
        quantiles.add(i * i);
      }
    };
    const [tally, level, quantiles] = [new Tally(), new TimeWeighted(), new Quantiles()];
    fill(tally, level, quantiles, 0);
    const saved = structuredClone([tally.save(), level.save(), quantiles.save()] as const);
    fill(tally, level, quantiles, 10);
    const again = [new Tally(), new TimeWeighted(9, 9), new Quantiles()] as const;
    again[2].add(77);
    again[0].restore(saved[0]);
    again[1].restore(saved[1]);
    again[2].restore(saved[2]);
    fill(...again, 10);
    expect(again).toEqual([tally, level, quantiles]);
  });
});
