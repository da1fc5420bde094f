// Return routing: every aisle that holds a pick is entered and left from the front.
//
// Source:     Hall, R.W. (1993), IIE Transactions 25(4), 76-87; Petersen, C.G. (1997), "An evaluation of order picking
//             routeing policies", International Journal of Operations & Production Management 17(11), 1098-1111.
// Applies to: any rectangular layout; the only rule that needs no back cross-aisle.
// Cost:       O(p log p) for p picks.
//
// Worked example (aisles 10 m long, 2 m apart; depot at the front of aisle 0; picks 3 m deep in aisle 0, 6 m in aisle 2):
// in 3, out 3, across 4, in 6, out 6, back 4 = 26 m.
//
// Several blocks (block-sweep.ts): the farthest block from its front as above. A nearer block is reached at its back: the
// nearer of its leftmost and rightmost aisles with picks is walked through to the front, and the others are entered and
// left from there.

import type { BlockRule, Sweep } from './block-sweep.ts';
import { sweepBlocks } from './block-sweep.ts';
import type { RectangularAlgorithm } from './rectangular.ts';

const rule: BlockRule = {
  fromFront(sweep: Sweep, block: number): void {
    const left = sweep.leftmost(block);
    const right = sweep.rightmost(block);
    const step = sweep.nearer(left, right) === left ? 1 : -1;
    const beyond = (step === 1 ? right : left) + step;
    for (let aisle = step === 1 ? left : right; aisle !== beyond; aisle += step) {
      if (sweep.holds(aisle, block)) sweep.returnVisit(aisle, block);
    }
  },

  fromBack(sweep: Sweep, block: number): void {
    sweep.traverseDown(sweep.nearer(sweep.leftmost(block), sweep.rightmost(block)), block);
    if (sweep.leftmost(block) >= 0) rule.fromFront(sweep, block);
  },
};

export const returnWalk: RectangularAlgorithm = {
  id: 'return',
  oriented: true,
  walk: (frame, walk) => sweepBlocks(frame, walk, rule),
};
