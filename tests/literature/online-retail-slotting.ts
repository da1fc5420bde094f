// The slotting search on the building of the storage table, under optimal routing; and what one assignment saves against another.

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { BlockTourLength } from '../../packages/engine/src/picking/routing/block-length.ts';
import type { StorageAssignmentView } from '../../packages/engine/src/storage/policy.ts';
import { ALL_ORDERS } from '../../packages/engine/src/storage/slotting/expected-orders.ts';
import type { SlottingSearch } from '../../packages/engine/src/storage/slotting/search.ts';
import { SlottingSite } from '../../packages/engine/src/storage/slotting/site.ts';
import { AISLE_M, AISLES, mean, PITCH_M } from './online-retail-building.ts';

/** A search that learns from the past orders of the view alone, and starts from these homes. */
export function slottingSearch(view: StorageAssignmentView, start: Int32Array, seed: string): SlottingSearch {
  const site = new SlottingSite(view);
  const { subaisle, aisle, depth_m } = site.floor;
  const aisles_x_m = Array.from({ length: AISLES }, (_, i) => i * PITCH_M);
  const block = new BlockTourLength(
    aisles_x_m,
    AISLE_M,
    0,
    subaisle.map((s) => aisle[s]!),
    depth_m,
  );
  const exact = site.sortedTours((points, from, end) => block.tour_m(points, from, end));
  return site.search(start.slice(), ALL_ORDERS, exact, new RandomStream(seed));
}

const WEEK_D = 7;
/** Two-sided 95 %: normal for the many orders, Student's t for the 14 degrees of freedom of 15 weeks. */
const NORMAL = 1.96;
const STUDENT_14 = 2.145;

export interface Saving {
  /** Mean of before - after over the orders, metres a tour. */
  readonly saved_m: number;
  /** Half the width of its 95 % confidence interval, over orders and over weeks, metres. */
  readonly orders_m: number;
  readonly weeks_m: number;
}

/** What one assignment saves against another on the same orders. @param day per order. */
export function savingOf(before_m: Float64Array, after_m: Float64Array, day: Float64Array): Saving {
  const saved = before_m.map((length, order) => length - after_m[order]!);
  const saved_m = mean(saved);
  const weeks: { orders: number; saved_m: number }[] = [];
  saved.forEach((length, order) => {
    const week = (weeks[Math.floor(day[order]! / WEEK_D)] ??= { orders: 0, saved_m: 0 });
    week.orders++;
    week.saved_m += length;
  });
  // The mean as a ratio of the weeks' sums: the residuals of the sums are what varies from week to week.
  const residual = weeks.reduce((sum, week) => sum + (week.saved_m - week.orders * saved_m) ** 2, 0);
  const weekError_m = Math.sqrt((residual * weeks.length) / (weeks.length - 1)) / saved.length;
  const variance = saved.reduce((sum, length) => sum + (length - saved_m) ** 2, 0) / (saved.length - 1);
  return { saved_m, orders_m: NORMAL * Math.sqrt(variance / saved.length), weeks_m: STUDENT_14 * weekError_m };
}
