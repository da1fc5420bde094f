// The shortest way through up to 30 points, exact: the dynamic programme over visited sets, without the states that cannot lead
// to a shorter way than one that is known.
//
// Source:     Held, M. and Karp, R.M. (1962), "A dynamic programming approach to sequencing problems", Journal of the SIAM
//             10(1), 196-210; states bounded by the spanning trees of Held & Karp (1970), as in Morin, T.L. and Marsten, R.E.
//             (1976), "Branch-and-bound strategies for dynamic programming", Operations Research 24(4), 611-627.
// Applies to: any distances, one-way ones too.
// Cost:       states kept · n²; the states are at most 2^n · n and mostly far fewer. It gives up at `maxStates`.
//
// Worked example: start and end at 0 m, points at 2, 9 and 5 m of one line, known 9, 2, 5 = 24 m: 2, 5, 9 and back, 18 m.
//
// Distances stand as in sequence-search.ts: from a to b at [a · (n + 2) + b]; n is the start, n + 1 the end.

import { shorterDirection, spanningTreeBound } from './sequence-bound.ts';

/** Visited sets are bits of a 32-bit number. */
export const MAX_EXACT_POINTS = 30;
/** A shorter way must gain this much, metres: rounding noise is no gain. */
const LEAST_GAIN_M = 1e-7;

export interface ExactSequence {
  /** A shorter sequence than the known one; undefined where that is the shortest, or was not beaten. */
  readonly sequence?: number[];
  /** Whether the search ended: nothing is shorter than what is given or known. */
  readonly proved: boolean;
}

/** @param known_m length of a way that is known. @param maxStates after how many states to give up. */
export function exactSequence(n: number, matrix_m: Float64Array, known_m: number, maxStates: number): ExactSequence {
  if (n > MAX_EXACT_POINTS) return { proved: false };
  if (n === 0) return { proved: true };
  const size = n + 2;
  const tree = new RestTree(n, shorterDirection(n, matrix_m), known_m);
  // State 0 … : visited set, last point, length, state before. Layer by layer of equally many points.
  const visited: number[] = [];
  const last: number[] = [];
  const length_m: number[] = [];
  const before: number[] = [];
  let layer = new Map<number, number>();
  const reach = (set: number, point: number, length: number, from: number): void => {
    if (length >= known_m - LEAST_GAIN_M) return;
    const key = set * 32 + point;
    const state = layer.get(key);
    if (state === undefined) {
      layer.set(key, visited.length);
      visited.push(set);
      last.push(point);
      length_m.push(length);
      before.push(from);
    } else if (length < length_m[state]!) {
      length_m[state] = length;
      before[state] = from;
    }
  };
  for (let p = 0; p < n; p++) reach(1 << p, p, matrix_m[n * size + p]!, -1);
  for (let done = 1; done < n; done++) {
    const states = [...layer.values()];
    layer = new Map();
    for (const state of states) {
      const set = visited[state]!;
      const here = last[state]!;
      const length = length_m[state]!;
      if (length + tree.rest_m(set, here) >= known_m - LEAST_GAIN_M) continue;
      for (let next = 0; next < n; next++) {
        if ((set >> next) & 1) continue;
        reach(set | (1 << next), next, length + matrix_m[here * size + next]!, state);
      }
      if (visited.length > maxStates) return { proved: false };
    }
  }
  let best = -1;
  let best_m = known_m - LEAST_GAIN_M;
  for (const state of layer.values()) {
    const length = length_m[state]! + matrix_m[last[state]! * size + n + 1]!;
    if (length >= best_m) continue;
    best_m = length;
    best = state;
  }
  if (best < 0) return { proved: true };
  const sequence: number[] = [];
  for (let state = best; state >= 0; state = before[state]!) sequence.push(last[state]!);
  return { sequence: sequence.reverse(), proved: true };
}

/** A bound on what remains: the least spanning tree of the last point, those not yet visited and the end, under fixed prices. */
class RestTree {
  private readonly n: number;
  private readonly priced_m: Float64Array;
  private readonly price_m: Float64Array;
  private readonly near_m: Float64Array;
  private readonly points: Int32Array;

  constructor(n: number, matrix_m: Float64Array, known_m: number) {
    const size = n + 2;
    this.n = n;
    this.price_m = spanningTreeBound(n, matrix_m, known_m).price_m;
    this.priced_m = matrix_m.map((length, at) => length + this.price_m[Math.floor(at / size)]! + this.price_m[at % size]!);
    this.near_m = new Float64Array(size);
    this.points = new Int32Array(size);
  }

  /** No way from `here` through all points outside `set` to the end is shorter, metres. */
  rest_m(set: number, here: number): number {
    const { n, priced_m, price_m, near_m, points } = this;
    const size = n + 2;
    let open = 0;
    let prices = price_m[here]! + price_m[n + 1]!;
    for (let p = 0; p < n; p++) {
      if ((set >> p) & 1) continue;
      points[open++] = p;
      prices += 2 * price_m[p]!;
    }
    points[open++] = n + 1;
    for (let at = 0; at < open; at++) near_m[at] = Infinity;
    let length = 0;
    let added = here;
    while (open > 0) {
      let nearest = 0;
      for (let at = 0; at < open; at++) {
        const direct = priced_m[added * size + points[at]!]!;
        if (direct < near_m[at]! && !(added === here && points[at] === n + 1 && open > 1)) near_m[at] = direct;
        if (near_m[at]! < near_m[nearest]!) nearest = at;
      }
      length += near_m[nearest]!;
      added = points[nearest]!;
      open--;
      points[nearest] = points[open]!;
      near_m[nearest] = near_m[open]!;
    }
    return length - prices;
  }
}
