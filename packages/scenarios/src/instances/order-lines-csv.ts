// Reads real order lines (CSV) as a slotting instance: what was ordered until a day is the history, what came later is what an
// assignment is judged by.
//
// Source:     the columns of the UCI Online Retail set: Chen, D., Sain, S.L. & Guo, K. (2012), Journal of Database Marketing &
//             Customer Strategy Management 19, 197-208: invoice, stock, qty, datetime, price. Lines with a quantity and a price
//             over 0 of invoices that are no cancellation (number not beginning with C) count; an SKU once an invoice.
// Applies to: any file with the columns invoice, stock, qty and datetime (price where there is one), in any order.
//             The building is fixed: one block of 20 aisles 4 m apart, 100 cells of 1 m on both sides of an aisle, the first
//             and the last cell 1 m from the cross-aisles, the depot at the front of the first aisle; 4,000 locations.
// Cost:       O(file).
//
// Worked example: lines A1 (SKU x, 2011-08-30), A1 (SKU y), C7 (a cancellation), A2 (SKU x, 2011-09-02), learnt until
// 2011-09-01: the history has one order (x, y), the evaluation one (x).

import Papa from 'papaparse';
import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { checkFits } from './slotting-fits.ts';
import { evenLayout, gridLocations, linesPerDay, orderColumns, type OrderRow, type SlottingInstance } from './slotting.ts';

const AISLES = 20;
const PITCH_M = 4;
const CELLS = 100;
const ENTRY_M = 1;
const DAY_MS = 86_400_000;
const COLUMNS = ['invoice', 'stock', 'qty', 'datetime'] as const;

export interface SplitOptions {
  /** `YYYY-MM-DD`: orders before that day are learnt from, the others evaluated. undefined: all are learnt from. */
  readonly learnUntil?: string;
  /** Orders with more SKUs are not evaluated. */
  readonly longestEvaluated?: number;
}

export function isOrderLinesCsv(text: string): boolean {
  const names = header(text.slice(0, Math.max(0, text.indexOf('\n'))));
  return COLUMNS.every((name) => names.includes(name));
}

const header = (line: string): string[] =>
  line
    .replace(/^\uFEFF/, '')
    .split(',')
    .map((cell) => cell.trim().replaceAll('"', '').toLowerCase());

/** Throws InvalidInstance with all problems. @param fileName shown in problems; without its endings the instance's name. */
export function readOrderLinesCsv(text: string, fileName: string, options: SplitOptions = {}): SlottingInstance {
  const problems = new ProblemList();
  const { orders, ids } = readOrders(text, fileName, problems);
  const until_ms = options.learnUntil === undefined ? Infinity : Date.parse(`${options.learnUntil}T00:00:00Z`);
  const last_ms = orders.reduce((latest, { time_ms }) => Math.max(latest, time_ms), 0);
  const now_ms = Math.min(until_ms, last_ms);
  const rows = orders.map(({ time_ms, skus }): OrderRow => ({ day: (time_ms - now_ms) / DAY_MS, skus: [...skus] }));
  const learnt = rows.filter((_, order) => orders[order]!.time_ms < until_ms);
  const later = rows.filter((_, order) => orders[order]!.time_ms >= until_ms);
  const evaluated = later.filter(({ skus }) => skus.length <= (options.longestEvaluated ?? Infinity));
  if (problems.isEmpty && learnt.length === 0)
    problems.add('E8010', fileName, 'there are no orders to learn from', 'Learn until a later day, or add older orders.');
  if (problems.isEmpty && options.learnUntil !== undefined && evaluated.length === 0)
    problems.add('E8010', fileName, 'there are no orders to evaluate', 'Learn until an earlier day, or allow longer orders.');

  const history = orderColumns(learnt);
  const instance: SlottingInstance = {
    name: fileName.replace(/\.gz$/, '').replace(/\.csv$/, ''),
    layout: evenLayout(AISLES, PITCH_M, 1, 2 * ENTRY_M + CELLS - 1),
    depot: { aisle: 0, crossAisle: 0 },
    locations: gridLocations({
      ...{ aisles: AISLES, blocks: 1, sides: 2, cellsPerSide: CELLS, levels: 1 },
      ...{ first_m: ENTRY_M, cell_m: 1 },
    }),
    skus: {
      count: ids.length,
      id: ids,
      popularity: linesPerDay(history, ids.length),
      weight_kg: new Float64Array(ids.length),
      volume_l: new Float64Array(ids.length),
      temperature: new Uint8Array(ids.length),
    },
    history,
    evaluation: evaluated.length > 0 ? orderColumns(evaluated) : undefined,
    routing: undefined,
    present: undefined,
  };
  if (problems.isEmpty) checkFits(instance, () => fileName, problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  return instance;
}

interface Invoice {
  readonly time_ms: number;
  readonly skus: Set<number>;
}

/** Invoices in the order of the file; SKUs numbered by their code, ascending, so that ties between them do not hang on the file. */
function readOrders(text: string, fileName: string, problems: ProblemList): { orders: Invoice[]; ids: string[] } {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const names = header(data[0]?.join(',') ?? '');
  const [invoiceAt, stockAt, quantityAt, timeAt] = COLUMNS.map((name) => names.indexOf(name)) as [number, number, number, number];
  const priceAt = names.indexOf('price');
  const invoices = new Map<string, { time_ms: number; codes: Set<string> }>();
  const codes = new Set<string>();
  data.forEach((row, i) => {
    if (i === 0) return;
    const quantity = Number(row[quantityAt]);
    const price = priceAt < 0 ? 1 : Number(row[priceAt]);
    const number = row[invoiceAt] ?? '';
    const code = row[stockAt] ?? '';
    const time_ms = Date.parse(`${(row[timeAt] ?? '').trim().replace(' ', 'T')}${/[T ]/.test(row[timeAt] ?? '') ? 'Z' : ''}`);
    if (number === '' || code === '' || Number.isNaN(quantity) || Number.isNaN(price) || Number.isNaN(time_ms)) {
      problems.add(
        'E8009',
        `${fileName}:${i + 1}`,
        `"${row.join(',').slice(0, 60)}" is no order line`,
        'Give invoice, stock, a number qty, datetime as 2011-08-31 14:05:00 and a number price.',
      );
      return;
    }
    if (number.startsWith('C') || !(quantity > 0) || !(price > 0)) return;
    let invoice = invoices.get(number);
    if (invoice === undefined) invoices.set(number, (invoice = { time_ms, codes: new Set() }));
    invoice.codes.add(code);
    codes.add(code);
  });
  const ids = [...codes].sort();
  const numbers = new Map(ids.map((id, sku) => [id, sku]));
  return {
    ids,
    orders: [...invoices.values()].map((invoice) => ({
      time_ms: invoice.time_ms,
      skus: new Set([...invoice.codes].map((code) => numbers.get(code)!)),
    })),
  };
}
