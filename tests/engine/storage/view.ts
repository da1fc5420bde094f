// Storage assignment views for tests: items and locations with only the columns a storage policy reads, and the rules of
// storage written down a second time, so that nothing of the engine has to be trusted to say what is legal.

import type { OrderHistory } from '../../../packages/engine/src/model/demand.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { PLAIN_STORAGE, keepingOf, type GoldenZone, type HeavyLow } from '../../../packages/engine/src/model/storage.ts';
import type { StorageAssignmentView } from '../../../packages/engine/src/storage/policy.ts';
import { capacity } from '../../../packages/engine/src/world/stock.ts';

export interface TestItem {
  readonly popularity: number;
  readonly temperature?: number;
  /** Edge of the unit, a cube, metres. */
  readonly edge_m?: number;
  readonly weight_kg?: number;
  readonly keeping?: number;
  /** Units a day. */
  readonly demand?: number;
  /** Units in stock at the beginning, and when they were received. */
  readonly stock?: number;
  readonly received?: number;
  readonly givenHome?: number;
}

export interface TestLocation {
  /** From the depot. */
  readonly distance_m: number;
  readonly temperature?: number;
  /** Edge of the slot, a cube, metres. */
  readonly edge_m?: number;
  readonly maxLoad_kg?: number;
  readonly handPick?: boolean;
  /** What its bay is set aside for; every location is in a bay of its own. */
  readonly keeping?: number;
  /** Height of the slot's floor. */
  readonly bottom_m?: number;
  readonly area?: number;
  /** Aisles are 4 m apart, or as the rules say; the gate is at the front of aisle 0. */
  readonly aisle?: number;
  readonly depth_m?: number;
  readonly level?: number;
}

export interface TestRules {
  readonly heavyLow?: HeavyLow;
  /** Pairs of keeping classes 0 … 3 that are not to share a bay. */
  readonly conflicts?: readonly (readonly [number, number])[];
  readonly classBoundaries?: readonly number[];
  readonly goldenZone?: GoldenZone;
  /** Orders of the past: the items of each. */
  readonly history?: readonly (readonly number[])[];
  /** Between aisles. */
  readonly pitch_m?: number;
}

const KEEPING_CLASSES = ['general', 'fragrant', 'nuts', 'tenant'];

export function storageView(
  items: readonly TestItem[],
  locations: readonly TestLocation[],
  rules: TestRules = {},
): StorageAssignmentView {
  const model = testModel(items, locations, rules);
  return {
    model,
    depotDistance_m: (location) => locations[location]!.distance_m,
    capacity: (item, location) => capacity(model, item, location),
    tourLength_m: (list, count) => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += locations[list[i]!]!.distance_m;
      return sum;
    },
  };
}

