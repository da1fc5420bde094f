// Vehicles with their drivers, stores, roads and chargers of the model.

import { DELIVER, NO_CHARGING, TICKS_PER_DAY, secondsToTicks } from '@dongseon/engine';
import type { Disruption, Fleet, Labour, RandomStreams, Stores, Vehicle } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { FleetFile } from '../format/schema/fleet.ts';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import type { Tables } from '../format/tables.ts';
import { receivingWindow } from '../generate/receiving.ts';
import { generateStores, placeStores } from '../generate/stores.ts';
import { classBits } from './class-bits.ts';
import { compileRoads } from './roads.ts';

const SECONDS_PER_MINUTE = 60;

/** Each vehicle gets the next person who can deliver; validation makes sure that there is one. */
export function compileFleet(file: FleetFile, tables: Tables, labour: Labour, stores: Stores): Fleet {
  const drivers = labour.people.flatMap((person, index) => (labour.roles[person.role]!.skills.includes(DELIVER) ? [index] : []));
  const vehicles: Vehicle[] = [];
  for (const group of file.vehicles)
    for (let k = 0; k < group.count; k++) {
      const { count: ignored, compartments, ...rest } = group;
      void ignored;
      vehicles.push({
        ...rest,
        id: vehicleId(vehicles.length),
        compartments: classBits(compartments),
        driver: drivers[vehicles.length] ?? -1,
      });
    }
  return {
    stores,
    vehicles,
    roads: compileRoads(file, tables, stores),
    disruptions: compileDisruptions(file),
    charging: file.charging ?? NO_CHARGING,
  };
}

/** V1, V2, … in the order of the file. */
export function vehicleId(vehicle: number): string {
  return `V${vehicle + 1}`;
}

function compileDisruptions(file: FleetFile): Disruption[] {
  return file.disruptions
    .map(({ vehicle, day, at, length_min, breakdown }) => ({
      vehicle: Number(vehicle.slice(1)) - 1,
      from: day * TICKS_PER_DAY + secondsToTicks(clockSeconds(at)),
      length: secondsToTicks(length_min * SECONDS_PER_MINUTE),
      breakdown,
    }))
    .sort((a, b) => a.from - b.from || a.vehicle - b.vehicle);
}

/** The stores on the map, each with the window in which it takes goods in. */
export function compileStores(file: ScenarioFile, tables: Tables, streams: RandomStreams): Stores {
  const { fleet, demand } = file;
  const placed =
    tables.stores === undefined
      ? generateStores(fleet.stores.towns ?? [], fleet.dc, streams)
      : placeStores(
          tables.stores.store.map((code, row) => ({
            code,
            town: { ko: tables.stores!.town[row]!, en: tables.stores!.town[row]! },
            lat: tables.stores!.lat[row]!,
            lon: tables.stores!.lon[row]!,
          })),
          fleet.dc,
        );
  const windows = placed.code.map((code, store) =>
    receivingWindow(fleet.stores.receiving, code, demand.waves[store % demand.waves.length]?.id ?? '', streams),
  );
  const told = (cells: readonly string[] | undefined, store: number, otherwise: number): number => {
    const cell = cells?.[store] ?? '';
    return cell === '' ? otherwise : clockSeconds(cell);
  };
  return {
    ...placed,
    opens_s: Float64Array.from(windows, ({ opens_s }, store) => told(tables.stores?.opens, store, opens_s)),
    closes_s: Float64Array.from(windows, ({ closes_s }, store) => told(tables.stores?.closes, store, closes_s)),
  };
}
