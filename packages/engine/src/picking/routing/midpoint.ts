// Midpoint routing: aisles between the first and the last are entered from either end as far as the middle; picks beyond
// the middle are served from the back. First and last aisle are walked through.
//
// Source:     Hall, R.W. (1993), IIE Transactions 25(4), 76-87. Several blocks: see split-aisles.ts.
// Applies to: any rectangular layout; good with about one pick an aisle.
// Cost:       O(p log p) for p picks. A pick at the middle itself is served from the front.
//
// Worked example (aisles 10 m long, 2 m apart; depot at the front of aisle 0; picks in aisles 0 and 2, and 2 m and 7 m deep
// in aisle 1): up 10, 2, in and out 3 + 3, 2, down 10, 2, in and out 2 + 2, 2 = 38 m.

import { splittingWalk } from './split-aisles.ts';

export const midpointWalk = splittingWalk('midpoint', (frame, s, block) => {
  const middle_m = frame.length_m(block) / 2;
  const from = frame.first[s]!;
  let at = from;
  while (at < frame.first[s + 1]! && frame.heights_m[at]! <= middle_m) at++;
  return at - from;
});
