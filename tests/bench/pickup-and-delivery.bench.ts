// Pickup and delivery with time windows on Li & Lim's instances of some 100 stops: vehicles and distance against the best known,
// a CSV row an instance.
//
//   node --import tsx tests/bench/pickup-and-delivery.bench.ts [--seconds 10] [--filter regexp] [--shard 1/1] [--seed 1]
//     [--data ../shared/data/vehicle-routing/li-lim-pdptw100/]
//
// Seconds are CPU seconds of the one thread an instance is solved in; shard i/n takes every n-th row from row i on.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { PickupDeliveryKernel } from '../../packages/engine/src/delivery/routing/sisrs/pickup-delivery/kernel.ts';
import { pickupDeliverySettings } from '../../packages/engine/src/delivery/routing/sisrs/pickup-delivery/settings.ts';
import { SisrsSearch } from '../../packages/engine/src/delivery/routing/sisrs/search.ts';
import { readVehicleRouting } from '../../packages/scenarios/src/instances/read-vehicle-routing.ts';
import { planFaults } from '../fixtures/pickup-delivery-faults.ts';
import { sharedData } from '../literature/order-batching-data.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: `${sharedData}vehicle-routing/li-lim-pdptw100/` },
    seconds: { type: 'string', default: '10' },
    filter: { type: 'string', default: '' },
    shard: { type: 'string', default: '1/1' },
    seed: { type: 'string', default: '1' },
  },
});

/** Iterations between two looks at the clock. */
const SLICE = 200;

function cpu_s(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function solve(instance: string, seconds: number): { vehicles: number; distance: number; iterations: number } {
  const { problem } = readVehicleRouting(readFileSync(`${options.data}${instance}.txt`), `${instance}.txt`)[0]!;
  const begun_s = cpu_s();
  const kernel = new PickupDeliveryKernel(problem, 'vehicles-first');
  const settings = pickupDeliverySettings(problem, 'vehicles-first');
  const search = new SisrsSearch(kernel, settings, new RandomStream(`${instance} ${options.seed}`));
  let done = 0;
  let share = 0;
  while (done < 1) {
    search.run(SLICE, done, Math.min(1, done + share));
    const now = Math.min(1, (cpu_s() - begun_s) / seconds);
    share = now - done;
    done = now;
  }
  const { best } = search;
  const faults = [...planFaults(problem, best), ...best.unserved.map((stop) => `${stop} is not served`)];
  if (faults.length > 0) throw new Error(`${instance}: ${faults.join('; ')}`);
  return { vehicles: best.routes.length, distance: best.distance, iterations: search.iterations };
}

const seconds = Number(options.seconds);
const [shard, shards] = options.shard.split('/').map(Number) as [number, number];
const rows = readFileSync(`${options.data}best-known.csv`, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string, string])
  .filter(([instance]) => new RegExp(options.filter).test(instance))
  .filter((_, i) => i % shards === shard - 1);

console.log('instance,vehicles,best_known_vehicles,distance,best_known_distance,gap_percent,iterations');
const gaps: number[] = [];
for (const [instance, bestVehicles, bestDistance] of rows) {
  const { vehicles, distance, iterations } = solve(instance, seconds);
  const gap = 100 * (distance / Number(bestDistance) - 1);
  if (vehicles === Number(bestVehicles)) gaps.push(gap);
  console.log(`${instance},${vehicles},${bestVehicles},${distance.toFixed(4)},${bestDistance},${gap.toFixed(3)},${iterations}`);
}
const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
console.log(
  `\n${rows.length} instances, ${seconds} CPU s each: ${gaps.length} with the best-known number of vehicles, ` +
    `their distance ${mean.toFixed(3)} % above it (worst ${Math.max(...gaps).toFixed(3)} %)`,
);
