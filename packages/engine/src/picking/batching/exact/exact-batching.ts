// Batches of the least total length, proved where it can be: the way in to this folder's methods.
//
// Source:     subset-programme.ts for few orders; columns.ts and branch-and-bound.ts for more.
// Applies to: any routing policy and any capacity, as far as every batch that fits can be held in memory.
// Cost:       one tour a batch that fits (40 orders of which 4 fit: 0.1-0.4 million; 60 orders: some 10 million), then the proof.
//
// The caller says how long it may go on, as often as it likes, and gives batches to begin with: what is not proved is at least
// as good as they.
//
// Worked example (one aisle 10 m long, depot at its front, capacity 2 orders): orders at 9, 2, 8 and 3 m: {9, 8} and {2, 3},
// 24 m, proved.

import type { BatchingProblem } from '../search/problem.ts';
import { PartitionSearch } from './branch-and-bound.ts';
import { batchOf, enumerateBatches, type Columns } from './columns.ts';
import { bestBySubsets, MAX_SUBSET_ORDERS } from './subset-programme.ts';

export interface ExactBatches {
  readonly batches: readonly (readonly number[])[];
  readonly length_m: number;
  readonly lowerBound_m: number;
  readonly proved: boolean;
}

export class ExactBatching {
  private readonly columns: Columns | undefined;
  private readonly search: PartitionSearch | undefined;
  private answer: ExactBatches;

  /**
   * @param start batches within the capacity, every order in one.
   * @param mostBatches that fit: where there are more, nothing is proved.
   */
  constructor(problem: BatchingProblem, start: readonly (readonly number[])[], mostBatches: number) {
    const measure_m = (batch: readonly number[]): number => problem.lengths.length_m(Int32Array.from(batch), batch.length);
    const length_m = start.reduce((sum, batch) => sum + measure_m(batch), 0);
    this.answer = { batches: start, length_m, lowerBound_m: 0, proved: false };
    this.columns = enumerateBatches(problem, mostBatches);
    if (this.columns === undefined) return;
    if (problem.count > MAX_SUBSET_ORDERS) {
      this.search = new PartitionSearch(this.columns, problem.sizes, length_m);
      return;
    }
    const { columns } = this;
    const used = bestBySubsets(columns);
    const best_m = used.reduce((sum, j) => sum + columns.length_m[j]!, 0);
    this.answer = { batches: used.map((j) => batchOf(columns, j)), length_m: best_m, lowerBound_m: best_m, proved: true };
  }

  /** Goes on until it is proved, or `goesOn`, asked now and then, answers false. */
  run(goesOn: () => boolean): ExactBatches {
    if (this.search === undefined || this.answer.proved) return this.answer;
    const { columns: used, ...found } = this.search.run(goesOn);
    const batches = used === undefined ? this.answer.batches : used.map((j) => batchOf(this.columns!, j));
    return (this.answer = { ...found, batches });
  }

  /** Whether every batch that fits is at hand: without, only the batches of the start are. */
  get isEnumerated(): boolean {
    return this.columns !== undefined;
  }

  /** Work done in the proof: pivots of the simplex method. */
  get pivots(): number {
    return this.search?.pivots ?? 0;
  }
}
