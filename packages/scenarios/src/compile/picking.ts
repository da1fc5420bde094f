// How orders are picked in a mode: the plain way, changed by the scenario, changed by the mode. Points become places, names
// indices.

import { DEPOT, EQUIPMENT_KINDS, PACKING, PICK_CART, PLAIN_PICKING, stationPlace } from '@dongseon/engine';
import type { Picking } from '@dongseon/engine';
import type { PickingFile } from '../format/schema/picking.ts';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import type { CompiledBuilding } from './building.ts';
import { given } from './packing.ts';

function pickingOf(file: ScenarioFile, mode: string): PickingFile {
  return { ...given(file.picking), ...given(file.modes[mode]?.picking ?? {}) };
}

/** The points of the picking section that have to be reached: those of the zones that name one, then the consolidation's. */
export function pickingPoints(file: ScenarioFile, mode: string): { x_m: number; y_m: number }[] {
  const { zones = [], consolidation } = pickingOf(file, mode);
  return [...zones.flatMap(({ start }) => start ?? []), ...(consolidation === undefined ? [] : [consolidation.at])];
}

/** @param places of the points of `pickingPoints`. */
export function compilePicking(
  file: ScenarioFile,
  mode: string,
  { building }: CompiledBuilding,
  places: readonly number[],
): Picking {
  const { zones = [], consolidation, ...rest } = pickingOf(file, mode);
  const depot = stationPlace(building.stations, DEPOT);
  let point = 0;
  return {
    ...PLAIN_PICKING,
    ...given(rest),
    zones: zones.map((zone) => ({
      id: zone.id,
      names: zone.names,
      areas: zone.areas.map((id) => building.areas.findIndex((area) => area.id === id)),
      roles: (zone.roles ?? []).map((id) => file.labour.roles.findIndex((role) => role.id === id)),
      equipment: zone.equipment === undefined ? PICK_CART : EQUIPMENT_KINDS.indexOf(zone.equipment),
      start: zone.start === undefined ? depot : places[point++]!,
    })),
    consolidation: {
      place: consolidation === undefined ? stationPlace(building.stations, PACKING, depot) : places[point]!,
      orders: consolidation?.orders ?? Infinity,
    },
  };
}
