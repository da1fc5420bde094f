// The optimal tour with its proof: exact as far as the exact methods are practical, beyond that a good tour and a lower bound.
//
// Where the dynamic programme over the aisles is practical the tour is the shortest (optimal.ts). Beyond, the nearest-neighbour
// and combined+ tours are shortened by local search, the shorter one goes through restarts, a spanning tree bounds it from below
// (sequence-bound.ts), and up to 30 picks the search over visited sets may prove it or find the shortest (sequence-exact.ts).
//
// Cost: as optimal; beyond, RESTARTS rounds of local search and at most MAX_STATES states.
//
// Worked example: one aisle with picks 2 and 5 m deep: 10 m, and the bound is 10 m.

import { RandomStream } from '../../base/random.ts';
import { combinedPlusWalk } from './combined-plus.ts';
import { Frame } from './frame.ts';
import { nearestNeighbourWalk } from './nearest-neighbour.ts';
import { walkShortest } from './optimal.ts';
import type { RectangularInstance, RectangularRoute } from './rectangular.ts';
import { sequenceRectangular } from './rectangular.ts';
import { spanningTreeBound } from './sequence-bound.ts';
import { exactSequence } from './sequence-exact.ts';
import { matrixLength_m, restart } from './sequence-restarts.ts';
import { shorten } from './sequence-search.ts';
import { distance_m, Walk } from './walk.ts';

/** Classes of partial tours that closed tours meet, by blocks (partial-tours.ts). */
const CLASSES = [1, 7, 25, 113, 569, 3_033, 16_769, 95_000];
/** Most blocks solved by the dynamic programme over the aisles. */
export const MAX_PROVED_BLOCKS = CLASSES.length - 1;
/** Classes times steps times columns that are practical: some seconds and some hundred megabytes. */
const MAX_ENTRIES = 20_000_000;
/** From so many blocks on it pays to know a tour before. */
const BLOCKS_WITH_KNOWN = 5;
const RESTARTS = 50;
const MAX_STATES = 100_000;
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

/** Whether the dynamic programme over the aisles is practical. */
export function isProvable({ layout, start, end, count, aisle }: RectangularInstance): boolean {
  const blocks = layout.crossAisles_y_m.length - 1;
  if (blocks > MAX_PROVED_BLOCKS) return false;
  const columns = new Set([start.aisle, end.aisle]);
  for (let p = 0; p < count; p++) columns.add(aisle[p]!);
  return columns.size * (2 * blocks + 1) * CLASSES[blocks]! <= MAX_ENTRIES;
}

/**
 * @param random for the search beyond the exact method; @param more asked after every RESTARTS restarts whether to go on with it.
 */
export function provedTour(instance: RectangularInstance, random?: RandomStream, more?: () => boolean): ProvedRoute {
  if (!isProvable(instance)) return boundedTour(instance, random, more);
  let known_m: number | undefined;
  if (instance.layout.crossAisles_y_m.length - 1 >= BLOCKS_WITH_KNOWN) {
    const matrix_m = measure(instance);
    known_m = matrixLength_m(searchedSequence(instance, matrix_m), matrix_m);
  }
  frame.prepare(instance, false);
  walk.reset();
  walkShortest(frame, walk, true, known_m);
  const length_m = walk.length_m(frame);
  return { sequence: walk.sequence([]), length_m, path: walk.path(frame), proved: true, lowerBound_m: length_m };
}

/** The better of two rules after local search. */
function searchedSequence(instance: RectangularInstance, matrix_m: Float64Array<ArrayBuffer>): readonly number[] {
  const candidates = [nearestNeighbourWalk, combinedPlusWalk].map((algorithm) => {
    const sequence = sequenceRectangular(algorithm, instance, []);
    shorten(sequence, matrix_m, true);
    return sequence;
  });
  const [a, b] = candidates as [number[], number[]];
  return matrixLength_m(a, matrix_m) <= matrixLength_m(b, matrix_m) ? a : b;
}

/** A good tour and a lower bound, for any number of blocks. */
export function boundedTour(
  instance: RectangularInstance,
  random = new RandomStream('bounded-tour'),
  more: () => boolean = () => false,
): ProvedRoute {
  const { count } = instance;
  const matrix_m = measure(instance);
  let best = searchedSequence(instance, matrix_m);
  best = restart(best, matrix_m, true, random, RESTARTS);
  let length_m = matrixLength_m(best, matrix_m);
  let bound_m = spanningTreeBound(count, matrix_m, length_m).bound_m;
  let proved = length_m - bound_m <= EQUAL_M;
  if (!proved) {
    const exact = exactSequence(count, matrix_m, length_m, MAX_STATES);
    best = exact.sequence ?? best;
    proved = exact.proved;
  }
  while (!proved && more()) {
    best = restart(best, matrix_m, true, random, RESTARTS);
    proved = matrixLength_m(best, matrix_m) - bound_m <= EQUAL_M;
  }
  length_m = matrixLength_m(best, matrix_m);
  bound_m = proved ? length_m : Math.min(length_m, bound_m);
  return { ...walkSequence(instance, best), proved, lowerBound_m: bound_m };
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
