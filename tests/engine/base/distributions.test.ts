// Every distribution against its first two moments (4 standard errors) and against its distribution function, on fixed seeds.

import { describe, expect, it } from 'vitest';
import * as law from '../../../packages/engine/src/base/distributions.ts';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { chiSquareZ, incompleteGamma, kolmogorovSmirnov, logGamma, normalCdf } from './goodness-of-fit.ts';

interface Case {
  readonly name: string;
  readonly draw: (stream: RandomStream) => number;
  readonly mean: number;
  readonly variance: number;
  /** Fourth central moment over variance²: how uncertain the sample variance is. */
  readonly kurtosis: number;
  readonly cdf: (x: number) => number;
}

const gammaFunction = (x: number): number => Math.exp(logGamma(x));

function gammaCase(name: string, shape: number, scale: number, draw: Case['draw']): Case {
  const cdf = (x: number): number => incompleteGamma(shape, x / scale);
  return { name, draw, mean: shape * scale, variance: shape * scale * scale, kurtosis: 3 + 6 / shape, cdf };
}

function lognormalCase(name: string, mu: number, sigma: number, draw: Case['draw']): Case {
  const w = Math.exp(sigma * sigma);
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  const kurtosis = w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 3;
  return { name, draw, mean, variance: (w - 1) * mean * mean, kurtosis, cdf: (x) => normalCdf((Math.log(x) - mu) / sigma) };
}

function weibullCase(shape: number, scale: number): Case {
  const moment = (k: number): number => scale ** k * gammaFunction(1 + k / shape);
  const mean = moment(1);
  const variance = moment(2) - mean * mean;
  const fourth = moment(4) - 4 * mean * moment(3) + 6 * mean ** 2 * moment(2) - 3 * mean ** 4;
  const cdf = (x: number): number => 1 - Math.exp(-((x / scale) ** shape));
  const name = `Weibull, shape ${shape}`;
  return { name, draw: (s) => law.weibull(s, shape, scale), mean, variance, kurtosis: fourth / variance ** 2, cdf };
}

const exponentialCdf = (x: number): number => 1 - Math.exp(-x / 3);
const triangularCdf = (x: number): number => (x < 2 ? (x - 1) ** 2 / 3 : 1 - (4 - x) ** 2 / 6);
const cv = 0.5;
const sigma = Math.sqrt(Math.log(1 + cv * cv));

const cases: readonly Case[] = [
  { name: 'uniform', draw: (s) => law.uniform(s, 2, 5), mean: 3.5, variance: 0.75, kurtosis: 1.8, cdf: (x) => (x - 2) / 3 },
  { name: 'exponential', draw: (s) => law.exponential(s, 3), mean: 3, variance: 9, kurtosis: 9, cdf: exponentialCdf },
  {
    name: 'exponential by inversion',
    draw: (s) => law.exponentialByInversion(s, 3),
    mean: 3,
    variance: 9,
    kurtosis: 9,
    cdf: exponentialCdf,
  },
  { name: 'normal', draw: (s) => law.normal(s, 10, 2), mean: 10, variance: 4, kurtosis: 3, cdf: (x) => normalCdf((x - 10) / 2) },
  {
    name: 'normal by inversion',
    draw: (s) => law.normalByInversion(s, 10, 2),
    mean: 10,
    variance: 4,
    kurtosis: 3,
    cdf: (x) => normalCdf((x - 10) / 2),
  },
  lognormalCase('lognormal', 0.3, 0.4, (s) => law.lognormal(s, 0.3, 0.4)),
  lognormalCase('lognormal by mean and cv', Math.log(8) - (sigma * sigma) / 2, sigma, (s) => law.lognormalByMeanCv(s, 8, cv)),
  gammaCase('gamma, shape 2.5', 2.5, 2, (s) => law.gamma(s, 2.5, 2)),
  gammaCase('gamma, shape 0.4', 0.4, 2, (s) => law.gamma(s, 0.4, 2)),
  gammaCase('gamma, shape 40', 40, 0.1, (s) => law.gamma(s, 40, 0.1)),
  gammaCase('gamma by mean and cv', 1 / 0.09, 20 * 0.09, (s) => law.gammaByMeanCv(s, 20, 0.3)),
  gammaCase('gamma of cv 1, an exponential', 1, 20, (s) => law.gammaByMeanCv(s, 20, 1)),
  weibullCase(1.5, 4),
  weibullCase(0.8, 4),
  {
    name: 'triangular',
    draw: (s) => law.triangular(s, 1, 2, 4),
    mean: 7 / 3,
    variance: 7 / 18,
    kurtosis: 2.4,
    cdf: triangularCdf,
  },
];

/** One in a thousand of runs of all the 17 fits below would exceed this by chance: √(−ln(0.001 / 17 / 2) / 2). */
const KS_LIMIT = 2.28;

