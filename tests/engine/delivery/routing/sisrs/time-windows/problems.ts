// Routing problems for the tests of the time-windows kernel: on a plane, distance = time.

import type { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import type { VehicleRoutingProblem, VehicleSort } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';

export const VEHICLE: VehicleSort = {
  count: Infinity,
  capacity: [Infinity],
  classes: 0,
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

/** A place on the plane and what it asks; the first is the depot. */
export interface Place {
  readonly x: number;
  readonly y?: number;
  readonly opens?: number;
  readonly closes?: number;
  readonly service?: number;
  readonly demand?: readonly number[];
  readonly classes?: number;
}

export function problemOf(places: readonly Place[], vehicles: readonly VehicleSort[]): VehicleRoutingProblem {
  const nodes = places.length;
  const column = (of: (place: Place) => number) => Float64Array.from(places, of);
  const distance = new Float64Array(nodes * nodes);
  places.forEach((a, i) =>
    places.forEach((b, j) => {
      const dx = a.x - b.x;
      const dy = (a.y ?? 0) - (b.y ?? 0);
      distance[i * nodes + j] = Math.sqrt(dx * dx + dy * dy);
    }),
  );
  return {
    nodes,
    stops: nodes - 1,
    node: {
      opens: column(({ opens }) => opens ?? 0),
      closes: column(({ closes }) => closes ?? Infinity),
      service: column(({ service }) => service ?? 0),
      release: new Float64Array(nodes),
      classes: Uint8Array.from(places, ({ classes }) => classes ?? 0),
      demand: vehicles[0]!.capacity.map((_, k) => column(({ demand }) => demand?.[k] ?? 0)),
    },
    travel: { distance, durations: [distance], periodLength: Infinity },
    vehicles,
    deliveryOf: undefined,
    stations: [],
    charging: 'full',
    latenessCost: Infinity,
    unservedCost: Infinity,
  };
}

/** Stops on a square of 100 with windows and two loads; with `sorts`, three sorts of vehicle that differ in everything. */
export function randomProblem(random: RandomStream, stops: number, sorts: boolean): VehicleRoutingProblem {
  const whole = (low: number, high: number) => low + random.integer(high - low + 1);
  const places: Place[] = [{ x: 50, y: 50, closes: 400 }];
  for (let i = 0; i < stops; i++) {
    const opens = random.chance(0.6) ? whole(0, 200) : 0;
    const closes = opens > 0 ? opens + whole(20, 120) : 330;
    const place = { x: whole(0, 100), y: whole(0, 100), opens, closes, service: whole(0, 9) };
    places.push({ ...place, demand: [whole(1, 9), whole(0, 5)], classes: sorts && random.chance(0.3) ? 1 : 0 });
  }
  const large = { ...VEHICLE, capacity: [30, 20], classes: 1 };
  if (!sorts) return problemOf(places, [large]);
  const small = { ...VEHICLE, capacity: [14, 8], fixedCost: 20, maxStops: 3, costPerDistance: 0.7 };
  const middle = { ...VEHICLE, capacity: [20, 12], fixedCost: 35, classes: 1, maxDistance: 260, count: 2 };
  return problemOf(places, [small, middle, { ...large, fixedCost: 60, shiftStart: 10, shiftEnd: 380 }]);
}
