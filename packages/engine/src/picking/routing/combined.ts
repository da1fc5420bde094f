// Combined routing: every aisle that holds a pick is visited once, walked through or entered and left from the end at which
// the picker stands, whichever makes the sweep of the block shortest.
//
// Source:     Roodbergen, K.J. and de Koster, R. (2001), "Routing methods for warehouses with multiple cross aisles",
//             International Journal of Production Research 39(9), 1865-1883, section 3.4. It makes the best of what Petersen
//             (1997), "An evaluation of order picking routeing policies", chooses aisle by aisle in his composite heuristic.
// Applies to: any rectangular layout. Never longer than S-shape and return, whose order of aisles and blocks it keeps.
// Cost:       O(p log p) for p picks; see block-programme.ts.
//
// Worked example (aisles 10 m long, 2 m apart; depot at the front of aisle 0; picks 4 m deep in aisle 0, 9 m in aisle 1 and
// 8 m in aisle 2): up 10, across 2, in and out at the back 1 + 1, across 2, down 10, back 4 = 30 m; S-shape 44 m, return 50 m.

import type { BlockRule, Sweep } from './block-sweep.ts';
import { sweepBlocks } from './block-sweep.ts';
import { walkBlock } from './block-programme.ts';
import type { RectangularAlgorithm } from './rectangular.ts';

/** From the nearer of the leftmost and the rightmost aisle with picks to the other. */
function sweepBlock(sweep: Sweep, block: number, startsAtFront: boolean): void {
  const left = sweep.leftmost(block);
  const right = sweep.rightmost(block);
  if (sweep.nearer(left, right) === left) walkBlock(sweep, block, left, right, startsAtFront);
  else walkBlock(sweep, block, right, left, startsAtFront);
}

const rule: BlockRule = {
  fromFront: (sweep, block) => sweepBlock(sweep, block, true),
  fromBack: (sweep, block) => sweepBlock(sweep, block, false),
};

export const combinedWalk: RectangularAlgorithm = {
  id: 'combined',
  oriented: true,
  walk: (frame, walk) => sweepBlocks(frame, walk, rule),
};
