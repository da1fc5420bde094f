// A saving as a share of what was: the ratio of two means over the same orders, with its confidence interval.
//
// Source:     Cochran, W.G. (1977), Sampling Techniques, 3rd ed., sections 2.11 and 6.3: the ratio of two sample means and the
//             standard error of it, from the residuals of the values about the ratio.
// Applies to: pairs (amount, base) of a sample, bases over 0. The ratio's bias is of the order 1/n: for some thirty pairs and
//             more it may be neglected.
// Cost:       O(n).
//
// Worked example: amounts 2, 1, 3 of bases 10, 10, 20: ratio 6/40 = 0.15. Residuals 0.5, -0.5, 0: s² = 0.25, half width
// t(2, 0.975) · sqrt(0.25 / 3) / (40 / 3) = 4.303 · 0.28868 / 13.333 = 0.0932.

import { studentQuantile } from './student-t.ts';

export interface Ratio {
  readonly ratio: number;
  /** Half width of the 95 % confidence interval; absent for a single pair. */
  readonly halfWidth95?: number;
}

/** undefined where there is no pair or the bases add up to 0. */
export function ratioOfMeans(amounts: ArrayLike<number>, bases: ArrayLike<number>): Ratio | undefined {
  const n = amounts.length;
  let amount = 0;
  let base = 0;
  for (let i = 0; i < n; i++) {
    amount += amounts[i]!;
    base += bases[i]!;
  }
  if (n === 0 || base === 0) return undefined;
  const ratio = amount / base;
  if (n === 1) return { ratio };
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (amounts[i]! - ratio * bases[i]!) ** 2;
  const standardError = Math.sqrt(squares / (n - 1) / n) / Math.abs(base / n);
  return { ratio, halfWidth95: studentQuantile(0.975, n - 1) * standardError };
}
