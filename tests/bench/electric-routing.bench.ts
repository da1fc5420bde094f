// Electric vehicle routing with time windows on Schneider's instances: vehicles and distance against the best known, a CSV row
// an instance.
//
//   node --import tsx tests/bench/electric-routing.bench.ts [--seconds 20] [--small] [--filter regexp] [--shard 0/1] [--seed 1]
//     [--charging full|partial] [--data ../shared/data/vehicle-routing/schneider-evrptw/]
//
// Seconds are CPU seconds of the one thread an instance is solved in. `--small` takes the instances of 5 to 15 customers, which
// have 1 second each if nothing else is said; shard i/n takes every n-th row from row i. Best-known values are with full charging.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { ElectricKernel } from '../../packages/engine/src/delivery/routing/sisrs/electric/kernel.ts';
import { electricSettings } from '../../packages/engine/src/delivery/routing/sisrs/electric/settings.ts';
import { SisrsSearch } from '../../packages/engine/src/delivery/routing/sisrs/search.ts';
import { readVehicleRouting } from '../../packages/scenarios/src/instances/read-vehicle-routing.ts';
import { sharedData } from '../literature/order-batching-data.ts';
import { electricFaults } from '../fixtures/electric-faults.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: `${sharedData}vehicle-routing/schneider-evrptw/` },
    small: { type: 'boolean', default: false },
    filter: { type: 'string', default: '' },
    charging: { type: 'string', default: 'full' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    shard: { type: 'string', default: '0/1' },
  },
});

/** Share of the budget that is spent between two looks at the clock. */
const SLICE = 0.01;

interface Row {
  readonly instance: string;
  readonly vehicles: number;
  readonly distance: number;
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

function solve(row: Row, seconds: number): { vehicles: number; distance: number; iterations: number } {
  const file = readFileSync(options.data + row.instance);
  const charging = options.charging === 'partial' ? 'partial' : 'full';
  const { problem } = readVehicleRouting(file, row.instance, { charging })[0]!;
  const begun = cpuSeconds();
  const kernel = new ElectricKernel(problem, 'vehicles-first');
  const search = new SisrsSearch(kernel, electricSettings(problem, 'vehicles-first'), new RandomStream(`bench-${options.seed}`));
  let iterations = 20;
  for (;;) {
    const from = (cpuSeconds() - begun) / seconds;
    if (from >= 1) break;
    search.run(iterations, from, Math.min(1, from + SLICE));
    const took = (cpuSeconds() - begun) / seconds - from;
    iterations = Math.max(10, Math.round(Math.min(iterations * 2, (iterations * SLICE) / took)));
  }
  const { best } = search;
  const faults = electricFaults(problem, best);
  if (faults.length > 0) throw new Error(`${row.instance}: ${faults.join('; ')}`);
  return { vehicles: best.routes.length, distance: best.distance, iterations: search.iterations };
}

const [part, parts] = options.shard.split('/').map(Number) as [number, number];
const seconds = Number(options.seconds ?? (options.small ? 1 : 20));
const rows = readFileSync(`${options.data}best-known.csv`, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([instance, vehicles, distance]) => ({ instance: instance!, vehicles: Number(vehicles), distance: Number(distance) }))
  .filter(({ instance }) => /C\d+\.txt$/.test(instance) === options.small && new RegExp(options.filter).test(instance))
  .filter((_, i) => i % parts === part);

console.log('instance,vehicles,best_known_vehicles,distance,best_known_distance,gap,cpu_s,iterations');
let found = { vehicles: 0, distance: 0 };
let known = { vehicles: 0, distance: 0 };
for (const row of rows) {
  const { vehicles, distance, iterations } = solve(row, seconds);
  const gap = `${(100 * (distance / row.distance - 1)).toFixed(2)}%`;
  console.log([row.instance, vehicles, row.vehicles, distance.toFixed(2), row.distance, gap, seconds, iterations].join(','));
  found = { vehicles: found.vehicles + vehicles, distance: found.distance + distance };
  known = { vehicles: known.vehicles + row.vehicles, distance: known.distance + row.distance };
}
const gap = `${(100 * (found.distance / known.distance - 1)).toFixed(2)}%`;
console.log(['sum', found.vehicles, known.vehicles, found.distance.toFixed(2), known.distance.toFixed(2), gap].join(','));
