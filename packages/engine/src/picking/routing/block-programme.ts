// The best way to sweep one block aisle by aisle when every aisle is visited once: walked through, or entered and left from
// the end at which the picker stands. A dynamic programme with two states an aisle: at its front, at its back.
//
// Source:     Roodbergen, K.J. and de Koster, R. (2001), "Routing methods for warehouses with multiple cross aisles",
//             International Journal of Production Research 39(9), 1865-1883, section 3.4.
// Cost:       O(aisles) once the picks are sorted.
//
// Worked example (aisles 10 m long; picks 4 m deep in aisle 0, 9 m in aisle 1, 8 m in aisle 2; from front to front): through
// aisle 0, in and out of aisle 1 at the back, through aisle 2: 10 + 2 + 10 = 22 m; S-shape 36 m, return 42 m.

import type { Sweep } from './block-sweep.ts';
import type { Frame } from './frame.ts';

// What is done in an aisle.
const DOWN = 0;
const UP = 1;
const IN_AND_OUT_FRONT = 2;
const IN_AND_OUT_BACK = 3;

// Per aisle of the sweep: whether the best way to stand at its front (back) afterwards came from its front (back) before.
let count = 0;
let aisleOf = new Int32Array(0);
let returnedAtFront = new Uint8Array(0);
let returnedAtBack = new Uint8Array(0);
let done = new Uint8Array(0);

/**
 * Metres walked inside the aisles `first` … `last` (in this order, by steps of 1 or -1) of a block to pick them all, ending
 * at the front; those for which `holds` says no are left out. Leaves the way for `walkBlock`.
 */
export function programmeBlock(
  frame: Frame,
  block: number,
  first: number,
  last: number,
  startsAtFront: boolean,
  holds: (aisle: number) => boolean,
): number {
  const { blocks, heights_m, aisles } = frame;
  if (aisleOf.length < aisles) {
    aisleOf = new Int32Array(aisles);
    returnedAtFront = new Uint8Array(aisles);
    returnedAtBack = new Uint8Array(aisles);
    done = new Uint8Array(aisles);
  }
  const length_m = frame.length_m(block);
  const step = first <= last ? 1 : -1;
  let front_m = startsAtFront ? 0 : Infinity;
  let back_m = startsAtFront ? Infinity : 0;
  count = 0;
  for (let aisle = first; aisle !== last + step; aisle += step) {
    if (!holds(aisle)) continue;
    const s = aisle * blocks + block;
    const stay_m = front_m + 2 * heights_m[frame.first[s + 1]! - 1]!;
    const stayBack_m = back_m + 2 * (length_m - heights_m[frame.first[s]!]!);
    const down_m = back_m + length_m;
    const up_m = front_m + length_m;
    aisleOf[count] = aisle;
    returnedAtFront[count] = stay_m <= down_m ? 1 : 0;
    returnedAtBack[count] = stayBack_m <= up_m ? 1 : 0;
    count++;
    front_m = Math.min(stay_m, down_m);
    back_m = Math.min(stayBack_m, up_m);
  }
  return front_m;
}

/** Sweeps a block from `first` to `last` by the best way; the picker is at its front or back and ends at its front. */
export function walkBlock(sweep: Sweep, block: number, first: number, last: number, startsAtFront: boolean): void {
  programmeBlock(sweep.frame, block, first, last, startsAtFront, (aisle) => sweep.holds(aisle, block));
  // Backwards from the front of the last aisle.
  let atFront = true;
  for (let at = count - 1; at >= 0; at--) {
    const returned = (atFront ? returnedAtFront : returnedAtBack)[at] === 1;
    if (returned) done[at] = atFront ? IN_AND_OUT_FRONT : IN_AND_OUT_BACK;
    else done[at] = atFront ? DOWN : UP;
    if (!returned) atFront = !atFront;
  }
  for (let at = 0; at < count; at++) {
    const aisle = aisleOf[at]!;
    if (done[at] === DOWN) sweep.traverseDown(aisle, block);
    else if (done[at] === UP) sweep.traverseUp(aisle, block);
    else if (done[at] === IN_AND_OUT_FRONT) sweep.returnVisit(aisle, block);
    else sweep.returnVisitFromBack(aisle, block);
  }
}
