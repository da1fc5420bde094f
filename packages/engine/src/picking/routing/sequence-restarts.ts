// Iterated local search on a visiting sequence: the best sequence is cut in four and two inner pieces change places, local
// search follows, and the result is kept where it is shorter. Anytime: it goes on for as many rounds as it is asked.
//
// Source:     Martin, O., Otto, S.W. and Felten, E.W. (1991), "Large-step Markov chains for the traveling salesman problem",
//             Complex Systems 5(3), 299-326 (the double bridge).
// Applies to: any distances, one-way ones too: no piece is turned round.
// Cost:       rounds · that of sequence-search.ts.
//
// Worked example: four stops a, b, c, d in this order become a, c, b, d.

import type { RandomStream } from '../../base/random.ts';
import { shorten } from './sequence-search.ts';

/** A sequence must gain this much to count as better, metres. */
const LEAST_GAIN_M = 1e-7;

/** Length of a sequence, metres. @param matrix_m as in sequence-search.ts. */
export function matrixLength_m(sequence: readonly number[], matrix_m: Float64Array): number {
  const n = sequence.length;
  const size = n + 2;
  let length = 0;
  let here = n;
  for (const point of sequence) {
    length += matrix_m[here * size + point]!;
    here = point;
  }
  return length + matrix_m[here * size + n + 1]!;
}

/** The shortest sequence of `rounds` rounds from `sequence` on; the same array where none is shorter. */
export function restart(
  sequence: readonly number[],
  matrix_m: Float64Array<ArrayBuffer>,
  reversible: boolean,
  random: RandomStream,
  rounds: number,
): readonly number[] {
  const n = sequence.length;
  if (n < 4) return sequence;
  let best = sequence;
  let best_m = matrixLength_m(best, matrix_m);
  for (let round = 0; round < rounds; round++) {
    const cuts = [1 + random.integer(n - 1), 1 + random.integer(n - 1), 1 + random.integer(n - 1)].sort((a, b) => a - b);
    const [a, b, c] = cuts as [number, number, number];
    const trial = [...best.slice(0, a), ...best.slice(b, c), ...best.slice(a, b), ...best.slice(c)];
    shorten(trial, matrix_m, reversible);
    const trial_m = matrixLength_m(trial, matrix_m);
    if (trial_m >= best_m - LEAST_GAIN_M) continue;
    best = trial;
    best_m = trial_m;
  }
  return best;
}
