// Aisle-by-aisle routing: every aisle that holds a pick is visited once, from left to right, and all its blocks are picked
// before the next; the cross-aisles taken from aisle to aisle are those that make the tour shortest.
//
// Source:     Vaughan, T.S. and Petersen, C.G. (1999), "The effect of warehouse cross aisles on order picking efficiency",
//             International Journal of Production Research 37(4), 881-897.
// Applies to: any rectangular layout; made for several blocks. In one block never longer than combined.
// Cost:       O(p log p) for p picks and O(aisles · cross-aisles²).
//
// Worked example (two blocks of 10 m, aisles 5 m apart, depot at the front of aisle 0; picks 4 m into block 1 of aisle 0 and
// 3 m into block 0 of aisle 1): 14 up, 4 back to the middle cross-aisle, 5 across, 10 down, 5 back = 38 m.

import type { Frame } from './frame.ts';
import type { RectangularAlgorithm } from './rectangular.ts';
import type { Walk } from './walk.ts';

// Least metres to stand on each cross-aisle behind the columns done, and per column and cross-aisle where one came from.
let reached_m = new Float64Array(0);
let next_m = new Float64Array(0);
let column = new Int32Array(0);
let cameFrom = new Int32Array(0);

/** Metres from height `from` through `low` … `high` to height `to`; `upwards`: to `low` first. */
function through_m(from: number, to: number, low: number, high: number, upwards: boolean): number {
  return high - low + (upwards ? Math.abs(from - low) + Math.abs(to - high) : Math.abs(from - high) + Math.abs(to - low));
}

function walkTour(frame: Frame, walk: Walk): void {
  const { aisles, blocks, x_m, y_m, first, heights_m } = frame;
  const rows = blocks + 1;
  if (reached_m.length < rows) {
    reached_m = new Float64Array(rows);
    next_m = new Float64Array(rows);
  }
  if (column.length < aisles || cameFrom.length < aisles * rows) {
    column = new Int32Array(aisles);
    cameFrom = new Int32Array(aisles * rows);
  }
  walk.pass(frame, frame.startAisle, frame.startCrossAisle);
  const lowest = (aisle: number): number => {
    let block = 0;
    while (frame.picksIn(aisle * blocks + block) === 0) block++;
    return y_m[block]! + heights_m[first[aisle * blocks + block]!]!;
  };
  const highest = (aisle: number): number => {
    let block = blocks - 1;
    while (frame.picksIn(aisle * blocks + block) === 0) block--;
    return y_m[block]! + heights_m[first[aisle * blocks + block + 1]! - 1]!;
  };

  let columns = 0;
  let here = frame.startAisle;
  for (let row = 0; row < rows; row++) reached_m[row] = Math.abs(y_m[row]! - y_m[frame.startCrossAisle]!);
  for (let aisle = 0; aisle < aisles; aisle++) {
    if (first[(aisle + 1) * blocks]! === first[aisle * blocks]!) continue;
    const across_m = Math.abs(x_m[aisle]! - x_m[here]!);
    const low = lowest(aisle);
    const high = highest(aisle);
    for (let to = 0; to < rows; to++) {
      next_m[to] = Infinity;
      for (let from = 0; from < rows; from++) {
        const up_m = through_m(y_m[from]!, y_m[to]!, low, high, true);
        const down_m = through_m(y_m[from]!, y_m[to]!, low, high, false);
        const length = reached_m[from]! + across_m + Math.min(up_m, down_m);
        if (length >= next_m[to]!) continue;
        next_m[to] = length;
        cameFrom[columns * rows + to] = from;
      }
    }
    [reached_m, next_m] = [next_m, reached_m];
    column[columns++] = aisle;
    here = aisle;
  }

  // The cross-aisle on which the last column is left, then those before it; kept where the choices stood.
  let row = 0;
  const home_m = (from: number): number => reached_m[from]! + Math.abs(y_m[from]! - y_m[frame.endCrossAisle]!);
  for (let from = 1; from < rows; from++) if (home_m(from) < home_m(row)) row = from;
  for (let c = columns - 1; c >= 0; c--) {
    const from = cameFrom[c * rows + row]!;
    cameFrom[c * rows] = from;
    cameFrom[c * rows + 1] = row;
    row = from;
  }
  for (let c = 0; c < columns; c++) {
    const aisle = column[c]!;
    const from = cameFrom[c * rows]!;
    const to = cameFrom[c * rows + 1]!;
    const low = lowest(aisle);
    const high = highest(aisle);
    const upwards = through_m(y_m[from]!, y_m[to]!, low, high, true) <= through_m(y_m[from]!, y_m[to]!, low, high, false);
    walk.pass(frame, aisle, from);
    const begin = first[aisle * blocks]!;
    const end = first[(aisle + 1) * blocks]!;
    if (upwards) for (let at = begin; at < end; at++) walk.visit(frame.picks[at]!);
    else for (let at = end - 1; at >= begin; at--) walk.visit(frame.picks[at]!);
    walk.pass(frame, aisle, to);
  }
  walk.pass(frame, frame.endAisle, frame.endCrossAisle);
}

export const aisleByAisleWalk: RectangularAlgorithm = { id: 'aisle-by-aisle', oriented: true, walk: walkTour };
