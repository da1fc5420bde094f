// Class-based storage (ABC), diagonal zones: the first class lies in the corner by the depot, bounded by a diagonal; the next
// class in the strip behind it. Within its zone an SKU gets any location, each with the same chance.
//
// Source:     Petersen, C.G. & Schmenner, R.W. (1999), "An evaluation of routing and volume-based storage policies in an
//             order picking operation", Decision Sciences 30(2), 481-501; Petersen, C.G., Aase, G.R. & Heiser, D.R. (2004),
//             IJPDLM 34(7), 534-544.
// Applies to: DCs with an order history. A compromise between within-aisle and across-aisle zones, for mixed routing.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: three aisles 3 m apart with slots 1, 2 and 3 m deep, the depot in front of the first, nine equal SKUs,
// classes of 1/3 and 2/3: the three most popular share the two front slots of the first aisle and the front slot of the
// second (3/6 + 1/3 before 0/6 + 3/3).

import type { StorageAssignmentPolicy } from '../policy.ts';
import { classBasedStorage } from './class-based.ts';

export const classBasedDiagonal: StorageAssignmentPolicy = {
  id: 'class-based-diagonal',
  names: { ko: 'ABC 등급별 배정 (대각선)', en: 'Class-based storage (ABC), diagonal' },
  ...classBasedStorage('diagonal'),
};
