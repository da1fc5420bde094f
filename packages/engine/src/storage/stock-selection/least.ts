// The candidate lot that comes first under a list of keys: the common shape of the stock selection rules.

import type { StockSelectionView } from '../policy.ts';

/** What orders two candidates; smaller comes first. */
export type LotKey = (view: StockSelectionView, candidate: number) => number;

export const byReceipt: LotKey = (view, candidate) => view.received(candidate);
export const byExpiry: LotKey = (view, candidate) => view.expiry(candidate);
/** Within reach of the hand before a pallet that has to be fetched down. */
export const byReach: LotKey = (view, candidate) => (view.handPick(candidate) ? 0 : 1);
export const byDistance: LotKey = (view, candidate) => view.depotDistance_m(candidate);

/** The candidate with the smallest first key, ties by the next key, at last by order of creation. */
export function leastLot(view: StockSelectionView, keys: readonly LotKey[]): number {
  let best = 0;
  for (let candidate = 1; candidate < view.count; candidate++) {
    for (const key of keys) {
      const ours = key(view, candidate);
      const theirs = key(view, best);
      if (ours === theirs) continue;
      if (ours < theirs) best = candidate;
      break;
    }
  }
  return best;
}
