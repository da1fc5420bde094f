// Items and stock: every SKU has a place to be, every stock line an SKU and a place that takes it.

import { RandomStreams, TEMPERATURE_CLASSES } from '@dongseon/engine';
import type { Items } from '@dongseon/engine';
import { slotsOfArea } from '../compile/layout.ts';
import { compileItems, compileTenants } from '../compile/items.ts';
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

/** E3005 and E5009: stock and inbound of SKUs that are not in the catalogue. */
export function stockOfKnownSkus({ tables, problems }: CheckContext): void {
  const known = tables.skus?.sku;
  if (known === undefined) return;
  const codes = new Set(known);
  const check = (
    code: string,
    table: { readonly fileName: string; readonly sku: readonly string[]; line(row: number): number } | undefined,
  ): void =>
    table?.sku.forEach((sku, row) => {
      if (codes.has(sku)) return;
      const near = nearest(sku, codes);
      problems.add(
        code,
        `${table.fileName}:${table.line(row)}`,
        `SKU "${sku}" is not in the catalogue`,
        near === undefined ? 'Add it to the SKU table, or remove the line.' : `Did you mean "${near}"?`,
      );
    });
  check('E3005', tables.stock);
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

/** A kind of slot that can be picked by hand: its sides in ascending order, its load, and how many there are. */
interface SlotKind {
  readonly temperature: number;
  readonly sides: readonly [number, number, number];
  readonly maxLoad_kg: number;
  count: number;
}

function handPickSlots({ building }: { readonly building: ScenarioFile['building'] }): SlotKind[] {
  return building.areas.map((area): SlotKind => {
    const { slot, levels } = area.rack;
    const zone = building.zones.find((candidate) => candidate.id === area.zone);
    const sides = [slot.width_m, slot.depth_m, slot.height_m].sort((a, b) => a - b) as [number, number, number];
    return {
      temperature: TEMPERATURE_CLASSES.indexOf(area.temperature ?? zone?.temperature ?? 'ambient'),
      sides,
      maxLoad_kg: slot.maxLoad_kg,
      count: area.kind === 'pallet' ? slotsOfArea(area) / levels : slotsOfArea(area),
    };
  });
}

/** Slots that a unit of an item fits, as bits. */
function legalKinds(items: Items, item: number, kinds: readonly SlotKind[]): number {
  const sides = [items.length_m[item]!, items.width_m[item]!, items.height_m[item]!].sort((a, b) => a - b);
  let bits = 0;
  kinds.forEach((kind, k) => {
    const fits =
      kind.temperature === items.temperature[item] &&
      items.weight_kg[item]! <= kind.maxLoad_kg &&
      sides.every((side, i) => side <= kind.sides[i]! + 1e-6);
    if (fits) bits |= 1 << k;
  });
  return bits;
}

/**
 * E3001: an SKU that fits no location. E3002: more SKUs than locations they fit. Both leave the scenario well-formed but
 * without a solution. Every SKU needs a location of its own that is picked by hand; whether there are enough follows from
 * Hall's theorem (1935): for every set of location kinds, not more SKUs may be confined to it than it has locations.
 */
export function skusHaveLocations(context: CheckContext): void {
  const { parts, tables, problems } = context;
  const { building, demand, items, seed } = parts;
  const tableMissing = items?.catalogue.table !== undefined && tables.skus === undefined;
  if (building === undefined || items === undefined || demand === undefined || seed === undefined || tableMissing) return;
  if (items.catalogue.generate === undefined && items.catalogue.table === undefined) return;
  const file = parts as ScenarioFile;
  const catalogue = compileItems(file, tables, compileTenants(file, tables), new RandomStreams(seed, 0));
  const kinds = handPickSlots({ building });
  if (kinds.length > 30) return;
  const confined = new Map<number, number>();
  for (let item = 0; item < catalogue.count; item++) {
    const measures =
      catalogue.length_m[item]! * catalogue.width_m[item]! * catalogue.height_m[item]! * catalogue.weight_kg[item]!;
    if (Number.isNaN(measures) || catalogue.temperature[item]! >= TEMPERATURE_CLASSES.length) continue; // reported as a bad cell
    const bits = legalKinds(catalogue, item, kinds);
    confined.set(bits, (confined.get(bits) ?? 0) + 1);
    if (bits !== 0) continue;
    const place =
      tables.skus === undefined ? context.place(['items', 'catalogue']) : `${tables.skus.fileName}:${tables.skus.line(item)}`;
    const [l, w, h] = [catalogue.length_m[item]!, catalogue.width_m[item]!, catalogue.height_m[item]!].map(
      (side) => Math.round(side * 1000) / 1000,
    );
    problems.add(
      'E3001',
      place,
      `SKU ${catalogue.code[item]} (${TEMPERATURE_CLASSES[catalogue.temperature[item]!]}, ${l} × ${w} × ${h} m, ` +
        `${Math.round(catalogue.weight_kg[item]! * 100) / 100} kg) fits no location that can be picked by hand`,
      'Add a storage area of its temperature with larger slots, or correct the size or weight of the SKU.',
      false,
    );
  }
  reportTooFew(context, confined, kinds);
}

/** Looks at every set of slot kinds of one temperature that some SKUs are confined to. */
function reportTooFew(context: CheckContext, confined: ReadonlyMap<number, number>, kinds: readonly SlotKind[]): void {
  TEMPERATURE_CLASSES.forEach((name, temperature) => {
    const own = kinds.flatMap((kind, k) => (kind.temperature === temperature ? [k] : []));
    for (let set = 1; set < 1 << Math.min(own.length, 12); set++) {
      const bits = own.reduce((sum, k, i) => ((set >> i) & 1 ? sum | (1 << k) : sum), 0);
      let skus = 0;
      for (const [legal, count] of confined) if (legal !== 0 && (legal & ~bits) === 0) skus += count;
      const slots = own.reduce((sum, k, i) => ((set >> i) & 1 ? sum + kinds[k]!.count : sum), 0);
      if (skus <= slots) continue;
      const areas = own
        .filter((_, i) => (set >> i) & 1)
        .map((k) => context.parts.building!.areas[k]!.id)
        .join(', ');
      context.problems.add(
        'E3002',
        context.place(['building', 'areas']),
        `${skus} ${name} SKUs can only live in area ${areas}, which has ${slots} locations to pick from by hand`,
        'Add bays, levels or slots there, or take SKUs out.',
        false,
      );
      return;
    }
  });
}
