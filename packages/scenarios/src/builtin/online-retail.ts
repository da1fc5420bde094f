// The default DC fed with real orders: one evening and five trading days of a UK wholesaler of gifts, November 2011.
//
// What is real: which invoice asks for which SKUs in which numbers, when it came in, which customer it is, the prices, how often
// each SKU was asked for in the two months before, and which SKUs together in the twenty trading days before (history.csv). What is joined by a rule, stated here, since the data have no sizes
// and no places:
//   size     a unit has 0.1 + 0.3 · price in GBP · (0.5 … 1.5) litres, at most 8; the factor comes from a hash of the stock
//            code. Its sides are in the proportion 1 : 0.8 : 0.6.
//   weight   0.25 kg a litre, at least 20 g: gifts are light.
//   price    1,775 KRW to the pound.
//   store    customer number modulo 240: the stores of Gimhae, in the order of the towns.
//   time     days follow each other without the weekend; the clock time is kept.

import { pow } from '@dongseon/engine';
import { townStoreCodes } from '../generate/stores.ts';
import type * as Data from './online-retail-data.ts';

const KRW_PER_GBP = 1775;
const KG_PER_LITRE = 0.25;
const LARGEST_L = 8;

export const onlineRetail = `# The default DC fed with real order lines: UCI Online Retail, 3 to 8 November 2011 (see docs/scenario-format.md).
formatVersion: 1
id: online-retail
extends: gimhae-shared-dc
names: { ko: 실제 주문 – 온라인 리테일, en: Real orders – Online Retail }
description:
  ko: 영국 선물 도매상의 2011년 11월 실제 주문 라인으로 같은 물류센터를 돌립니다.
  en: The same DC with the real order lines of a UK gift wholesaler, November 2011.
attribution:
  - "Order lines: Chen, D., Sain, S.L. & Guo, K. (2012), Online Retail, UCI Machine Learning Repository 352, CC BY 4.0, doi:10.1057/dbm.2012.17. A selection; sizes, weights and stores are joined by rule."
days: 1
startDate: 2011-11-03
items:
  catalogue:
    generate: null
    table: skus.csv
demand:
  delivery: null
  counter: null
  table: orders.csv
  history: { generate: null, table: history.csv }
operations:
  # Small gifts, taken by the dozen.
  extractUnit_s: 0.5
`;

/** FNV-1a (Fowler, Noll & Vo 1991), 32 bits, as a share of 1. */
function hashShare(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) / 0x1_0000_0000;
}

/** The order lines are 200 kB: whoever cannot carry them along provides them when they are needed (`../lazy.ts`). */
let data: typeof Data | undefined;

/** Hands in the order lines that `online-retail` is made from. */
export function provideOrderLines(lines: typeof Data): void {
  data = lines;
}

/** skus.csv, orders.csv and history.csv. Throws where no order lines were provided. @param towns of the default scenario */
export function onlineRetailTables(towns: readonly { readonly id: string; readonly stores: number }[]): Record<string, string> {
  if (data === undefined) throw new Error('the order lines of online-retail are not loaded: call provideOrderLines first');
  const { historyDays, orderRows, pastRows, skuRows } = data;
  const storeCodes = towns.flatMap(townStoreCodes);
  const skus = skuRows.split('\n').map((row) => row.split(','));
  const skuTable = skus.map(([code, pence, lines, units]) => {
    const pounds = Number(pence) / 100;
    const volume_l = Math.min(LARGEST_L, 0.1 + 0.3 * pounds * (0.5 + hashShare(code!)));
    const length_m = pow(volume_l / 1000 / 0.48, 1 / 3);
    const sides = [1, 0.8, 0.6].map((share) => (Math.round(length_m * share * 1000) / 1000).toString());
    const weight_kg = Math.max(0.02, Math.round(volume_l * KG_PER_LITRE * 1000) / 1000);
    // A SKU without history is expected once in the time of the history.
    const popularity = Math.max(1, Number(lines)) / historyDays;
    const demand = Math.max(1, Number(units)) / historyDays;
    return [code, ...sides, weight_kg, 'ambient', 12, Math.round(pounds * KRW_PER_GBP), popularity, demand].join(',');
  });
  const orderTable = orderRows.split('\n').flatMap((row) => {
    const [invoice, day, time, customer, ...goods] = row.split(' ') as [string, string, string, string, ...string[]];
    const store = storeCodes[Number(customer) % storeCodes.length]!;
    return goods.map((good) => {
      const [sku, units] = good.split('*');
      return `${invoice},${day} ${time},${store},${skus[parseInt(sku!, 36)]![0]},${units ?? 1}`;
    });
  });
  // The last of the past days is the one before the day before the run: day -2.
  const pastDays = pastRows.split('\n\n').map((day) => day.split('\n'));
  const historyTable = pastDays.flatMap((invoices, k) =>
    invoices.flatMap((goods, invoice) =>
      goods.split(' ').map((sku) => `p${k + 1}-${invoice + 1},${k - pastDays.length - 1},${skus[parseInt(sku, 36)]![0]}`),
    ),
  );
  return {
    'history.csv': `order,day,sku\n${historyTable.join('\n')}\n`,
    'skus.csv': `sku,length_m,width_m,height_m,weight_kg,temperature,unitsPerCase,price_krw,popularity,demand\n${skuTable.join('\n')}\n`,
    'orders.csv': `order,arrival,store,sku,units\n${orderTable.join('\n')}\n`,
  };
}
