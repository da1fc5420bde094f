// Stores on the map: each town's stores are drawn around its centre point, and latitude and longitude are turned into
// kilometres east and north of the DC.
//
// Source:     local tangent plane (equirectangular) at the DC: 111.32 km a degree of longitude at the equator times the
//             cosine of the latitude; 110.574 + 1.12 sin² km a degree of latitude is 110.95 at 35° (WGS 84). Error below
//             0.1 % within 50 km.
// Worked example: 0.1° east of a point at 35.2235° N is 0.1 · 111.32 · cos(35.2235°) = 9.094 km.

import { cos, normal } from '@dongseon/engine';
import type { Names, RandomStreams, Stores } from '@dongseon/engine';
import type { FleetFile } from '../format/schema/fleet.ts';

const KM_PER_DEGREE_EQUATOR = 111.32;
const KM_PER_DEGREE_LATITUDE = 110.95;
/** No store lies farther from its town point than this many standard deviations. */
const FARTHEST = 3;

export interface GeoPoint {
  readonly lat: number;
  readonly lon: number;
}

/** Kilometres in a degree of longitude and of latitude at a point. */
export function kilometresPerDegree(at: GeoPoint): { lon: number; lat: number } {
  return { lon: KM_PER_DEGREE_EQUATOR * cos((at.lat * Math.PI) / 180), lat: KM_PER_DEGREE_LATITUDE };
}

export interface StorePoint extends GeoPoint {
  readonly code: string;
  readonly town: Names;
}

/** Stores on the map; when they take goods in is told elsewhere. A town is a delivery zone. */
export function placeStores(points: readonly StorePoint[], dc: GeoPoint): Omit<Stores, 'opens_s' | 'closes_s'> {
  const scale = kilometresPerDegree(dc);
  return {
    count: points.length,
    code: points.map((point) => point.code),
    town: points.map((point) => point.town),
    east_km: Float64Array.from(points, (point) => (point.lon - dc.lon) * scale.lon),
    north_km: Float64Array.from(points, (point) => (point.lat - dc.lat) * scale.lat),
    lat: Float64Array.from(points, (point) => point.lat),
    lon: Float64Array.from(points, (point) => point.lon),
    zone: zonesOf(points),
  };
}

/** Towns, numbered in the order in which they are first named. */
function zonesOf(points: readonly StorePoint[]): Int32Array {
  const zones = new Map<string, number>();
  return Int32Array.from(points, ({ town }) => {
    const zone = zones.get(town.en) ?? zones.size;
    zones.set(town.en, zone);
    return zone;
  });
}

/** The codes of a town's generated stores: `bukbu-dong-01` … */
export function townStoreCodes(town: { readonly id: string; readonly stores: number }): string[] {
  return Array.from({ length: town.stores }, (_, k) => `${town.id}-${String(k + 1).padStart(2, '0')}`);
}

/** The stores of the towns, town by town. Depends on the scenario's seed alone. */
export function generateStores(
  towns: NonNullable<FleetFile['stores']['towns']>,
  dc: GeoPoint,
  streams: RandomStreams,
): Omit<Stores, 'opens_s' | 'closes_s'> {
  const scale = kilometresPerDegree(dc);
  const points: StorePoint[] = [];
  for (const town of towns) {
    const stream = streams.once(`stores/${town.id}`);
    for (const code of townStoreCodes(town)) {
      let east = 0;
      let north = 0;
      do {
        east = normal(stream, 0, 1);
        north = normal(stream, 0, 1);
      } while (east * east + north * north > FARTHEST * FARTHEST);
      points.push({
        code,
        town: town.names,
        lat: town.lat + (north * town.sigma_km) / scale.lat,
        lon: town.lon + (east * town.sigma_km) / scale.lon,
      });
    }
  }
  return placeStores(points, dc);
}
