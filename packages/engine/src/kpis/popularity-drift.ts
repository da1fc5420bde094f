// Popularity drift: whether the orders of late still ask for the SKUs with the popularity that the slotting was learnt from.
//
// Two figures. The drift: the share of lines that would have to move to other SKUs to turn the one distribution into the other
// (total variation distance), less what sampling alone would make of it: at least so much has changed. And z: how far beyond
// sampling it is, in standard deviations of a normal distribution; above 1.645 the popularity has drifted (one-sided test at 5 %).
//
// Method:   SKUs of which fewer than 5 lines are expected are pooled, in order of SKU, into classes of which 5 are; every other SKU
//           is a class. Over the k classes, Pearson's X² = Σ (lines − expected)² / expected has mean k − 1 and variance 2 (k − 1) +
//           (Σ 1/p − k² − 2k + 2) / N for N lines and shares p; it is taken as a multiple of a χ² with these moments, and its cube
//           root as normal. The mean distance of a sample from the shares is ½ Σ √(2 p (1 − p) / (π N)). Where the popularity was
//           itself counted on M lines, a difference has 1 + N / M times the variance, and p is that of both counts together.
// Source:   X²: Pearson 1900; at least 5 a class: Cochran 1954; its variance: Haldane 1937, The exact value of the moments of the
//           distribution of χ², Biometrika 29; matching of moments: Satterthwaite 1946; cube root: Wilson and Hilferty 1931.
//           Distance: Levin, Peres and Wilmer 2017, Markov Chains and Mixing Times, section 4.1; mean absolute deviation of a
//           binomial in the limit: de Moivre (Diaconis and Zabell 1991).
// Applies to: lines that come independently of each other. Lines of one order differ in SKU, which makes them spread a little
//           less; days that differ (seasons, promotions) make them spread more, and that is drift. The 5 % are of one look, not
//           of a look every hour. Changes between pooled SKUs of one class are not seen.
// Cost:     O(SKUs).
//
// Worked example: learnt 5, 3 and 2 lines a day; counted 30, 50 and 20 lines. X² = 20²/50 + 20²/30 = 21.33 with mean 2 and
// variance 3.973, so z = 3.95: drifted. The distance is 20 %, of which sampling makes 5.4 %: the drift is 14.6 %.

import { pow } from '../base/transcendental.ts';

/** Lines expected of a class, at least. */
const LEAST_EXPECTED = 5;
/** Quantile of the standard normal distribution that is exceeded in 5 of 100 looks at orders that have not drifted. */
const DRIFTED_ABOVE = 1.6448536269514722;

export interface PopularityDrift {
  /** Lines counted, and classes of SKUs that were compared. */
  readonly lines: number;
  readonly classes: number;
  /** Share of the lines that ask for other SKUs than learnt, 0 … 1, at least. */
  readonly drift: number;
  /** Standard normal where nothing has drifted. */
  readonly z: number;
  readonly drifted: boolean;
}

/**
 * @param popularity [item] learnt, in any unit, not negative
 * @param lines [item] counted of late
 * @param learntFrom lines that the popularity was counted on; Infinity: it is not an estimate
 * @returns undefined where the lines are too few for two classes
 */
export function popularityDrift(
  popularity: ArrayLike<number>,
  lines: ArrayLike<number>,
  learntFrom = Infinity,
): PopularityDrift | undefined {
  let learnt = 0;
  let count = 0;
  for (let item = 0; item < popularity.length; item++) {
    learnt += popularity[item]!;
    count += lines[item]!;
  }
  if (!(learnt > 0) || count === 0) return undefined;
  const { expected, counted } = classesOf(popularity, lines, count / learnt);
  return expected.length < 2 ? undefined : compare(expected, counted, count, learntFrom);
}

/** Lines expected and counted of each class. @param perUnit lines expected of one unit of popularity */
function classesOf(
  popularity: ArrayLike<number>,
  lines: ArrayLike<number>,
  perUnit: number,
): { expected: number[]; counted: number[] } {
  const expected: number[] = [];
  const counted: number[] = [];
  let pooled = 0;
  let pooledLines = 0;
  for (let item = 0; item < popularity.length; item++) {
    const ofItem = popularity[item]! * perUnit;
    if (ofItem >= LEAST_EXPECTED) {
      expected.push(ofItem);
      counted.push(lines[item]!);
      continue;
    }
    pooled += ofItem;
    pooledLines += lines[item]!;
    if (pooled < LEAST_EXPECTED) continue;
    expected.push(pooled);
    counted.push(pooledLines);
    pooled = pooledLines = 0;
  }
  const last = expected.length - 1;
  if (last >= 0) {
    expected[last]! += pooled;
    counted[last]! += pooledLines;
  }
  return { expected, counted };
}

function compare(expected: readonly number[], counted: readonly number[], lines: number, learntFrom: number): PopularityDrift {
  const k = expected.length;
  const inflation = 1 + lines / learntFrom;
  const weight = lines / (lines + learntFrom); // of the lines of late in what is known of the shares, were they one
  let chiSquare = 0;
  let inverseShares = 0;
  let distance = 0;
  let noise = 0;
  for (let i = 0; i < k; i++) {
    const difference = counted[i]! - expected[i]!;
    const likely = expected[i]! + weight * difference;
    const share = likely / lines;
    chiSquare += (difference * difference) / (likely * inflation);
    inverseShares += 1 / share;
    distance += Math.abs(difference) / lines / 2;
    noise += Math.sqrt((2 * share * (1 - share) * inflation) / (Math.PI * lines)) / 2;
  }
  const mean = k - 1;
  const variance = 2 * mean + (inverseShares - k * k - 2 * k + 2) / lines;
  const spread = variance / (9 * mean * mean); // 2 / (9 f) with f = 2 mean² / variance degrees of freedom
  const z = (pow(chiSquare / mean, 1 / 3) - (1 - spread)) / Math.sqrt(spread);
  return { lines, classes: k, drift: Math.max(0, distance - noise), z, drifted: z > DRIFTED_ABOVE };
}
