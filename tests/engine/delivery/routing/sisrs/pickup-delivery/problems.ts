// Problems of pickup and delivery for tests: written out on a line, or drawn at random in a square.

import type { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import type { VehicleRoutingProblem, VehicleSort } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';

export interface Place {
  readonly x: number;
  readonly y?: number;
  readonly opens?: number;
  readonly closes?: number;
  readonly service?: number;
  readonly demand?: readonly number[];
  readonly classes?: number;
  /** Of a pickup: index of its delivery. */
  readonly delivery?: number;
}

export const VAN: VehicleSort = {
  count: Infinity,
  capacity: [1],
  classes: 1,
  maxStops: Infinity,
  maxDistance: Infinity,
  maxTrips: 1,
  reload: 0,
  shiftStart: 0,
  shiftEnd: Infinity,
  breaks: [],
  battery: undefined,
  fixedCost: 0,
  costPerDistance: 1,
  costPerTime: 0,
  startNode: 0,
  onBoard: [],
};

/** @param places the depot first. */
export function problemOf(places: readonly Place[], vehicles: readonly VehicleSort[]): VehicleRoutingProblem {
  const nodes = places.length;
  const distance = Float64Array.from({ length: nodes * nodes }, (_, i) => {
    const a = places[Math.floor(i / nodes)]!;
    const b = places[i % nodes]!;
    return Math.sqrt((a.x - b.x) ** 2 + ((a.y ?? 0) - (b.y ?? 0)) ** 2);
  });
  return {
    nodes,
    stops: nodes - 1,
    node: {
      opens: Float64Array.from(places, ({ opens }) => opens ?? 0),
      closes: Float64Array.from(places, ({ closes }) => closes ?? Infinity),
      service: Float64Array.from(places, ({ service }) => service ?? 0),
      release: new Float64Array(nodes),
      classes: Uint8Array.from(places, ({ classes }) => classes ?? 0),
      demand: vehicles[0]!.capacity.map((_, d) => Float64Array.from(places, ({ demand }) => demand?.[d] ?? 0)),
    },
    travel: { distance, durations: [distance], periodLength: Infinity },
    vehicles,
    deliveryOf: Int32Array.from(places, ({ delivery }) => delivery ?? 0),
    stations: [],
    charging: 'full',
    latenessCost: Infinity,
    unservedCost: Infinity,
  };
}

/** Pairs first, then stops that go from (even) or to (odd) the depot; two loads, two sorts of van, two classes of goods. */
export function randomProblem(random: RandomStream, pairs: number, singles: number): VehicleRoutingProblem {
  const window = (width: number): { opens: number; closes: number } => {
    const opens = random.chance(0.3) ? 0 : random.uniform(0, 60);
    return { opens, closes: opens + width * random.uniform(1, 2) };
  };
  const spot = (): { x: number; y: number; service: number } => ({
    ...{ x: random.uniform(0, 20), y: random.uniform(0, 20), service: random.integer(3) },
  });
  const load = (sign: number): number[] => [sign * (1 + random.integer(4)), sign * random.integer(3) * 0.1];
  const places: Place[] = [{ x: 10, y: 10, closes: 200 }];
  for (let i = 0; i < pairs; i++) {
    const demand = load(1);
    const classes = random.chance(0.2) ? 2 : 1;
    places.push({ ...spot(), ...window(30), demand, classes, delivery: places.length + 1 });
    places.push({ ...spot(), ...window(60), demand: demand.map((units) => -units), classes });
  }
  for (let i = 0; i < singles; i++) places.push({ ...spot(), ...window(40), demand: load(i % 2 === 0 ? 1 : -1), classes: 1 });
  const small = { ...VAN, capacity: [5, 0.4], count: pairs + singles, maxStops: 6, fixedCost: 10 };
  const large = { ...VAN, capacity: [8, 0.6], classes: 3, fixedCost: 15, costPerDistance: 1.5, maxDistance: 90, shiftStart: 5 };
  return problemOf(places, [small, large]);
}
