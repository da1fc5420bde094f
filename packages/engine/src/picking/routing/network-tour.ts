// Shortest tours on the travel network itself, whatever its shape: exact for few stops, local search for many.
//
// Source:     Held, M. and Karp, R.M. (1962), "A dynamic programming approach to sequencing problems", Journal of the SIAM
//             10(1), 196-210; Or, I. (1976) for the moves of one to three stops; Croes (1958) for reversals (2-opt).
// Applies to: any network; reversals only where no edge is one-way.
// Cost:       Held-Karp O(2^n · n²), offered for n <= MAX_EXACT_STOPS; local search O(n²) a round.
//
// The exact methods of this folder are exact inside a rectangular area; a tour over several areas, or one that can leave an
// area at two ends, may still gain here.
//
// Worked example: start and end at 0 m, stops at 2, 9 and 5 m of one line: 2, 5, 9 or back, 18 m.

import { walkingDistance_m } from '../../model/network.ts';
import type { RoutingView } from './policy.ts';

/** Up to this many stops a tour is solved exactly. */
export const MAX_EXACT_STOPS = 8;
/** Beyond this many stops the local search is left out. */
const MAX_IMPROVED_STOPS = 100;
/** A move must gain more than this, metres: rounding noise is no gain. */
const LEAST_GAIN_M = 1e-7;

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

/** Shortens `sequence` in place by moving one to three stops and by reversals, first gain first, until none gains. */
export function improveSequence(view: RoutingView, sequence: number[]): void {
  const n = sequence.length;
  if (n < 2 || n > MAX_IMPROVED_STOPS) return;
  measure(view);
  const reversible = !hasOneWay(view);
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
      const gain = distances_m[a + first]! + distances_m[last * size + b]!
        - distances_m[a + last]! - distances_m[first * size + b]!;
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
