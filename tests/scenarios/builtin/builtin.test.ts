import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { TICKS_PER_DAY, TICKS_PER_SECOND } from '../../../packages/engine/src/index.ts';
import {
  builtinIds,
  builtinScenarios,
  builtinText,
  compileBuiltin,
  loadBuiltin,
  saveScenario,
} from '../../../packages/scenarios/src/index.ts';

describe('the scenarios that ship', () => {
  it.each(builtinIds())('%s is valid, is listed by the names in its text, and is saved as it was', (id) => {
    const loaded = loadBuiltin(id);
    const listed = builtinScenarios.find((scenario) => scenario.id === id)!;
    expect(loaded.scenario.id).toBe(id);
    expect(loaded.scenario.names).toEqual(listed.names);
    expect(loaded.scenario.description).toEqual(listed.description);
    expect(saveScenario(loaded)).toBe(builtinText(id));
    expect(loaded.scenario.illustrative).toBe(true);
  });

  it('brings 1.25 times the orders on a Monday, and Saturday’s before it', () => {
    const { orders } = compileBuiltin('monday-peak').demand;
    const arrived = (from: number): number =>
      orders.arrival.filter((at, o) => orders.store[o]! >= 0 && at >= from && at < from + TICKS_PER_DAY).length;
    expect([arrived(-TICKS_PER_DAY), arrived(0)]).toEqual([59, 113]);
  });

  it('brings 1.8 times the orders before a holiday', () => {
    const { orders } = compileBuiltin('festival').demand;
    expect(orders.store.filter((store) => store >= 0)).toHaveLength(2 * 162);
  });

  it('closes the second inbound door and nothing else', () => {
    const blocked = compileBuiltin('one-door-blocked');
    const open = compileBuiltin('gimhae-shared-dc');
    expect(blocked.building.doors.filter((door) => !door.open).map(({ id }) => id)).toEqual(['I2']);
    expect(blocked.building.doors.map((door) => ({ ...door, open: true }))).toEqual(open.building.doors);
    expect(blocked.demand.orders.code).toEqual(open.demand.orders.code);
  });
});

describe('online-retail', () => {
  const model = compileBuiltin('online-retail', { days: 5 });

  it('names the source of its order lines', () => {
    expect(model.attribution.join(' ')).toContain('doi:10.1057/dbm.2012.17');
    expect(model.attribution.join(' ')).toContain('CC BY 4.0');
  });

  it('gives every SKU a size, a weight and a price', () => {
    const { items } = model;
    for (const column of [items.length_m, items.width_m, items.height_m, items.weight_kg, items.popularity, items.demand]) {
      expect(column.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
    }
  });

  const path = new URL('../../../../shared/data/orders/uci-online-retail/lines.csv.gz', import.meta.url);
  const present = existsSync(path);
  if (!present) console.log('skipped: the shared data are not there');

  it.skipIf(!present)('has the lines of the data set, at their times', () => {
    const expected = new Map<string, number>();
    const times = new Map<string, number>();
    const days = ['2011-11-02', '2011-11-03', '2011-11-04', '2011-11-06', '2011-11-07', '2011-11-08'];
    for (const row of gunzipSync(readFileSync(path)).toString('utf8').split('\n').slice(1)) {
      const [invoice, sku, qty, datetime, price, customer, country] = row.trim().split(',');
      const day = days.indexOf(datetime?.slice(0, 10) ?? '') - 1;
      if (day < -1 || !/^\d{5}[A-Za-z]*$/.test(sku!) || customer === '' || country !== 'United Kingdom') continue;
      if (invoice!.startsWith('C') || Number(qty) <= 0 || Number(price) <= 0) continue;
      expected.set(`${invoice} ${sku}`, (expected.get(`${invoice} ${sku}`) ?? 0) + Number(qty));
      const [hours, minutes] = datetime!.slice(11, 16).split(':').map(Number) as [number, number];
      times.set(invoice!, day * 86_400 + hours * 3600 + minutes * 60);
    }
    const { orders, lines } = model.demand;
    expect(lines.count).toBe(expected.size);
    for (let line = 0; line < lines.count; line++) {
      expect(lines.units[line]).toBe(expected.get(`${orders.code[lines.order[line]!]} ${model.items.code[lines.item[line]!]}`));
    }
    for (let o = 0; o < orders.count; o++) expect(orders.arrival[o]! / TICKS_PER_SECOND).toBe(times.get(orders.code[o]!));
  });

  it.skipIf(!present)('has learnt from the invoices of the twenty trading days before', () => {
    const known = new Set(model.items.code);
    const days = new Map<string, Map<string, Set<string>>>();
    for (const row of gunzipSync(readFileSync(path)).toString('utf8').split('\n').slice(1)) {
      const [invoice, sku, qty, datetime, price, customer, country] = row.trim().split(',');
      const day = datetime?.slice(0, 10) ?? '';
      if (day < '2011-09-01' || day >= '2011-11-02' || !/^\d{5}[A-Za-z]*$/.test(sku!)) continue;
      if (customer === '' || country !== 'United Kingdom' || invoice!.startsWith('C') || !(Number(qty) > 0 && Number(price) > 0))
        continue;
      if (!days.has(day)) days.set(day, new Map());
      if (!known.has(sku!)) continue;
      const invoices = days.get(day)!;
      invoices.set(invoice!, (invoices.get(invoice!) ?? new Set()).add(sku!));
    }
    const expected = [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(-20)
      .flatMap(([, invoices], k) => [...invoices.values()].map((goods) => `${k - 21} ${[...goods].sort().join(' ')}`));
    const { history, items } = model;
    const told = Array.from({ length: history.count }, (_, order) => {
      const goods = history.item.slice(history.firstLine[order], history.firstLine[order + 1]);
      return `${history.day[order]} ${[...goods]
        .map((item) => items.code[item]!)
        .sort()
        .join(' ')}`;
    });
    expect(told).toEqual(expected);
  });

  it('releases an order after the cut-off with the next day’s wave', () => {
    const { orders } = model.demand;
    for (let o = 0; o < orders.count; o++) {
      expect(orders.release[o]!).toBeGreaterThanOrEqual(orders.arrival[o]!);
      expect(orders.due[o]!).toBeGreaterThan(orders.release[o]!);
      expect(orders.due[o]! - orders.arrival[o]!).toBeLessThan(2.5 * TICKS_PER_DAY);
    }
  });
});
