// Random variates: uniform, exponential, normal, lognormal, gamma, Weibull, triangular, Poisson, empirical and discrete.
//
// Sources:    exponential and normal: the ziggurat (Marsaglia & Tsang 2000, J. Stat. Software 5(8)) with 256 layers, the layer and
//             the position taken from different bits of one 53-bit draw (Doornik 2005); by inversion: AS 241 (Wichura 1988, Applied
//             Statistics 37(3)). Gamma: Marsaglia & Tsang 2000, ACM TOMS 26(3). Discrete: alias method (Walker 1977; Vose 1991).
//             Poisson: multiplication, and above a mean of 30 splitting by gamma (Ahrens & Dieter 1974). Empirical: Law,
//             Simulation Modeling and Analysis, section 8.3.16.
// Applies to: the fast forms anywhere. The `…ByInversion` forms use exactly one draw a variate and rise with it: take them where
//             two runs are to stay in step draw by draw, or for antithetic pairs.
// Cost:       one draw (10-20 ns) and 3-5 ns for exponential and normal, about two draws and 10 ns for gamma.
//
// Worked example: inverseNormal(0.975) = 1.959963984540054; Alias for weights 1, 2, 1: column 1 keeps all its mass, columns 0 and
// 2 keep three quarters and give the rest to 1.

import type { RandomStream } from './random.ts';
import { exp, log, pow } from './transcendental.ts';

// ---------------------------------------------------------------------------------------------------------- ziggurat tables

const LAYERS = 256;

/** Layer edges x[0] > x[1] = tail start > … > x[256] = 0 of equal area under a falling density f, and f at each edge. */
function ziggurat(tailStart: number, area: number, f: (x: number) => number, inverse: (y: number) => number) {
  const edges = new Float64Array(LAYERS + 1);
  const heights = new Float64Array(LAYERS + 1);
  edges[0] = area / f(tailStart); // the bottom layer as a rectangle of the same area as rectangle and tail together
  edges[1] = tailStart;
  heights[1] = f(tailStart);
  for (let i = 2; i < LAYERS; i++) {
    heights[i] = heights[i - 1]! + area / edges[i - 1]!;
    edges[i] = inverse(heights[i]!);
  }
  edges[LAYERS] = 0;
  heights[LAYERS] = 1;
  return { edges, heights };
}

const EXPONENTIAL_TAIL = 7.69711747013105;
const exponentialTable = ziggurat(
  EXPONENTIAL_TAIL,
  3.949659822581557e-3,
  (x) => exp(-x),
  (y) => -log(y),
);
const NORMAL_TAIL = 3.654152885361009;
const normalTable = ziggurat(
  NORMAL_TAIL,
  0.004928673233974655,
  (x) => exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * log(y)),
);

/** An exponential variate of mean 1. */
function unitExponential(stream: RandomStream): number {
  const { edges, heights } = exponentialTable;
  for (let offset = 0; ;) {
    const u = stream.double() * LAYERS;
    const layer = u | 0;
    const x = (u - layer) * edges[layer]!;
    if (x < edges[layer + 1]!) return offset + x;
    if (layer === 0) offset += EXPONENTIAL_TAIL; // the tail of an exponential is an exponential: start again from there
    else if (heights[layer]! + stream.double() * (heights[layer + 1]! - heights[layer]!) < exp(-x)) return offset + x;
  }
}

/** A normal variate of mean 0 and standard deviation 1. */
function unitNormal(stream: RandomStream): number {
  const { edges, heights } = normalTable;
  for (;;) {
    const u = stream.double() * (2 * LAYERS);
    const bits = u | 0;
    const layer = bits >> 1;
    const sign = 1 - 2 * (bits & 1);
    const x = (u - bits) * edges[layer]!;
    if (x < edges[layer + 1]!) return sign * x;
    if (layer === 0) return sign * normalTail(stream);
    if (heights[layer]! + stream.double() * (heights[layer + 1]! - heights[layer]!) < exp(-0.5 * x * x)) return sign * x;
  }
}

/** A standard normal variate given that it exceeds NORMAL_TAIL (Marsaglia 1964). */
function normalTail(stream: RandomStream): number {
  for (;;) {
    const x = unitExponential(stream) / NORMAL_TAIL;
    if (2 * unitExponential(stream) > x * x) return NORMAL_TAIL + x;
  }
}

// ----------------------------------------------------------------------------------------------------- continuous variates

/** Uniform on [low, high). */
export function uniform(stream: RandomStream, low: number, high: number): number {
  return stream.uniform(low, high);
}

/** Exponential of the given mean (> 0). */
export function exponential(stream: RandomStream, mean: number): number {
  return mean * unitExponential(stream);
}

/** Exponential of the given mean by inversion: one draw a variate. */
export function exponentialByInversion(stream: RandomStream, mean: number): number {
  return -mean * log(1 - stream.double());
}

/** Normal of the given mean and standard deviation (>= 0). */
export function normal(stream: RandomStream, mean: number, sd: number): number {
  return mean + sd * unitNormal(stream);
}

/** Normal by inversion: one draw a variate. */
export function normalByInversion(stream: RandomStream, mean: number, sd: number): number {
  return mean + sd * inverseNormal(stream.double() || 2 ** -54);
}

/** exp of a normal: `mu` and `sigma` are the mean and standard deviation of the logarithm. */
export function lognormal(stream: RandomStream, mu: number, sigma: number): number {
  return exp(mu + sigma * unitNormal(stream));
}

/** Lognormal of the given mean and coefficient of variation (standard deviation / mean). */
export function lognormalByMeanCv(stream: RandomStream, mean: number, cv: number): number {
  const variance = log(1 + cv * cv);
  return mean * exp(Math.sqrt(variance) * unitNormal(stream) - 0.5 * variance);
}

