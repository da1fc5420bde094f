// The step of which all tour lengths are multiples: a total is one too, so that a bound may be rounded up to it.
//
// Source:     Euclid, Elements VII, 2, with a tolerance.
// Applies to: layouts with regular distances, which have steps of decimetres to metres.
// Cost:       O(n) for n lengths.
//
// Worked example: lengths of 2.4, 7.2 and 10.8 m are multiples of 1.2 m.

const TOLERANCE_M = 1e-6;
/** Steps below this are of no use, and are told as 0. */
const LEAST_M = 1e-2;

/** Metres; 0 where there is none. */
export function commonStep_m(lengths_m: Float64Array): number {
  let step_m = 0;
  for (const length_m of lengths_m) {
    let a = step_m;
    let b = length_m;
    while (b > TOLERANCE_M) {
      const rest = a % b;
      a = b;
      b = rest > b - TOLERANCE_M ? 0 : rest;
    }
    step_m = a;
    if (step_m < LEAST_M) return 0;
  }
  return step_m;
}
