// Random open location: goods go to any empty location that takes them, each with the same chance.
//
// Source:     the random storage of Hausman, W.H., Schwarz, L.B. & Graves, S.C. (1976), "Optimal storage assignment in
//             automatic warehousing systems", Management Science 22(6), 629-638, at the level of one put-away.
// Applies to: everything. What happens where nobody keeps a record of the free places.
// Cost:       O(1).
//
// Worked example: open locations 4, 7 and 9; a draw of 1 out of 3 gives location 7.

import { SUPPORTED } from '../../model/policy.ts';
import type { PutAwayPolicy } from '../policy.ts';

export const randomOpen: PutAwayPolicy = {
  id: 'random-open',
  names: { ko: '임의의 빈 위치', en: 'Random open location' },
  supports: () => SUPPORTED,
  decide(view, random) {
    return view.openCount === 0 ? -1 : view.openLocation(random.integer(view.openCount));
  },
};
