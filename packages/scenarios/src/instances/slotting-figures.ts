// What an assignment is worth: the mean tour, in and out of sample, and what it saves against another, order by order.

import { ratioOfMeans } from '../statistics/ratio.ts';
import { summarize, type Summary } from '../statistics/summary.ts';

/** What an assignment is compared with. */
export interface Reference {
  /** The present assignment, or that of a policy. */
  readonly of: string;
  /** Assignments of the policy whose mean is taken, where it draws. */
  readonly draws?: number;
  /** Length of each order's tour, metres. */
  readonly lengths_m: Float64Array;
}

export interface SlottingFigures {
  /** Mean metres per order, over the history and over the orders for evaluation. */
  readonly inSample_m: Summary;
  readonly outOfSample_m?: Summary;
  readonly reference: Omit<Reference, 'lengths_m'> & { readonly mean_m: number };
  /** Metres per order that it saves against the reference, order by order, and the share of them. */
  readonly saving_m: Summary;
  readonly saving_percent: { readonly mean: number; readonly halfWidth95?: number };
}

/**
 * @param learnt_m lengths of the tours of the history.
 * @param evaluated_m of the orders for evaluation, where there are some: the reference is of these, of the history otherwise.
 */
export function slottingFigures(
  learnt_m: Float64Array,
  evaluated_m: Float64Array | undefined,
  { lengths_m: before_m, ...reference }: Reference,
): SlottingFigures {
  const after_m = evaluated_m ?? learnt_m;
  const saved_m = before_m.map((length, order) => length - after_m[order]!);
  const { ratio, halfWidth95 } = ratioOfMeans(saved_m, before_m) ?? { ratio: 0 };
  return {
    inSample_m: summarize([...learnt_m])!,
    ...(evaluated_m === undefined ? {} : { outOfSample_m: summarize([...evaluated_m])! }),
    reference: { ...reference, mean_m: summarize([...before_m])!.mean },
    saving_m: summarize([...saved_m])!,
    saving_percent: { mean: 100 * ratio, ...(halfWidth95 === undefined ? {} : { halfWidth95: 100 * halfWidth95 }) },
  };
}
