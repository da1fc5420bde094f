// How much of a length can be filled by lengths put end to end: the room that a gap will lose at least.
//
// Source:     Araya, I., Guerrero, K. & Núñez, E. (2017), "VCS: a new heuristic function for selecting boxes in the single
//             container loading problem", Computers & Operations Research 82, 93-101 (the loss of a gap by a subset sum).
// Cost:       O(size · lengths) for the sums; O(1) for the estimate.
//
// Worked example: of lengths 4 and 7, a gap of 3 is lost whole, a gap of 10 can be filled to 8 and one of 11 to 11.

/** For each gap 0 … size, the largest sum of the lengths (each as often as one likes) that goes into it. */
export function combinedLengths(lengths: readonly number[], size: number): Float64Array {
  const largest = new Float64Array(size + 1);
  for (let gap = 1; gap <= size; gap++) {
    let best = largest[gap - 1]!;
    for (const length of lengths) {
      if (length <= gap && largest[gap - length]! === gap - length) {
        best = gap;
        break;
      }
    }
    largest[gap] = best;
  }
  return largest;
}

/** The shortest of the lengths; Infinity where there are none. */
export function shortestLength(lengths: Iterable<number>): number {
  let shortest = Infinity;
  for (const length of lengths) if (length < shortest) shortest = length;
  return shortest;
}

/** The quick estimate of the same: a gap is lost where it is shorter than the shortest length, and filled otherwise. */
export function filledAtMost(gap: number, shortest: number): number {
  return gap < shortest ? 0 : gap;
}