function testModel(items: readonly TestItem[], locations: readonly TestLocation[], rules: TestRules): Model {
  const edges = Float32Array.from(items, (item) => item.edge_m ?? 1);
  const slots = Float32Array.from(locations, (location) => location.edge_m ?? 1);
  const each = Int32Array.from(locations, (_, location) => location);
  const areas = locations.reduce((most, { area = 0 }) => Math.max(most, area + 1), 0);
  const aisles = locations.reduce((most, { aisle = 0 }) => Math.max(most, aisle + 1), 0);
  const inStock = items.flatMap(({ stock = 0 }, item) => (stock > 0 ? [item] : []));
  const model = {
    items: {
      count: items.length,
      popularity: Float64Array.from(items, (item) => item.popularity),
      demand: Float64Array.from(items, (item) => item.demand ?? item.popularity),
      temperature: Uint8Array.from(items, (item) => item.temperature ?? 0),
      keeping: Uint16Array.from(items, (item) => item.keeping ?? 0),
      givenHome: Int32Array.from(items, (item) => item.givenHome ?? -1),
      unitsPerCase: new Int32Array(items.length).fill(1),
      length_m: edges,
      width_m: edges,
      height_m: edges,
      weight_kg: Float32Array.from(items, (item) => item.weight_kg ?? 1),
    },
    locations: {
      count: locations.length,
      area: Int32Array.from(locations, ({ area }) => area ?? 0),
      aisle: Int32Array.from(locations, ({ aisle }) => aisle ?? 0),
      block: new Int32Array(locations.length),
      level: Uint8Array.from(locations, ({ level }) => level ?? 0),
      place: each,
      rackBay: each,
      rackLevel: each,
      temperature: Uint8Array.from(locations, (location) => location.temperature ?? 0),
      handPick: Uint8Array.from(locations, (location) => ((location.handPick ?? true) ? 1 : 0)),
      z_m: Float32Array.from(locations, ({ bottom_m }, location) => (bottom_m ?? 0) + slots[location]! / 2),
      width_m: slots,
      depth_m: slots,
      height_m: slots,
      maxLoad_kg: Float32Array.from(locations, (location) => location.maxLoad_kg ?? 100),
    },
    racking: { bays: { keeping: Uint16Array.from(locations, (location) => location.keeping ?? 0) } },
    building: {
      areas: Array.from({ length: areas }, () => ({
        aisles_x_m: Array.from({ length: aisles }, (_, aisle) => aisle * (rules.pitch_m ?? 4)),
        crossAisles_y_m: [0, 1000],
        gate: { aisle: 0, crossAisle: 0 },
      })),
    },
    network: { places: { y_m: Float64Array.from(locations, ({ depth_m }) => depth_m ?? 0) } },
    initialStock: {
      count: inStock.length,
      item: Int32Array.from(inStock),
      units: Int32Array.from(inStock, (item) => items[item]!.stock!),
      received: Float64Array.from(inStock, (item) => items[item]!.received ?? 0),
    },
    storage: {
      ...PLAIN_STORAGE,
      heavyLow: rules.heavyLow,
      keeping: keepingOf(KEEPING_CLASSES, conflictTable(rules)),
      classBoundaries: rules.classBoundaries ?? PLAIN_STORAGE.classBoundaries,
      goldenZone: rules.goldenZone ?? PLAIN_STORAGE.goldenZone,
    },
    history: historyOf(rules.history ?? []),
  };
  return model as unknown as Model;
}

/** Columns of orders of the past, one a day. */
export function historyOf(orders: readonly (readonly number[])[]): OrderHistory {
  const firstLine = new Int32Array(orders.length + 1);
  orders.forEach((lines, order) => (firstLine[order + 1] = firstLine[order]! + lines.length));
  return {
    count: orders.length,
    day: Float64Array.from(orders, (_, order) => order - orders.length),
    firstLine,
    item: Int32Array.from(orders.flat()),
  };
}

function conflictTable({ conflicts = [] }: TestRules): Uint8Array {
  const classes = KEEPING_CLASSES.length;
  const table = new Uint8Array(classes * classes);
  for (const [a, b] of conflicts) if (a !== b) table[a * classes + b] = table[b * classes + a] = 1;
  return table;
}

/** Whether the rules let an item lie in a location: temperature, size, weight, heavy-low, kept apart. */
export function mayLie(item: TestItem, location: TestLocation, rules: TestRules = {}): boolean {
  const { keeping: own = 0, weight_kg = 1 } = item;
  const { keeping: other = 0, bottom_m = 0 } = location;
  if ((item.temperature ?? 0) !== (location.temperature ?? 0)) return false;
  if ((item.edge_m ?? 1) > (location.edge_m ?? 1) || weight_kg > (location.maxLoad_kg ?? 100)) return false;
  const { heavyLow } = rules;
  if (heavyLow !== undefined && weight_kg >= heavyLow.weight_kg && bottom_m > heavyLow.highest_m) return false;
  const enemies = (a: number): number[] =>
    (rules.conflicts ?? []).flatMap(([b, c]) => (b === c ? [] : b === a ? [c] : c === a ? [b] : []));
  if (own === other) return true;
  return !enemies(own).includes(other) && enemies(own).every((enemy) => enemies(other).includes(enemy));
}

/** What is wrong with an assignment: empty for a legal one. Trusts nothing of the engine. */
export function faults(
  items: readonly TestItem[],
  locations: readonly TestLocation[],
  home: Int32Array,
  rules: TestRules = {},
): string[] {
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
      if (where.distance_m === Infinity) found.push(`item ${item} where nobody can walk`);
      if (!mayLie(items[item]!, where, rules)) found.push(`item ${item} does not fit`);
    }
  });
  return found;
}
