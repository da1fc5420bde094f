// Reads the order lines of an online gift wholesaler (UCI Online Retail) from the shared data.
//
// Source:  Chen, D., Sain, S.L. & Guo, K. (2012), "Data mining for the online retail industry", Journal of Database
//          Marketing & Customer Strategy Management 19, 197-208; UCI Machine Learning Repository, set 352 (CC BY 4.0).
// Usable:  lines with quantity > 0 and price > 0 of invoices that are no cancellation (number not starting with C). A SKU
//          counts once an invoice. Learnt from all invoices before September 2011; evaluated on the later ones with at most
//          60 SKUs, a tour each.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { sharedData } from './order-batching-data.ts';

export const ONLINE_RETAIL = 'orders/uci-online-retail/lines.csv.gz';

/** Orders in the order of their invoices: order o asks for items item[firstLine[o]] … item[firstLine[o + 1] - 1]. */
export interface OrderLines {
  readonly count: number;
  readonly firstLine: Int32Array;
  readonly item: Int32Array;
  /** Days from the end of the learning period (1 September 2011, 0:00): negative before it. */
  readonly day: Float64Array;
}

export interface OnlineRetail {
  /** Stock code per SKU, ascending: equally popular SKUs rank by their number, so the order of the codes is part of the table. */
  readonly skus: readonly string[];
  readonly learnt: OrderLines;
  readonly evaluated: OrderLines;
}

const SPLIT = Date.UTC(2011, 8, 1);
const DAY_MS = 86_400_000;
const LONGEST_EVALUATED = 60;

export function readOnlineRetail(): OnlineRetail {
  const text = gunzipSync(readFileSync(sharedData + ONLINE_RETAIL)).toString('latin1');
  const skus = new Map<string, number>();
  const invoices = new Map<string, { day: number; items: Set<number> }>();
  let start = text.indexOf('\n') + 1;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const [invoice, stock, quantity, datetime, price] = text.slice(start, end).split(',', 5);
    start = end + 1;
    if (invoice!.startsWith('C') || !(Number(quantity) > 0) || !(Number(price) > 0)) continue;
    let entry = invoices.get(invoice!);
    if (entry === undefined) {
      entry = { day: (Date.parse(`${datetime!.replace(' ', 'T')}Z`) - SPLIT) / DAY_MS, items: new Set() };
      invoices.set(invoice!, entry);
    }
    let item = skus.get(stock!);
    if (item === undefined) {
      item = skus.size;
      skus.set(stock!, item);
    }
    entry.items.add(item);
  }
  const codes = [...skus.keys()].sort();
  const number = new Int32Array(codes.length);
  codes.forEach((code, sku) => (number[skus.get(code)!] = sku));
  const all = [...invoices.values()].map(({ day, items }) => ({ day, items: Array.from(items, (item) => number[item]!) }));
  return {
    skus: codes,
    learnt: columns(all.filter(({ day }) => day < 0)),
    evaluated: columns(all.filter(({ day, items }) => day >= 0 && items.length <= LONGEST_EVALUATED)),
  };
}

function columns(orders: readonly { readonly day: number; readonly items: readonly number[] }[]): OrderLines {
  const firstLine = new Int32Array(orders.length + 1);
  orders.forEach(({ items }, o) => (firstLine[o + 1] = firstLine[o]! + items.length));
  return {
    count: orders.length,
    firstLine,
    item: Int32Array.from(orders.flatMap(({ items }) => items)),
    day: Float64Array.from(orders, ({ day }) => day),
  };
}

/** Order lines per SKU. */
export function linesOf({ item }: OrderLines, skus: number): Float64Array {
  const lines = new Float64Array(skus);
  for (const sku of item) lines[sku]!++;
  return lines;
}
