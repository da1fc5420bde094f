// Demand: orders of known stores and SKUs, times that can be, shares that add up.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import { nearest, suggest } from '../format/nearest.ts';
import { momentSeconds } from '../format/tables.ts';
import { townStoreCodes } from '../generate/stores.ts';
import type { CheckContext } from './checks.ts';

/** E5001 */
export function ordersOfKnownStores({ parts, tables, problems }: CheckContext): void {
  const { orders, stores } = tables;
  if (orders === undefined || parts.fleet === undefined) return;
  if (stores === undefined && parts.fleet.stores.table !== undefined) return;
  const known = new Set(stores?.store ?? parts.fleet.stores.towns?.flatMap(townStoreCodes) ?? []);
  const reported = new Set<string>();
  orders.store.forEach((store, row) => {
    const key = `${orders.order[row]} ${store}`;
    if (store === '' || known.has(store) || reported.has(key)) return;
    reported.add(key);
    const near = nearest(store, known);
    problems.add(
      'E5001',
      `${orders.fileName}:${orders.line(row)}`,
      `order ${orders.order[row]} is for the unknown store "${store}"`,
      near === undefined ? 'Add the store, or correct the order.' : `Did you mean "${near}"?`,
    );
  });
}

/** E5002 */
export function ordersOfKnownSkus({ tables, problems }: CheckContext): void {
  const { orders, skus } = tables;
  if (orders === undefined || skus === undefined) return;
  const known = new Set(skus.sku);
  orders.sku.forEach((sku, row) => {
    if (known.has(sku)) return;
    const near = nearest(sku, known);
    problems.add(
      'E5002',
      `${orders.fileName}:${orders.line(row)}`,
      `order ${orders.order[row]} asks for the unknown SKU "${sku}"`,
      near === undefined ? 'Add it to the SKU table, or remove the line.' : `Did you mean "${near}"?`,
    );
  });
}

/** E5003 */
export function momentsReadable({ tables, problems }: CheckContext): void {
  const check = (
    table: { readonly fileName: string; line(row: number): number } | undefined,
    column: readonly string[] | undefined,
    name: string,
  ): void =>
    column?.forEach((moment, row) => {
      if (moment === '' || !Number.isNaN(momentSeconds(moment))) return;
      problems.add(
        'E5003',
        `${table!.fileName}:${table!.line(row)} ${name}`,
        `"${moment}" is not a day and a time`,
        'Write the day from the start of the run (0 is the first, -1 the day before) and the time: "0 08:30".',
      );
    });
  check(tables.orders, tables.orders?.arrival, 'arrival');
  check(tables.inbound, tables.inbound?.appointment, 'appointment');
  check(tables.inbound, tables.inbound?.arrival, 'arrival');
}

/** E5004 */
export function wavesKnown({ parts, tables, problems }: CheckContext): void {
  const known = parts.demand?.waves.map((wave) => wave.id);
  if (known === undefined) return;
  tables.orders?.wave?.forEach((wave, row) => {
    if (wave === '' || known.includes(wave)) return;
    problems.add(
      'E5004',
      `${tables.orders!.fileName}:${tables.orders!.line(row)}`,
      `there is no wave "${wave}"`,
      suggest(wave, known),
    );
  });
}

/** E5005 */
export function wavesInTime(context: CheckContext): void {
  context.parts.demand?.waves.forEach((wave, i) => {
    if (wave.releaseOn === 'day-before' || clockSeconds(wave.release) < clockSeconds(wave.departure)) return;
    context.problems.add(
      'E5005',
      context.place(['demand', 'waves', i]),
      `wave ${wave.id} is released at ${wave.release}, after it leaves at ${wave.departure}`,
      'Release it earlier, or on the day before.',
    );
  });
}

/** E5006 */
export function sharesAddUp(context: CheckContext): void {
  const rule = context.parts.items?.catalogue.generate;
  if (rule === undefined) return;
  const sum = rule.lineShare.ambient + rule.lineShare.chilled + rule.lineShare.frozen;
  if (Math.abs(sum - 1) > 1e-6) {
    context.problems.add(
      'E5006',
      context.place(['items', 'catalogue', 'generate', 'lineShare']),
      `the shares of the lines add up to ${Math.round(sum * 1e6) / 1e6}`,
      'Make them add up to 1.',
    );
  }
  for (const name of TEMPERATURE_CLASSES) {
    if (rule.lineShare[name] === 0 || rule.skus[name] > 0) continue;
    context.problems.add(
      'E5006',
      context.place(['items', 'catalogue', 'generate', 'skus', name]),
      `${name} goods have a share of the lines, but there are no ${name} SKUs`,
      'Add SKUs, or set the share to 0.',
    );
  }
}

/** E5007 */
export function hoursInOrder(context: CheckContext): void {
  const { demand, inbound } = context.parts;
  const check = (path: readonly string[], earlier: string, later: string, what: string): void => {
    if (clockSeconds(earlier) < clockSeconds(later)) return;
    context.problems.add(
      'E5007',
      context.place(path),
      `${what} at ${later}, which is not after ${earlier}`,
      'Correct the times.',
    );
  };
  if (demand?.delivery !== undefined) {
    const { opens, peak, cutOff } = demand.delivery;
    check(['demand', 'delivery', 'cutOff'], opens, cutOff, 'the cut-off is');
    if (clockSeconds(peak) < clockSeconds(opens) || clockSeconds(peak) > clockSeconds(cutOff)) {
      context.problems.add(
        'E5007',
        context.place(['demand', 'delivery', 'peak']),
        `the peak at ${peak} is not between ${opens} and ${cutOff}`,
        'Correct the times.',
      );
    }
  }
  if (demand?.counter !== undefined)
    check(['demand', 'counter', 'closes'], demand.counter.opens, demand.counter.closes, 'the counter closes');
  if (inbound?.generate !== undefined)
    check(['inbound', 'generate', 'closes'], inbound.generate.opens, inbound.generate.closes, 'the last appointment is');
}

/** E5008: an order is one store, one arrival, one wave. */
export function ordersConsistent({ tables, problems }: CheckContext): void {
  const { orders } = tables;
  if (orders === undefined) return;
  const first = new Map<string, number>();
  orders.order.forEach((order, row) => {
    const earlier = first.get(order);
    if (earlier === undefined) {
      first.set(order, row);
      return;
    }
    const differs = (['arrival', 'store', 'wave'] as const).find((name) => orders[name]?.[row] !== orders[name]?.[earlier]);
    if (differs === undefined) return;
    const here = orders[differs]![row]!;
    const there = orders[differs]![earlier]!;
    problems.add(
      'E5008',
      `${orders.fileName}:${orders.line(row)} ${differs}`,
      `order ${order} has the ${differs} "${here}" here and "${there}" in line ${orders.line(earlier)}`,
      'The lines of an order share all but SKU and units.',
    );
  });
}
