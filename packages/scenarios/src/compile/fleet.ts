// Vehicles with their drivers, stores and roads of the model.

import { DELIVER, TEMPERATURE_CLASSES } from '@dongseon/engine';
import type { Fleet, Labour, RandomStreams, Stores, Vehicle } from '@dongseon/engine';
import type { FleetFile } from '../format/schema/fleet.ts';
import type { Tables } from '../format/tables.ts';
import { generateStores, placeStores } from '../generate/stores.ts';

/** Each vehicle gets the next person who can deliver; validation makes sure that there is one. */
export function compileFleet(file: FleetFile, labour: Labour, stores: Stores): Fleet {
  const drivers = labour.people.flatMap((person, index) => (labour.roles[person.role]!.skills.includes(DELIVER) ? [index] : []));
  const vehicles: Vehicle[] = [];
  for (const group of file.vehicles)
    for (let k = 0; k < group.count; k++) {
      vehicles.push({
        id: `V${vehicles.length + 1}`,
        type: group.type,
        capacity_kg: group.capacity_kg,
        capacity_l: group.capacity_l,
        maxStops: group.maxStops,
        compartments: group.compartments.reduce((bits, name) => bits | (1 << TEMPERATURE_CLASSES.indexOf(name)), 0),
        energy: group.energy,
        range_km: group.range_km,
        cost_krwPerKm: group.cost_krwPerKm,
        co2_kgPerKm: group.co2_kgPerKm,
        driver: drivers[vehicles.length] ?? -1,
      });
    }
  return {
    stores,
    vehicles,
    roads: { dc: file.dc, roadFactor: file.roadFactor, speed_mps: file.speed_mps, stop_s: file.stop_s },
  };
}

export function compileStores(file: FleetFile, tables: Tables, streams: RandomStreams): Stores {
  if (tables.stores !== undefined) {
    const { store, town, lat, lon } = tables.stores;
    return placeStores(
      store.map((code, row) => ({ code, town: { ko: town[row]!, en: town[row]! }, lat: lat[row]!, lon: lon[row]! })),
      file.dc,
    );
  }
  return generateStores(file.stores.towns ?? [], file.dc, streams);
}
