// Orders of the past: of history.csv, generated, or none.

import { NO_HISTORY } from '@dongseon/engine';
import type { Items, OrderHistory, RandomStreams } from '@dongseon/engine';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import type { Tables } from '../format/tables.ts';
import { generateHistory } from '../generate/history.ts';
import { groupRows } from './group-rows.ts';

/** @param streams of the scenario's seed alone. */
export function compileHistory(
  file: ScenarioFile,
  tables: Tables,
  items: Items,
  delivers: boolean,
  streams: RandomStreams,
): OrderHistory {
  if (tables.history !== undefined) return historyOfTable(tables.history, items);
  const rule = file.demand.history?.generate;
  return rule === undefined ? NO_HISTORY : generateHistory(file.demand, items, delivers, rule.days, streams);
}

/** A row is a line; an order's rows need not be together, and count on the day of the first. An SKU counts once an order. */
function historyOfTable(table: NonNullable<Tables['history']>, items: Items): OrderHistory {
  const itemOf = new Map(items.code.map((code, index) => [code, index]));
  const { codes, firstRow, ofRow } = groupRows(table.order);
  const lines: number[][] = codes.map(() => []);
  for (let row = 0; row < table.rows; row++) {
    const own = lines[ofRow[row]!]!;
    const item = itemOf.get(table.sku[row]!)!;
    if (!own.includes(item)) own.push(item);
  }
  const inTime = codes.map((_, order) => order).sort((a, b) => table.day[firstRow[a]!]! - table.day[firstRow[b]!]! || a - b);
  const firstLine = new Int32Array(codes.length + 1);
  inTime.forEach((order, rank) => (firstLine[rank + 1] = firstLine[rank]! + lines[order]!.length));
  return {
    count: codes.length,
    day: Float64Array.from(inTime, (order) => table.day[firstRow[order]!]!),
    firstLine,
    item: Int32Array.from(inTime.flatMap((order) => lines[order]!)),
  };
}
