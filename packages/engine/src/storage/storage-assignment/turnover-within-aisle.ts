// Full turnover, within-aisle: the most popular SKUs fill the nearest aisle from its front to its back, the next ones the next
// aisle.
//
// Source:     Jarvis, J.M. & McDowell, E.D. (1991), "Optimal product layout in an order picking warehouse", IIE
//             Transactions 23(1), 93-102: optimal for one block walked from end to end (S-shape) with independent picks, the
//             depot in front of an outer aisle.
// Applies to: DCs with an order history, above all with S-shape routing.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: two aisles 4 m apart with slots 1 and 2 m deep, the depot in front of the first; SKUs with 4, 3, 2 and 1
// lines a day: aisle 0 at 1 m, aisle 0 at 2 m, aisle 1 at 1 m, aisle 1 at 2 m.

import type { StorageAssignmentPolicy } from '../policy.ts';
import { turnoverStorage } from './full-turnover.ts';

export const turnoverWithinAisle: StorageAssignmentPolicy = {
  id: 'turnover-within-aisle',
  names: { ko: '회전율 순 배정 (통로 단위)', en: 'Full turnover, within-aisle' },
  ...turnoverStorage('within-aisle'),
};
