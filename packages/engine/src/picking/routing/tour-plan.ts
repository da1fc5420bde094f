// The answer of an exact method before it is a walk: how each subaisle is served and how often each stretch of cross-aisle
// is walked, column by column. `walkPlan` turns it into a tour.
//
// Only aisles that hold a pick, the start or the end are columns. Moving up or down anywhere else never pays: a vertical
// move in another aisle can slide sideways to a neighbouring column without lengthening the tour.
//
// The chosen stretches form a connected multigraph on the crossings in which every crossing but start and end has even
// degree, so it has an Euler trail (Hierholzer 1873); picks served from one end of a subaisle are short detours from the
// trail's first visit to that crossing. Cost: linear in stretches and picks.

import type { Frame } from './frame.ts';
import type { Walk } from './walk.ts';

/** How a subaisle is served. */
export const NOT_WALKED = 0;
/** Walked through once. */
export const ONE_PASS = 1;
/** In and out at the front, as far as the last pick. */
export const FROM_FRONT = 2;
/** In and out at the back, as far as the first pick. */
export const FROM_BACK = 3;
/** In and out at both ends; the largest gap between two picks is left out. */
export const LARGEST_GAP = 4;
/** Walked through there and back. */
export const TWO_PASSES = 5;

export class TourPlan {
  /** Columns 0 … columns - 1 from left to right; `aisle[c]` is the aisle of column c. */
  columns = 0;
  aisle = new Int32Array(0);
  /** How block b of column c is served: [c · blocks + b]. */
  served = new Uint8Array(0);
  /** Times the stretch of cross-aisle j between columns c and c + 1 is walked, 0 … 2: [c · (blocks + 1) + j]. */
  across = new Uint8Array(0);

  /** Finds the columns of a frame and clears the plan. */
  begin(frame: Frame): void {
    const { aisles, blocks } = frame;
    if (this.aisle.length < aisles) this.aisle = new Int32Array(aisles);
    if (this.across.length < aisles * (blocks + 1)) {
      this.served = new Uint8Array(aisles * blocks);
      this.across = new Uint8Array(aisles * (blocks + 1));
    }
    let columns = 0;
    for (let i = 0; i < aisles; i++) {
      const picks = frame.first[(i + 1) * blocks]! - frame.first[i * blocks]!;
      if (picks > 0 || i === frame.startAisle || i === frame.endAisle) this.aisle[columns++] = i;
    }
    this.columns = columns;
    this.served.fill(0, 0, columns * blocks);
    this.across.fill(0, 0, columns * (blocks + 1));
  }
}

/**
 * The number of picks of subaisle s served from the front when the largest gap between two of them is left out (at least
 * one pick from each end; there are at least two picks). Of equal gaps the one nearest to the front.
 */
export function picksBelowLargestGap(frame: Frame, s: number): number {
  const { heights_m } = frame;
  const from = frame.first[s]!;
  const end = frame.first[s + 1]!;
  let largest_m = -1;
  let below = 1;
  for (let at = from + 1; at < end; at++) {
    const gap_m = heights_m[at]! - heights_m[at - 1]!;
    if (gap_m > largest_m) {
      largest_m = gap_m;
      below = at - from;
    }
  }
  return below;
}

// Hierholzer's stack and trail, and what is left to walk. Vertex c · rows + j is the crossing of column c, cross-aisle j.
let up = new Uint8Array(0);
let right = new Uint8Array(0);
let stack = new Int32Array(0);
let trail = new Int32Array(0);
let entered = new Uint8Array(0);

