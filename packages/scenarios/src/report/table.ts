// The KPI table that a terminal shows.

import { readable } from './number.ts';
import type { RunResults } from './results.ts';

/** Columns padded to equal width; `right` columns are aligned to the right. Hangul takes two cells. */
export function textTable(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => cells(row[i] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((text, i) => {
          const space = ' '.repeat(widths[i]! - cells(text));
          return right.has(i) ? space + text : text + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Width on a terminal. */
function cells(text: string): number {
  let width = 0;
  for (const character of text) width += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/.test(character) ? 2 : 1;
  return width;
}

/** Mean ± half width of the 95 % interval (where there is more than one replication), unit and name of each KPI. */
export function kpiTable(results: RunResults, nameOf: (id: string) => string): string {
  const several = results.replications.length > 1;
  const rows = Object.entries(results.summary).map(([id, { mean, halfWidth95, n, unit }]) => {
    const row = [nameOf(id), readable(mean)];
    if (several) row.push(halfWidth95 === undefined ? '' : `± ${readable(halfWidth95)}`);
    row.push(unit);
    if (several && n < results.replications.length) row.push(`(${n} of ${results.replications.length})`);
    return row;
  });
  return textTable(rows, new Set([1]));
}
