// Writes src/builtin/online-retail-data.ts from the UCI Online Retail data set (CC BY 4.0): one evening and five trading days of
// November 2011, what the two months before tell about each SKU, and which SKUs the invoices of the last days before asked for
// together.
//
//   npx tsx packages/scenarios/scripts/make-online-retail.ts ../shared/data/orders/uci-online-retail/lines.csv.gz
//
// Taken are order lines of the United Kingdom with a customer number, a positive quantity and a positive price, of invoices
// that are no cancellations, for stock codes that are goods (five digits and perhaps letters; the rest are postage, fees and
// samples). Several lines of one SKU on an invoice are one line here.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** The first is the day before the run. */
const DAYS = ['2011-11-02', '2011-11-03', '2011-11-04', '2011-11-06', '2011-11-07', '2011-11-08'];
const HISTORY = { from: '2011-09-01', until: '2011-11-02' };
/** So many trading days before the first day are given invoice by invoice. */
const PAST_DAYS = 20;

interface Line {
  invoice: string;
  sku: string;
  units: number;
  date: string;
  time: string;
  price: number;
  customer: string;
}

function usable(record: string): Line | undefined {
  const [invoice, sku, qty, datetime, price, customer, country] = record.split(',') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const line = {
    invoice,
    sku,
    units: Number(qty),
    date: datetime.slice(0, 10),
    time: datetime.slice(11, 16),
    price: Number(price),
    customer,
  };
  const sound = line.units > 0 && line.price > 0 && !invoice.startsWith('C') && customer !== '' && country === 'United Kingdom';
  return sound && /^\d{5}[A-Za-z]*$/.test(sku) ? line : undefined;
}

function sharedLines(path: string): Line[] {
  const [, ...records] = gunzipSync(readFileSync(path)).toString('utf8').split(/\r?\n/);
  return records.filter((record) => record !== '').flatMap((record) => usable(record) ?? []);
}

const path = process.argv[2];
if (path === undefined) throw new Error('name the file lines.csv.gz');
const lines = sharedLines(path);

interface Sku {
  price: number;
  lines: number;
  units: number;
}
const history = new Map<string, Sku>();
const historyDays = new Set<string>();
for (const line of lines) {
  if (line.date < HISTORY.from || line.date >= HISTORY.until) continue;
  historyDays.add(line.date);
  const sku = history.get(line.sku) ?? { price: line.price, lines: 0, units: 0 };
  sku.lines++;
  sku.units += line.units;
  sku.price = line.price;
  history.set(line.sku, sku);
}

interface Order {
  invoice: string;
  day: number;
  time: string;
  customer: string;
  units: Map<string, number>;
}
const orders = new Map<string, Order>();
const prices = new Map<string, number>();
for (const line of lines) {
  const day = DAYS.indexOf(line.date) - 1;
  if (day < -1) continue;
  prices.set(line.sku, line.price);
  const order = orders.get(line.invoice) ?? {
    invoice: line.invoice,
    day,
    time: line.time,
    customer: line.customer,
    units: new Map<string, number>(),
  };
  order.units.set(line.sku, (order.units.get(line.sku) ?? 0) + line.units);
  orders.set(line.invoice, order);
}

const codes = [...prices.keys()].sort();
const index = new Map(codes.map((code, i) => [code, i]));
const skuLines = codes.map((code) => {
  const known = history.get(code);
  return [code, Math.round(prices.get(code)! * 100), known?.lines ?? 0, known?.units ?? 0].join(',');
});
const orderLines = [...orders.values()].map((order) => {
  const goods = [...order.units].map(([sku, units]) => index.get(sku)!.toString(36) + (units === 1 ? '' : `*${units}`));
  return [order.invoice, order.day, order.time, order.customer, ...goods].join(' ');
});

// The past: invoices by trading day, each with the SKUs of the catalogue that it asked for.
const past = new Map<string, Map<string, Set<number>>>();
for (const day of [...historyDays].sort().slice(-PAST_DAYS)) past.set(day, new Map());
for (const line of lines) {
  const invoices = past.get(line.date);
  const sku = index.get(line.sku);
  if (invoices === undefined || sku === undefined) continue;
  const goods = invoices.get(line.invoice) ?? new Set();
  invoices.set(line.invoice, goods.add(sku));
}
const pastDays = [...past.values()].map((invoices) =>
  [...invoices.values()].map((goods) => [...goods].map((sku) => sku.toString(36)).join(' ')).join('\n'),
);

const target = join(dirname(fileURLToPath(import.meta.url)), '../src/builtin/online-retail-data.ts');
writeFileSync(
  target,
  `// Written by scripts/make-online-retail.ts: do not edit. Order lines of ${DAYS[0]} to ${DAYS.at(-1)}, and the past.
// Chen, D., Sain, S.L. & Guo, K. (2012), Online Retail data set, UCI Machine Learning Repository 352, CC BY 4.0,
// doi:10.1057/dbm.2012.17. Changed: a selection of days and invoices, lines of one SKU on an invoice summed.

/** Trading days of the history from which popularity is counted: ${HISTORY.from} until before ${HISTORY.until}. */
export const historyDays = ${historyDays.size};

/** Row per SKU: stock code, price in pence, order lines and units in the history. */
export const skuRows = \`${skuLines.join('\n')}\`;

/** Row per order: invoice, day of the run, time, customer, then the SKUs by row (base 36), each with *units where not 1. */
export const orderRows = \`${orderLines.join('\n')}\`;

/**
 * The ${PAST_DAYS} trading days before ${DAYS[0]}, the last one last, with an empty line between two days. Row per invoice: the SKUs by row
 * (base 36) that it asked for; those that are not in the catalogue are left out.
 */
export const pastRows = \`${pastDays.join('\n\n')}\`;
`,
);
process.stderr.write(
  `${pastDays.join('\n\n').length} bytes of the past, from ${[...past.keys()][0]}; ` +
    `${codes.length} SKUs, ${orders.size} orders, ${[...orders.values()].reduce((sum, order) => sum + order.units.size, 0)} lines\n`,
);
