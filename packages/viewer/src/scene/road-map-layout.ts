// The map of stores and tours in numbers: its frame, the towns, the orders of each store. Kilometres east and north of the
// distribution centre.

import { DELIVERY, type Model } from '../frames/engine.ts';
import type { Language } from './setting.ts';

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
  const { stores } = model.fleet;
  let west = 0,
    east = 0,
    south = 0,
    north = 0;
  for (let store = 0; store < stores.count; store++) {
    west = Math.min(west, stores.east_km[store]!);
    east = Math.max(east, stores.east_km[store]!);
    south = Math.min(south, stores.north_km[store]!);
    north = Math.max(north, stores.north_km[store]!);
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

/** Delivery orders of each store, in order of arrival. */
export function ordersByStore(model: Model): number[][] {
  const { orders } = model.demand;
  const lists: number[][] = Array.from({ length: model.fleet.stores.count }, () => []);
  for (let order = 0; order < orders.count; order++) {
    if (orders.kind[order] === DELIVERY && orders.store[order]! >= 0) lists[orders.store[order]!]?.push(order);
  }
  return lists;
}

/** Round distances for rings around the DC and for the scale: 1, 2 or 5 times a power of ten, about a quarter of the width. */
export function ringStep_km(frame: MapFrame): number {
  const target = Math.max(frame.width, frame.height) / 5;
  const power = 10 ** Math.floor(Math.log10(target));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= target) ?? 10 * power;
}

/** Names that do not touch each other, the towns with most stores first. Sizes in km. */
export function placeNames(towns: readonly Town[], letter_km: number): Town[] {
  const taken: [number, number, number, number][] = [];
  const shown: Town[] = [];
  for (const town of [...towns].sort((a, b) => b.stores - a.stores || a.east - b.east)) {
    const half = (town.name.length * letter_km) / 2;
    const y = town.north + town.radius;
    const box: [number, number, number, number] = [town.east - half, y, town.east + half, y + letter_km * 1.3];
    if (taken.some(([x0, y0, x1, y1]) => box[0] < x1 && box[2] > x0 && box[1] < y1 && box[3] > y0)) continue;
    taken.push(box);
    shown.push(town);
  }
  return shown;
}