/** Gamma of the given shape and scale (both > 0): mean shape · scale, variance shape · scale². */
export function gamma(stream: RandomStream, shape: number, scale: number): number {
  if (shape < 1) return gamma(stream, shape + 1, scale) * exp(-unitExponential(stream) / shape); // a uniform to the 1/shape
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = unitNormal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = stream.double();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return scale * d * v;
    if (log(u) < 0.5 * square + d * (1 - v + log(v))) return scale * d * v;
  }
}

/** Gamma of the given mean and coefficient of variation. cv = 0 is the mean itself and draws nothing. */
export function gammaByMeanCv(stream: RandomStream, mean: number, cv: number): number {
  if (cv === 0) return mean;
  if (cv === 1) return mean * unitExponential(stream);
  return gamma(stream, 1 / (cv * cv), mean * cv * cv);
}

/** Weibull of the given shape and scale (both > 0): P(X > x) = exp(−(x / scale)^shape). */
export function weibull(stream: RandomStream, shape: number, scale: number): number {
  return scale * pow(unitExponential(stream), 1 / shape);
}

/** Triangular on [low, high] with its peak at `mode`, low <= mode <= high. One draw a variate, by inversion. */
export function triangular(stream: RandomStream, low: number, mode: number, high: number): number {
  const area = stream.double() * (high - low);
  if (area < mode - low) return low + Math.sqrt(area * (mode - low));
  return high - Math.sqrt((high - low - area) * (high - mode));
}

/** The quantile of the standard normal distribution, 0 < p < 1, to about 1e-16 relative (AS 241, PPND16). */
export function inverseNormal(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r);
  }
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const x =
    r <= 5
      ? polynomial(MIDDLE_TOP, r - 1.6) / polynomial(MIDDLE_BOTTOM, r - 1.6)
      : polynomial(TAIL_TOP, r - 5) / polynomial(TAIL_BOTTOM, r - 5);
  return q < 0 ? -x : x;
}

/** Coefficients from the highest power down. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

const CENTRE_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const CENTRE_BOTTOM = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const MIDDLE_TOP = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
  4.630337846156546, 1.4234371107496835,
];
const MIDDLE_BOTTOM = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
  2.053191626637759, 1,
];
const TAIL_TOP = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const TAIL_BOTTOM = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];

// ------------------------------------------------------------------------------------------------------- discrete variates

/** Poisson of the given mean (>= 0): a count. */
export function poisson(stream: RandomStream, mean: number): number {
  // The m-th arrival of a unit process comes at a gamma time: beyond the mean, the arrivals before it split binomially.
  if (mean > 30) {
    const m = Math.floor(mean * 0.875);
    const arrival = gamma(stream, m, 1);
    if (arrival <= mean) return m + poisson(stream, mean - arrival);
    let count = 0;
    for (let i = 1; i < m; i++) if (stream.double() * arrival < mean) count++;
    return count;
  }
  const limit = exp(-mean);
  let count = 0;
  for (let product = stream.double(); product > limit; product *= stream.double()) count++;
  return count;
}

/** A discrete distribution on 0 … n − 1 by the alias method: O(n) to build, one draw and two reads a variate. */
export class Alias {
  /** Of the mass 1/n of column i, the share that is i itself; the rest is `other[i]`. */
  readonly kept: Float64Array;
  readonly other: Int32Array;

  /** @param weights n >= 1 numbers >= 0 with a positive sum, in any scale. */
  constructor(weights: ArrayLike<number>) {
    const n = weights.length;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      if (!(weights[i]! >= 0 && weights[i]! < Infinity)) throw new RangeError(`weight ${i} is ${weights[i]}, not a number >= 0`);
      sum += weights[i]!;
    }
    if (!(sum > 0)) throw new RangeError('a discrete distribution needs at least one positive weight');
    this.kept = Float64Array.from(weights, (weight) => (weight / sum) * n);
    this.other = Int32Array.from(weights, (_, i) => i);
    const poor: number[] = [];
    const rich: number[] = [];
    for (let i = 0; i < n; i++) (this.kept[i]! < 1 ? poor : rich).push(i);
    while (poor.length > 0 && rich.length > 0) {
      const taker = poor.pop()!;
      const giver = rich[rich.length - 1]!;
      this.other[taker] = giver;
      this.kept[giver]! -= 1 - this.kept[taker]!;
      if (this.kept[giver]! < 1) poor.push(rich.pop()!);
    }
    for (const left of [...poor, ...rich]) this.kept[left] = 1; // what rounding left over
  }

  draw(stream: RandomStream): number {
    const u = stream.double() * this.kept.length;
    const column = u | 0;
    return u - column < this.kept[column]! ? column : this.other[column]!;
  }
}

/**
 * The distribution of an observed sample, continuous: between neighbouring observations it is uniform (so the smallest and the
 * largest bound it). One draw a variate, by inversion. To resample the observations themselves use `stream.integer`.
 */
export class Empirical {
  private readonly sorted: Float64Array;

  /** @param sample one observation or more, in any order. */
  constructor(sample: ArrayLike<number>) {
    this.sorted = Float64Array.from(sample).sort();
    if (this.sorted.length === 0) throw new RangeError('an empirical distribution needs at least one observation');
    if (this.sorted.some((value) => !Number.isFinite(value))) throw new RangeError('an observation is not a finite number');
  }

  draw(stream: RandomStream): number {
    const position = stream.double() * (this.sorted.length - 1);
    const below = position | 0;
    const low = this.sorted[below]!;
    return below + 1 < this.sorted.length ? low + (position - below) * (this.sorted[below + 1]! - low) : low;
  }
}
