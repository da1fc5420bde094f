// Typed arrays that grow at the end: what the record of a run is kept in. `data` may be replaced by a longer array on
// `push`, so read it anew after each.

export class GrowingInt32 {
  data: Int32Array;
  length = 0;

  constructor(capacity = 64) {
    this.data = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const longer = new Int32Array(this.length * 2);
      longer.set(this.data);
      this.data = longer;
    }
    this.data[this.length++] = value;
  }
}

export class GrowingFloat64 {
  data: Float64Array;
  length = 0;

  constructor(capacity = 64) {
    this.data = new Float64Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const longer = new Float64Array(this.length * 2);
      longer.set(this.data);
      this.data = longer;
    }
    this.data[this.length++] = value;
  }

  /** How many leading values are <= `limit`; the values must ascend. O(log n). */
  countUpTo(limit: number): number {
    return countUpTo(this.data, this.length, limit);
  }
}

/** The last of a list in order of time that is not after `tick`; undefined before the first. */
export function lastUpTo<Row extends { readonly tick: number }>(rows: readonly Row[], tick: number): Row | undefined {
  for (let i = rows.length - 1; i >= 0; i--) if (rows[i]!.tick <= tick) return rows[i];
  return undefined;
}

/** How many of the first `length` ascending values are <= `limit`. */
export function countUpTo(values: Float64Array, length: number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
