// Local search on a visiting sequence: one to three stops are moved elsewhere, stretches are reversed, until nothing gains.
//
// Source:     Or, I. (1976), "Traveling salesman-type combinatorial problems and their relation to the logistics of regional
//             blood banking", thesis, Northwestern University (moves); Croes, G.A. (1958), Operations Research 6(6), 791-812
//             (reversals, 2-opt).
// Applies to: any distances; reversals only where both directions are equally long.
// Cost:       O(n²) a round; the first gain is taken.
//
// Worked example: start and end at 0 m, stops at 2, 9 and 5 m of one line in the order 9, 2, 5: 9 + 7 + 3 + 5 = 24 m; moving
// 9 behind 2 or reversing gives 18 m.

/** A move must gain more than this, metres: rounding noise is no gain. */
const LEAST_GAIN_M = 1e-7;

let size = 0;
let distances_m = new Float64Array(0);

/**
 * Shortens `sequence` of stops 0 … n - 1 in place. `matrix_m` holds the distance from a to b at [a · (n + 2) + b]; n is the
 * start, n + 1 the end.
 */
export function shorten(sequence: number[], matrix_m: Float64Array<ArrayBuffer>, reversible: boolean): void {
  size = sequence.length + 2;
  distances_m = matrix_m;
  let improved = true;
  while (improved) {
    improved = moveStops(sequence, reversible);
    if (reversible) improved = reverseStops(sequence) || improved;
  }
}

/** The point at a position of the tour: -1 is the start, n the end. */
function pointAt(sequence: readonly number[], at: number): number {
  return at < 0 ? sequence.length : at === sequence.length ? sequence.length + 1 : sequence[at]!;
}

function moveStops(sequence: number[], reversible: boolean): boolean {
  const n = sequence.length;
  let improved = false;
  for (let span = 1; span <= 3 && span < n; span++) {
    for (let from = 0; from + span <= n; from++) {
      const a = pointAt(sequence, from - 1) * size;
      const first = sequence[from]!;
      const last = sequence[from + span - 1]!;
      const b = pointAt(sequence, from + span);
      const freed = distances_m[a + first]! + distances_m[last * size + b]! - distances_m[a + b]!;
      if (freed <= LEAST_GAIN_M) continue;
      for (let gap = 0; gap <= n; gap++) {
        if (gap >= from && gap <= from + span) continue;
        const c = pointAt(sequence, gap - 1) * size;
        const d = pointAt(sequence, gap);
        const open = distances_m[c + d]!;
        const straight = distances_m[c + first]! + distances_m[last * size + d]! - open;
        const turned = reversible ? distances_m[c + last]! + distances_m[first * size + d]! - open : Infinity;
        if (Math.min(straight, turned) < freed - LEAST_GAIN_M) {
          const moved = sequence.splice(from, span);
          if (turned < straight) moved.reverse();
          sequence.splice(gap > from ? gap - span : gap, 0, ...moved);
          improved = true;
          break;
        }
      }
    }
  }
  return improved;
}

function reverseStops(sequence: number[]): boolean {
  const n = sequence.length;
  let improved = false;
  for (let from = 0; from < n - 1; from++) {
    for (let to = from + 1; to < n; to++) {
      const a = pointAt(sequence, from - 1) * size;
      const first = sequence[from]!;
      const last = sequence[to]!;
      const b = pointAt(sequence, to + 1);
      const gain =
        distances_m[a + first]! + distances_m[last * size + b]! - distances_m[a + last]! - distances_m[first * size + b]!;
      if (gain <= LEAST_GAIN_M) continue;
      for (let low = from, high = to; low < high; low++, high--) {
        const kept = sequence[low]!;
        sequence[low] = sequence[high]!;
        sequence[high] = kept;
      }
      improved = true;
    }
  }
  return improved;
}
