// The map of stores and tours in numbers: its frame, the towns with their names, rings of distance. Kilometres east and north of the
// distribution centre.

import type { Model } from '../../frames/engine.ts';
import type { Language } from '../setting.ts';

export interface MapFrame {
  /** Western and northern edge, and size, km. */
  readonly west: number;
  readonly north: number;
  readonly width: number;
  readonly height: number;
}

export interface Town {
  readonly name: string;
  /** Middle of its stores and the radius that holds most of them, km. */
  readonly east: number;
  readonly north: number;
  readonly radius: number;
  readonly stores: number;
}

/** The smallest frame that holds the DC and all stores, with a margin, at least 4 km wide. */
export function mapFrame(model: Model): MapFrame {
  const { east_km, north_km } = model.fleet.stores;
  return frameOf(Array.from(east_km, (east, store) => [east, north_km[store]!] as const));
}

/** The same for some places: kilometres east and north. */
export function frameOf(places: readonly (readonly [number, number])[]): MapFrame {
  let [west, east, south, north] = [0, 0, 0, 0];
  for (const [x, y] of places) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const margin = 0.06 * Math.max(east - west, north - south, 4) + 0.6;
  return { west: west - margin, north: north + margin, width: east - west + 2 * margin, height: north - south + 2 * margin };
}

export function townsOf(model: Model, language: Language): Town[] {
  const { stores } = model.fleet;
  const members = new Map<string, number[]>();
  for (let store = 0; store < stores.count; store++) {
    const name = stores.town[store]![language];
    const list = members.get(name);
    if (list === undefined) members.set(name, [store]);
    else list.push(store);
  }
  return [...members].map(([name, list]) => {
    const mean = (of: Float64Array): number => list.reduce((sum, store) => sum + of[store]!, 0) / list.length;
    const east = mean(stores.east_km);
    const north = mean(stores.north_km);
    const distances = list
      .map((store) => Math.hypot(stores.east_km[store]! - east, stores.north_km[store]! - north))
      .sort((a, b) => a - b);
    return {
      name,
      east,
      north,
      radius: Math.max(0.5, distances[Math.floor(list.length * 0.85)] ?? 0) + 0.25,
      stores: list.length,
    };
  });
}

/** Round distances for rings around the DC: 1, 2 or 5 times a power of ten, at least `least_km`. */
export function ringStep_km(least_km: number): number {
  const power = 10 ** Math.floor(Math.log10(least_km));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= least_km) ?? 10 * power;
}

/** Names that do not touch each other, the towns with most stores first. Width of a letter and height of a line in km. */
export function placeNames(towns: readonly Town[], letter_km: number, line_km: number): Town[] {
  const taken: [number, number, number, number][] = [];
  const shown: Town[] = [];
  for (const town of [...towns].sort((a, b) => b.stores - a.stores || a.east - b.east)) {
    const half = (town.name.length * letter_km) / 2;
    const y = town.north + town.radius;
    const box: [number, number, number, number] = [town.east - half, y, town.east + half, y + line_km];
    if (taken.some(([x0, y0, x1, y1]) => box[0] < x1 && box[2] > x0 && box[1] < y1 && box[3] > y0)) continue;
    taken.push(box);
    shown.push(town);
  }
  return shown;
}
