// Re-planning a running day: 14 vehicles, most of them on the road, about 100 stops to go, one event. CPU time of a decision,
// what it gains over keeping the plan, and what is left to a cold search of everything that is free.
//
//   node --import tsx tests/bench/re-planning.bench.ts [--events 40] [--iterations 1500,3000,6000] [--cold 10] [--policy sisrs]
//
// Half of the events are a delay of one vehicle of 40 minutes, half a new order. `--cold` CPU seconds for the cold search, on
// every seventh event; 0: none. The gain of a new order is over putting it where it costs least.

import { parseArgs } from 'node:util';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { replanningPolicies } from '../../packages/engine/src/delivery/re-planning/policies.ts';
import type { ReplanningView } from '../../packages/engine/src/delivery/re-planning/policy.ts';
import { insertLeft } from '../../packages/engine/src/delivery/routing/insert-left.ts';
import { planCost } from '../../packages/engine/src/delivery/routing/plan-cost.ts';
import type { VehicleRoutingView, VehicleTour } from '../../packages/engine/src/delivery/routing/policy.ts';
import { vehicleRoutingSearch } from '../../packages/engine/src/delivery/routing/sisrs/solve.ts';
import { sisrs } from '../../packages/engine/src/delivery/routing/sisrs-policy.ts';
import { SolverProblem } from '../../packages/engine/src/delivery/routing/solver-problem.ts';
import { cutOff, replanningFaults, townView } from '../engine/delivery/re-planning/view.ts';

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '40' },
    iterations: { type: 'string', default: '1500,3000,6000' },
    cold: { type: 'string', default: '10' },
    policy: { type: 'string', default: 'sisrs' },
  },
});

const VEHICLES = 14;
const STOPS = 185;
const DELAY_S = 2400;
const COLD_EVERY = 7;

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** A day of a town, cut off at a moment at which about 100 stops are left. */
function event(seed: number): ReplanningView {
  const random = new RandomStream(`event ${seed}`);
  const drawn = townView(`town ${seed}`, STOPS, VEHICLES);
  // A vehicle costs nothing but its way and its driver, so that all are used.
  const town = { ...drawn, vehicles: drawn.vehicles.map((offer) => ({ ...offer, fixed_krw: 0 })) };
  const late = STOPS - 1; // the order that comes later
  const isOrder = seed % 2 === 1;
  const known = isOrder ? { ...town, stops: town.stops.slice(0, late) } : town;
  const plan = sisrs.decide(known, random);
  const now_s = busiest(town, plan);
  const held = random.integer(VEHICLES);
  return cutOff(town, plan, {
    cause: isOrder ? 'new-order' : 'delay',
    now_s,
    delay_s: (vehicle) => (!isOrder && vehicle === held ? DELAY_S : 0),
    newStops: isOrder ? [late] : [],
  });
}

/** The moment in the first half of the day, to the quarter of an hour, at which most vehicles are on the road. */
function busiest(town: VehicleRoutingView, plan: readonly VehicleTour[]): number {
  const { tours } = planCost(town, plan);
  let best_s = town.departure_s;
  let most = 0;
  for (let now_s = town.departure_s; now_s < town.departure_s + 4 * 3600; now_s += 900) {
    const out = tours.filter(({ leaves_s, back_s }) => leaves_s < now_s && back_s > now_s).length;
    if (out <= most) continue;
    most = out;
    best_s = now_s;
  }
  return best_s;
}

