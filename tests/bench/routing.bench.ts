// Speed of picker routing on rectangular layouts: CPU milliseconds a tour, random picks, 10 aisles of 45 m blocks.
//
//   npx tsx tests/bench/routing.bench.ts
//
// `length` is the exact length alone, `tour` the visiting order with it. Classes are worked out once, before the clock runs.
// After that tours over the whole default building: what proving them costs, walked both ways and with one-way aisles.

import { DEPOT, PACKING, stationPlace } from '@dongseon/engine';
import { compile, loadBuiltin } from '@dongseon/scenarios';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { Frame } from '../../packages/engine/src/picking/routing/frame.ts';
import { rectangularAlgorithms } from '../../packages/engine/src/picking/routing/algorithms.ts';
import { FULL_EFFORT, networkTour } from '../../packages/engine/src/picking/routing/network-tour.ts';
import { optimal, routingPolicies } from '../../packages/engine/src/picking/routing/policies.ts';
import type { RoutingView, Stop } from '../../packages/engine/src/picking/routing/policy.ts';
import { optimalLength_m } from '../../packages/engine/src/picking/routing/optimal.ts';
import {
  pickerTourInstance,
  type RectangularInstance,
  sequenceRectangular,
} from '../../packages/engine/src/picking/routing/rectangular.ts';
import { restrict } from '../engine/picking/routing/building.ts';

const random = new RandomStream('routing-bench');
const INSTANCES = 200;

function instances(blocks: number, picks: number): RectangularInstance[] {
  return Array.from({ length: INSTANCES }, () =>
    pickerTourInstance({
      layout: {
        aisles: 10,
        blocks,
        subaisleLength: 45,
        aislePitch: 5,
        crossAisleOffset: 1.5,
        depot: { aisle: 0, crossAisle: 0 },
      },
      picks: Array.from({ length: picks }, () => ({
        aisle: random.integer(10),
        block: random.integer(blocks),
        offset: random.integer(46),
      })),
    }),
  );
}

/** CPU milliseconds of each of `count` tours: mean, median, 95 % quantile. */
function measure(all: readonly RectangularInstance[], count: number, solve: (instance: RectangularInstance) => unknown): string {
  for (let n = 0; n < Math.min(count, 5_000); n++) solve(all[n % INSTANCES]!);
  // A sample is a chunk of tours, so that the clock's microsecond does not matter.
  const chunk = Math.max(1, Math.floor(count / 200));
  const samples: number[] = [];
  for (let done = 0; done < count; done += chunk) {
    const before = process.cpuUsage();
    for (let n = 0; n < chunk; n++) solve(all[(done + n) % INSTANCES]!);
    const { user, system } = process.cpuUsage(before);
    samples.push((user + system) / 1000 / chunk);
  }
  samples.sort((a, b) => a - b);
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  const at = (share: number): string => samples[Math.floor(share * (samples.length - 1))]!.toFixed(4);
  const rate = Math.round(1000 / mean).toLocaleString('en');
  return `${mean.toFixed(4)} ms mean, ${at(0.5)} median, ${at(0.95)} at 95 %, ${rate} tours/s`;
}

const frame = new Frame();
for (const [blocks, picks, count] of [
  [1, 20, 400_000],
  [2, 20, 10_000],
  [3, 30, 2_000],
  [4, 30, 400],
  [5, 30, 100],
  [6, 30, 20],
] as const) {
  const all = instances(blocks, picks);
  console.log(`${blocks} block${blocks > 1 ? 's' : ''}, ${picks} picks`);
  console.log(
    '  optimal, length',
    measure(all, count, (instance) => {
      frame.prepare(instance, false);
      return optimalLength_m(frame);
    }),
  );
  // In many blocks the exact ones take long; the rules do not.
  for (const algorithm of rectangularAlgorithms) {
    if (blocks > 4 && algorithm.id === 'composite') continue;
    console.log(
      `  ${algorithm.id}, tour`,
      measure(all, count, (instance) => sequenceRectangular(algorithm, instance, [])),
    );
  }
}

/** Random tours over the default building: from the carts to the packing stations. */
function wholeBuilding(): { views: RoutingView[]; oneWay: RoutingView[] } {
  const { network, building, locations } = compile(loadBuiltin('gimhae-shared-dc'));
  const start = stationPlace(building.stations, DEPOT);
  const end = stationPlace(building.stations, PACKING);
  const views = Array.from({ length: 100 }, (_, n): RoutingView => {
    const stops = new Map<number, Stop>();
    const count = n % 2 === 0 ? 12 : 40;
    while (stops.size < count) {
      const location = random.integer(locations.count);
      const area = building.areas[locations.area[location]!]!;
      const block = locations.block[location]!;
      const place = locations.place[location]!;
      const offset_m = network.places.y_m[place]! - area.crossAisles_y_m[block]!;
      stops.set(place, { place, area: locations.area[location]!, aisle: locations.aisle[location]!, block, offset_m });
    }
    return { network, areas: building.areas, start, end, stops: [...stops.values()] };
  });
  // Every second aisle of the shelves up, the others down.
  const shelves = building.areas.findIndex(({ id }) => id === 'S');
  const restrictions = Object.fromEntries(
    building.areas[shelves]!.aisles_x_m.map((_, i) => [`${shelves}/${i}/0`, i % 2 === 0 ? 'up' : 'down'] as const),
  );
  const restricted = restrict(views[0]!, restrictions).network;
  return { views, oneWay: views.map((view) => ({ ...view, network: restricted })) };
}

const { views, oneWay } = wholeBuilding();
for (const [name, all] of [
  ['walked both ways', views],
  ['with one-way aisles', oneWay],
] as const) {
  console.log(`the default building ${name}, 100 tours of 12 and 40 stops`);
  for (const policy of routingPolicies) {
    for (const view of all) policy.decide(view, random);
    const before = process.cpuUsage();
    const routes = all.map((view) => policy.decide(view, random));
    const { user, system } = process.cpuUsage(before);
    const length_m = routes.reduce((sum, route) => sum + route.length_m, 0) / all.length;
    const proved = routes.filter((route) => route.proved === true).length;
    console.log(
      `  ${policy.id}: ${length_m.toFixed(1)} m, ${((user + system) / 1000 / all.length).toFixed(3)} ms, ${proved} proved`,
    );
  }
  const before = process.cpuUsage();
  const routes = all.map((view) => networkTour(view, optimal.decide(view, random).sequence, FULL_EFFORT, random));
  const { user, system } = process.cpuUsage(before);
  const gap = routes.reduce((sum, { length_m, lowerBound_m }) => sum + length_m / lowerBound_m! - 1, 0) / all.length;
  const proved = routes.filter((route) => route.proved === true).length;
  const cost = ((user + system) / 1000 / all.length).toFixed(1);
  console.log(`  full effort: ${proved} proved, ${(100 * gap).toFixed(2)} % above the bound on the mean, ${cost} ms`);
}
