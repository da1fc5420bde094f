// Tenants and items of the model, generated or from tables.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import type { Items, Keeping, RandomStreams, Tenant } from '@dongseon/engine';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import type { Tables } from '../format/tables.ts';
import { generateCatalogue } from '../generate/catalogue.ts';
import type { GeneratedCatalogue } from '../generate/catalogue.ts';
import { compileKeeping, separationClasses } from './keeping.ts';

/** Cooperatives first: tenant 0 owns what nobody else is named for. Where none is listed there is one, `owner`. */
export function compileTenants(file: ScenarioFile, tables: Tables): Tenant[] {
  const listed: Tenant[] = [...(file.items.tenants.list ?? [])];
  const table = tables.tenants;
  if (table !== undefined) {
    for (let row = 0; row < table.rows; row++) {
      listed.push({
        id: table.tenant[row]!,
        names: { ko: table.name_ko[row]!, en: table.name_en[row]! },
        kind: table.kind[row] === 'consignor' ? 'consignor' : 'cooperative',
      });
    }
  }
  for (let k = 1; k <= (file.items.tenants.consignors ?? 0); k++) {
    const number = String(k).padStart(2, '0');
    listed.push({ id: `consignor-${number}`, names: { ko: `입점사 ${number}`, en: `Consignor ${number}` }, kind: 'consignor' });
  }
  if (!listed.some((tenant) => tenant.kind === 'cooperative')) {
    listed.push({ id: 'owner', names: { ko: '소유자', en: 'Owner' }, kind: 'cooperative' });
  }
  const isCooperative = (tenant: Tenant): boolean => tenant.kind === 'cooperative';
  return [...listed.filter(isCooperative), ...listed.filter((tenant) => !isCooperative(tenant))];
}

/** Order lines of a mean day. */
export function meanLinesPerDay(file: ScenarioFile): number {
  const { delivery, counter } = file.demand;
  return (
    (delivery === undefined ? 0 : delivery.ordersPerDay * delivery.linesPerOrder) +
    (counter === undefined ? 0 : counter.visitsPerDay * counter.linesPerVisit)
  );
}

export interface CompiledItems {
  readonly items: Items;
  /** Which of them are kept apart. */
  readonly keeping: Keeping;
}

export function compileItems(
  file: ScenarioFile,
  tables: Tables,
  tenants: readonly Tenant[],
  streams: RandomStreams,
): CompiledItems {
  const names = separationClasses(file, tables);
  const { items, separation } =
    tables.skus === undefined
      ? itemsOfRule(file, tenants, names, streams)
      : { items: itemsOfTable(file, tables, tenants), separation: separationOfTable(tables.skus, names) };
  const { keeping, ofItem } = compileKeeping(file.storage, names, separation, tenants, items.tenant);
  return { items: { ...items, keeping: ofItem }, keeping };
}

/** Separation class of each row: an index in `names`. */
function separationOfTable(table: NonNullable<Tables['skus']>, names: readonly string[]): Uint16Array {
  return Uint16Array.from({ length: table.rows }, (_, row) => Math.max(0, names.indexOf(table.separation?.[row] ?? '')));
}

function itemsOfRule(
  file: ScenarioFile,
  tenants: readonly Tenant[],
  names: readonly string[],
  streams: RandomStreams,
): GeneratedCatalogue {
  return generateCatalogue(
    file.items.catalogue.generate!,
    {
      linesPerDay: meanLinesPerDay(file),
      cooperatives: Math.max(1, tenants.filter((tenant) => tenant.kind === 'cooperative').length),
      tenants: tenants.length,
      separation: names,
    },
    streams,
  );
}

function itemsOfTable(file: ScenarioFile, tables: Tables, tenants: readonly Tenant[]): Items {
  const table = tables.skus!;
  const n = table.rows;
  const orNumber =
    (column: Float64Array | undefined, otherwise: number) =>
    (row: number): number =>
      column === undefined || Number.isNaN(column[row]!) ? otherwise : column[row]!;
  const tenantIndex = new Map(tenants.map((tenant, index) => [tenant.id, index]));
  const { popularity, demand } =
    table.popularity !== undefined && table.demand !== undefined
      ? { popularity: table.popularity, demand: table.demand }
      : countedDemand(file, tables);
  const rows = Array.from({ length: n }, (_, row) => row);
  return {
    count: n,
    code: table.sku,
    name: rows.map((row) => table.name?.[row] || table.sku[row]!),
    length_m: Float32Array.from(table.length_m),
    width_m: Float32Array.from(table.width_m),
    height_m: Float32Array.from(table.height_m),
    weight_kg: Float32Array.from(table.weight_kg),
    upright: Uint8Array.from(rows, orNumber(table.upright, 0)),
    fragile: Uint8Array.from(rows, orNumber(table.fragile, 0)),
    temperature: Uint8Array.from(table.temperature, (name) => TEMPERATURE_CLASSES.findIndex((known) => known === name)),
    shelfLife_d: Int32Array.from(rows, orNumber(table.shelfLife_d, 0)),
    unitsPerCase: Int32Array.from(rows, orNumber(table.unitsPerCase, 1)),
    tenant: Int32Array.from(rows, (row) => tenantIndex.get(table.tenant?.[row] ?? '') ?? 0),
    price_krw: Float64Array.from(rows, orNumber(table.price_krw, 0)),
    keeping: new Uint16Array(n),
    givenHome: new Int32Array(n).fill(-1),
    popularity: Float64Array.from(popularity),
    demand: Float64Array.from(demand),
  };
}

/** Lines and units a day of each SKU, counted from the orders table over the days on which orders came in. */
function countedDemand(file: ScenarioFile, tables: Tables): { popularity: Float64Array; demand: Float64Array } {
  const skus = tables.skus!;
  const popularity = new Float64Array(skus.rows);
  const demand = new Float64Array(skus.rows);
  const orders = tables.orders;
  if (orders === undefined) {
    const even = meanLinesPerDay(file) / Math.max(1, skus.rows);
    return { popularity: popularity.fill(even), demand: demand.fill(even) };
  }
  const index = new Map(skus.sku.map((code, row) => [code, row]));
  const days = new Set<string>();
  for (let row = 0; row < orders.rows; row++) {
    days.add(orders.arrival[row]!.split(' ')[0]!);
    const item = index.get(orders.sku[row]!);
    if (item === undefined) continue;
    popularity[item]!++;
    demand[item]! += orders.units[row]!;
  }
  return { popularity: popularity.map((sum) => sum / days.size), demand: demand.map((sum) => sum / days.size) };
}
