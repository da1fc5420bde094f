// Storage assignment at size: 100,000 locations × 50,000 SKUs and 200,000 order lines of the past. Prints CPU seconds and memory
// of each policy: every policy in a process of its own, so that the peak is its own (with what the model itself takes).
//
//   npx tsx tests/bench/storage-assignment.bench.ts [locations] [items] [lines of the past]

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import type { OrderHistory } from '../../packages/engine/src/model/demand.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import { PLAIN_STORAGE, keepingOf } from '../../packages/engine/src/model/storage.ts';
import type { StorageAssignmentView } from '../../packages/engine/src/storage/policy.ts';
import { buildSlotTable } from '../../packages/engine/src/storage/storage-assignment/slots.ts';
import { storageAssignmentPolicies } from '../../packages/engine/src/storage/storage-assignment/policies.ts';
import { capacity } from '../../packages/engine/src/world/stock.ts';

const locationCount = Number(process.argv[2] ?? 100_000);
const itemCount = Number(process.argv[3] ?? 50_000);
const lineCount = Number(process.argv[4] ?? 200_000);
const only = process.argv[5];
const LEVELS = 5;
const AISLES = 40;
const SLOTS_A_BAY = 20;
const LINES_AN_ORDER = 8;
/** Runs the search of days, not a rule: it has a bench of its own. */
const SEARCH = 'optimised';

const random = new RandomStream('storage-assignment-bench');
const fill = <T extends Float32Array | Float64Array | Uint8Array | Uint16Array | Int32Array>(
  column: T,
  value: (row: number) => number,
): T => {
  for (let row = 0; row < column.length; row++) column[row] = value(row);
  return column;
};

/** Four areas (ambient shelves, ambient pallets, chilled, frozen) of 40 aisles, five levels; slots grow with the level's height. */
function locationsOf(): Model['locations'] {
  const areaOf = (location: number): number =>
    location < locationCount * 0.6 ? 0 : location < locationCount * 0.75 ? 1 : location < locationCount * 0.9 ? 2 : 3;
  const isPallet = (location: number): boolean => areaOf(location) === 1;
  const count = locationCount;
  const height_m = fill(new Float32Array(count), (row) => (isPallet(row) ? 1.5 : 0.3 + 0.05 * (row % LEVELS)));
  return {
    count,
    area: fill(new Int32Array(count), areaOf),
    aisle: fill(new Int32Array(count), (row) => Math.floor(row / SLOTS_A_BAY) % AISLES),
    level: fill(new Uint8Array(count), (row) => row % LEVELS),
    kind: fill(new Uint8Array(count), (row) => (isPallet(row) ? 1 : 0)),
    temperature: fill(new Uint8Array(count), (row) => Math.max(0, areaOf(row) - 1)),
    handPick: fill(new Uint8Array(count), (row) => (isPallet(row) && row % LEVELS > 0 ? 0 : 1)),
    place: fill(new Int32Array(count), (row) => Math.floor(row / LEVELS)),
    rackLevel: fill(new Int32Array(count), (row) => row),
    rackBay: fill(new Int32Array(count), (row) => Math.floor(row / SLOTS_A_BAY)),
    z_m: fill(new Float32Array(count), (row) => (isPallet(row) ? 1.7 : 0.6) * (row % LEVELS) + height_m[row]! / 2),
    width_m: fill(new Float32Array(count), (row) => (isPallet(row) ? 1.2 : 0.3)),
    depth_m: fill(new Float32Array(count), (row) => (isPallet(row) ? 1.2 : 0.4)),
    height_m,
    maxLoad_kg: fill(new Float32Array(count), (row) => (isPallet(row) ? 1000 : 60 - 10 * (row % LEVELS))),
  } as unknown as Model['locations'];
}

function itemsOf(): Model['items'] {
  const edge_m = fill(new Float32Array(itemCount), () => (random.chance(0.05) ? 0.55 : 0.05 + 0.2 * random.double()));
  const popularity = fill(new Float64Array(itemCount), (item) => 1 / (1 + ((item * 7919) % itemCount)));
  return {
    count: itemCount,
    popularity,
    demand: popularity.map((lines) => 3 * lines),
    temperature: fill(new Uint8Array(itemCount), (item) => (item % 10 < 7 ? 0 : item % 10 < 9 ? 1 : 2)),
    keeping: fill(new Uint16Array(itemCount), (item) => (item % 50 === 0 ? 1 : 0)),
    givenHome: new Int32Array(itemCount).fill(-1),
    unitsPerCase: new Int32Array(itemCount).fill(12),
    length_m: edge_m,
    width_m: edge_m,
    height_m: edge_m,
    weight_kg: fill(new Float32Array(itemCount), () => 25 * random.double() * random.double()),
  } as unknown as Model['items'];
}

