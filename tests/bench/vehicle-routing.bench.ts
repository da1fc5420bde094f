// Vehicle routing against the best-known plans: Solomon-100, Gehring-Homberger-200 and Uchoa X with at most 350 stops.
//
//   npx tsx tests/bench/vehicle-routing.bench.ts --set solomon|gehring-homberger|uchoa [--objective cost|vehicles-first]
//       [--seconds 2] [--shard i/n] [--only C101,R203] [--seed x] [--settings '{"blink":0.02}']
//
// Each instance is searched for so many CPU seconds (user + system, the building of the tables included) on one thread. The search
// is told its progress by the clock here, in slices of about a hundredth; every plan goes through the independent checker.

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import type { RoutingObjective } from '../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { vehicleRoutingSearch, type VehicleRoutingSearch } from '../../packages/engine/src/delivery/routing/sisrs/solve.ts';
import { checkRoutePlan } from '../../packages/scenarios/src/instances/vehicle-routing-check.ts';
import { published, publishedNames, type PublishedSet } from '../literature/vehicle-routing-data.ts';

const SLICE = 0.01;
const FIRST_SLICE = 100;

function flag(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1]!;
}

function cpu_s(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Runs a search until `limit_s` of CPU time after `begin`. */
function runFor(search: VehicleRoutingSearch, begin: number, limit_s: number): void {
  let progress = (cpu_s() - begin) / limit_s;
  let iterations = FIRST_SLICE;
  while (progress < 1) {
    search.run(iterations, progress, Math.min(1, progress + SLICE));
    const now = (cpu_s() - begin) / limit_s;
    iterations = Math.max(20, Math.round(iterations * Math.min(2, SLICE / (now - progress))));
    progress = now;
  }
}

const set = flag('set', 'solomon') as PublishedSet;
const objective = flag('objective', 'cost') as RoutingObjective;
const seconds = Number(flag('seconds', '2'));
const [shard, shards] = flag('shard', '1/1').split('/').map(Number) as [number, number];
const settings = JSON.parse(flag('settings', '{}')) as object;
const only = flag('only', '');
const names = publishedNames(set)
  .filter((name) => only === '' || only.split(',').some((prefix) => name.startsWith(prefix)))
  .filter((_, i) => i % shards === shard - 1);

let gaps = 0;
let worst = -Infinity;
let distances = 0;
let bestDistances = 0;
let vehicles = 0;
let bestVehiclesSum = 0;
let iterations = 0;
for (const name of names) {
  const { instance, bestDistance, bestVehicles } = published(set, name, objective);
  const begin = cpu_s();
  const search = vehicleRoutingSearch(instance.problem, objective, new RandomStream(name + flag('seed', '')), { settings });
  runFor(search, begin, seconds);
  const used_s = cpu_s() - begin;
  const plan = search.best;
  const { faults } = checkRoutePlan(instance.problem, plan);
  if (faults.length > 0 || plan.unserved.length > 0) throw new Error(`${name}: ${faults.map(({ text }) => text).join('; ')}`);
  const gap = 100 * (plan.distance / bestDistance - 1);
  const more = bestVehicles === undefined ? '' : ` (best ${bestVehicles})`;
  const speed = search.iterations / used_s / 1000;
  console.log(
    `${name} distance ${plan.distance.toFixed(1)} gap ${gap.toFixed(2)} % vehicles ${plan.routes.length}${more}` +
      ` iterations ${search.iterations} (${speed.toFixed(0)}k/s) CPU ${used_s.toFixed(2)} s`,
  );
  gaps += gap;
  worst = Math.max(worst, gap);
  distances += plan.distance;
  bestDistances += bestDistance;
  vehicles += plan.routes.length;
  bestVehiclesSum += bestVehicles ?? plan.routes.length;
  iterations += search.iterations;
}
console.log(
  `\n${set} ${objective} ${seconds} s, ${names.length} instances: mean gap ${(gaps / names.length).toFixed(3)} % worst ${worst.toFixed(2)} %` +
    ` sum of distances ${(100 * (distances / bestDistances - 1)).toFixed(3)} % vehicles ${vehicles} (best ${bestVehiclesSum})` +
    ` mean iterations ${Math.round(iterations / names.length)}`,
);
