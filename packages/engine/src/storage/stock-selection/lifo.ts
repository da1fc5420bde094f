// Last in, first out (LIFO): the lot received last. Lots received together: the one within reach, then the nearer one.
//
// Source:     the opposite of stock rotation, and what block stacking and drive-in racks force; Bartholdi, J.J. & Hackman, S.T.
//             (2019), "Warehouse & Distribution Science", release 0.98.1, on pallet storage.
// Applies to: goods that neither expire nor age, for comparison. Where the scenario wants first expired, first out, it chooses
//             among lots that expire together only.
// Cost:       O(lots).
//
// Worked example: lots received on days 1, 3, 3; the second lies on a high pallet, the third on the floor: the third.

import { SUPPORTED } from '../../model/policy.ts';
import type { StockSelectionPolicy } from '../policy.ts';
import { byDistance, byReach, byReceipt, leastLot, type LotKey } from './least.ts';

const byLatestReceipt: LotKey = (view, candidate) => -byReceipt(view, candidate);
const keys = [byLatestReceipt, byReach, byDistance];

export const lifo: StockSelectionPolicy = {
  id: 'lifo',
  names: { ko: '후입선출', en: 'Last in, first out (LIFO)' },
  supports: () => SUPPORTED,
  decide: (view) => leastLot(view, keys),
};
