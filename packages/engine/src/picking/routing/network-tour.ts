// The shortest tour on the travel network itself, whatever its shape, as far as it can be had for the effort, with its proof.
//
// Up to MAX_EXACT_STOPS stops by dynamic programming over visited sets; in networks walked both ways by the programme over the
// network (network-programme.ts), however many stops; otherwise local search with restarts, and the search over visited sets as
// far as the effort goes (sequence-exact.ts).
//
// Source:     Held, M. and Karp, R.M. (1962), "A dynamic programming approach to sequencing problems", Journal of the SIAM
//             10(1), 196-210; for the others see their files.
// Applies to: any network in which every stop can be reached from the start and the end from every stop.
// Cost:       Held-Karp O(2^n · n²); the rest as the effort says.
//
// Worked example: start and end at 0 m, stops at 2, 9 and 5 m of one line: 2, 5, 9 or back, 18 m.

import type { RandomStream } from '../../base/random.ts';
import type { Network } from '../../model/network.ts';
import { arborescenceBound_m } from './arborescence-bound.ts';
import { networkOptimum } from './network-programme.ts';
import type { Route, RoutingView } from './policy.ts';
import { spanningTreeBound } from './sequence-bound.ts';
import { exactSequence } from './sequence-exact.ts';
import { matrixLength_m, restart } from './sequence-restarts.ts';
import { shorten } from './sequence-search.ts';
import { groupStops } from './stop-groups.ts';
import { sequenceLength_m } from './tour.ts';

/** Up to this many stops a tour is solved by dynamic programming over visited sets alone. */
export const MAX_EXACT_STOPS = 8;
/** Beyond this many points the local search is left out. */
const MAX_IMPROVED_POINTS = 100;
const EQUAL_M = 1e-6;

/** How much work a tour is worth. */
export interface RoutingEffort {
  /** Entries of the programme over the network: some 40 ns each, and 17 bytes at most. */
  readonly entries: number;
  /** States of the search over visited sets: some µs each. */
  readonly states: number;
  /** Rounds of local search where neither proves its tour. */
  readonly restarts: number;
  /** Whether a lower bound is worked out where the tour is not proved. */
  readonly bounds: boolean;
}

/** Inside a simulation: about a millisecond a tour. */
export const BRIEF_EFFORT: RoutingEffort = { entries: 100_000, states: 1_000, restarts: 0, bounds: false };
/** For one tour that somebody looks at: up to some seconds. */
export const FULL_EFFORT: RoutingEffort = { entries: 3_000_000, states: 200_000, restarts: 50, bounds: true };

const ONE_WAY = 1;
const oneWayNetworks = new WeakMap<Network, boolean>();

function hasOneWay(network: Network): boolean {
  let known = oneWayNetworks.get(network);
  if (known === undefined) {
    known = network.edges.oneWay.includes(ONE_WAY);
    oneWayNetworks.set(network, known);
  }
  return known;
}

/** The shortest tour that the effort finds, never longer than `known`. @param known a sequence of all stops. */
export function networkTour(view: RoutingView, known: readonly number[], effort: RoutingEffort, random: RandomStream): Route {
  const routeOf = (sequence: readonly number[]): Route => {
    const length_m = sequenceLength_m(view, sequence);
    return { sequence: [...sequence], length_m, proved: true, lowerBound_m: length_m };
  };
  if (view.stops.length <= MAX_EXACT_STOPS) return routeOf(shortestSequence(view));
  if (!hasOneWay(view.network)) {
    const { sequence, proved } = networkOptimum(view, sequenceLength_m(view, known), effort.entries);
    if (proved) return routeOf(sequence ?? known);
  }
  return searchedTour(view, known, effort, random);
}

/** Local search, the search over visited sets and bounds, on the distances between points. */
function searchedTour(view: RoutingView, known: readonly number[], effort: RoutingEffort, random: RandomStream): Route {
  const { groups, matrix_m, inner_m, reversible } = groupStops(view);
  const n = groups.length;
  const groupOf = new Int32Array(view.stops.length);
  groups.forEach((group, g) => group.forEach((stop) => (groupOf[stop] = g)));
  let points: readonly number[] = [...new Set(known.map((stop) => groupOf[stop]!))];
  if (n > 1 && n <= MAX_IMPROVED_POINTS) {
    const improved = [...points];
    shorten(improved, matrix_m, reversible);
    points = restart(improved, matrix_m, reversible, random, effort.restarts);
  }
  let length_m = matrixLength_m(points, matrix_m);
  const { sequence, proved } = exactSequence(n, matrix_m, length_m, effort.states);
  points = sequence ?? points;
  length_m = matrixLength_m(points, matrix_m);
  const route = { sequence: points.flatMap((point) => groups[point]!), length_m: length_m + inner_m };
  if (proved) return { ...route, proved, lowerBound_m: route.length_m };
  if (!effort.bounds) return { ...route, proved };
  const bound_m = reversible ? spanningTreeBound(n, matrix_m, length_m).bound_m : arborescenceBound_m(n, matrix_m, length_m);
  const isReached = length_m - bound_m <= EQUAL_M;
  return { ...route, proved: isReached, lowerBound_m: isReached ? route.length_m : bound_m + inner_m };
}

let best_m = new Float64Array(0);
let before = new Uint8Array(0);

/** The shortest sequence of at most MAX_EXACT_STOPS stops, exact on the network. */
export function shortestSequence(view: RoutingView): number[] {
  const { groups, matrix_m } = groupStops(view);
  const n = groups.length;
  if (n === 0) return [];
  const size = n + 2;
  const sets = 1 << n;
  if (best_m.length < sets * n) {
    best_m = new Float64Array(sets * n);
    before = new Uint8Array(sets * n);
  }
  best_m.fill(Infinity, 0, sets * n);
  for (let s = 0; s < n; s++) best_m[(1 << s) * n + s] = matrix_m[n * size + s]!;
  for (let set = 1; set < sets; set++) {
    for (let last = 0; last < n; last++) {
      const here = best_m[set * n + last]!;
      if (here === Infinity) continue;
      for (let next = 0; next < n; next++) {
        if ((set >> next) & 1) continue;
        const grown = (set | (1 << next)) * n + next;
        const length = here + matrix_m[last * size + next]!;
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
    const length = best_m[set * n + s]! + matrix_m[s * size + n + 1]!;
    if (length < best_m[set * n + last]! + matrix_m[last * size + n + 1]!) last = s;
  }
  const points = new Array<number>(n);
  for (let at = n - 1; at >= 0; at--) {
    points[at] = last;
    const from = before[set * n + last]!;
    set ^= 1 << last;
    last = from;
  }
  return points.flatMap((point) => groups[point]!);
}
