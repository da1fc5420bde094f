// How unevenly demand falls on SKUs: the curve "20 % of the SKUs make 80 % of the lines", for any such pair.
//
// With SKUs ranked by popularity, the first share x of them makes the share F(x) = (1 + a) x / (a + x) of the lines; one
// parameter a > 0, fitted so that F passes through the given point. a near 0: very uneven; a large: even.
//
// Source:     Bender, P.S. (1981), "Mathematical modeling of the 20/80 rule: theory and practice", Journal of Business
//             Logistics 2(2), 139-157.
// Cost:       O(n); only divisions, so the same on every machine.
//
// Worked example: F(0.2) = 0.8 gives a = 0.2 · 0.2 / 0.6 = 1/15; the first 10 % make 16/15 · 0.1 / (1/15 + 0.1) = 64 %.

/** The parameter a of the curve through (skus, lines); Infinity (even) where lines <= skus. */
export function benderParameter(skus: number, lines: number): number {
  return lines > skus ? (skus * (1 - lines)) / (lines - skus) : Infinity;
}

/** Share of the lines made by the most popular share x of the SKUs. */
export function benderShare(a: number, x: number): number {
  return a === Infinity ? x : ((1 + a) * x) / (a + x);
}

/** Share of the lines of each of n ranks, most popular first; sums to 1. */
export function rankShares(n: number, skus: number, lines: number): Float64Array {
  const a = benderParameter(skus, lines);
  const shares = new Float64Array(n);
  for (let rank = 0; rank < n; rank++) shares[rank] = benderShare(a, (rank + 1) / n) - benderShare(a, rank / n);
  return shares;
}