/** Appends the tour of a plan to `walk`. The plan is used up. */
export function walkPlan(frame: Frame, plan: TourPlan, walk: Walk): void {
  const rows = frame.blocks + 1;
  const vertices = plan.columns * rows;
  if (up.length < vertices) reserve(vertices);
  const edges = layOut(frame, plan, vertices, rows);

  let start = 0;
  let end = 0;
  for (let c = 0; c < plan.columns; c++) {
    if (plan.aisle[c] === frame.startAisle) start = c * rows + frame.startCrossAisle;
    if (plan.aisle[c] === frame.endAisle) end = c * rows + frame.endCrossAisle;
  }
  // The trail is found from its end: from `end` it comes out with `start` first.
  let depth = 0;
  let length = 0;
  stack[depth++] = end;
  while (depth > 0) {
    const v = stack[depth - 1]!;
    const row = v % rows;
    if (row < rows - 1 && up[v]! > 0) {
      up[v]!--;
      stack[depth++] = v + 1;
    } else if (right[v]! > 0) {
      right[v]!--;
      stack[depth++] = v + rows;
    } else if (row > 0 && up[v - 1]! > 0) {
      up[v - 1]!--;
      stack[depth++] = v - 1;
    } else if (v >= rows && right[v - rows]! > 0) {
      right[v - rows]!--;
      stack[depth++] = v - rows;
    } else {
      trail[length++] = v;
      depth--;
    }
  }
  if (length !== edges + 1 || trail[0] !== start) throw new Error('tour plan is not one trail from start to end');

  for (let at = 0; at < length; at++) {
    const v = trail[at]!;
    const column = (v / rows) | 0;
    const row = v - column * rows;
    const aisle = plan.aisle[column]!;
    walk.pass(frame, aisle, row);
    if (entered[v] === 0) {
      entered[v] = 1;
      enterSubaisles(frame, plan, walk, column, row);
    }
    if (at + 1 === length) break;
    const step = trail[at + 1]! - v;
    if (rows > 1 && (step === 1 || step === -1)) {
      passThrough(frame, plan, walk, column, step === 1 ? row : row - 1, step === 1);
    }
  }
}

/** Lays the stretches of the plan out as edges between vertices; returns how many there are. */
function layOut(frame: Frame, plan: TourPlan, vertices: number, rows: number): number {
  const { blocks } = frame;
  let edges = 0;
  for (let v = 0; v < vertices; v++) {
    entered[v] = 0;
    right[v] = plan.across[v]!;
    const column = (v / rows) | 0;
    const row = v - column * rows;
    const served = row < blocks ? plan.served[column * blocks + row]! : NOT_WALKED;
    up[v] = served === ONE_PASS ? 1 : served === TWO_PASSES ? 2 : 0;
    edges += up[v]! + right[v]!;
  }
  return edges;
}

/** The detours from a crossing into the subaisles above and below it. */
function enterSubaisles(frame: Frame, plan: TourPlan, walk: Walk, column: number, row: number): void {
  const { blocks, first, picks } = frame;
  const aisle = plan.aisle[column]!;
  if (row < blocks) {
    const s = aisle * blocks + row;
    const served = plan.served[column * blocks + row]!;
    if (served === FROM_FRONT || served === LARGEST_GAP) {
      const end = served === FROM_FRONT ? first[s + 1]! : first[s]! + picksBelowLargestGap(frame, s);
      for (let at = first[s]!; at < end; at++) walk.visit(picks[at]!);
      walk.pass(frame, aisle, row);
    }
  }
  if (row > 0) {
    const s = aisle * blocks + row - 1;
    const served = plan.served[column * blocks + row - 1]!;
    if (served === FROM_BACK || served === LARGEST_GAP) {
      const end = served === FROM_BACK ? first[s]! : first[s]! + picksBelowLargestGap(frame, s);
      for (let at = first[s + 1]! - 1; at >= end; at--) walk.visit(picks[at]!);
      walk.pass(frame, aisle, row);
    }
  }
}

/** Picks a subaisle on the first pass through it. */
function passThrough(frame: Frame, plan: TourPlan, walk: Walk, column: number, block: number, upwards: boolean): void {
  const { blocks, first, picks } = frame;
  if (plan.served[column * blocks + block] === NOT_WALKED) return;
  plan.served[column * blocks + block] = NOT_WALKED;
  const s = plan.aisle[column]! * blocks + block;
  if (upwards) for (let at = first[s]!; at < first[s + 1]!; at++) walk.visit(picks[at]!);
  else for (let at = first[s + 1]! - 1; at >= first[s]!; at--) walk.visit(picks[at]!);
}

function reserve(vertices: number): void {
  up = new Uint8Array(vertices);
  right = new Uint8Array(vertices);
  entered = new Uint8Array(vertices);
  // At most two copies of each of the two edges that go up or right from a vertex.
  stack = new Int32Array(4 * vertices + 1);
  trail = new Int32Array(4 * vertices + 1);
}
