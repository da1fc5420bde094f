// A made-up town of any size: stops in clusters around a depot, 1-t vehicles that go out up to three times a day, windows,
// releases. km, s, kg, KRW; the day begins at 06:00.

import type { RandomStream } from '../../packages/engine/src/base/random.ts';
import type { VehicleRoutingProblem } from '../../packages/engine/src/delivery/routing/sisrs/problem.ts';

const HOUR = 3600;
const TOWN_KM = 60;
const CLUSTER_KM = 4;
const STOPS_A_CLUSTER = 50;
const ROAD_FACTOR = 1.3;
const SPEED_KMPS = 40 / HOUR;

/** @param options `timed`: time on the road costs, too; `soft`: windows may be missed at a cost. */
export function madeUpTown(
  random: RandomStream,
  stops: number,
  vehicles: number,
  options: { readonly timed: boolean; readonly soft: boolean },
): VehicleRoutingProblem {
  const nodes = stops + 1;
  const spread = () => CLUSTER_KM * (random.double() + random.double() + random.double() - 1.5);
  const centres = Array.from({ length: Math.ceil(stops / STOPS_A_CLUSTER) }, () => [
    random.uniform(-0.5, 0.5) * TOWN_KM,
    random.uniform(-0.5, 0.5) * TOWN_KM,
  ]);
  const points = Array.from({ length: nodes }, (_, node) => {
    const [x, y] = centres[random.integer(centres.length)]!;
    return node === 0 ? [0, 0] : [x! + spread(), y! + spread()];
  });
  const distance = new Float64Array(nodes * nodes);
  points.forEach(([x, y], a) => {
    points.forEach(([u, v], b) => (distance[a * nodes + b] = ROAD_FACTOR * Math.sqrt((x! - u!) ** 2 + (y! - v!) ** 2)));
  });
  const column = (value: (stop: number) => number) => Float64Array.from({ length: nodes }, (_, i) => (i === 0 ? 0 : value(i)));
  const releases = [0, 0, 0, 4 * HOUR, 7 * HOUR];
  const release = column(() => releases[random.integer(releases.length)]!);
  const opens = column((i) => (random.chance(0.5) ? Math.max(HOUR, release[i]!) + random.uniform(0, 3 * HOUR) : 0));
  const closes = column((i) => (opens[i] === 0 ? 12 * HOUR : opens[i]! + random.uniform(2, 4) * HOUR));
  closes[0] = 13 * HOUR;
  return {
    nodes,
    stops,
    node: {
      opens,
      closes,
      service: column(() => random.uniform(180, 420)),
      release,
      classes: new Uint8Array(nodes),
      demand: [column(() => random.uniform(20, 100))],
    },
    travel: { distance, durations: [distance.map((km) => km / SPEED_KMPS)], periodLength: Infinity },
    vehicles: [
      {
        count: vehicles,
        capacity: [1000],
        classes: 0,
        maxStops: Infinity,
        maxDistance: Infinity,
        maxTrips: 3,
        reload: HOUR / 2,
        shiftStart: 0,
        shiftEnd: 13 * HOUR,
        breaks: [],
        battery: undefined,
        fixedCost: options.timed ? 50_000 : 0,
        costPerDistance: 300,
        costPerTime: options.timed ? 15_000 / HOUR : 0,
        startNode: 0,
        onBoard: [],
      },
    ],
    deliveryOf: undefined,
    stations: [],
    charging: 'full',
    latenessCost: options.soft ? 20_000 / HOUR : Infinity,
    unservedCost: 1_000_000,
  };
}
