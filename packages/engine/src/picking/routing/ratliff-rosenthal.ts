// The shortest tour through one block: the dynamic programme of Ratliff and Rosenthal.
//
// Source:     Ratliff, H.D. and Rosenthal, A.S. (1983), "Order-picking in a rectangular warehouse: a solvable case of the
//             traveling salesman problem", Operations Research 31(3), 507-521.
// Applies to: one block, a tour that ends where it starts; aisles and their spacing as they please.
// Cost:       O(p log p + aisles): five classes of partial tours an aisle, no allocation.
//
// From left to right, a partial tour is known well enough by the degree of the current aisle's back and front crossing
// (U odd, E even, 0 none) and its number of connected parts:
//
//   UU  both odd, one part          E0  back only        EE1  both even, one part
//                                   0E  front only       EE2  both even, two parts
//
// An aisle is served in one pass, from the back, from the front, from both ends with the largest gap left out, or in two
// passes; then the cross-aisle stretches to the next aisle make every crossing even. The transitions are written out below
// as the paper's tables I and II have them, without the empty classes (columns without picks are left out beforehand).
//
// Worked example (aisles 10 m long, 5 m apart; depot at the front of aisle 0; picks 3.5 m deep in aisle 0, 9 m in aisle 2):
// 3.5 in and out, 10 across, 9 in and out, 10 back = 45 m against one pass up, 10 across, one pass down, 10 back = 40 m.

import type { Frame } from './frame.ts';
import type { TourPlan } from './tour-plan.ts';
import { FROM_BACK, FROM_FRONT, LARGEST_GAP, ONE_PASS, picksBelowLargestGap, TWO_PASSES } from './tour-plan.ts';

const UU = 0;
const E0 = 1;
const ZE = 2;
const EE1 = 3;
const EE2 = 4;
const CLASSES = 5;

// How each class was reached, per column: before · 8 + service in the aisle, then class before the cross-aisle step.
let inAisle = new Uint8Array(0);
let onCrossAisle = new Uint8Array(0);

/**
 * Length of the shortest tour, metres; fills the plan, which has its columns. There is one pick at least.
 * @param splits whether an aisle may be served from both ends with its largest gap left out, and the way between two aisles
 * walked more than twice. Without, it is the composite rule.
 */
