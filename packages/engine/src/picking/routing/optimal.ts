// Optimal routing: the shortest tour, proved.
//
// One block and a tour that comes back to its depot: Ratliff & Rosenthal (1983), see ratliff-rosenthal.ts. Otherwise the
// dynamic programme over the classes of partial tours, see aisle-programme.ts. Both are exact for every number of aisles
// and picks. Milliseconds for 30 picks in 10 aisles: 0.002 in one block, 0.04 in two, 0.3 in three, 2 in four, 12 in five,
// some 150 in six (routing.bench.ts); tours that end elsewhere take up to seven times as long. proved-tour.ts says what is given
// where that is too long.
//
// Worked example (aisles 10 m long, 2 m apart; depot at the front of aisle 0; picks in 0, 1 and, 6 m deep, 2, at 9, 9 and
// 6 m): S-shape needs 40 m; up 10, across 2, in and out 1 + 1, 2, down 10, back 4 = 30 m is the shortest.

import { aisleProgramme } from './aisle-programme.ts';
import type { Frame } from './frame.ts';
import { ratliffRosenthal } from './ratliff-rosenthal.ts';
import type { RectangularAlgorithm } from './rectangular.ts';
import { TourPlan, walkPlan } from './tour-plan.ts';
import type { Walk } from './walk.ts';

/** Most blocks of a storage area for which optimal routing is offered inside a simulation. */
export const MAX_OPTIMAL_BLOCKS = 4;

const plan = new TourPlan();

/** Length of the shortest tour of a frame (not oriented), metres; leaves its plan. @param known_m length of a known tour. */
function solve(frame: Frame, splits: boolean, known_m?: number): number {
  plan.begin(frame);
  const closed = frame.startAisle === frame.endAisle && frame.startCrossAisle === frame.endCrossAisle;
  if (closed && frame.blocks === 1) return ratliffRosenthal(frame, plan, splits);
  return aisleProgramme(frame, plan, splits, known_m);
}

/** Walks the shortest tour of a frame (not oriented). @param known_m length of a known tour, if any: it saves work. */
export function walkShortest(frame: Frame, walk: Walk, splits = true, known_m?: number): void {
  if (frame.count === 0) {
    walk.pass(frame, frame.startAisle, frame.startCrossAisle);
    walk.pass(frame, frame.endAisle, frame.endCrossAisle);
    return;
  }
  solve(frame, splits, known_m);
  walkPlan(frame, plan, walk);
}

export const optimalWalk: RectangularAlgorithm = {
  id: 'optimal',
  oriented: false,
  walk: (frame, walk) => walkShortest(frame, walk),
};

/** Length of the shortest tour of a frame, metres, without the tour itself. */
export function optimalLength_m(frame: Frame): number {
  if (frame.count > 0) return solve(frame, true);
  return (
    Math.abs(frame.x_m[frame.startAisle]! - frame.x_m[frame.endAisle]!) +
    Math.abs(frame.y_m[frame.startCrossAisle]! - frame.y_m[frame.endCrossAisle]!)
  );
}
