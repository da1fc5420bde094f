// Closest stock: a lot within reach of the hand before a pallet to be fetched down, then the one nearest to the depot.
// The shortest way for the picker and the worst rotation: for comparison. Ties: FIFO.
//
// Source:     the nearest-location retrieval rule; van den Berg (1999), IIE Transactions 31(8), 751-762.
// Applies to: goods that do not expire.
// Cost:       O(lots).
//
// Worked example: lots 8 m away on a high pallet, 20 m and 14 m away on shelves: the third.

import { SUPPORTED } from '../../model/policy.ts';
import type { StockSelectionPolicy } from '../policy.ts';
import { byDistance, byReach, byReceipt, leastLot } from './least.ts';

const keys = [byReach, byDistance, byReceipt];

export const closest: StockSelectionPolicy = {
  id: 'closest',
  names: { ko: '가까운 재고 우선', en: 'Closest stock' },
  supports: () => SUPPORTED,
  decide: (view) => leastLot(view, keys),
};
