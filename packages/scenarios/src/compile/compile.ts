// A checked scenario and a seed to the engine's model. Deterministic: the same scenario, seed, replication, days and mode
// give the same model, bit for bit, on every machine.
//
// The building, catalogue, stores and history come from the seed alone; orders, stock and trucks from seed and replication.

import { RandomStreams, TICKS_PER_DAY } from '@dongseon/engine';
import type { Model } from '@dongseon/engine';
import type { LoadedScenario } from '../format/load.ts';
import { compileBuilding } from './building.ts';
import { compileDelivery } from './delivery.ts';
import { compileDemand } from './demand.ts';
import { compileHistory } from './history.ts';
import { compileFleet, compileStores } from './fleet.ts';
import { compileItems, compileTenants } from './items.ts';
import { compileLabour } from './labour.ts';
import { locationFinder } from './location-finder.ts';
import { compileOperations } from './operations.ts';
import { compilePacking } from './packing.ts';
import { compilePicking, pickingPoints } from './picking.ts';
import { compileRacks } from './racks.ts';
import { compileStorage } from './storage.ts';
import { compileTraffic } from './traffic.ts';

export interface CompileOptions {
  /** The scenario's where it is not given. */
  readonly seed?: number;
  readonly replication?: number;
  readonly days?: number;
  readonly mode?: string;
}

export function compile(loaded: Pick<LoadedScenario, 'scenario' | 'tables'>, options: CompileOptions = {}): Model {
  const { scenario: file, tables } = loaded;
  const seed = options.seed ?? file.seed;
  const days = options.days ?? file.days;
  const mode = options.mode ?? file.mode;
  const structure = new RandomStreams(seed, 0);
  const streams = new RandomStreams(seed, options.replication ?? 0);

  const points = pickingPoints(file, mode);
  const compiled = compileBuilding(file.building, [...file.labour.equipment.map((group) => group.home), ...points]);
  const { building, network } = compiled;
  const findLocation = locationFinder(building, compiled.locations);
  const labour = compileLabour(file.labour, compiled.homes);
  const stores = compileStores(file, tables, structure);
  const tenants = compileTenants(file, tables);
  const catalogue = compileItems(file, tables, tenants, structure);
  const storage = compileStorage(file.storage, catalogue.keeping);
  const { items, locations, racking } = compileRacks(file, tables, compiled, findLocation, catalogue.items, storage);
  const { demand, initialStock } = compileDemand(file, tables, items, stores, days, streams, findLocation);
  return {
    id: file.id,
    names: file.names,
    illustrative: file.illustrative,
    attribution: file.attribution,
    mode,
    startDate: file.startDate,
    days,
    horizon: days * TICKS_PER_DAY,
    building,
    locations,
    network,
    racking,
    storage,
    traffic: compileTraffic(file.traffic),
    picking: compilePicking(file, mode, compiled, compiled.homes.slice(file.labour.equipment.length)),
    packing: compilePacking(file, mode),
    delivery: compileDelivery(file, mode),
    history: compileHistory(file, tables, items, stores.count > 0, structure),
    items,
    tenants,
    cartons: file.items.cartons,
    initialStock,
    demand,
    labour,
    fleet: compileFleet(file.fleet, tables, labour, stores),
    operations: compileOperations(file, mode),
  };
}
