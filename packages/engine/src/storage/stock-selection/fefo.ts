// First expired, first out (FEFO): the lot that expires first. Lots that expire together (or never): FIFO.
//
// Source:     good storage practice for food and medicines, e.g. World Health Organization (2011), Technical Report
//             Series 961, Annex 9, section on stock rotation.
// Applies to: everything; the same as FIFO for goods that do not expire.
// Cost:       O(lots).
//
// Worked example: lots received on days 1, 2, 3 that expire on days 30, 21, 21: the second.

import { SUPPORTED } from '../../model/policy.ts';
import type { StockSelectionPolicy } from '../policy.ts';
import { byDistance, byExpiry, byReach, byReceipt, leastLot } from './least.ts';

const keys = [byExpiry, byReceipt, byReach, byDistance];

export const fefo: StockSelectionPolicy = {
  id: 'fefo',
  names: { ko: '선한선출', en: 'First expired, first out (FEFO)' },
  supports: () => SUPPORTED,
  decide: (view) => leastLot(view, keys),
};
