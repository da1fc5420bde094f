// Two systems compared replication by replication: the mean difference with its confidence interval.
//
// Both systems are simulated with the same random numbers, so that replication i of the one meets the demand and luck of
// replication i of the other. What both have in common then cancels out in the difference, and far fewer replications tell
// two systems apart than with independent ones.
//
// Source:     Law, A.M. (2015), Simulation Modeling and Analysis, 5th ed., section 10.2.1 (paired-t confidence interval) and
//             section 11.2 (common random numbers).
// Applies to: two alternatives under one design, at least two pairs. Exact for normal differences; nothing is asked of the
//             variances of the two. Of k KPIs compared at once, 5 % show a difference by chance alone (Bonferroni: 10.1).
// Cost:       O(n).
//
// Worked example: a = 126, 122, 130, 128 and b = 124, 119, 125, 124. Differences b - a: -2, -3, -5, -4; their mean -3.5,
// s² = 1.667, half width t(3, 0.975) · sqrt(1.667 / 4) = 3.182 · 0.6455 = 2.054: the interval excludes 0, b is less. The same
// numbers taken as independent samples (Welch) give -3.5 ± 5.4, which shows nothing.

import { summarize } from './summary.ts';

export interface PairedDifference {
  /** Means over the pairs. */
  readonly a: number;
  readonly b: number;
  /** Mean of b - a. */
  readonly difference: number;
  /** Half width of the 95 % confidence interval of the difference; absent for a single pair. */
  readonly halfWidth95?: number;
  /** Pairs. */
  readonly n: number;
}

/** Pairs are values with the same index; one with a value on one side only is left out. undefined where there is no pair. */
export function pairedDifference(
  a: readonly (number | undefined)[],
  b: readonly (number | undefined)[],
): PairedDifference | undefined {
  const first: number[] = [];
  const second: number[] = [];
  const differences: number[] = [];
  a.forEach((value, i) => {
    const other = b[i];
    if (value === undefined || other === undefined) return;
    first.push(value);
    second.push(other);
    differences.push(other - value);
  });
  const summary = summarize(differences);
  if (summary === undefined) return undefined;
  const { mean, ...spread } = summary;
  return { a: summarize(first)!.mean, b: summarize(second)!.mean, difference: mean, ...spread };
}

/** Whether the interval shows a difference: it excludes 0. false for a single pair, of which nothing is known. */
export function excludesZero({ difference, halfWidth95 }: Pick<PairedDifference, 'difference' | 'halfWidth95'>): boolean {
  return halfWidth95 !== undefined && Math.abs(difference) > halfWidth95;
}