function kept(view: ReplanningView): VehicleTour[] {
  const served = new Set(view.tours.flatMap(({ stops }) => stops));
  return insertLeft(
    view,
    view.tours,
    view.stops.map((_, stop) => stop).filter((stop) => !served.has(stop)),
  );
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
const percent = (shares: readonly number[]): string => `${(100 * mean(shares)).toFixed(2)} %`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const policy = replanningPolicies.find(({ id }) => id === options.policy);
if (policy === undefined)
  throw new Error(`--policy ${options.policy}: not one of ${replanningPolicies.map(({ id }) => id).join(', ')}`);
const events = Array.from({ length: Number(options.events) }, (_, seed) => event(seed));
const toGo = events.map(({ stops }) => stops.length);
const onTheRoad = events.map(({ vehicles }) => vehicles.filter(({ underWay }) => underWay !== undefined).length);
console.log(
  `${events.length} events; stops to go ${mean(toGo).toFixed(0)}, vehicles on the road ${mean(onTheRoad).toFixed(1)} ` +
    `(${Math.min(...onTheRoad)} to ${Math.max(...onTheRoad)})`,
);

/** The cost of what a search without a start finds in so many CPU seconds: everything free, goods on board pinned. */
function coldCost(view: ReplanningView, seconds: number, seed: number): number {
  const stops = view.stops.map((_, stop) => stop);
  const staying = view.vehicles.map(({ underWay }, vehicle) =>
    underWay === undefined ? [] : view.tours.find((tour) => tour.vehicle === vehicle)!.stops,
  );
  const until_s = view.departure_s + 8 * 3600;
  const solver = new SolverProblem(view, { stops, until_s, unserved_krw: 1e7, apart: true, staying });
  const search = vehicleRoutingSearch(solver.problem, 'cost', new RandomStream(`cold ${seed}`));
  const begin = process.cpuUsage();
  for (let progress = 0; progress < 1;) {
    const next = Math.min(1, Math.max(progress + 0.001, cpuSeconds(begin) / seconds));
    search.run(100, progress, next);
    progress = next;
  }
  return planCost(
    view,
    insertLeft(
      view,
      solver.tours(view, search.best),
      search.best.unserved.map((node) => node - 1),
    ),
  ).total_krw;
}

const cold_s = Number(options.cold);
const coldCosts = new Map<number, number>();
if (cold_s > 0) {
  for (let seed = 0; seed < events.length; seed += COLD_EVERY) {
    coldCosts.set(seed, coldCost(events[seed]!, cold_s, seed));
  }
}
for (const iterations of options.iterations.split(',').map(Number)) {
  const ms: number[] = [];
  const gains: number[] = [];
  const lateGains_min: number[] = [];
  const overCold: number[] = [];
  const keptOverCold: number[] = [];
  let worse = 0;
  let changed = 0;
  let moved = 0;
  events.forEach((view, seed) => {
    const begin = process.cpuUsage();
    const tours = policy.decide({ ...view, iterations }, new RandomStream(`decide ${seed}`));
    ms.push(1000 * cpuSeconds(begin));
    const before = planCost(view, kept(view));
    const after = planCost(view, tours ?? kept(view));
    const wrong = tours === undefined ? [] : replanningFaults(view, tours);
    if (wrong.length > 0) throw new Error(`event ${seed}: ${wrong.join(', ')}`);
    if (after.total_krw > before.total_krw + 1e-6) worse++;
    if (tours !== undefined) changed++;
    const cold_krw = coldCosts.get(seed);
    if (cold_krw !== undefined) {
      overCold.push(after.total_krw / cold_krw - 1);
      keptOverCold.push(before.total_krw / cold_krw - 1);
    }
    gains.push(before.total_krw - after.total_krw);
    lateGains_min.push((before.lateness_s + before.overtime_s - after.lateness_s - after.overtime_s) / 60);
    const had = new Map(view.tours.flatMap(({ vehicle, stops }) => stops.map((stop) => [stop, vehicle] as const)));
    for (const { vehicle, stops } of tours ?? [])
      for (const stop of stops) if (had.has(stop) && had.get(stop) !== vehicle) moved++;
  });
  ms.sort((a, b) => a - b);
  console.log(
    `${policy.id} ${iterations} iterations: p50 ${at(ms, 0.5).toFixed(0)} ms, p95 ${at(ms, 0.95).toFixed(0)} ms; ` +
      `mean gain ${mean(gains).toFixed(0)} won, lateness ${mean(lateGains_min).toFixed(1)} min; ` +
      `changed ${changed} of ${events.length}, ${(moved / events.length).toFixed(1)} stops moved; worse than keeping ${worse}` +
      (overCold.length > 0
        ? `; over ${cold_s} s cold (${overCold.length} events) ${percent(overCold)}, keeping ${percent(keptOverCold)}`
        : ''),
  );
}