export function ratliffRosenthal(frame: Frame, plan: TourPlan, splits = true): number {
  const { columns, aisle } = plan;
  if (inAisle.length < columns * CLASSES) {
    inAisle = new Uint8Array(columns * CLASSES);
    onCrossAisle = new Uint8Array(columns * CLASSES);
  }
  const { first, heights_m, x_m } = frame;
  const length_m = frame.length_m(0);
  const depotAtBack = frame.startCrossAisle === 1;

  let uu = Infinity;
  let e0 = Infinity;
  let ze = Infinity;
  let ee1 = Infinity;
  let ee2 = Infinity;
  for (let c = 0; c < columns; c++) {
    const i = aisle[c]!;
    const from = first[i]!;
    const end = first[i + 1]!;
    const row = c * CLASSES;

    // The ways to serve the aisle. The depot is a pick at the end of its aisle.
    let lowest = length_m;
    let highest = 0;
    let gap = 0;
    let below = -1;
    if (i === frame.startAisle && !depotAtBack) lowest = highest = below = 0;
    for (let at = from; at < end; at++) {
      const height = heights_m[at]!;
      if (below >= 0 && height - below > gap) gap = height - below;
      if (height < lowest) lowest = height;
      below = highest = height;
    }
    if (i === frame.startAisle && depotAtBack) {
      if (below >= 0 && length_m - below > gap) gap = length_m - below;
      highest = length_m;
      if (below < 0) lowest = length_m;
    }
    // The depot at one end cannot be reached from the other end without a pass; no gap, no service from both ends.
    const back = i === frame.startAisle && !depotAtBack ? Infinity : 2 * (length_m - lowest);
    const front = i === frame.startAisle && depotAtBack ? Infinity : 2 * highest;
    const bothEnds = splits && gap > 0 ? 2 * (length_m - gap) : Infinity;
    const backOrGap = back < bothEnds ? FROM_BACK : LARGEST_GAP;
    const backOrGap_m = back < bothEnds ? back : bothEnds;
    const frontOrGap = front < bothEnds ? FROM_FRONT : LARGEST_GAP;
    const frontOrGap_m = front < bothEnds ? front : bothEnds;
    const detour = front <= backOrGap_m ? FROM_FRONT : backOrGap;
    const detour_m = front <= backOrGap_m ? front : backOrGap_m;

    if (c === 0) {
      uu = length_m;
      e0 = back;
      ze = front;
      ee1 = 2 * length_m;
      ee2 = bothEnds;
      inAisle[row + UU] = ONE_PASS;
      inAisle[row + E0] = FROM_BACK;
      inAisle[row + ZE] = FROM_FRONT;
      inAisle[row + EE1] = TWO_PASSES;
      inAisle[row + EE2] = LARGEST_GAP;
    } else {
      // One pass turns odd into even and even into odd.
      let even = ee1;
      let evenClass = EE1;
      if (e0 < even) {
        even = e0;
        evenClass = E0;
      }
      if (ze < even) {
        even = ze;
        evenClass = ZE;
      }
      if (ee2 < even) {
        even = ee2;
        evenClass = EE2;
      }
      let newUu = uu + detour_m;
      let how = UU * 8 + detour;
      if (even + length_m < newUu) {
        newUu = even + length_m;
        how = evenClass * 8 + ONE_PASS;
      }
      inAisle[row + UU] = how;

      let newEe1 = ee1 + detour_m;
      how = EE1 * 8 + detour;
      if (uu + length_m < newEe1) {
        newEe1 = uu + length_m;
        how = UU * 8 + ONE_PASS;
      }
      const twice = 2 * length_m;
      if (e0 + twice < newEe1) {
        newEe1 = e0 + twice;
        how = E0 * 8 + TWO_PASSES;
      }
      if (ze + twice < newEe1) {
        newEe1 = ze + twice;
        how = ZE * 8 + TWO_PASSES;
      }
      if (ee2 + twice < newEe1) {
        newEe1 = ee2 + twice;
        how = EE2 * 8 + TWO_PASSES;
      }
      inAisle[row + EE1] = how;

      let newEe2 = ee2 + detour_m;
      how = EE2 * 8 + detour;
      if (e0 + frontOrGap_m < newEe2) {
        newEe2 = e0 + frontOrGap_m;
        how = E0 * 8 + frontOrGap;
      }
      if (ze + backOrGap_m < newEe2) {
        newEe2 = ze + backOrGap_m;
        how = ZE * 8 + backOrGap;
      }
      inAisle[row + EE2] = how;

      e0 += back;
      ze += front;
      inAisle[row + E0] = E0 * 8 + FROM_BACK;
      inAisle[row + ZE] = ZE * 8 + FROM_FRONT;
      uu = newUu;
      ee1 = newEe1;
      ee2 = newEe2;
    }
    if (c === columns - 1) break;

    // To the next column: the same classes, reached by the stretches that leave this column's crossings even.
    const once = 2 * (x_m[aisle[c + 1]!]! - x_m[i]!);
    uu += once;
    onCrossAisle[row + UU] = UU;
    let best = ee2;
    let bestClass = EE2;
    if (e0 < best) {
      best = e0;
      bestClass = E0;
    }
    if (ze < best) {
      best = ze;
      bestClass = ZE;
    }
    ee2 = best + 2 * once;
    onCrossAisle[row + EE2] = bestClass;
    onCrossAisle[row + E0] = ee1 < e0 ? EE1 : E0;
    e0 = (ee1 < e0 ? ee1 : e0) + once;
    onCrossAisle[row + ZE] = ee1 < ze ? EE1 : ZE;
    ze = (ee1 < ze ? ee1 : ze) + once;
    onCrossAisle[row + EE1] = EE1;
    ee1 += 2 * once;
    if (!splits) ee1 = ee2 = Infinity;
  }

  let best = ee1;
  let bestClass = EE1;
  if (ze < best) {
    best = ze;
    bestClass = ZE;
  }
  if (e0 < best) {
    best = e0;
    bestClass = E0;
  }
  trace(frame, plan, bestClass);
  return best;
}

/** Follows the choices back into the plan. */
function trace(frame: Frame, plan: TourPlan, lastClass: number): void {
  let after = lastClass;
  for (let c = plan.columns - 1; ; c--) {
    const how = inAisle[c * CLASSES + after]!;
    plan.served[c] = how & 7;
    if (plan.aisle[c] === frame.startAisle && plan.served[c] === LARGEST_GAP && gapIsAtDepot(frame)) {
      plan.served[c] = frame.startCrossAisle === 1 ? FROM_FRONT : FROM_BACK;
    }
    if (c === 0) return;
    const before = how >> 3;
    const row = (c - 1) * 2;
    plan.across[row] = before === UU ? 1 : before === E0 ? 0 : 2;
    plan.across[row + 1] = before === UU ? 1 : before === ZE ? 0 : 2;
    after = onCrossAisle[(c - 1) * CLASSES + before]!;
  }
}

/** Whether the largest gap of the depot's aisle lies between the depot and its nearest pick there. */
function gapIsAtDepot(frame: Frame): boolean {
  const from = frame.first[frame.startAisle]!;
  const end = frame.first[frame.startAisle + 1]!;
  if (end - from < 2) return true;
  const { heights_m } = frame;
  const atDepot_m = frame.startCrossAisle === 1 ? frame.length_m(0) - heights_m[end - 1]! : heights_m[from]!;
  const split = from + picksBelowLargestGap(frame, frame.startAisle);
  return atDepot_m >= heights_m[split]! - heights_m[split - 1]!;
}
