// The racks of the model: load limits, given homes, blocked locations, and the bays set aside for what is kept apart.

import {
  DEPOT,
  NO_KEEPING,
  capacity,
  plainRacking,
  setBaysAside,
  slotKinds,
  stationPlace,
  walkingDistance_m,
} from '@dongseon/engine';
import type { Items, Locations, Model, Racking, SlotKinds, Storage } from '@dongseon/engine';
import type { BuildingFile } from '../format/schema/building.ts';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import type { Tables } from '../format/tables.ts';
import type { CompiledBuilding } from './building.ts';
import { mostUnits } from './reorder.ts';

export interface CompiledRacks {
  /** With their given homes. */
  readonly items: Items;
  /** With the loads that locations.csv says. */
  readonly locations: Locations;
  /** With the bays set aside. */
  readonly racking: Racking;
  readonly kinds: SlotKinds;
  /** Item that lives or lies in each location from the start, or -1. */
  readonly residents: Int32Array;
  /** Items kept apart for which no bay is left, and bays whose residents may not lie together. */
  readonly homeless: readonly number[];
  readonly clashes: readonly number[];
}

export function compileRacks(
  file: ScenarioFile,
  tables: Tables,
  compiled: CompiledBuilding,
  findLocation: (label: string) => number,
  catalogue: Items,
  storage: Storage,
): CompiledRacks {
  const { items, locations } = applyLocationTable(tables.locations, findLocation, catalogue, compiled.locations);
  const racking = compileRacking(file.building, locations);
  const residents = residentsOf(items, tables.stock, locations, findLocation);
  const { network } = compiled;
  const depot = stationPlace(compiled.building.stations, DEPOT);
  // Every rule but that of what is kept apart.
  const unkept = {
    items: { ...items, keeping: new Uint16Array(items.count) },
    storage: { ...storage, keeping: NO_KEEPING },
    locations,
    racking,
  } as Model;
  const kinds = slotKinds(locations, racking, storage.heavyLow?.highest_m ?? Infinity);
  let most: Float64Array | undefined;
  const aside = setBaysAside({
    items,
    locations,
    racking,
    keeping: storage.keeping,
    kinds,
    capacity: (item, at) => roomFor(unkept, item, at),
    mostUnits: (item) => (most ??= mostUnits(file, tables, items))[item]!,
    distance_m: (at) => walkingDistance_m(network, depot, locations.place[at]!),
    resident: (at) => residents[at]!,
  });
  return {
    items,
    locations,
    racking: { ...racking, bays: { ...racking.bays, keeping: aside.keeping } },
    kinds,
    residents,
    homeless: aside.homeless,
    clashes: aside.clashes,
  };
}

/** Units of an item that fit an empty location of an empty bay: 0 where a rule forbids it or its level or bay bears too little. */
export function roomFor(model: Model, item: number, at: number): number {
  const { items, locations, racking } = model;
  const bears_kg = Math.min(
    racking.levels.maxLoad_kg[locations.rackLevel[at]!]!,
    racking.bays.maxLoad_kg[locations.rackBay[at]!]!,
  );
  if (items.weight_kg[item]! > bears_kg) return 0;
  return Math.min(capacity(model, item, at), Math.floor(bears_kg / items.weight_kg[item]!));
}

/** The racks with the load limits of their areas, nothing set aside. */
function compileRacking(file: BuildingFile, locations: Locations): Racking {
  const racking = plainRacking(locations);
  for (let at = 0; at < locations.count; at++) {
    const { bayMaxLoad_kg, levelMaxLoad_kg } = file.areas[locations.area[at]!]!.rack;
    if (bayMaxLoad_kg !== undefined) racking.bays.maxLoad_kg[locations.rackBay[at]!] = bayMaxLoad_kg;
    if (levelMaxLoad_kg !== undefined) racking.levels.maxLoad_kg[locations.rackLevel[at]!] = levelMaxLoad_kg;
  }
  return racking;
}

/**
 * The locations as locations.csv says: their loads, 0 for a blocked one (it takes nothing), and the homes given to SKUs. Rows that name
 * an unknown location or SKU are passed over: they are reported before.
 */
function applyLocationTable(
  table: Tables['locations'],
  findLocation: (label: string) => number,
  items: Items,
  locations: Locations,
): { items: Items; locations: Locations } {
  if (table === undefined) return { items, locations };
  const itemOf = new Map(items.code.map((code, index) => [code, index]));
  const maxLoad_kg = locations.maxLoad_kg.slice();
  const givenHome = items.givenHome.slice();
  for (let row = 0; row < table.rows; row++) {
    const at = findLocation(table.location[row]!);
    if (at < 0) continue;
    const load_kg = table.maxLoad_kg?.[row] ?? NaN;
    if (!Number.isNaN(load_kg)) maxLoad_kg[at] = load_kg;
    if (table.use?.[row] === 'blocked') maxLoad_kg[at] = 0;
    const item = itemOf.get(table.sku?.[row] ?? '');
    if (item !== undefined) givenHome[item] = at;
  }
  return { items: { ...items, givenHome }, locations: { ...locations, maxLoad_kg } };
}

/** Item that lives or lies in each location from the start, or -1. A given home comes before stock. */
function residentsOf(
  items: Items,
  stock: Tables['stock'],
  locations: Locations,
  findLocation: (label: string) => number,
): Int32Array {
  const resident = new Int32Array(locations.count).fill(-1);
  const itemOf = new Map(items.code.map((code, index) => [code, index]));
  stock?.location?.forEach((label, row) => {
    const at = label === '' ? -1 : findLocation(label);
    if (at >= 0) resident[at] = itemOf.get(stock.sku[row]!) ?? -1;
  });
  items.givenHome.forEach((at, item) => {
    if (at >= 0) resident[at] = item;
  });
  return resident;
}
