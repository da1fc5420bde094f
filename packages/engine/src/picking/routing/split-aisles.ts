// What midpoint and largest-gap routing share: the first and the last aisle with picks are walked through, the aisles
// between are entered from both ends and split where the rule says.
//
// In one block: up the first aisle; along the back, entering each aisle down to its split; down the last aisle; along the
// front, entering each aisle up to its split; home. One aisle only: entered and left from the front. In several blocks
// (Roodbergen & de Koster 2001, section 3.2): a block reached at its back is picked from the back on the way to the farther
// of its outermost aisles, that aisle is walked through, and the rest is picked from the front on the way back.

import type { BlockRule, Sweep } from './block-sweep.ts';
import { sweepBlocks } from './block-sweep.ts';
import type { Frame } from './frame.ts';
import type { RectangularAlgorithm } from './rectangular.ts';

/** How many of the picks of subaisle `s` of block `block` are served from the front; the others from the back. */
export type SplitRule = (frame: Frame, s: number, block: number) => number;

/** The routing algorithm that splits aisles by `split`. */
export function splittingWalk(id: string, split: SplitRule): RectangularAlgorithm {
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
      const { frame } = sweep;
      const left = sweep.leftmost(block);
      const right = sweep.rightmost(block);
      // The last aisle is the farther one; where both are equally far, the right one.
      const step = sweep.nearer(left, right) === left ? 1 : -1;
      const first = step === 1 ? left : right;
      const last = step === 1 ? right : left;
      for (let aisle = first; aisle !== last; aisle += step) {
        if (!sweep.holds(aisle, block)) continue;
        const s = aisle * frame.blocks + block;
        const fromFront = split(frame, s, block);
        if (fromFront < frame.picksIn(s)) sweep.enterFromBack(aisle, block, fromFront);
      }
      sweep.traverseDown(last, block);
      for (let aisle = last; aisle !== first - step; aisle -= step) {
        if (!sweep.holds(aisle, block)) continue;
        const fromFront = split(frame, aisle * frame.blocks + block, block);
        if (fromFront > 0) sweep.enterFromFront(aisle, block, fromFront);
      }
    },
  };
  return { id, oriented: true, walk: (frame, walk) => sweepBlocks(frame, walk, rule) };
}
