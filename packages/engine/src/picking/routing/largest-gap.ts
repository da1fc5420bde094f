// Largest-gap routing: in every aisle between the first and the last the longest stretch without a pick is left unwalked;
// picks below it are served from the front, picks above it from the back. First and last aisle are walked through.
//
// Source:     Hall, R.W. (1993), IIE Transactions 25(4), 76-87. Several blocks: see split-aisles.ts.
// Applies to: any rectangular layout; better than S-shape at low pick density, worse at high.
// Cost:       O(p log p) for p picks. Of equal gaps the one nearest to the front is left out.
//
// Worked example (aisles 10 m long, 2 m apart; depot at the front of aisle 0; picks in aisles 0 and 2, and 6 m and 7 m deep
// in aisle 1): the gap in aisle 1 is the 6 m to the front, so both are served from the back:
// up 10, 2, in and out 4 + 4, 2, down 10, back 4 = 36 m.

import { splittingWalk } from './split-aisles.ts';

export const largestGapWalk = splittingWalk('largest-gap', (frame, s, block) => {
  const from = frame.first[s]!;
  const end = frame.first[s + 1]!;
  let largest_m = frame.heights_m[from]!;
  let servedFromFront = 0;
  for (let at = from; at < end; at++) {
    const above_m = at + 1 < end ? frame.heights_m[at + 1]! : frame.length_m(block);
    const gap_m = above_m - frame.heights_m[at]!;
    if (gap_m > largest_m) {
      largest_m = gap_m;
      servedFromFront = at + 1 - from;
    }
  }
  return servedFromFront;
});
