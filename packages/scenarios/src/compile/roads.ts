// Roads of the model: straight lines and their factors, or the distances and durations of a table.

import type { RoadMatrix, Roads, Stores } from '@dongseon/engine';
import type { FleetFile } from '../format/schema/fleet.ts';
import type { Tables } from '../format/tables.ts';

/** The name of the DC in the table of roads. */
export const DC_NAME = 'DC';

const SECONDS_PER_DAY = 86_400;

export function compileRoads(file: FleetFile, tables: Tables, stores: Stores): Roads {
  return {
    dc: file.dc,
    roadFactor: file.roadFactor,
    speed_mps: file.speed_mps,
    hourFactor: file.hourFactor === undefined ? new Float64Array(24).fill(1) : Float64Array.from(file.hourFactor),
    matrix: tables.roads === undefined ? undefined : matrixOf(tables.roads, stores),
    legCv: file.legCv,
    stop_s: file.stop_s,
    stopCv: file.stopCv,
    absentProbability: file.absentProbability,
  };
}

/** Validation makes sure that every ordered pair is there in every period. */
function matrixOf(table: NonNullable<Tables['roads']>, stores: Stores): RoadMatrix {
  const places = stores.count + 1;
  const placeOf = new Map<string, number>([
    [DC_NAME, 0],
    ...stores.code.map((code, store): [string, number] => [code, store + 1]),
  ]);
  const periods = table.period === undefined ? 1 : table.period.reduce((most, period) => Math.max(most, period + 1), 1);
  const distance_km = new Float64Array(places * places);
  const durations_s = Array.from({ length: periods }, () => new Float64Array(places * places));
  for (let row = 0; row < table.rows; row++) {
    const cell = placeOf.get(table.from[row]!)! * places + placeOf.get(table.to[row]!)!;
    distance_km[cell] = table.distance_km[row]!;
    durations_s[table.period?.[row] ?? 0]![cell] = table.duration_s[row]!;
  }
  return { distance_km, durations_s, period_s: SECONDS_PER_DAY / periods };
}
