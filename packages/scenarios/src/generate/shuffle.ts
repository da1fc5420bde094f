// A random permutation. Source: Fisher & Yates, in the form of Durstenfeld (1964), CACM 7(7), Algorithm 235.

import type { RandomStream } from '@dongseon/engine';

/** 0 … n - 1 in random order. */
export function permutation(n: number, stream: RandomStream): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = stream.integer(i + 1);
    const swapped = order[i]!;
    order[i] = order[j]!;
    order[j] = swapped;
  }
  return order;
}
