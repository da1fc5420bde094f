// Composite routing: out to the farthest aisle and back, each way between two aisles walked twice in all, and every aisle
// walked through or served from one of its ends, on the way there or on the way back; never from both.
//
// Source:     the "composite" column of the order-batching results for the instances of Muter, İ. and Öncan, T. (2015), IIE
//             Transactions 47(7), 728-738. The list does not define it: this rule equals its proven optima, and neither the
//             aisle-by-aisle choice of Petersen (1997) nor combined routing does. The depot counts as a pick of its aisle.
// Applies to: one block and a tour that comes back, as above. Several blocks or another end: the shortest tour that splits
//             no aisle. Practical for as many blocks as optimal.
// Cost:       as optimal, whose programmes it runs without the largest gap.
//
// Worked example (aisles 10 m long, 2 m apart; depot at the front of aisle 0; picks 5 m deep in aisles 0 and 2, and 2 m and
// 9 m in aisle 1): up 10, across 2, down 10, across 2, in and out 5 + 5, back 4 = 38 m. With the gap in aisle 1 left out, as
// optimal does, 34 m.

import { walkShortest } from './optimal.ts';
import type { RectangularAlgorithm } from './rectangular.ts';

export const compositeWalk: RectangularAlgorithm = {
  id: 'composite',
  oriented: false,
  walk: (frame, walk) => walkShortest(frame, walk, false),
};
