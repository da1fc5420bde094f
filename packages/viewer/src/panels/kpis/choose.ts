// Which KPIs are shown first, and how two runs differ in one.

import type { KpiDefinition } from '../../state/catalogue.ts';

/** The measures a planner asks for first; those that exist are shown, the others of the engine fill up. */
const FIRST = [
  'lines_per_labour_hour',
  'lines_picked',
  'metres_per_line',
  'orders_staged',
  'orders_delivered',
  'on_time_departure',
];
export const MAIN_COUNT = 6;

/** The main KPIs, in order: the preferred ones that exist, then others until there are `MAIN_COUNT`. */
export function mainKpis(definitions: readonly KpiDefinition[]): readonly KpiDefinition[] {
  const preferred = FIRST.flatMap((id) => definitions.find((one) => one.id === id) ?? []);
  const rest = definitions.filter((one) => !preferred.includes(one));
  return [...preferred, ...rest].slice(0, MAIN_COUNT);
}

const HIGHER_IS_BETTER = new Set([
  'lines_per_labour_hour',
  'lines_picked',
  'lines_per_tour',
  'carton_fill',
  'orders_delivered',
  'orders_staged',
  'fill_rate',
  'visits_served',
  'on_time_departure',
  'stops_per_tour',
  'sales',
  'lines_put_away',
  'trucks_received',
]);
const LOWER_IS_BETTER = new Set([
  'metres_per_line',
  'wrong_pick_rate',
  'last_order_staged_hour',
  'order_cycle_time_mean',
  'visit_time_mean',
  'delivery_km',
  'tour_duration_mean',
  'delivery_co2',
  'delivery_energy_cost',
  'dock_to_stock_time_mean',
  'units_rejected',
  'labour_cost',
  'labour_cost_per_line',
  'people_waiting_share',
]);

/** Which way a KPI is better; undefined where neither is (a utilisation, a stock level). */
export function betterWay(id: string): 'higher' | 'lower' | undefined {
  if (HIGHER_IS_BETTER.has(id)) return 'higher';
  return LOWER_IS_BETTER.has(id) ? 'lower' : undefined;
}

export interface Change {
  readonly change: number;
  /** Change in per cent of the earlier value; undefined where that is 0. */
  readonly percent: number | undefined;
  readonly verdict: 'good' | 'bad' | 'neutral';
}

/** From value a to value b. A change of less than half a per mille counts as none. */
export function compare(a: number, b: number, better: 'higher' | 'lower' | undefined): Change {
  const change = b - a;
  const percent = a === 0 ? undefined : (100 * change) / Math.abs(a);
  const none = change === 0 || (percent !== undefined && Math.abs(percent) < 0.05);
  if (none || better === undefined) return { change: none ? 0 : change, percent: none ? 0 : percent, verdict: 'neutral' };
  return { change, percent, verdict: change > 0 === (better === 'higher') ? 'good' : 'bad' };
}

/** The unit to show a KPI in: an hour of the day (`…_hour`) is shown as clock time. */
export function unitOf(definition: KpiDefinition): string {
  return definition.unit === 'h' && definition.id.endsWith('_hour') ? 'clock' : definition.unit;
}
