// Class-based storage (ABC), within-aisle zones: the first class fills whole aisles, the nearest first, the next class goes on
// where it ended. Within its zone an SKU gets any location, each with the same chance.
//
// Source:     Jarvis, J.M. & McDowell, E.D. (1991), "Optimal product layout in an order picking warehouse", IIE
//             Transactions 23(1), 93-102; Petersen, C.G., Aase, G.R. & Heiser, D.R. (2004), IJPDLM 34(7), 534-544.
// Applies to: DCs with an order history whose pickers walk aisles from end to end (S-shape): few aisles are entered.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: two aisles of five slots, the depot in front of the first, ten equal SKUs, classes of 50 and 50 %: the five
// most popular SKUs share the first aisle.

import type { StorageAssignmentPolicy } from '../policy.ts';
import { classBasedStorage } from './class-based.ts';

export const classBasedWithinAisle: StorageAssignmentPolicy = {
  id: 'class-based-within-aisle',
  names: { ko: 'ABC 등급별 배정 (통로 단위)', en: 'Class-based storage (ABC), within-aisle' },
  ...classBasedStorage('within-aisle'),
};
