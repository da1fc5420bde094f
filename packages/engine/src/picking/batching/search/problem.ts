// Order batching as a search sees it: orders with sizes, limits of a batch, and a way to measure a batch's tour.

/** Measures tours. */
export interface BatchLengths {
  /** Length (m) of the tour that picks orders[0] … orders[count - 1] together; their sequence does not matter. */
  length_m(orders: Int32Array, count: number): number;
}

/** One dimension of the capacity. */
export interface BatchSizes {
  /** The sum of sizes that a batch may have, its tolerance included. */
  readonly limit: number;
  /** Size of each order. */
  readonly of: ArrayLike<number>;
}

/** Find batches with the least total length. An order beyond a limit is a batch of its own. */
export interface BatchingProblem {
  /** Orders 0 … count - 1. */
  readonly count: number;
  readonly sizes: readonly BatchSizes[];
  readonly lengths: BatchLengths;
}