/** Orders of eight lines: an SKU by popularity (its share of the order lines is 1 ÷ rank), then one from its neighbourhood. */
function historyOf(): OrderHistory {
  const count = Math.ceil(lineCount / LINES_AN_ORDER);
  const firstLine = new Int32Array(count + 1);
  const item: number[] = [];
  for (let order = 0; order < count; order++) {
    const lines = new Set<number>();
    while (lines.size < LINES_AN_ORDER) {
      const rank = Math.floor((itemCount + 1) ** random.double()) - 1;
      lines.add(rank % itemCount);
      lines.add((rank ^ 1) % itemCount);
    }
    item.push(...[...lines].slice(0, LINES_AN_ORDER));
    firstLine[order + 1] = item.length;
  }
  return { count, day: fill(new Float64Array(count), (order) => order - count), firstLine, item: Int32Array.from(item) };
}

function viewOf(): StorageAssignmentView {
  const locations = locationsOf();
  const bays = Math.ceil(locationCount / SLOTS_A_BAY);
  const depth_m = fill(new Float64Array(Math.ceil(locationCount / LEVELS)), (place) => 1 + (Math.floor(place / 160) % 50));
  const model = {
    locations,
    items: itemsOf(),
    racking: { bays: { keeping: fill(new Uint16Array(bays), (bay) => (bay % 50 === 0 ? 1 : 0)) } },
    building: {
      areas: Array.from({ length: 4 }, () => ({
        aisles_x_m: Array.from({ length: AISLES }, (_, aisle) => 3 * aisle),
        crossAisles_y_m: [0, 60],
        gate: { aisle: 0, crossAisle: 0 },
      })),
    },
    network: { places: { y_m: depth_m } },
    initialStock: {
      count: itemCount,
      item: fill(new Int32Array(itemCount), (item) => item),
      units: fill(new Int32Array(itemCount), () => 1 + random.integer(400)),
      received: fill(new Float64Array(itemCount), () => -random.integer(1e9)),
    },
    storage: {
      ...PLAIN_STORAGE,
      heavyLow: { weight_kg: 15, highest_m: 0.7 },
      keeping: keepingOf(['general', 'fragrant'], Uint8Array.of(0, 1, 1, 0)),
      goldenZone: { from_m: 0.7, to_m: 1.5, outside_s: 2 },
    },
    history: historyOf(),
  } as unknown as Model;
  const distance_m = (location: number): number =>
    20 * locations.area[location]! + 3 * locations.aisle[location]! + depth_m[locations.place[location]!]!;
  return {
    model,
    depotDistance_m: distance_m,
    capacity: (item, location) => capacity(model, item, location),
    tourLength_m: () => {
      throw new Error('no rule walks a tour');
    },
  };
}

function measure(view: StorageAssignmentView, id: string): void {
  const policy = storageAssignmentPolicies.find((own) => own.id === id)!;
  const { popularity } = view.model.items;
  for (const run of ['cold', 'warm']) {
    const before = process.cpuUsage();
    const home = policy.decide(view, new RandomStream('bench'));
    const { user, system } = process.cpuUsage(before);
    let walked = 0;
    let lines = 0;
    home.forEach((location, item) => {
      if (location < 0) return;
      walked += popularity[item]! * view.depotDistance_m(location);
      lines += popularity[item]!;
    });
    const housed = home.reduce((count, location) => count + (location >= 0 ? 1 : 0), 0);
    console.log(
      `${id.padEnd(25)} ${run}: ${((user + system) / 1e6).toFixed(2)} CPU s, peak resident ` +
        `${Math.round(process.resourceUsage().maxRSS / 1024)} MB, housed ${housed}, ${(walked / lines).toFixed(1)} m a line`,
    );
  }
}

const view = viewOf();
if (only !== undefined) measure(view, only);
else {
  const { kinds, groups } = buildSlotTable(view);
  console.log(
    `${locationCount} locations of ${kinds} kinds, ${itemCount} items of ${groups} groups, ${lineCount} lines of the past, ` +
      `Node ${process.version}; the model alone ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
  const size = [locationCount, itemCount, lineCount].map(String);
  for (const { id } of storageAssignmentPolicies) {
    if ((id as string) === SEARCH) continue;
    execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), ...size, id], { stdio: 'inherit' });
  }
}
