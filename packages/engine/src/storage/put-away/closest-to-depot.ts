// Closest to the depot: goods go to the open location nearest to the picking depot, whatever the SKU. The closest-open-location
// rule (COL) as it was published, for racks that are served from one point.
//
// Source:     Hausman, W.H., Schwarz, L.B. & Graves, S.C. (1976), Management Science 22(6), 629-638, the closest-open-location
//             rule; Schwarz, L.B., Graves, S.C. & Hausman, W.H. (1978), "Scheduling policies for automatic warehousing systems:
//             simulation results", AIIE Transactions 10(3), 260-270, where it does as well as random storage.
// Applies to: everything. Keeps the used part of the DC compact.
// Cost:       one query to the index of open locations: O(kinds of slots × log locations).
//
// Worked example: open locations 4, 7 and 9 lie 30, 22 and 25 m from the depot: location 7.

import { SUPPORTED } from '../../model/policy.ts';
import type { PutAwayPolicy } from '../policy.ts';

export const closestToDepot: PutAwayPolicy = {
  id: 'closest-to-depot',
  names: { ko: '피킹 기점에서 가장 가까운 빈 위치', en: 'Open location closest to the depot' },
  supports: () => SUPPORTED,
  decide: (view) => view.openAtShare(0),
};
