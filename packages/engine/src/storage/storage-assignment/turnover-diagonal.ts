// Full turnover, diagonal: the most popular SKUs lie in the corner by the depot, ranks run along diagonals away from it.
//
// Source:     Petersen, C.G. & Schmenner, R.W. (1999), "An evaluation of routing and volume-based storage policies in an
//             order picking operation", Decision Sciences 30(2), 481-501.
// Applies to: DCs with an order history; a compromise between within-aisle and across-aisle, for mixed routing.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: three aisles 3 m apart with slots 1, 2 and 3 m deep, the depot in front of the first; SKUs with 9, 8, 7 and
// 6 lines a day: aisle 0 at 1 m (0/6 + 1/3), aisle 0 at 2 m (2/3), aisle 1 at 1 m (3/6 + 1/3), aisle 0 at 3 m (1).

import type { StorageAssignmentPolicy } from '../policy.ts';
import { turnoverStorage } from './full-turnover.ts';

export const turnoverDiagonal: StorageAssignmentPolicy = {
  id: 'turnover-diagonal',
  names: { ko: '회전율 순 배정 (대각선)', en: 'Full turnover, diagonal' },
  ...turnoverStorage('diagonal'),
};
