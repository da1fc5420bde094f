// The results as CSV (RFC 4180: comma, quotes where needed, CRLF), one file of replications and one of summaries. Numbers are
// written in full, so that reading them gives the same numbers; what is absent is an empty cell.

import type { RunResults } from './results.ts';

function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const cell = (value: string | number | undefined): string => {
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
