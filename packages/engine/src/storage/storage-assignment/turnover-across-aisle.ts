// Full turnover, across-aisle: the most popular SKUs lie at the front of every aisle, the least popular at the back.
//
// Source:     Petersen, C.G. & Schmenner, R.W. (1999), "An evaluation of routing and volume-based storage policies in an
//             order picking operation", Decision Sciences 30(2), 481-501.
// Applies to: DCs with an order history whose pickers turn round in the aisle (return above all); not for S-shape.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: two aisles 4 m apart with slots 1 and 2 m deep, the depot in front of the first; SKUs with 4, 3, 2 and 1
// lines a day: aisle 0 at 1 m, aisle 1 at 1 m, aisle 0 at 2 m, aisle 1 at 2 m.

import type { StorageAssignmentPolicy } from '../policy.ts';
import { turnoverStorage } from './full-turnover.ts';

export const turnoverAcrossAisle: StorageAssignmentPolicy = {
  id: 'turnover-across-aisle',
  names: { ko: '회전율 순 배정 (통로 앞쪽)', en: 'Full turnover, across-aisle' },
  ...turnoverStorage('across-aisle'),
};
