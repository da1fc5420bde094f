// The shortest tour through any number of blocks: a dynamic programme over the classes of partial tours.
//
// Source:     Cambazard & Catusse (2018), Pansart, Catusse & Cambazard (2018): see partial-tours.ts.
// Applies to: any rectangular layout, a tour that ends where it starts or at another crossing. Exact.
// Cost:       columns with picks × (classes × 6 for each block + classes × 3 for each cross-aisle). Classes met by closed
//             tours: 7 in one block, 25 in two, 113 in three, 569 in four, 3,033 in five, 16,769 in six.
//
// Column by column from the left: the subaisles from front to back, each served in one of six ways; the crossings that
// must be visited; then the stretch to the next column on each cross-aisle, walked 0, 1 or 2 times. A layer holds every
// class that can be reached and the least length to reach it.
//
// Worked example (two blocks of 10 m, aisles 5 m apart, depot at the front of aisle 0; one pick 4 m into block 1 of aisle 0
// and one 3 m into block 0 of aisle 1): 14 up, 4 back, 5 across, 7 down to the pick, 3 to the front, 5 back = 38 m.

import type { Frame } from './frame.ts';
import { COMPLETE, IMPOSSIBLE, MAX_CROSS_AISLES, PartialTours, UNKNOWN, UNTOUCHED } from './partial-tours.ts';
import type { TourPlan } from './tour-plan.ts';
import { FROM_BACK, FROM_FRONT, LARGEST_GAP, ONE_PASS, TWO_PASSES } from './tour-plan.ts';

/** Classes by number of cross-aisles: worked out once, kept for all tours. */
const tables: (PartialTours | undefined)[] = [];

// Entries of all layers, one after the other: class, least length, entry of the layer before and the choice taken.
let entryClass = new Int32Array(1024);
let entryLength_m = new Float64Array(1024);
let entryBefore = new Int32Array(1024);
let entryChoice = new Uint8Array(1024);
let entries = 0;
let layerBegin = 0;
let layerEnd = 0;
// Entry of each class in the layer being filled; older values are recognised by their place.
let entryOf = new Int32Array(64);

const service_m = new Float64Array(6);
const across_m = new Float64Array(3);

/** Length of the shortest tour, metres; fills the plan, which has its columns. There is one pick at least. */
export function aisleProgramme(frame: Frame, plan: TourPlan): number {
  const { blocks, aisles, x_m } = frame;
  const { columns, aisle } = plan;
  const rows = blocks + 1;
  if (rows > MAX_CROSS_AISLES) throw new RangeError(`${blocks} blocks are beyond the exact method`);
  const tours = (tables[rows] ??= new PartialTours(rows));
  const startsAtEnd = frame.startAisle === frame.endAisle && frame.startCrossAisle === frame.endCrossAisle;

  entries = 0;
  layerBegin = 0;
  layerEnd = 0;
  add(UNTOUCHED, 0, -1, 0);
  layerEnd = entries;
  for (let c = 0; c < columns; c++) {
    const i = aisle[c]!;
    for (let b = 0; b < blocks; b++) {
      ways(frame, i * blocks + b, b);
      advance(tours, tours.serviceStep(b), service_m, 6);
    }
    if (i === frame.startAisle) {
      mark(tours, startsAtEnd ? tours.touchStep(frame.startCrossAisle) : tours.turnStep(frame.startCrossAisle));
    }
    if (i === frame.endAisle && !startsAtEnd) mark(tours, tours.turnStep(frame.endCrossAisle));
    // Behind the last column nothing is walked.
    const pitch_m = c + 1 < columns ? x_m[aisle[c + 1]!]! - x_m[i]! : Infinity;
    across_m[0] = 0;
    across_m[1] = pitch_m;
    across_m[2] = 2 * pitch_m;
    for (let j = 0; j < rows; j++) advance(tours, tours.acrossStep(j), across_m, c + 1 < columns ? 3 : 1);
  }

  let last = layerBegin;
  while (last < layerEnd && entryClass[last] !== COMPLETE) last++;
  if (last === layerEnd) throw new Error(`no tour through ${aisles} aisles and ${blocks} blocks`);
  const length_m = entryLength_m[last]!;
  trace(frame, plan, last);
  return length_m;
}

/** Lengths of the ways to serve subaisle s of block b; Infinity where a way does not serve it. */
function ways(frame: Frame, s: number, b: number): void {
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

/** The next layer: every class of this one by each of `choices` steps from `firstStep` on. */
function advance(tours: PartialTours, firstStep: number, choice_m: Float64Array, choices: number): void {
  const begin = entries;
  for (let entry = layerBegin; entry < layerEnd; entry++) {
    const state = entryClass[entry]!;
    const before_m = entryLength_m[entry]!;
    const row = state * tours.steps + firstStep;
    for (let choice = 0; choice < choices; choice++) {
      const length_m = before_m + choice_m[choice]!;
      if (length_m === Infinity) continue;
      let next = tours.next[row + choice]!;
      if (next === UNKNOWN) next = tours.after(state, firstStep + choice);
      if (next === IMPOSSIBLE) continue;
      const known = next < entryOf.length ? entryOf[next]! : -1;
      if (known < begin || known >= entries || entryClass[known] !== next) {
        add(next, length_m, entry, choice);
      } else if (length_m < entryLength_m[known]!) {
        entryLength_m[known] = length_m;
        entryBefore[known] = entry;
        entryChoice[known] = choice;
      }
    }
  }
  layerBegin = begin;
  layerEnd = entries;
}

/**
 * Start and end marks change classes in place. Two may become equal: the next step keeps the better. A tour that was
 * complete without them is lost.
 */
function mark(tours: PartialTours, step: number): void {
  for (let entry = layerBegin; entry < layerEnd; entry++) {
    const next = tours.after(entryClass[entry]!, step);
    if (next === IMPOSSIBLE) entryLength_m[entry] = Infinity;
    else entryClass[entry] = next;
  }
}

function add(state: number, length_m: number, before: number, choice: number): void {
  if (entries === entryClass.length) grow();
  if (state >= entryOf.length) {
    const longer = new Int32Array(2 * state);
    longer.set(entryOf);
    entryOf = longer;
  }
  entryClass[entries] = state;
  entryLength_m[entries] = length_m;
  entryBefore[entries] = before;
  entryChoice[entries] = choice;
  entryOf[state] = entries++;
}

/** Follows the choices back into the plan: for each column the services of its blocks, then its crossings. */
function trace(frame: Frame, plan: TourPlan, last: number): void {
  const { blocks } = frame;
  const rows = blocks + 1;
  let entry = last;
  for (let c = plan.columns - 1; c >= 0; c--) {
    for (let j = rows - 1; j >= 0; j--) {
      plan.across[c * rows + j] = entryChoice[entry]!;
      entry = entryBefore[entry]!;
    }
    for (let b = blocks - 1; b >= 0; b--) {
      plan.served[c * blocks + b] = entryChoice[entry]!;
      entry = entryBefore[entry]!;
    }
  }
}

function grow(): void {
  const capacity = 2 * entryClass.length;
  const grown = <A extends Int32Array | Float64Array | Uint8Array>(longer: A, old: A): A => {
    longer.set(old);
    return longer;
  };
  entryClass = grown(new Int32Array(capacity), entryClass);
  entryLength_m = grown(new Float64Array(capacity), entryLength_m);
  entryBefore = grown(new Int32Array(capacity), entryBefore);
  entryChoice = grown(new Uint8Array(capacity), entryChoice);
}
