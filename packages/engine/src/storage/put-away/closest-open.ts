// Closest open location: goods go to the empty location nearest to their item's home, so that the reserve lies beside the
// pick face. Ties: the lowest location number.
//
// Source:     the closest-open-location rule of Hausman, Schwarz & Graves (1976), Management Science 22(6), 629-638,
//             measured from the pick face, as a forward/reserve layout asks for. An item without a home is put nearest to
//             where the goods stand: the rule as published.
// Applies to: everything.
// Cost:       one query to the index of open locations: O(aisles).
//
// Worked example: open locations 4, 7 and 9 lie 12, 5 and 5 m from the home: location 7.

import { SUPPORTED } from '../../model/policy.ts';
import type { PutAwayPolicy } from '../policy.ts';

export const closestOpen: PutAwayPolicy = {
  id: 'closest-open',
  names: { ko: '지정 위치에서 가장 가까운 빈 위치', en: 'Closest open location' },
  supports: () => SUPPORTED,
  decide: (view) => view.nearestOpen(),
};
