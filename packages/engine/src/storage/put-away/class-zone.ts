// Class zone: goods of class A go to the nearest open locations, goods of class C to the farthest, the classes between in
// proportion. Of the open locations in order of distance from the depot, a class takes the one with as many nearer ones to
// farther ones as there are SKUs more popular than the class to SKUs less popular than it.
//
// Source:     the class-based turnover assignment of Hausman, W.H., Schwarz, L.B. & Graves, S.C. (1976), Management Science
//             22(6), 629-638, at the level of one put-away; zones that follow what is open, so none is full while another is
//             empty.
// Applies to: DCs with an order history and a reserve that is picked from, or fetched from often.
// Cost:       one query to the index of open locations: O(kinds of slots × log locations).
//
// Worked example: classes of 20, 30 and 50 %. Eight open locations 1 … 8 m away: A takes the one at 1 m, C the one at 8 m; for
// B 20 % of the SKUs are more popular and 50 % less: 0.2 / (0.2 + 0.5) · 7 = 2, which has two nearer ones and five farther
// ones: 3 m.

import type { PutAwayPolicy } from '../policy.ts';
import { needsPopularity } from '../storage-assignment/full-turnover.ts';

export const classZone: PutAwayPolicy = {
  id: 'class-zone',
  names: { ko: '등급별 구역의 빈 위치', en: 'Open location of the class zone' },
  supports: needsPopularity,
  decide(view) {
    const { from, to } = view.classBand();
    const others = from + (1 - to);
    return view.openAtShare(others > 0 ? from / others : 0);
  },
};
