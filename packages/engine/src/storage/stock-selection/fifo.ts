// First in, first out (FIFO): the lot received first. Lots received together: the one within reach, then the nearer one.
//
// Source:     the usual rule of stock rotation; see van den Berg, J.P. (1999), "A literature survey on planning and
//             control of warehousing systems", IIE Transactions 31(8), 751-762.
// Applies to: everything; with shelf lives that differ between lots, FEFO keeps goods from expiring and FIFO does not.
// Cost:       O(lots).
//
// Worked example: lots received on days 3, 1, 1; the second lies on a high pallet, the third on the floor: the third.

import { SUPPORTED } from '../../model/policy.ts';
import type { StockSelectionPolicy } from '../policy.ts';
import { byDistance, byReach, byReceipt, leastLot } from './least.ts';

const keys = [byReceipt, byReach, byDistance];

export const fifo: StockSelectionPolicy = {
  id: 'fifo',
  names: { ko: '선입선출', en: 'First in, first out (FIFO)' },
  supports: () => SUPPORTED,
  decide: (view) => leastLot(view, keys),
};
