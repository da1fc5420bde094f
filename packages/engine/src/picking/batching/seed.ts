// Seed batching: a seed order opens a batch, then the order that suits it best joins, until none fits.
//
// Source:     de Koster, R., van der Poort, E.S. and Wolters, M. (1999), "Efficient orderbatching methods in warehouses",
//             International Journal of Production Research 37(7), 1479-1504: seed order by the longest tour; accompanying
//             order by the time saving; cumulative (against all orders of the batch) or single (against the seed alone).
//             Least additional time: Gibson, D.R. and Sharp, G.P. (1992), European Journal of Operational Research 58(1),
//             57-67.
// Applies to: any model and any routing policy; what a rule needs of the layout it reads from tour lengths.
// Cost:       at most n²/2 tours for n orders in one window (due-windows.ts).
//
//   saving(batch, order)     = tour(batch) + tour(order) - tour(batch and order)     the largest joins
//   additional(batch, order) = tour(batch and order) - tour(batch)                   the smallest joins
//
// Of orders that suit equally well the one with the longer tour joins (it is the harder one to place), then the earlier.
//
// Worked example (one aisle 10 m long, depot at its front, capacity 2 orders): orders at 9, 2, 8 and 3 m. The order at 9 m
// is the seed. It saves 16 m with the order at 8 m: {9, 8}. Then {3, 2}: 18 + 6 = 24 m.

import type { Names } from '../../model/building.ts';
import { SUPPORTED } from '../../model/policy.ts';
import { Load } from './capacity.ts';
import { dueWindows } from './due-windows.ts';
import type { BatchingPolicy, BatchingView } from './policy.ts';

/** Differences below this are rounding noise, metres. */
const LEAST_M = 1e-9;

interface AccompanyingRule {
  /** Against all orders of the batch, or the seed alone. */
  readonly cumulative: boolean;
  /** How well an order suits a batch: the most joins. Lengths in metres. */
  suits_m(batch: number, order: number, together: number): number;
}

export const seedTimeSaving = seedPolicy(
  'seed-time-saving',
  { ko: '시드: 최장 경로, 누적 절약', en: 'Seed: longest tour, cumulative time saving' },
  { cumulative: true, suits_m: (batch, order, together) => batch + order - together },
);

export const seedTimeSavingSingle = seedPolicy(
  'seed-time-saving-single',
  { ko: '시드: 최장 경로, 시드 기준 절약', en: 'Seed: longest tour, time saving with the seed' },
  { cumulative: false, suits_m: (batch, order, together) => batch + order - together },
);

export const seedAdditionalTime = seedPolicy(
  'seed-additional-time',
  { ko: '시드: 최장 경로, 최소 추가 시간', en: 'Seed: longest tour, least additional time' },
  { cumulative: true, suits_m: (batch, _order, together) => batch - together },
);

function seedPolicy(id: string, names: Names, rule: AccompanyingRule): BatchingPolicy {
  return {
    id,
    names,
    supports: () => SUPPORTED,
    decide: (view: BatchingView) => dueWindows(view).flatMap((window) => batchWindow(view, window, rule)),
  };
}

function batchWindow(view: BatchingView, window: readonly number[], rule: AccompanyingRule): number[][] {
  if (view.capacity.orders <= 1) return window.map((order) => [order]);
  const alone_m = new Map(window.map((order) => [order, view.tourLength_m([order])]));
  // From the longest tour down; equals stay in the window's sequence.
  const left = [...window].sort((a, b) => alone_m.get(b)! - alone_m.get(a)!);
  const batches: number[][] = [];
  const load = new Load();
  while (left.length > 0) {
    const seed = left.shift()!;
    const batch = [seed];
    batches.push(batch);
    load.clear();
    load.add(view, seed);
    let length_m = alone_m.get(seed)!;
    // What single rules know of each order; it does not change while the batch is filled.
    const withSeed_m = new Map<number, number>();
    for (;;) {
      let next = -1;
      let most_m = -Infinity;
      let nextLength_m = 0;
      for (let at = 0; at < left.length; at++) {
        const order = left[at]!;
        if (!load.takes(view, order)) continue;
        let together_m = withSeed_m.get(order);
        if (together_m === undefined) {
          together_m = view.tourLength_m(rule.cumulative ? [...batch, order] : [seed, order]);
          if (!rule.cumulative) withSeed_m.set(order, together_m);
        }
        const suits_m = rule.suits_m(length_m, alone_m.get(order)!, together_m);
        if (suits_m <= most_m + LEAST_M) continue;
        most_m = suits_m;
        next = at;
        nextLength_m = together_m;
      }
      if (next < 0) break;
      const [order] = left.splice(next, 1);
      batch.push(order!);
      load.add(view, order!);
      if (rule.cumulative) length_m = nextLength_m;
    }
  }
  return batches;
}
