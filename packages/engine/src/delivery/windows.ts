// When a store takes in or hands out: the window of its stop.
//
// A store that is open all day has none. The window of an order or collection is that of the day on which it is due to leave the DC;
// where that one has closed by then, the next day's.
//
// Worked example: open 06:00-09:00. Due to leave at 05:30: 06:00-09:00 of that day. Due at 23:00: 06:00-09:00 of the next.

import { secondsToTicks, TICKS_PER_DAY } from '../base/units.ts';
import type { Stores } from '../model/fleet.ts';
import type { Context } from '../world/context.ts';
import { dueOf, storeOf } from './tours.ts';

const SECONDS_PER_DAY = 86_400;

export interface Window {
  /** Ticks. */
  readonly opens: number;
  readonly closes: number;
}

const ALWAYS: Window = { opens: 0, closes: Infinity };

/** The window of a store for what is due to leave the DC at the tick `due`; undefined: open all day. */
export function windowOfStore(stores: Stores, store: number, due: number): Window | undefined {
  const { opens_s, closes_s } = stores;
  if (closes_s[store]! - opens_s[store]! >= SECONDS_PER_DAY) return undefined;
  let midnight = Math.floor(due / TICKS_PER_DAY) * TICKS_PER_DAY;
  if (midnight + secondsToTicks(closes_s[store]!) <= due) midnight += TICKS_PER_DAY;
  return { opens: midnight + secondsToTicks(opens_s[store]!), closes: midnight + secondsToTicks(closes_s[store]!) };
}

export function windowOf(context: Context, subject: number): Window {
  return windowOfStore(context.model.fleet.stores, storeOf(context, subject), dueOf(context, subject)) ?? ALWAYS;
}
