// Storage assignment at size: 100,000 locations × 50,000 SKUs. Prints CPU seconds and peak memory of each policy.
//
//   npx tsx tests/bench/storage-assignment.bench.ts [locations] [items]

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import { buildSlotTable } from '../../packages/engine/src/storage/storage-assignment/slots.ts';
import { storageAssignmentPolicies } from '../../packages/engine/src/storage/storage-assignment/policies.ts';
import type { StorageAssignmentView } from '../../packages/engine/src/storage/policy.ts';

const locationCount = Number(process.argv[2] ?? 100_000);
const itemCount = Number(process.argv[3] ?? 50_000);
const LEVELS = 5;

const random = new RandomStream('storage-assignment-bench');
const fill = <T extends Float32Array | Float64Array | Uint8Array | Int32Array>(column: T, value: (row: number) => number): T => {
  for (let row = 0; row < column.length; row++) column[row] = value(row);
  return column;
};

// Four areas (ambient shelves, ambient pallets, chilled, frozen), five levels; slots grow with the level's height.
const areaOf = (location: number): number =>
  location < locationCount * 0.6 ? 0 : location < locationCount * 0.75 ? 1 : location < locationCount * 0.9 ? 2 : 3;
const locations = {
  count: locationCount,
  area: fill(new Int32Array(locationCount), areaOf),
  level: fill(new Uint8Array(locationCount), (location) => location % LEVELS),
  kind: fill(new Uint8Array(locationCount), (location) => (areaOf(location) === 1 ? 1 : 0)),
  temperature: fill(new Uint8Array(locationCount), (location) => Math.max(0, areaOf(location) - 1)),
  handPick: fill(new Uint8Array(locationCount), (location) => (areaOf(location) === 1 && location % LEVELS > 0 ? 0 : 1)),
  width_m: fill(new Float32Array(locationCount), (location) => (areaOf(location) === 1 ? 1.2 : 0.3)),
  depth_m: fill(new Float32Array(locationCount), (location) => (areaOf(location) === 1 ? 1.2 : 0.4)),
  height_m: fill(new Float32Array(locationCount), (location) =>
    areaOf(location) === 1 ? 1.5 : 0.3 + 0.05 * (location % LEVELS),
  ),
  maxLoad_kg: fill(new Float32Array(locationCount), (location) =>
    areaOf(location) === 1 ? 1000 : 60 - 10 * (location % LEVELS),
  ),
};
const depot_m = fill(new Float64Array(locationCount), () => Math.round(2000 * random.double()) / 10);
const items = {
  count: itemCount,
  popularity: fill(new Float64Array(itemCount), (item) => 1 / (1 + ((item * 7919) % itemCount))),
  temperature: fill(new Uint8Array(itemCount), (item) => (item % 10 < 7 ? 0 : item % 10 < 9 ? 1 : 2)),
  edge_m: fill(new Float32Array(itemCount), () => (random.chance(0.05) ? 0.55 : 0.05 + 0.25 * random.double())),
  weight_kg: fill(new Float32Array(itemCount), () => 25 * random.double() * random.double()),
};

const view: StorageAssignmentView = {
  model: { items, locations } as unknown as Model,
  depotDistance_m: (location) => depot_m[location]!,
  capacity(item, location) {
    if (items.temperature[item] !== locations.temperature[location]) return 0;
    const edge = items.edge_m[item]!;
    const boxes =
      Math.floor(locations.width_m[location]! / edge) *
      Math.floor(locations.depth_m[location]! / edge) *
      Math.floor(locations.height_m[location]! / edge);
    return Math.min(boxes, Math.floor(locations.maxLoad_kg[location]! / items.weight_kg[item]!));
  },
};

const { kinds, groups } = buildSlotTable(view);
console.log(`${locationCount} locations of ${kinds} kinds, ${itemCount} items of ${groups} groups, Node ${process.version}`);
for (const policy of storageAssignmentPolicies) {
  for (const run of ['cold', 'warm']) {
    const before = process.cpuUsage();
    const home = policy.decide(view, new RandomStream('bench'));
    const { user, system } = process.cpuUsage(before);
    let walked = 0;
    let lines = 0;
    home.forEach((location, item) => {
      if (location < 0) return;
      walked += items.popularity[item]! * depot_m[location]!;
      lines += items.popularity[item]!;
    });
    const housed = home.reduce((count, location) => count + (location >= 0 ? 1 : 0), 0);
    console.log(
      `${policy.id.padEnd(14)} ${run}: ${((user + system) / 1e6).toFixed(2)} CPU s, resident ${Math.round(process.memoryUsage().rss / 2 ** 20)}` +
        ` MB, housed ${housed}, ${(walked / lines).toFixed(1)} m a line`,
    );
  }
}
console.log(`peak resident memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
