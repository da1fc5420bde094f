// The optimal tour with its proof: exact as far as the exact method is practical, beyond that a good tour and a lower bound.
//
// Up to MAX_PROVED_BLOCKS blocks the tour is the shortest (optimal.ts). Beyond, the nearest-neighbour and S-shape tours are
// shortened by local search (sequence-search.ts) and the shorter is given with a lower bound: the least spanning tree of the
// stops, start and end, in which each stop is charged a price so that it comes to have two neighbours.
//
// Source:     Held, M. and Karp, R.M. (1970), "The traveling-salesman problem and minimum spanning trees", Operations Research
//             18(6), 1138-1162; step lengths after Held, Wolfe and Crowder (1974).
// Cost:       O(BOUND_ROUNDS · n²) for the bound.
//
// Worked example: start and end at 0 m, stops at 2 and 5 m of one line. The tour is 10 m; the spanning tree without prices is
// 7 m (start, 5 and end each joined to 2); with a price on 2 and a discount on 5 it reaches 10 m.

import { Frame } from './frame.ts';
import { nearestNeighbourWalk } from './nearest-neighbour.ts';
import { optimalWalk } from './optimal.ts';
import type { RectangularInstance, RectangularRoute } from './rectangular.ts';
import { routeRectangular, sequenceRectangular } from './rectangular.ts';
import { sShapeWalk } from './s-shape.ts';
import { shorten } from './sequence-search.ts';
import { distance_m, Walk } from './walk.ts';

/** Most blocks solved exactly: seconds for 30 picks in 10 aisles of 7 blocks, about seven times more with each block. */
export const MAX_PROVED_BLOCKS = 7;
const BOUND_ROUNDS = 300;
/** Lengths closer than this are equal, metres. */
const EQUAL_M = 1e-6;

export interface ProvedRoute extends RectangularRoute {
  /** Whether the tour is known to be the shortest. */
  readonly proved: boolean;
  /** No tour is shorter than this, metres. */
  readonly lowerBound_m: number;
}

const frame = new Frame();
const walk = new Walk();

export function provedTour(instance: RectangularInstance): ProvedRoute {
  if (instance.layout.crossAisles_y_m.length - 1 <= MAX_PROVED_BLOCKS) {
    const route = routeRectangular(optimalWalk, instance);
    return { ...route, proved: true, lowerBound_m: route.length_m };
  }
  return boundedTour(instance);
}

/** A good tour and a lower bound, for any number of blocks. */
export function boundedTour(instance: RectangularInstance): ProvedRoute {
  const matrix_m = measure(instance);
  const candidates = [nearestNeighbourWalk, sShapeWalk].map((algorithm) => {
    const sequence = sequenceRectangular(algorithm, instance, []);
    shorten(sequence, matrix_m, true);
    return walkSequence(instance, sequence);
  });
  const route = candidates[0]!.length_m <= candidates[1]!.length_m ? candidates[0]! : candidates[1]!;
  const bound_m = Math.min(route.length_m, spanningTreeBound_m(instance.count, matrix_m, route.length_m));
  return { ...route, proved: route.length_m - bound_m <= EQUAL_M, lowerBound_m: bound_m };
}

function measure(instance: RectangularInstance): Float64Array<ArrayBuffer> {
  const { count, start, end } = instance;
  frame.prepare(instance, false);
  const point = (p: number): number => {
    if (p < count) return p;
    const { aisle, crossAisle } = p === count ? start : end;
    return -1 - (crossAisle * frame.aisles + aisle);
  };
  const size = count + 2;
  const matrix_m = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) matrix_m[a * size + b] = distance_m(frame, point(a), point(b));
  }
  return matrix_m;
}

function walkSequence(instance: RectangularInstance, sequence: readonly number[]): RectangularRoute {
  frame.prepare(instance, false);
  walk.reset();
  walk.pass(frame, frame.startAisle, frame.startCrossAisle);
  for (const pick of sequence) walk.visit(pick);
  walk.pass(frame, frame.endAisle, frame.endCrossAisle);
  return { sequence: [...sequence], length_m: walk.length_m(frame), path: walk.path(frame) };
}

/**
 * A lower bound on the way from point n through points 0 … n - 1 to point n + 1. A tour is a spanning tree in which start
 * and end have one neighbour and the others two, so the least spanning tree under any prices, less what the prices add to
 * every tour, is no longer than the shortest tour. Prices rise where the tree has too many neighbours and fall where it has
 * too few.
 */
export function spanningTreeBound_m(n: number, matrix_m: Float64Array, known_m: number): number {
  if (n === 0) return matrix_m[1]!;
  const size = n + 2;
  const price = new Float64Array(size);
  const near_m = new Float64Array(size);
  const nearTo = new Int32Array(size);
  const inTree = new Uint8Array(size);
  const neighbours = new Int32Array(size);
  let best = 0;
  let scale = 2;
  let sinceBetter = 0;
  for (let round = 0; round < BOUND_ROUNDS; round++) {
    // Prim from the start; start and end are not joined directly.
    neighbours.fill(0);
    inTree.fill(0);
    near_m.fill(Infinity);
    let length = 0;
    let added = n;
    inTree[n] = 1;
    for (let joined = 1; joined < size; joined++) {
      let next = -1;
      for (let p = 0; p < size; p++) {
        if (inTree[p] === 1) continue;
        const direct = added >= n && p >= n ? Infinity : matrix_m[added * size + p]! + price[added]! + price[p]!;
        if (direct < near_m[p]!) {
          near_m[p] = direct;
          nearTo[p] = added;
        }
        if (next < 0 || near_m[p]! < near_m[next]!) next = p;
      }
      inTree[next] = 1;
      length += near_m[next]!;
      neighbours[next]!++;
      neighbours[nearTo[next]!]!++;
      added = next;
    }
    let squares = 0;
    for (let p = 0; p < size; p++) {
      const wanted = p < n ? 2 : 1;
      length -= wanted * price[p]!;
      squares += (neighbours[p]! - wanted) * (neighbours[p]! - wanted);
    }
    if (length > best + EQUAL_M) {
      best = length;
      sinceBetter = 0;
    } else if (++sinceBetter === 15) {
      scale /= 2;
      sinceBetter = 0;
    }
    if (squares === 0 || known_m - best <= EQUAL_M) break;
    const step = (scale * (known_m - length)) / squares;
    for (let p = 0; p < size; p++) price[p]! += step * (neighbours[p]! - (p < n ? 2 : 1));
  }
  return best;
}
