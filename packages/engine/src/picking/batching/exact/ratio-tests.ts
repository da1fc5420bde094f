// Which variable leaves a simplex basis, and which enters it in the dual method: the largest pivot among near equals.
//
// Source:     Harris, P.M.J. (1973), "Pivot selection methods of the Devex LP code", Mathematical Programming 5, 1-28.
// Applies to: any basis (basis.ts).
// Cost:       O(rows), or O(candidates).
//
// Worked example: values 2 and 2.0000000001 over directions 1 and 4 let the step go to 0.5; of values 2 and 8 over 1 and 4, equal
// steps of 2, the row with 4 leaves.

import type { Basis } from './basis.ts';

/** Entries no larger than this are rounding noise. */
export const PIVOT_TOLERANCE = 1e-7;
/** Values may go below 0 by this much, and reduced costs by that, metres. */
const VALUE_TOLERANCE = 1e-9;
const COST_TOLERANCE_M = 1e-7;

/**
 * The row whose variable leaves when that of `basis.direction` comes in; -1 where nothing stops it.
 * @param isHeld whether a variable has to stay at 0.
 */
export function leavingRow(basis: Basis, isHeld: (variable: number) => boolean): number {
  const { rows, direction, values, variables } = basis;
  /** Of a row: how fast it comes to its bound, 0 for never; and the way to it. */
  const speed = (i: number): number => {
    const d = direction[i]!;
    if (d > PIVOT_TOLERANCE) return d;
    return d < -PIVOT_TOLERANCE && isHeld(variables[i]!) ? -d : 0;
  };
  const way = (i: number): number => (direction[i]! > 0 ? Math.max(0, values[i]!) : 0);
  let reach = Infinity;
  for (let i = 0; i < rows; i++) {
    const d = speed(i);
    if (d > 0) reach = Math.min(reach, (way(i) + VALUE_TOLERANCE) / d);
  }
  let leaving = -1;
  let largest = 0;
  for (let i = 0; i < rows; i++) {
    const d = speed(i);
    if (d <= largest || way(i) > reach * d) continue;
    largest = d;
    leaving = i;
  }
  return leaving;
}

/** Variables that may enter in a dual pivot. */
export class DualCandidates {
  private readonly variables: number[] = [];
  private readonly alphas: number[] = [];
  private readonly costs_m: number[] = [];
  private reach = Infinity;

  clear(): void {
    this.variables.length = this.alphas.length = this.costs_m.length = 0;
    this.reach = Infinity;
  }

  /** @param alpha what a unit of it does for the row, more than 0. @param reducedCost_m counts as 0 where it is negative. */
  consider(variable: number, alpha: number, reducedCost_m: number): void {
    const cost_m = Math.max(0, reducedCost_m);
    this.variables.push(variable);
    this.alphas.push(alpha);
    this.costs_m.push(cost_m);
    this.reach = Math.min(this.reach, (cost_m + COST_TOLERANCE_M) / alpha);
  }

  /** The one with the least loss; undefined where there is none. */
  best(): number | undefined {
    let best: number | undefined;
    let largest = 0;
    for (let at = 0; at < this.variables.length; at++) {
      const alpha = this.alphas[at]!;
      if (this.costs_m[at]! > this.reach * alpha || alpha <= largest) continue;
      largest = alpha;
      best = this.variables[at]!;
    }
    return best;
  }
}
