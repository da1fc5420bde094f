// Splits a whole number in proportion to weights, without losing or gaining one: the method of largest remainders.
//
// Source:     Hamilton's method (1792); see Balinski & Young (1982), Fair Representation.
// Cost:       O(n log n).
//
// Worked example: 10 in proportion to 1, 1, 2 with at least 1 each: 1 each first, the other 7 as 1.75, 1.75, 3.5, so 1, 1, 3
// and the two left over to the largest remainders, first ones first: 3, 3, 4.

/** @returns n whole numbers >= minimum that sum to `total` (total >= n * minimum). Equal shares where all weights are 0. */
export function allocate(total: number, weights: ArrayLike<number>, minimum = 0): Int32Array {
  const n = weights.length;
  const shares = new Int32Array(n).fill(minimum);
  const rest = total - n * minimum;
  if (n === 0 || rest <= 0) return shares;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += weights[i]!;
  const remainder = new Float64Array(n);
  let given = 0;
  for (let i = 0; i < n; i++) {
    const exact = rest * (sum > 0 ? weights[i]! / sum : 1 / n);
    const floor = Math.floor(exact);
    shares[i]! += floor;
    remainder[i] = exact - floor;
    given += floor;
  }
  const byRemainder = Array.from({ length: n }, (_, i) => i).sort((a, b) => remainder[b]! - remainder[a]! || a - b);
  for (let k = 0; given < rest; k++, given++) shares[byRemainder[k % n]!]!++;
  return shares;
}
