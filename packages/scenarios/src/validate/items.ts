// Items and stock: every SKU has a place to be, every stock line an SKU and a place that takes it.

import { compileTenants } from '../compile/items.ts';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import { nearest, suggest } from '../format/nearest.ts';
import type { CheckContext } from './checks.ts';

/** E3003 */
export function areaMatchesZone(context: CheckContext): void {
  const { building } = context.parts;
  building?.areas.forEach((area, i) => {
    const zone = building.zones.find((candidate) => candidate.id === area.zone);
    if (zone === undefined || area.temperature === undefined || area.temperature === zone.temperature) return;
    context.problems.add(
      'E3003',
      context.place(['building', 'areas', i, 'temperature']),
      `area ${area.id} is ${area.temperature}, its zone ${zone.id} is ${zone.temperature}`,
      'Move the area, or leave its temperature out.',
    );
  });
}

/** E3004 */
export function skusUnique({ tables, problems }: CheckContext): void {
  const table = tables.skus;
  const first = new Map<string, number>();
  table?.sku.forEach((code, row) => {
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, row);
    else
      problems.add(
        'E3004',
        `${table.fileName}:${table.line(row)}`,
        `SKU "${code}" stands already in line ${table.line(earlier)}`,
        'Remove one of them.',
      );
  });
}

/** E3005 and E5009: stock, given homes and inbound of SKUs that are not in the catalogue. */
export function stockOfKnownSkus({ tables, problems }: CheckContext): void {
  const known = tables.skus?.sku;
  if (known === undefined) return;
  const codes = new Set(known);
  const check = (
    code: string,
    table: { readonly fileName: string; readonly sku?: readonly string[]; line(row: number): number } | undefined,
  ): void =>
    table?.sku?.forEach((sku, row) => {
      if (sku === '' || codes.has(sku)) return;
      const near = nearest(sku, codes);
      problems.add(
        code,
        `${table.fileName}:${table.line(row)}`,
        `SKU "${sku}" is not in the catalogue`,
        near === undefined ? 'Add it to the SKU table, or remove the line.' : `Did you mean "${near}"?`,
      );
    });
  check('E3005', tables.stock);
  check('E3005', tables.locations);
  check('E5009', tables.inbound);
}

/** E3008 */
export function tenantsKnown(context: CheckContext): void {
  const { parts, tables, problems } = context;
  const column = tables.skus?.tenant;
  if (column === undefined || parts.items === undefined) return;
  const known = compileTenants({ items: parts.items } as ScenarioFile, tables).map((tenant) => tenant.id);
  column.forEach((tenant, row) => {
    if (tenant === '' || known.includes(tenant)) return;
    problems.add(
      'E3008',
      `${tables.skus!.fileName}:${tables.skus!.line(row)}`,
      `there is no tenant "${tenant}"`,
      suggest(tenant, known),
    );
  });
}
