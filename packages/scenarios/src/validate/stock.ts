// Stock lines that name their location.

import { RandomStreams, capacity } from '@dongseon/engine';
import type { Model } from '@dongseon/engine';
import { compileBuilding } from '../compile/building.ts';
import { compileItems, compileTenants } from '../compile/items.ts';
import { locationFinder } from '../compile/location-finder.ts';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import type { CheckContext } from './checks.ts';

/** E3006: no such location. E3007: it cannot hold what is said to lie there. */
export function stockInLocations(context: CheckContext): void {
  const { parts, tables, problems } = context;
  const table = tables.stock;
  const { building, items, demand } = parts;
  if (table?.location === undefined || building === undefined || items === undefined || demand === undefined) return;
  if (tables.skus === undefined && items.catalogue.generate === undefined) return;
  // Only a building and catalogue without problems can be looked at more closely.
  if (!problems.isEmpty) return;
  const file = parts as ScenarioFile;
  const compiled = compileBuilding(building, []);
  const catalogue = compileItems(file, tables, compileTenants(file, tables), new RandomStreams(file.seed, 0));
  const model = { items: catalogue, locations: compiled.locations } as Model;
  const itemOf = new Map(catalogue.code.map((code, index) => [code, index]));
  const find = locationFinder(compiled.building, compiled.locations);
  const held = new Map<number, { item: number; units: number }>();
  table.location.forEach((label, row) => {
    if (label === '') return;
    const place = `${table.fileName}:${table.line(row)}`;
    const location = find(label);
    if (location < 0) {
      problems.add(
        'E3006',
        place,
        `there is no location "${label}"`,
        'Addresses are area-aisle-side-block-bay-level-slot, such as S-03-W-1-12-2-4; leave it empty to have the goods placed.',
      );
      return;
    }
    const item = itemOf.get(table.sku[row]!)!;
    const other = held.get(location) ?? { item, units: 0 };
    const units = other.units + table.units[row]!;
    const room = capacity(model, item, location);
    if (other.item !== item) {
      problems.add(
        'E3007',
        place,
        `location ${label} already holds SKU ${catalogue.code[other.item]}`,
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
