// Cuts a wave into windows of orders that are due together, so that savings between orders stay affordable and an urgent
// order never waits for one that is not.
//
// Orders are taken by due time, then by release. A window ends where the next order is due more than MAX_DUE_SPREAD_TICKS
// after its first, or where it is full: pairs inside windows are at most the budget in all (windows never fall below
// LEAST_WINDOW orders). With a budget of 8,000 pairs whole waves up to about 125 orders are one window; 1,000 orders are
// cut into windows of 16.
//
// Worked example: orders due at 09:00, 09:10, 09:20, 11:00 and 11:05 form the windows {0, 1, 2} and {3, 4}.

import { TICKS_PER_MINUTE } from '../../base/units.ts';
import type { BatchingView } from './policy.ts';

/** Orders due further apart than this are not batched together. */
export const MAX_DUE_SPREAD_TICKS = 60 * TICKS_PER_MINUTE;
/** Pairs of orders whose common tour may be worked out in one decision. */
export const PAIR_BUDGET = 8_000;
const LEAST_WINDOW = 8;

/** The windows, earliest due first; every order in exactly one. With a budget of Infinity they end by due time alone. */
export function dueWindows(view: BatchingView, pairs = PAIR_BUDGET): number[][] {
  const { count } = view;
  const byDue = Array.from({ length: count }, (_, order) => order);
  byDue.sort((a, b) => {
    const dueA = view.due(a);
    const dueB = view.due(b);
    return dueA === dueB ? a - b : dueA < dueB ? -1 : 1;
  });
  return cut(view, byDue, largestWindow(count, pairs));
}

/** A window cut so that the pairs inside its pieces stay within the budget. */
export function pairWindows(view: BatchingView, window: readonly number[]): number[][] {
  return cut(view, window, largestWindow(view.count, PAIR_BUDGET));
}

/** n orders in windows of w: about n · w / 2 pairs. */
function largestWindow(count: number, pairs: number): number {
  return Math.max(LEAST_WINDOW, Math.floor((2 * pairs) / Math.max(1, count)));
}

function cut(view: BatchingView, byDue: readonly number[], largest: number): number[][] {
  const windows: number[][] = [];
  let window: number[] = [];
  for (const order of byDue) {
    const spread = window.length === 0 ? 0 : view.due(order) - view.due(window[0]!);
    if (window.length === 0 || window.length >= largest || spread > MAX_DUE_SPREAD_TICKS) {
      window = [];
      windows.push(window);
    }
    window.push(order);
  }
  return windows;
}
