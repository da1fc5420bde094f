// The mean of independent replications with its confidence interval.
//
// Source:     Law, A.M. (2015), Simulation Modeling and Analysis, 5th ed., section 4.5 (eq. 4.12).
// Applies to: independent replications of a terminating simulation (a working day). Exact for normal values, and close to
//             95 % for others by the central limit theorem: fewer than about ten replications deserve caution.
// Cost:       O(n).
//
// Worked example: 10, 12, 11, 13, 14: mean 12, s² = 2.5, half width t(4, 0.975) · sqrt(2.5 / 5) = 2.776 · 0.7071 = 1.963.

import { studentQuantile } from './student-t.ts';

export interface Summary {
  readonly mean: number;
  /** Half width of the 95 % confidence interval; absent for a single value, about whose spread nothing is known. */
  readonly halfWidth95?: number;
  readonly n: number;
}

/** undefined where there are no values: what could not be computed is absent, never 0. */
export function summarize(values: readonly number[]): Summary | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  // Welford's update: no cancellation where the values are large and close together.
  let mean = 0;
  let squares = 0;
  values.forEach((value, i) => {
    const delta = value - mean;
    mean += delta / (i + 1);
    squares += delta * (value - mean);
  });
  if (n === 1) return { mean, n };
  const standardError = Math.sqrt(squares / (n - 1) / n);
  return { mean, halfWidth95: studentQuantile(0.975, n - 1) * standardError, n };
}
