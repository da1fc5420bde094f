// Which KPIs are shown first, and how two runs differ in one.

import type { KpiDefinition } from '../../state/catalogue.ts';
import type { Better } from '../../state/engine.ts';

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

export interface Change {
  readonly change: number;
  /** Change in per cent of the earlier value; undefined where that is 0. */
  readonly percent: number | undefined;
  readonly verdict: 'good' | 'bad' | 'neutral';
}

/** From value a to value b. A change of less than half a per mille counts as none. */
export function compare(a: number, b: number, better: Better): Change {
  const change = b - a;
  const percent = a === 0 ? undefined : (100 * change) / Math.abs(a);
  const none = change === 0 || (percent !== undefined && Math.abs(percent) < 0.05);
  if (none || better === 'neutral') return { change: none ? 0 : change, percent: none ? 0 : percent, verdict: 'neutral' };
  return { change, percent, verdict: change > 0 === (better === 'higher') ? 'good' : 'bad' };
}

/** The unit to show a KPI in: an hour of the day (`…_hour`) is shown as clock time. */
export function unitOf(definition: KpiDefinition): string {
  return definition.unit === 'h' && definition.id.endsWith('_hour') ? 'clock' : definition.unit;
}
