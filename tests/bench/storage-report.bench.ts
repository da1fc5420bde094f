// The storage report at size: 100,000 locations in four areas of five levels, 50,000 SKUs, a lot in every location but a fifth of
// them. Prints the CPU time of a report and of all its parts, the time to look at the drift, and the bytes that cross the border.
//
//   npx tsx tests/bench/storage-report.bench.ts [locations] [items]

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { TICKS_PER_DAY } from '../../packages/engine/src/base/units.ts';
import { lotsByLocation } from '../../packages/engine/src/kpis/lots-by-location.ts';
import { popularityDrift } from '../../packages/engine/src/kpis/popularity-drift.ts';
import { storageReport } from '../../packages/engine/src/kpis/storage-report.ts';
import { checkRules } from '../../packages/engine/src/kpis/storage-rules.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import { keepingOf, plainRacking } from '../../packages/engine/src/model/storage.ts';
import type { Context } from '../../packages/engine/src/world/context.ts';
import { addLot } from '../../packages/engine/src/world/stock.ts';
import { World } from '../../packages/engine/src/world/world.ts';
import { tinyModel } from '../fixtures/tiny-model.ts';

const locationCount = Number(process.argv[2] ?? 100_000);
const itemCount = Number(process.argv[3] ?? 50_000);
const [AREAS, LEVELS, SLOTS] = [4, 5, 3]; // slots a level of a bay

const random = new RandomStream('storage-report-bench');
const column = <T extends { length: number }>(
  Type: new (length: number) => T,
  length: number,
  value: (row: number) => number,
): T => {
  const values = new Type(length);
  for (let row = 0; row < length; row++) (values as unknown as number[])[row] = value(row);
  return values;
};
const slot = (row: number): number => Math.floor(row / SLOTS);
const perArea = Math.ceil(locationCount / AREAS);
const addresses = {
  count: locationCount,
  area: column(Int32Array, locationCount, (row) => Math.floor(row / perArea)),
  aisle: column(Int32Array, locationCount, (row) => Math.floor(row / 600)),
  block: new Int32Array(locationCount),
  side: column(Uint8Array, locationCount, (row) => Math.floor(row / 300) % 2),
  bay: column(Int32Array, locationCount, (row) => Math.floor(slot(row) / LEVELS)),
  level: column(Uint8Array, locationCount, (row) => slot(row) % LEVELS),
};
const racking = plainRacking(addresses);
const tiny = tinyModel();
const locations = {
  ...tiny.locations,
  ...addresses,
  rackBay: column(Int32Array, locationCount, (row) => Math.floor(slot(row) / LEVELS)),
  rackLevel: column(Int32Array, locationCount, slot),
  temperature: new Uint8Array(locationCount),
  width_m: new Float32Array(locationCount).fill(0.9),
  depth_m: new Float32Array(locationCount).fill(0.6),
  height_m: new Float32Array(locationCount).fill(0.4),
  z_m: column(Float32Array, locationCount, (row) => 0.2 + 0.4 * (slot(row) % LEVELS)),
  maxLoad_kg: new Float32Array(locationCount).fill(150),
};
const items = {
  ...tiny.items,
  count: itemCount,
  length_m: new Float32Array(itemCount).fill(0.1),
  width_m: new Float32Array(itemCount).fill(0.1),
  height_m: new Float32Array(itemCount).fill(0.1),
  weight_kg: column(Float32Array, itemCount, () => 2 * random.double()),
  temperature: new Uint8Array(itemCount),
  keeping: column(Uint16Array, itemCount, (item) => (item % 10 === 0 ? 1 : 0)),
  price_krw: new Float64Array(itemCount).fill(1000),
  popularity: column(Float64Array, itemCount, (item) => 1000 / (1 + item)),
  demand: column(Float64Array, itemCount, (item) => 2000 / (1 + item)),
};
const model = {
  ...tiny,
  locations,
  racking: { ...racking, levels: { ...racking.levels, maxLoad_kg: racking.levels.maxLoad_kg.fill(400) } },
  items,
  storage: {
    ...tiny.storage,
    keeping: keepingOf(['general', 'smelly'], new Uint8Array(4)),
    heavyLow: { weight_kg: 1.9, highest_m: 2 },
  },
  building: {
    ...tiny.building,
    areas: Array.from({ length: AREAS }, (_, area) => ({
      ...tiny.building.areas[0]!,
      levels: LEVELS,
      firstLocation: area * perArea,
      endLocation: Math.min(locationCount, (area + 1) * perArea),
    })),
  },
} as Model;

const world = new World(model);
const context = { model, world, sim: { now: 30 * TICKS_PER_DAY } } as unknown as Context;
for (let location = 0; location < locationCount; location++) {
  if (location % 5 === 0) continue;
  const item = random.integer(itemCount);
  const expiry = random.chance(0.5) ? Infinity : (25 + random.integer(60)) * TICKS_PER_DAY;
  addLot(context, item, location, 40, random.integer(30) * TICKS_PER_DAY, expiry);
  world.locations.columns.item[location] = item;
  world.locations.columns.units[location] = 40;
}
for (let line = 0; line < 1_000_000; line++) world.items.columns.linesAsked[Math.floor(itemCount * random.double() ** 3)]!++;

function bench(name: string, work: () => unknown): void {
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const before = process.cpuUsage();
    const start = performance.now();
    work();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    if (i >= 20) times.push(Math.min(wall, (user + system) / 1000));
  }
  times.sort((a, b) => a - b);
  console.log(`${name.padEnd(24)} median ${times[20]!.toFixed(2)} ms, fastest ${times[0]!.toFixed(2)} ms`);
}

console.log(`${locationCount} locations, ${itemCount} SKUs, ${world.lots.size} lots, Node ${process.version}`);
const unit_m3 = new Float64Array(itemCount).fill(0.001);
bench('storage report', () => storageReport(context));
bench('  of it: lots', () =>
  lotsByLocation(context, new Float64Array(locationCount).fill(NaN), new Float32Array(locationCount).fill(NaN)));
bench('  of it: rules', () => checkRules(model, world, unit_m3));
bench('popularity drift', () => popularityDrift(items.popularity, world.items.columns.linesAsked));
const bytes = Object.values(storageReport(context).locations).reduce<number>(
  (sum, each) => sum + (ArrayBuffer.isView(each) ? each.byteLength : 0),
  0,
);
console.log(`${(bytes / 1e6).toFixed(1)} MB of columns`);
