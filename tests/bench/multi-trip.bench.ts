// Days of several trips: gaps to the best known on the multi-trip instances with release times (a CSV row an instance), a town of
// 2,000 stops and 60 vehicles, and re-planning under way.
//
//   node --import tsx tests/bench/multi-trip.bench.ts [--seconds 10] [--seed 1] [--shard 0/1] [--filter regexp]
//   node --import tsx tests/bench/multi-trip.bench.ts --scale [--stops 2000] [--vehicles 60] [--seconds 60] [--soft] [--distance]
//   node --import tsx tests/bench/multi-trip.bench.ts --replan [--stops 100] [--vehicles 8]
//
// Seconds are CPU seconds of the process. Shard i/n takes every n-th instance from i. `--scale` tells the cost at the end, the
// best so far at some moments, and the peak memory. `--distance`: time costs nothing. `--replan`: the plan of a town (soft
// windows, breaks, three speeds), half of whose stops have changed windows, is improved for 300 ms of CPU from where it stands;
// against a search of 10 s from nothing.

import { parseArgs } from 'node:util';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import type { RoutePlan, VehicleRoutingProblem } from '../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { SisrsSearch } from '../../packages/engine/src/delivery/routing/sisrs/search.ts';
import { evaluatePlan } from '../../packages/engine/src/delivery/routing/sisrs/vehicle-days/evaluate-plan.ts';
import { VehicleDaysKernel } from '../../packages/engine/src/delivery/routing/sisrs/vehicle-days/kernel.ts';
import { vehicleDaysSettings } from '../../packages/engine/src/delivery/routing/sisrs/vehicle-days/settings.ts';
import { multiTripInstance, multiTripKnown } from '../literature/multi-trip-data.ts';
import { madeUpTown } from './multi-trip-town.ts';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    shard: { type: 'string', default: '0/1' },
    filter: { type: 'string', default: '^(C|R|RC)2[01]' },
    scale: { type: 'boolean', default: false },
    replan: { type: 'boolean', default: false },
    soft: { type: 'boolean', default: false },
    distance: { type: 'boolean', default: false },
    stops: { type: 'string' },
    vehicles: { type: 'string' },
    set: { type: 'string', default: '{}' },
  },
});

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

interface Answer {
  readonly plan: RoutePlan;
  readonly iterations: number;
  readonly cpu_s: number;
}

/** Searches for so many CPU seconds, the building of the kernel included. */
function solve(
  problem: VehicleRoutingProblem,
  seconds: number,
  told?: (cpu_s: number, cost: number) => void,
  start?: RoutePlan,
): Answer {
  const begun = cpuSeconds();
  const settings = { ...vehicleDaysSettings(problem, 'cost', { warm: start !== undefined }), ...JSON.parse(options.set) };
  const search = new SisrsSearch(
    new VehicleDaysKernel(problem, 'cost'),
    settings,
    new RandomStream(`seed ${options.seed}`),
    start,
  );
  told?.(cpuSeconds() - begun, search.bestCost);
  let progress = 0;
  let slice = 20;
  for (let tell = 0.1; progress < 1;) {
    const before = progress;
    search.run(slice, before, Math.min(1, before + 0.001));
    progress = Math.min(1, Math.max((cpuSeconds() - begun) / seconds, before + 1e-5));
    slice = Math.max(20, Math.min(500, Math.round((slice * 0.001) / (progress - before))));
    if (progress < tell) continue;
    told?.(cpuSeconds() - begun, search.bestCost);
    tell += 0.1;
  }
  return { plan: search.best, iterations: search.iterations, cpu_s: cpuSeconds() - begun };
}

function literature(): void {
  const seconds = Number(options.seconds ?? 10);
  const [shard, shards] = options.shard.split('/').map(Number) as [number, number];
  const rows = multiTripKnown().filter(({ name }) => new RegExp(options.filter).test(name));
  console.log('instance,distance,best_known,gap,vehicles,trips,unserved,cpu_s,iterations');
  let sum = 0;
  const mine = rows.filter((_, i) => i % shards === shard);
  for (const { name, distance } of mine) {
    const problem = multiTripInstance(name);
    const { plan, iterations, cpu_s } = solve(problem, seconds);
    const { faults } = evaluatePlan(problem, plan);
    if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`);
    const trips = plan.routes.reduce((total, { visits }) => total + visits.filter((node) => node === 0).length + 1, 0);
    const gap = plan.distance / distance - 1;
    sum += gap;
    const figures = [plan.distance.toFixed(1), distance, gap.toFixed(5), plan.routes.length, trips, plan.unserved.length];
    console.log([name, ...figures, cpu_s.toFixed(1), iterations].join(','));
  }
  console.log(`# mean gap ${((100 * sum) / mine.length).toFixed(3)} % over ${mine.length} instances at ${seconds} CPU s`);
}

function scale(): void {
  const seconds = Number(options.seconds ?? 60);
  const size = { stops: Number(options.stops ?? 2000), vehicles: Number(options.vehicles ?? 60) };
  const kind = { timed: !options.distance, soft: options.soft };
  const problem = madeUpTown(new RandomStream('town'), size.stops, size.vehicles, kind);
  const { plan, iterations, cpu_s } = solve(problem, seconds, (at, cost) =>
    console.log(`${at.toFixed(1)} s: ${Math.round(cost)}`),
  );
  const { faults, distance, time, lateness, cost } = evaluatePlan(problem, plan);
  const peak_MB = process.resourceUsage().maxRSS / 1024;
  console.log({ ...size, ...kind, iterations, cpu_s, cost, claimed: plan.cost, faults, distance, hours: time / 3600, lateness });
  console.log({ vehicles: plan.routes.length, unserved: plan.unserved.length, peak_MB });
}

function replan(): void {
  const random = new RandomStream('replan');
  const town = madeUpTown(random, Number(options.stops ?? 100), Number(options.vehicles ?? 8), { timed: true, soft: true });
  const [free] = town.travel.durations;
  const breaks = [{ earliest: 5.5 * 3600, latest: 7.5 * 3600, length: 3600 }];
  const problem: VehicleRoutingProblem = {
    ...town,
    travel: { ...town.travel, durations: [1, 1.4, 1].map((factor) => free!.map((d) => d * factor)), periodLength: 2 * 3600 },
    vehicles: town.vehicles.map((sort) => ({ ...sort, breaks })),
  };
  const before = solve(problem, 3).plan;
  const opens = problem.node.opens.map((time, i) => (i > 0 && random.chance(0.5) ? time + 2400 : time));
  const closes = problem.node.closes.map((time, i) => (i > 0 && random.chance(0.5) ? Math.max(opens[i]!, time - 2400) : time));
  const changed = { ...problem, node: { ...problem.node, opens, closes } };
  const frozen = evaluatePlan(changed, before).cost;
  for (let warmUp = 0; warmUp < 3; warmUp++) solve(changed, 0.3, undefined, before);
  const warm = solve(changed, 0.3, undefined, before);
  const cold = solve(changed, 10);
  console.log({
    frozen,
    warm: warm.plan.cost,
    iterations: warm.iterations,
    cpu_s: warm.cpu_s,
    cold: cold.plan.cost,
    cold_iterations: cold.iterations,
  });
}

if (options.replan) replan();
else if (options.scale) scale();
else literature();
