// Statistics that need no history: a tally of observations, a level over time, quantiles.
//
// Sources:  Tally: Welford 1962 (mean and variance in one pass, without cancellation). TimeWeighted: the area under a step
//           function. Quantiles: a log-linear histogram, as HdrHistogram (Tene 2012).
// Cost:     O(1) an observation, 2-6 ns; nothing is allocated but, rarely, room for a wider range of quantiles.
//
// Worked example: a level of 0 from tick 0, 2 from tick 10, 1 from tick 40: mean to tick 50 = (0·10 + 2·30 + 1·10) / 50 = 1.4.

/** Count, mean, variance, smallest and largest of observations. */
export class Tally {
  count = 0;
  mean = 0;
  min = Infinity;
  max = -Infinity;
  private squares = 0; // sum of squared deviations from the mean

  add(value: number): void {
    this.count++;
    const deviation = value - this.mean;
    this.mean += deviation / this.count;
    this.squares += deviation * (value - this.mean);
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  /** Unbiased; 0 for fewer than two observations. */
  get variance(): number {
    return this.count > 1 ? this.squares / (this.count - 1) : 0;
  }

  get standardDeviation(): number {
    return Math.sqrt(this.variance);
  }

  reset(): void {
    this.restore([0, 0, Infinity, -Infinity, 0]);
  }

  save(): number[] {
    return [this.count, this.mean, this.min, this.max, this.squares];
  }

  restore(saved: readonly number[]): void {
    [this.count, this.mean, this.min, this.max, this.squares] = saved as [number, number, number, number, number];
  }
}

/** A level that holds between changes: its mean over time, its largest, the area under it. */
export class TimeWeighted {
  level: number;
  max: number;
  private area = 0; // up to `since`
  private since: number;
  private start: number;

  constructor(level = 0, tick = 0) {
    this.level = this.max = level;
    this.since = this.start = tick;
  }

  /** The level is `level` from `tick` on. */
  set(level: number, tick: number): void {
    this.area += this.level * (tick - this.since);
    this.since = tick;
    this.level = level;
    if (level > this.max) this.max = level;
  }

  add(change: number, tick: number): void {
    this.set(this.level + change, tick);
  }

  /** Level times ticks, from the start (or the last reset) to `tick`. */
  areaAt(tick: number): number {
    return this.area + this.level * (tick - this.since);
  }

  /** NaN over no time. */
  meanAt(tick: number): number {
    return this.areaAt(tick) / (tick - this.start);
  }

  /** Forgets what was before `tick` (the end of a warm-up); the level stays. */
  reset(tick: number): void {
    this.area = 0;
    this.since = this.start = tick;
    this.max = this.level;
  }

  save(): number[] {
    return [this.level, this.max, this.area, this.since, this.start];
  }

  restore(saved: readonly number[]): void {
    [this.level, this.max, this.area, this.since, this.start] = saved as [number, number, number, number, number];
  }
}

const PARTS = 128; // equal parts an octave [2^e, 2^(e+1)) is cut into
const double = new DataView(new ArrayBuffer(8));

/** Quantiles of values >= 0, each within 1/256 (0.4 %) of the exact order statistic. Values below 2^-1000 count as zero. */
export class Quantiles {
  count = 0;
  private zeros = 0;
  private first = 0; // bucket number of counts[0]
  private counts = new Float64Array(0);

  add(value: number): void {
    if (!(value >= 0 && value < Infinity)) throw new Error(`quantiles are of finite values >= 0, not ${value}`);
    this.count++;
    if (value < 2 ** -1000) {
      this.zeros++;
      return;
    }
    double.setFloat64(0, value);
    const bucket = double.getInt32(0) >> 13; // exponent and the first seven bits of the fraction
    if (!(bucket >= this.first && bucket < this.first + this.counts.length)) this.reach(bucket);
    this.counts[bucket - this.first]!++;
  }

  /** The value that a share `p` (0..1) of the observations does not exceed; NaN if there are none. */
  quantile(p: number): number {
    let left = Math.max(1, Math.ceil(p * this.count)) - this.zeros;
    if (this.count === 0) return NaN;
    if (left <= 0) return 0;
    let index = 0;
    while ((left -= this.counts[index]!) > 0) index++;
    double.setFloat64(0, 0);
    double.setInt32(0, ((this.first + index) << 13) | (1 << 12)); // the middle of the bucket
    return double.getFloat64(0);
  }

  save(): { zeros: number; first: number; counts: Float64Array } {
    return { zeros: this.zeros, first: this.first, counts: this.counts.slice() };
  }

  restore(saved: { readonly zeros: number; readonly first: number; readonly counts: Float64Array }): void {
    this.zeros = saved.zeros;
    this.first = saved.first;
    this.counts = saved.counts.slice();
    this.count = this.counts.reduce((sum, n) => sum + n, saved.zeros);
  }

  /** Widens the counts by whole octaves until they hold `bucket`. */
  private reach(bucket: number): void {
    const octave = bucket - (bucket % PARTS);
    const empty = this.counts.length === 0;
    const first = empty ? octave : Math.min(this.first, octave);
    const end = Math.max(empty ? 0 : this.first + this.counts.length, octave + PARTS);
    const wider = new Float64Array(end - first);
    wider.set(this.counts, empty ? 0 : this.first - first);
    this.first = first;
    this.counts = wider;
  }
}
