// What a KPI is: a number with a unit, two names, its meaning and formula, and how it is read off a run.

import type { Tally } from '../kernel/statistics.ts';
import type { Names } from '../model/building.ts';
import type { Context } from '../world/context.ts';
import type { DeliveryCosts } from './delivery-costs.ts';
import type { PopularityDrift } from './popularity-drift.ts';
import type { StorageFigures } from './storage-figures.ts';
import type { StorageSums } from './storage-report.ts';

/** A run at the instant at which it is measured, and what several KPIs read off it together: worked out once, when asked for. */
export interface Instant extends Context {
  readonly storage: () => { readonly sums: StorageSums; readonly figures: StorageFigures };
  readonly drift: () => PopularityDrift | undefined;
  readonly delivery: () => DeliveryCosts;
}

/** Whether more or less of it is better. */
export type Better = 'higher' | 'lower' | 'neutral';

export interface KpiDefinition {
  /** snake_case, stable: scripts and papers refer to it. */
  readonly id: string;
  /** SI or the field's unit: '1/h', 'm', 'h', 'd', '%', 'KRW', '' for a count. */
  readonly unit: string;
  /** Which way is better, other things equal; neutral where neither is (a utilisation, a stock level, a count of work). */
  readonly better: Better;
  readonly names: Names;
  readonly meaning: Names;
  readonly formula: string;
  /** The value now; undefined where it cannot be computed (yet): it is then absent, never 0. */
  readonly measure: (instant: Instant) => number | undefined;
}

export const SECONDS_PER_MINUTE = 60;
export const SECONDS_PER_HOUR = 3600;

/** KPI values by id; a KPI that cannot be computed yet is absent. */
export type KpiValues = Readonly<Record<string, number>>;

/** a / b, undefined over nothing. */
export function ratio(a: number, b: number): number | undefined {
  return b > 0 ? a / b : undefined;
}

/** 100 × a / b, undefined over nothing. */
export function percent(a: number, b: number): number | undefined {
  return b > 0 ? (100 * a) / b : undefined;
}

/** The mean of a tally of seconds in units of `unit_s` seconds; undefined before its first value. */
export function meanOf(tally: Tally, unit_s: number): number | undefined {
  return tally.count > 0 ? tally.mean / unit_s : undefined;
}

/** The value of a column of the one row of totals. */
export function total(context: Context, name: keyof Context['world']['totals']['columns']): number {
  return context.world.totals.columns[name][0]!;
}
