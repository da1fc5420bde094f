// The shortest tour through any number of blocks: a dynamic programme over the classes of partial tours.
//
// Source:     Cambazard & Catusse (2018), Pansart, Catusse & Cambazard (2018): see partial-tours.ts.
// Applies to: any rectangular layout, a tour that ends where it starts or at another crossing. Exact.
// Cost:       columns with picks × (classes × 6 for each block + classes × 3 for each cross-aisle). Classes met by closed
//             tours: 7 in one block, 25 in two, 113 in three, 569 in four, 3,033 in five, 16,769 in six.
//
// Column by column from the left: the subaisles from front to back, each served in one of six ways; the crossings that
// must be visited; then the stretch to the next column on each cross-aisle, walked 0, 1 or 2 times. A layer holds every
// class that can be reached and the least length to reach it. Where a tour is known, classes that cannot lead to a shorter one are
// left out: what remains costs at least the cheapest service of every subaisle and, in a closed tour, the way to the last column
// and back.
//
// Worked example (two blocks of 10 m, aisles 5 m apart, depot at the front of aisle 0; one pick 4 m into block 1 of aisle 0
// and one 3 m into block 0 of aisle 1): 14 up, 4 back, 5 across, 7 down to the pick, 3 to the front, 5 back = 38 m.

import type { Frame } from './frame.ts';
import { COMPLETE, UNTOUCHED } from './frontier-classes.ts';
import { Layers } from './layers.ts';
import { MAX_CROSS_AISLES, PartialTours } from './partial-tours.ts';
import type { TourPlan } from './tour-plan.ts';
import { FROM_BACK, FROM_FRONT, LARGEST_GAP, ONE_PASS, TWO_PASSES } from './tour-plan.ts';

/** Classes by number of cross-aisles: worked out once, kept for all tours. */
const tables: (PartialTours | undefined)[] = [];

/** Rounding noise is no gain, metres. */
const SLACK_M = 1e-6;

const layers = new Layers();
const service_m = new Float64Array(6);
const across_m = new Float64Array(3);

/**
 * Length of the shortest tour, metres; fills the plan, which has its columns. There is one pick at least.
 * @param splits whether an aisle may be served from both ends with its largest gap left out.
 * @param known_m length of a tour that is known, if any.
 */
export function aisleProgramme(frame: Frame, plan: TourPlan, splits = true, known_m = Infinity): number {
  const { blocks, aisles, x_m } = frame;
  const { columns, aisle } = plan;
  const rows = blocks + 1;
  if (rows > MAX_CROSS_AISLES) throw new RangeError(`${blocks} blocks are beyond the exact method`);
  const tours = (tables[rows] ??= new PartialTours(rows));
  const startsAtEnd = frame.startAisle === frame.endAisle && frame.startCrossAisle === frame.endCrossAisle;

  let rest_m = leastServices_m(frame, plan);
  const last_x_m = x_m[aisle[columns - 1]!]!;
  // A closed tour walks every stretch between two columns twice at least.
  const least = startsAtEnd ? 2 : 0;
  layers.start(UNTOUCHED);
  for (let c = 0; c < columns; c++) {
    const i = aisle[c]!;
    for (let b = 0; b < blocks; b++) {
      findWays(frame, i * blocks + b, b);
      rest_m -= leastWay_m();
      if (!splits) keepWhole(frame, i, b);
      const within_m = known_m + SLACK_M - rest_m - least * (last_x_m - x_m[i]!);
      layers.advance(tours, tours.serviceStep(b), service_m, 6, within_m);
    }
    if (i === frame.startAisle) {
      layers.mark(tours, startsAtEnd ? tours.touchStep(frame.startCrossAisle) : tours.turnStep(frame.startCrossAisle));
    }
    if (i === frame.endAisle && !startsAtEnd) layers.mark(tours, tours.turnStep(frame.endCrossAisle));
    // Behind the last column nothing is walked.
    const pitch_m = c + 1 < columns ? x_m[aisle[c + 1]!]! - x_m[i]! : Infinity;
    across_m[0] = 0;
    across_m[1] = pitch_m;
    across_m[2] = 2 * pitch_m;
    const beyond_m = c + 1 < columns ? least * (last_x_m - x_m[aisle[c + 1]!]!) : 0;
    const within_m = known_m + SLACK_M - rest_m - beyond_m;
    for (let j = 0; j < rows; j++) layers.advance(tours, tours.acrossStep(j), across_m, c + 1 < columns ? 3 : 1, within_m);
  }

  const last = layers.find(COMPLETE);
  if (last < 0) throw new Error(`no tour through ${aisles} aisles and ${blocks} blocks`);
  const length_m = layers.length_m[last]!;
  trace(frame, plan, last);
  return length_m;
}

/** Lengths of the ways to serve subaisle s of block b; Infinity where a way does not serve it. */
function findWays(frame: Frame, s: number, b: number): void {
  const { first, heights_m } = frame;
  const from = first[s]!;
  const end = first[s + 1]!;
  const length_m = frame.length_m(b);
  service_m[0] = from === end ? 0 : Infinity;
  service_m[ONE_PASS] = length_m;
  service_m[TWO_PASSES] = 2 * length_m;
  service_m[FROM_FRONT] = service_m[FROM_BACK] = service_m[LARGEST_GAP] = Infinity;
  if (from === end) return;
  service_m[FROM_FRONT] = 2 * heights_m[end - 1]!;
  service_m[FROM_BACK] = 2 * (length_m - heights_m[from]!);
  let gap_m = 0;
  for (let at = from + 1; at < end; at++) gap_m = Math.max(gap_m, heights_m[at]! - heights_m[at - 1]!);
  if (gap_m > 0) service_m[LARGEST_GAP] = 2 * (length_m - gap_m);
}

function leastWay_m(): number {
  let least = Infinity;
  for (let way = 0; way < 6; way++) if (service_m[way]! < least) least = service_m[way]!;
  return least;
}

/** The cheapest service of every subaisle, metres in all. */
function leastServices_m(frame: Frame, { columns, aisle }: TourPlan): number {
  let sum = 0;
  for (let c = 0; c < columns; c++) {
    for (let b = 0; b < frame.blocks; b++) {
      findWays(frame, aisle[c]! * frame.blocks + b, b);
      sum += leastWay_m();
    }
  }
  return sum;
}

/** Leaves the ways out that split an aisle. Start and end are picks at the end of their aisle. */
function keepWhole(frame: Frame, i: number, b: number): void {
  service_m[LARGEST_GAP] = Infinity;
  for (const isStart of [true, false]) {
    if (i !== (isStart ? frame.startAisle : frame.endAisle)) continue;
    const row = isStart ? frame.startCrossAisle : frame.endCrossAisle;
    if (row === 0 && b === 0) service_m[FROM_BACK] = Infinity;
    if (row === frame.blocks && b === frame.blocks - 1) service_m[FROM_FRONT] = Infinity;
  }
}

/** Follows the choices back into the plan: for each column the services of its blocks, then its crossings. */
function trace(frame: Frame, plan: TourPlan, last: number): void {
  const { blocks } = frame;
  const rows = blocks + 1;
  let entry = last;
  for (let c = plan.columns - 1; c >= 0; c--) {
    for (let j = rows - 1; j >= 0; j--) {
      plan.across[c * rows + j] = layers.choice[entry]!;
      entry = layers.before[entry]!;
    }
    for (let b = blocks - 1; b >= 0; b--) {
      plan.served[c * blocks + b] = layers.choice[entry]!;
      entry = layers.before[entry]!;
    }
  }
}
