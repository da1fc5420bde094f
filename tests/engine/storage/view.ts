// Storage assignment views for tests: items and locations with only the columns a storage policy reads.

import type { Model } from '../../../packages/engine/src/model/model.ts';
import type { StorageAssignmentView } from '../../../packages/engine/src/storage/policy.ts';

export interface TestItem {
  readonly popularity: number;
  readonly temperature?: number;
  /** Edge of the unit, a cube, metres. */
  readonly edge_m?: number;
  readonly weight_kg?: number;
}

export interface TestLocation {
  /** From the depot and back. */
  readonly distance_m: number;
  readonly temperature?: number;
  /** Edge of the slot, a cube, metres. */
  readonly edge_m?: number;
  readonly maxLoad_kg?: number;
  readonly handPick?: boolean;
}

export function storageView(items: readonly TestItem[], locations: readonly TestLocation[]): StorageAssignmentView {
  const edges = locations.map((location) => location.edge_m ?? 1);
  const model = {
    items: {
      count: items.length,
      popularity: Float64Array.from(items, (item) => item.popularity),
      temperature: Uint8Array.from(items, (item) => item.temperature ?? 0),
    },
    locations: {
      count: locations.length,
      area: new Int32Array(locations.length),
      level: new Uint8Array(locations.length),
      kind: new Uint8Array(locations.length),
      temperature: Uint8Array.from(locations, (location) => location.temperature ?? 0),
      handPick: Uint8Array.from(locations, (location) => ((location.handPick ?? true) ? 1 : 0)),
      width_m: Float32Array.from(edges),
      depth_m: Float32Array.from(edges),
      height_m: Float32Array.from(edges),
      maxLoad_kg: Float32Array.from(locations, (location) => location.maxLoad_kg ?? 100),
    },
  } as unknown as Model;
  return {
    model,
    depotDistance_m: (location) => locations[location]!.distance_m,
    capacity: (item, location) => capacity(items[item]!, locations[location]!),
  };
}

export function capacity(item: TestItem, location: TestLocation): number {
  if ((item.temperature ?? 0) !== (location.temperature ?? 0)) return 0;
  const along = Math.floor((location.edge_m ?? 1) / (item.edge_m ?? 1));
  return Math.min(along * along * along, Math.floor((location.maxLoad_kg ?? 100) / (item.weight_kg ?? 1)));
}

/** What is wrong with an assignment: empty for a legal one. Trusts nothing of the engine. */
export function faults(items: readonly TestItem[], locations: readonly TestLocation[], home: Int32Array): string[] {
  const found: string[] = [];
  const seen = new Set<number>();
  if (home.length !== items.length) found.push(`${home.length} homes for ${items.length} items`);
  home.forEach((location, item) => {
    if (location === -1) return;
    if (seen.has(location)) found.push(`location ${location} twice`);
    seen.add(location);
    const where = locations[location];
    if (where === undefined) found.push(`no location ${location}`);
    else {
      if (where.handPick === false) found.push(`item ${item} where no hand reaches`);
      if (capacity(items[item]!, where) === 0) found.push(`item ${item} does not fit`);
    }
  });
  return found;
}
