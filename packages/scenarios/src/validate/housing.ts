// The goods and the racks as the compiler makes them, for the checks that ask what may lie where.

import { RandomStreams } from '@dongseon/engine';
import type { Model } from '@dongseon/engine';
import { compileBuilding } from '../compile/building.ts';
import { compileItems, compileTenants } from '../compile/items.ts';
import { locationFinder } from '../compile/location-finder.ts';
import { compileRacks } from '../compile/racks.ts';
import type { CompiledRacks } from '../compile/racks.ts';
import { compileStorage } from '../compile/storage.ts';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import { storage as storageSchema } from '../format/schema/storage.ts';
import type { CheckContext } from './checks.ts';

export interface Housing extends Omit<CompiledRacks, 'items' | 'locations' | 'racking'> {
  readonly model: Pick<Model, 'building' | 'items' | 'locations' | 'racking' | 'storage'>;
  /** Row of an address, or -1. */
  readonly findLocation: (label: string) => number;
}

const made = new WeakMap<CheckContext, Housing>();

/** Undefined where building, catalogue or demand are not sound enough to be compiled. */
export function housingOf(context: CheckContext): Housing | undefined {
  const known = made.get(context);
  if (known !== undefined) return known;
  const { parts, tables, problems } = context;
  const { building, demand, items, seed } = parts;
  if (building === undefined || items === undefined || demand === undefined || seed === undefined) return undefined;
  if (items.catalogue.table === undefined ? items.catalogue.generate === undefined : tables.skus === undefined) return undefined;
  if (problems.has(/^(E2|E1015|E1016)/)) return undefined;
  const file = { ...parts, storage: parts.storage ?? storageSchema.parse({}) } as ScenarioFile;
  const compiled = compileBuilding(building, []);
  const findLocation = locationFinder(compiled.building, compiled.locations);
  const catalogue = compileItems(file, tables, compileTenants(file, tables), new RandomStreams(seed, 0));
  const storage = compileStorage(file.storage, catalogue.keeping);
  const {
    items: goods,
    locations,
    racking,
    ...rest
  } = compileRacks(file, tables, compiled, findLocation, catalogue.items, storage);
  const housing = {
    ...rest,
    model: { building: compiled.building, items: goods, locations, racking, storage },
    findLocation,
  };
  made.set(context, housing);
  return housing;
}