describe('continuous distributions', () => {
  const n = 100_000;
  for (const { name, draw, mean, variance, kurtosis, cdf } of cases) {
    const stream = new RandomStream(`test/${name}`);
    const sample = Array.from({ length: n }, () => draw(stream));

    it(`${name} has its mean and variance`, () => {
      const sampleMean = sample.reduce((sum, x) => sum + x, 0) / n;
      const sampleVariance = sample.reduce((sum, x) => sum + (x - sampleMean) ** 2, 0) / (n - 1);
      expect(Math.abs(sampleMean - mean) / Math.sqrt(variance / n)).toBeLessThan(4);
      expect(Math.abs(sampleVariance / variance - 1) / Math.sqrt((kurtosis - 1) / n)).toBeLessThan(4);
    });

    it(`${name} fits its distribution function (Kolmogorov–Smirnov)`, () => {
      expect(kolmogorovSmirnov(sample, cdf)).toBeLessThan(KS_LIMIT);
    });
  }

  it('the tails of the ziggurats, which few draws reach, have their weight', () => {
    const stream = new RandomStream('tails');
    let beyondExponential = 0;
    let beyondNormal = 0;
    const draws = 1_000_000;
    for (let i = 0; i < draws; i++) {
      if (law.exponential(stream, 1) > 7.69711747013105) beyondExponential++;
      if (Math.abs(law.normal(stream, 0, 1)) > 3.3) beyondNormal++;
    }
    expect(Math.abs(beyondExponential - draws * Math.exp(-7.69711747013105))).toBeLessThan(4 * Math.sqrt(454));
    expect(Math.abs(beyondNormal - draws * 2 * normalCdf(-3.3))).toBeLessThan(4 * Math.sqrt(967));
  });

  it('by inversion take one draw a variate and rise with it', () => {
    const stream = new RandomStream('inversion');
    const twin = new RandomStream('inversion');
    for (let i = 0; i < 1000; i++) {
      const u = twin.double();
      const saved = stream.save();
      const x = law.exponentialByInversion(stream, 1);
      stream.restore(saved);
      const z = law.normalByInversion(stream, 0, 1);
      expect(x).toBeCloseTo(-Math.log1p(-u), 12);
      expect(normalCdf(z)).toBeCloseTo(u, 10);
    }
  });

  it('a coefficient of variation of 0 is the mean and draws nothing', () => {
    const stream = new RandomStream('none');
    const before = stream.save();
    expect(law.gammaByMeanCv(stream, 12, 0)).toBe(12);
    expect(stream.save()).toEqual(before);
  });

  it('the quantile of the normal distribution is the tabulated one', () => {
    expect(law.inverseNormal(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(law.inverseNormal(0.5)).toBe(0);
    expect(law.inverseNormal(0.001)).toBeCloseTo(-3.090232306167813, 14);
    expect(law.inverseNormal(1e-20)).toBeCloseTo(-9.262340089798409, 12);
  });
});

describe('discrete distributions', () => {
  it('the alias table of the worked example', () => {
    const alias = new law.Alias([1, 2, 1]);
    expect([...alias.kept]).toEqual([0.75, 1, 0.75]);
    expect([...alias.other]).toEqual([1, 1, 1]);
  });

  it('an alias table draws each outcome as often as its weight says', () => {
    const weights = Array.from({ length: 50 }, (_, i) => 1 / (i + 1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const alias = new law.Alias(weights);
    const stream = new RandomStream('alias');
    const counts = new Array<number>(50).fill(0);
    for (let i = 0; i < 200_000; i++) counts[alias.draw(stream)]!++;
    expect(
      chiSquareZ(
        counts,
        weights.map((weight) => weight / sum),
      ),
    ).toBeLessThan(3);
  });

  it('an outcome of weight 0 is never drawn, whatever the rounding of the others', () => {
    const stream = new RandomStream('zero');
    for (let n = 2; n < 60; n++) {
      const weights = Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 0 : 0.1 * i));
      const alias = new law.Alias(weights);
      for (let i = 0; i < 300; i++) expect(weights[alias.draw(stream)]).toBeGreaterThan(0);
    }
  });

  it('refuses weights that are no distribution', () => {
    expect(() => new law.Alias([0, 0])).toThrow('positive');
    expect(() => new law.Alias([1, -1])).toThrow('weight 1');
    expect(() => new law.Alias([NaN])).toThrow('weight 0');
  });

  for (const mean of [0.3, 4, 29.9, 30.1, 250]) {
    it(`Poisson of mean ${mean} has its probabilities`, () => {
      const stream = new RandomStream(`poisson ${mean}`);
      const low = Math.max(0, Math.floor(mean - 3 * Math.sqrt(mean)));
      const high = Math.ceil(mean + 3 * Math.sqrt(mean));
      const mass = (k: number): number => Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
      const probabilities = Array.from({ length: high - low + 1 }, (_, i) => mass(low + i));
      probabilities.push(1 - probabilities.reduce((sum, p) => sum + p, 0)); // all that is outside
      const counts = new Array<number>(probabilities.length).fill(0);
      for (let i = 0; i < 100_000; i++) {
        const k = law.poisson(stream, mean);
        counts[k >= low && k <= high ? k - low : high - low + 1]!++;
      }
      expect(chiSquareZ(counts, probabilities)).toBeLessThan(3);
    });
  }

  it('Poisson of mean 0 is 0', () => {
    expect(law.poisson(new RandomStream('x'), 0)).toBe(0);
  });
});

describe('the empirical distribution', () => {
  it('is uniform between neighbouring observations', () => {
    const empirical = new law.Empirical([10, 0, 2]);
    const stream = new RandomStream('empirical');
    const sample = Array.from({ length: 50_000 }, () => empirical.draw(stream));
    expect(kolmogorovSmirnov(sample, (x) => (x < 2 ? x / 4 : 0.5 + (x - 2) / 16))).toBeLessThan(KS_LIMIT);
  });

  it('of one observation is that observation; of none it is refused', () => {
    expect(new law.Empirical([7]).draw(new RandomStream('x'))).toBe(7);
    expect(() => new law.Empirical([])).toThrow('at least one');
    expect(() => new law.Empirical([1, NaN])).toThrow('finite');
  });
});
