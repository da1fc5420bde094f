// Duration of stay: units that will soon be gone go near, units that will stay long go far. Of the open locations in order of
// distance from the depot, they take the one at the share of the SKUs that are asked for whose goods stay a shorter time.
//
// The stay of these units is that of their middle one under first in, first out: (stock on hand + half of the units) ÷ demand.
// The stay of an SKU's goods is its mean stock ÷ demand (storage-assignment/mean-stock.ts). What nobody asks for goes farthest.
//
// Source:     Goetschalckx, M. & Ratliff, H.D. (1990), "Shared storage policies based on the duration stay of unit loads",
//             Management Science 36(9), 1120-1132, the adaptive policy: no replenishment has to be perfectly balanced.
// Applies to: DCs with expected demand and initial stock. Two loads of one SKU may go to different ends of the DC.
// Cost:       one query to the index of open locations, and O(lots of the SKU).
//
// Worked example: the goods of four SKUs stay 1, 2, 4 and 8 days. 10 units of an SKU with 25 in stock and 10 asked for a day stay
// (25 + 5) / 10 = 3 days: longer than two of four, share 0.5; of five open locations the middle one.

import type { PutAwayPolicy } from '../policy.ts';
import { durationOfStay as assignment } from '../storage-assignment/duration-of-stay.ts';

export const durationOfStay: PutAwayPolicy = {
  id: 'duration-of-stay',
  names: { ko: '체류 기간에 따른 빈 위치', en: 'Duration of stay' },
  supports: (model) => assignment.supports(model),
  decide: (view) => view.openAtShare(view.stayShare()),
};
