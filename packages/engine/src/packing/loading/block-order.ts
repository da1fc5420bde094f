// The order in which blocks are offered to a container: by worth, those that are not too large for it.
//
// Cost:       O(n log n) for n blocks, one sort of numbers without a comparison function; O(n) for each container.
//
// Worked example: blocks worth 3, 5, 3 and 7 are looked at in the order 3, 1, 0, 2.

import type { Blocks } from './blocks.ts';
import type { Container } from './problem.ts';

/** Indices of the worths, the greatest first; of equals the first. */
export function bestFirst(worth: Float64Array): Int32Array {
  const count = worth.length;
  const order = new Int32Array(count);
  const sorted = worth.slice().sort();
  // How many were placed so far of those whose worth ends at a place in `sorted`.
  const placed = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    let low = 0;
    for (let high = count; low < high;) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= worth[index]!) low = middle + 1;
      else high = middle;
    }
    order[count - low + placed[low - 1]!++] = index;
  }
  return order;
}

/** Those of the blocks, in their order, that are not larger than the container. */
export function notTooLarge({ length, width, height }: Blocks, order: Int32Array, container: Container): Int32Array {
  const found = new Int32Array(order.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const block = order[i]!;
    if (length[block]! > container.length || width[block]! > container.width || height[block]! > container.height) continue;
    found[count++] = block;
  }
  return count === order.length ? order : found.slice(0, count);
}
