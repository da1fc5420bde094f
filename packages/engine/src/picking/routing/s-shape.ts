// S-shape (traversal) routing: walk every aisle that holds a pick from end to end. With an odd number of aisles the last
// one is entered and left from the front.
//
// Source:     Hall, R.W. (1993), "Distance approximations for routing manual pickers in a warehouse", IIE Transactions
//             25(4), 76-87. Several blocks: Roodbergen & de Koster (2001), section 3.1 (see block-sweep.ts).
// Applies to: any rectangular layout whose aisles are narrow enough to pick both sides in one pass.
// Cost:       O(p log p) for p picks.
//
// Worked example (aisles 10 m long, 2 m apart; depot at the front of aisle 0):
//
//   back   +---------+---------+     picks in aisles 0 and 2:
//          |         |         |       up 10, across 4, down 10, back 4              = 28 m
//   depot  +---------+---------+     picks in 0, 1 and, 6 m deep, 2:
//        aisle 0   aisle 1   aisle 2   up 10, 2, down 10, 2, in 6, out 6, back 4     = 40 m
//
// From the back of a block the picker begins at the nearer of the leftmost and the rightmost aisle with picks.

import type { BlockRule, Sweep } from './block-sweep.ts';
import { sweepBlocks } from './block-sweep.ts';
import type { RectangularAlgorithm } from './rectangular.ts';

const rule: BlockRule = {
  fromFront(sweep: Sweep, block: number): void {
    const left = sweep.leftmost(block);
    if (left === sweep.rightmost(block)) {
      sweep.returnVisit(left, block);
      return;
    }
    sweep.traverseUp(left, block);
    rule.fromBack(sweep, block);
  },

  fromBack(sweep: Sweep, block: number): void {
    const left = sweep.leftmost(block);
    const right = sweep.rightmost(block);
    const step = sweep.nearer(left, right) === left ? 1 : -1;
    const last = step === 1 ? right : left;
    let atBack = true;
    for (let aisle = step === 1 ? left : right; aisle !== last; aisle += step) {
      if (!sweep.holds(aisle, block)) continue;
      if (atBack) sweep.traverseDown(aisle, block);
      else sweep.traverseUp(aisle, block);
      atBack = !atBack;
    }
    if (atBack) sweep.traverseDown(last, block);
    else sweep.returnVisit(last, block);
  },
};

export const sShapeWalk: RectangularAlgorithm = {
  id: 's-shape',
  oriented: true,
  walk: (frame, walk) => sweepBlocks(frame, walk, rule),
};
