// What the scenario says of single locations: stock that lies there, homes, loads.

import { capacity } from '@dongseon/engine';
import type { Model } from '@dongseon/engine';
import { roomFor } from '../compile/racks.ts';
import type { CheckContext } from './checks.ts';
import { housingOf } from './housing.ts';
import type { Housing } from './housing.ts';

const ADDRESSES = 'Addresses are area-aisle-side-block-bay-level-slot, such as S-03-W-1-12-2-4';

/** E3006: locations.csv names no such location. */
export function locationsKnown(context: CheckContext): void {
  const table = context.tables.locations;
  const housing = table === undefined ? undefined : housingOf(context);
  if (housing === undefined) return;
  table!.location.forEach((label, row) => {
    if (label === '' || housing.findLocation(label) >= 0) return;
    context.problems.add('E3006', `${table!.fileName}:${table!.line(row)}`, `there is no location "${label}"`, `${ADDRESSES}.`);
  });
}

/** E3014: a location or a home twice, or a home that cannot be the SKU's. E3015: homes and stock in one bay that are kept apart. */
export function homesPossible(context: CheckContext): void {
  const { tables, problems } = context;
  const table = tables.locations;
  const housing = housingOf(context);
  // An SKU that can live nowhere is reported as such.
  if (housing === undefined || problems.has(/^E3(001|002|016)/)) return;
  const { model } = housing;
  const itemOf = new Map(model.items.code.map((code, index) => [code, index]));
  const lineOf = new Map<string, number>();
  const once = (word: string, row: number, cause: string): boolean => {
    const earlier = lineOf.get(word);
    if (earlier === undefined) lineOf.set(word, table!.line(row));
    else problems.add('E3014', `${table!.fileName}:${table!.line(row)}`, `${cause} ${earlier}`, 'Remove one of them.');
    return earlier === undefined;
  };
  table?.location.forEach((label, row) => {
    const sku = table.sku?.[row] ?? '';
    if (!once(`location ${label}`, row, `location ${label} stands already in line`) || sku === '') return;
    if (!once(`sku ${sku}`, row, `SKU ${sku} has its home already in line`)) return;
    const item = itemOf.get(sku);
    const at = housing.findLocation(label);
    if (item === undefined || at < 0) return; // reported before
    const because = whyNoHome(housing, item, at);
    if (because === undefined) return;
    problems.add(
      'E3014',
      `${table.fileName}:${table.line(row)}`,
      `location ${label} cannot be the home of SKU ${sku}: ${because}`,
      'Choose another location, or leave sku empty to have the storage policy choose one.',
    );
  });
  reportClashes(context, housing);
}

function whyNoHome({ model, residents, clashes }: Housing, item: number, at: number): string | undefined {
  const { items, locations } = model;
  if (locations.handPick[at] === 0) return 'it cannot be picked by hand';
  if (locations.maxLoad_kg[at] === 0) return 'it is blocked';
  if (locations.temperature[at] !== items.temperature[item]) return 'it is of another temperature';
  // A home given twice is reported as such.
  const other = residents[at]!;
  if (other !== item && items.givenHome[other] !== at) return `SKU ${items.code[other]} lies there`;
  if (clashes.includes(locations.rackBay[at]!)) return undefined;
  return roomFor(model as Model, item, at) > 0 ? undefined : 'the SKU is too large, too heavy, or lies too high there';
}

/** E3015 */
function reportClashes(context: CheckContext, { model, residents, clashes }: Housing): void {
  const { items, locations, storage } = model;
  for (const bay of clashes) {
    const goods = [...residents.keys()].filter((at) => locations.rackBay[at] === bay && residents[at]! >= 0);
    const named = goods.slice(0, 4).map((at) => {
      const item = residents[at]!;
      return `${items.code[item]} (${storage.keeping.classes[items.keeping[item]!]!})`;
    });
    const { locations: homes, stock } = context.tables;
    context.problems.add(
      'E3015',
      homes?.fileName ?? stock!.fileName,
      `goods that are kept apart lie in one rack bay: ${named.join(', ')}`,
      'Move some of them to another bay.',
    );
  }
}

/** E3006: no such location. E3007: it cannot hold what is said to lie there. */
export function stockInLocations(context: CheckContext): void {
  const { tables, problems } = context;
  const table = tables.stock;
  const housing = housingOf(context);
  // Only a building and catalogue without problems can be looked at more closely.
  if (table?.location === undefined || housing === undefined || !problems.isEmpty) return;
  const { model, findLocation } = housing;
  const { items } = model;
  const itemOf = new Map(items.code.map((code, index) => [code, index]));
  const held = new Map<number, { item: number; units: number }>();
  table.location.forEach((label, row) => {
    if (label === '') return;
    const place = `${table.fileName}:${table.line(row)}`;
    const location = findLocation(label);
    if (location < 0) {
      problems.add('E3006', place, `there is no location "${label}"`, `${ADDRESSES}; leave it empty to have the goods placed.`);
      return;
    }
    const item = itemOf.get(table.sku[row]!)!;
    const other = held.get(location) ?? { item, units: 0 };
    const units = other.units + table.units[row]!;
    const room = capacity(model as Model, item, location);
    if (other.item !== item) {
      problems.add(
        'E3007',
        place,
        `location ${label} already holds SKU ${items.code[other.item]}`,
        'A location holds one SKU: choose another.',
      );
    } else if (units > room) {
      problems.add(
        'E3007',
        place,
        `location ${label} holds ${room} units of SKU ${table.sku[row]}, not ${units}`,
        room === 0 ? 'Choose one of its temperature that is large enough.' : 'Spread the units over several locations.',
      );
    } else held.set(location, { item, units });
  });
}
