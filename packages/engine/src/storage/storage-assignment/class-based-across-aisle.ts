// Class-based storage (ABC), across-aisle zones: the first class lies at the front of every aisle, the next class behind it.
// Within its zone an SKU gets any location, each with the same chance.
//
// Source:     Petersen, C.G. & Schmenner, R.W. (1999), "An evaluation of routing and volume-based storage policies in an
//             order picking operation", Decision Sciences 30(2), 481-501; Petersen, C.G., Aase, G.R. & Heiser, D.R. (2004),
//             IJPDLM 34(7), 534-544.
// Applies to: DCs with an order history whose pickers turn round in the aisle (return, midpoint, largest gap). Nearly useless
//             where they walk aisles from end to end (S-shape).
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: two aisles of five slots, the depot in front of the first, ten equal SKUs, classes of 40 and 60 %: the four
// most popular SKUs share the two front slots of both aisles.

import type { StorageAssignmentPolicy } from '../policy.ts';
import { classBasedStorage } from './class-based.ts';

export const classBasedAcrossAisle: StorageAssignmentPolicy = {
  id: 'class-based-across-aisle',
  names: { ko: 'ABC 등급별 배정 (통로 앞쪽)', en: 'Class-based storage (ABC), across-aisle' },
  ...classBasedStorage('across-aisle'),
};
