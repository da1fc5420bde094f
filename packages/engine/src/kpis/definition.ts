// What a KPI is: a number with a unit, two names, its meaning and formula, and how it is read off a run.

import type { Names } from '../model/building.ts';
import type { Context } from '../world/context.ts';

export interface KpiDefinition {
  /** snake_case, stable: scripts and papers refer to it. */
  readonly id: string;
  /** SI or the field's unit: '1/h', 'm', 'h', '%', 'KRW', '' for a count. */
  readonly unit: string;
  readonly names: Names;
  readonly meaning: Names;
  readonly formula: string;
  /** The value now; undefined where it cannot be computed (yet): it is then absent, never 0. */
  readonly measure: (context: Context) => number | undefined;
}

/** KPI values by id; a KPI that cannot be computed yet is absent. */
export type KpiValues = Readonly<Record<string, number>>;

/** a / b, undefined over nothing. */
export function ratio(a: number, b: number): number | undefined {
  return b > 0 ? a / b : undefined;
}

export function percent(a: number, b: number): number | undefined {
  return b > 0 ? (100 * a) / b : undefined;
}

/** The value of a column of the one row of totals. */
export function total(context: Context, name: keyof Context['world']['totals']['columns']): number {
  return context.world.totals.columns[name][0]!;
}
