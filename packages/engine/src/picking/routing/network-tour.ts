// Shortest tours on the travel network itself, whatever its shape: exact for few stops, local search for many.
//
// Source:     Held, M. and Karp, R.M. (1962), "A dynamic programming approach to sequencing problems", Journal of the SIAM
//             10(1), 196-210; local search: see sequence-search.ts.
// Applies to: any network.
// Cost:       Held-Karp O(2^n · n²), offered for n <= MAX_EXACT_STOPS; local search O(n²) a round.
//
// The exact methods of this folder are exact inside a rectangular area; a tour over several areas, or one that can leave an
// area at two ends, may still gain here.
//
// Worked example: start and end at 0 m, stops at 2, 9 and 5 m of one line: 2, 5, 9 or back, 18 m.

import { walkingDistance_m } from '../../model/network.ts';
import type { RoutingView } from './policy.ts';
import { shorten } from './sequence-search.ts';

/** Up to this many stops a tour is solved exactly. */
export const MAX_EXACT_STOPS = 8;
/** Beyond this many stops the local search is left out. */
const MAX_IMPROVED_STOPS = 100;

// Distances between points 0 … n - 1 (the stops), n (start) and n + 1 (end): [a * size + b].
let size = 0;
let distances_m = new Float64Array(0);
let best_m = new Float64Array(0);
let before = new Uint8Array(0);

function measure(view: RoutingView): void {
  const n = view.stops.length;
  size = n + 2;
  if (distances_m.length < size * size) distances_m = new Float64Array(size * size);
  const place = (point: number): number => (point < n ? view.stops[point]!.place : point === n ? view.start : view.end);
  const symmetric = !hasOneWay(view);
  for (let a = 0; a < size; a++) {
    distances_m[a * size + a] = 0;
    for (let b = symmetric ? a + 1 : 0; b < size; b++) {
      if (a === b) continue;
      const length = walkingDistance_m(view.network, place(a), place(b));
      distances_m[a * size + b] = length;
      if (symmetric) distances_m[b * size + a] = length;
    }
  }
}

const oneWayNetworks = new WeakMap<Uint8Array, boolean>();

function hasOneWay(view: RoutingView): boolean {
  const { oneWay } = view.network.edges;
  let known = oneWayNetworks.get(oneWay);
  if (known === undefined) {
    known = oneWay.includes(1);
    oneWayNetworks.set(oneWay, known);
  }
  return known;
}

/** The shortest sequence of at most MAX_EXACT_STOPS stops, exact on the network. */
export function shortestSequence(view: RoutingView): number[] {
  const n = view.stops.length;
  if (n === 0) return [];
  measure(view);
  const sets = 1 << n;
  if (best_m.length < sets * n) {
    best_m = new Float64Array(sets * n);
    before = new Uint8Array(sets * n);
  }
  best_m.fill(Infinity, 0, sets * n);
  for (let s = 0; s < n; s++) best_m[(1 << s) * n + s] = distances_m[n * size + s]!;
  for (let set = 1; set < sets; set++) {
    for (let last = 0; last < n; last++) {
      const here = best_m[set * n + last]!;
      if (here === Infinity) continue;
      for (let next = 0; next < n; next++) {
        if ((set >> next) & 1) continue;
        const grown = (set | (1 << next)) * n + next;
        const length = here + distances_m[last * size + next]!;
        if (length < best_m[grown]!) {
          best_m[grown] = length;
          before[grown] = last;
        }
      }
    }
  }
  let set = sets - 1;
  let last = 0;
  for (let s = 1; s < n; s++) {
    const length = best_m[set * n + s]! + distances_m[s * size + n + 1]!;
    if (length < best_m[set * n + last]! + distances_m[last * size + n + 1]!) last = s;
  }
  const sequence = new Array<number>(n);
  for (let at = n - 1; at >= 0; at--) {
    sequence[at] = last;
    const from = before[set * n + last]!;
    set ^= 1 << last;
    last = from;
  }
  return sequence;
}

/** Shortens `sequence`, a tour of `view`, in place where moving or reversing stops gains on the network. */
export function improveSequence(view: RoutingView, sequence: number[]): void {
  if (sequence.length < 2 || sequence.length > MAX_IMPROVED_STOPS) return;
  measure(view);
  shorten(sequence, distances_m, !hasOneWay(view));
}
