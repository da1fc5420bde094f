// The results as CSV (RFC 4180: comma, quotes where needed, CRLF). Numbers are written in full, so that
// reading them gives the same numbers; what is absent is an empty cell.

import type { Comparison } from './comparison.ts';
import type { RunResults } from './results.ts';

export type Cell = string | number | undefined;

/** Rows of cells as CSV. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell): string => {
    const text = value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A row per replication and a column per KPI, in the order of the summary. */
export function replicationsCsv(results: RunResults): string {
  const ids = Object.keys(results.summary);
  return csv([
    ['replication', 'seed', 'trace_hash', 'events', ...ids],
    ...results.replications.map(({ replication, seed, traceHash, events, kpis }) => [
      ...[replication, seed, traceHash, events],
      ...ids.map((id) => kpis[id]?.value),
    ]),
  ]);
}

/** A row per KPI. */
export function summaryCsv(results: RunResults): string {
  return csv([
    ['kpi', 'unit', 'mean', 'half_width_95', 'n'],
    ...Object.entries(results.summary).map(([id, { unit, mean, halfWidth95, n }]) => [id, unit, mean, halfWidth95, n]),
  ]);
}

/** A row per KPI: means of a and b, and the paired difference b - a. */
export function comparisonCsv({ kpis }: Comparison): string {
  return csv([
    ['kpi', 'unit', 'a', 'b', 'difference', 'half_width_95', 'n'],
    ...Object.entries(kpis).map(([id, { unit, a, b, difference, halfWidth95, n }]) => {
      return [id, unit, a, b, difference, halfWidth95, n];
    }),
  ]);
}

/** A row per replication and side, and a column per KPI. */
export function pairsCsv({ kpis, replications }: Comparison): string {
  const ids = Object.keys(kpis);
  return csv([
    ['replication', 'seed', 'side', 'trace_hash', 'events', ...ids],
    ...replications.flatMap(({ replication, seed, ...sides }) =>
      (['a', 'b'] as const).map((side) => {
        const { traceHash, events, kpis: values } = sides[side];
        return [replication, seed, side, traceHash, events, ...ids.map((id) => values[id])];
      }),
    ),
  ]);
}
