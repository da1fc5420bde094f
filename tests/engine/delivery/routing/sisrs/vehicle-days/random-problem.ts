// Random small problems with everything the vehicle-days kernel knows, and all plans of a tiny one.

import type { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import type {
  PlannedRoute,
  RoutePlan,
  VehicleRoutingProblem,
  VehicleSort,
} from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';

export const PLAIN_SORT: VehicleSort = {
  count: 1,
  capacity: [Infinity],
  classes: 255,
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

/** A problem of stops at points on a line (the depot at 0), a unit of time for a unit of distance; everything else unlimited. */
export function lineProblem(
  points: readonly number[],
  vehicles: readonly Partial<VehicleSort>[],
  more: Partial<VehicleRoutingProblem> & { columns?: Partial<VehicleRoutingProblem['node']>; places?: readonly number[] } = {},
): VehicleRoutingProblem {
  const { columns, places = [], ...rest } = more;
  const at = [0, ...points, ...places];
  const nodes = at.length;
  const distance = Float64Array.from(at.flatMap((a) => at.map((b) => Math.abs(a - b))));
  return {
    nodes,
    stops: points.length,
    node: {
      opens: new Float64Array(nodes),
      closes: new Float64Array(nodes).fill(Infinity),
      service: new Float64Array(nodes),
      release: new Float64Array(nodes),
      classes: new Uint8Array(nodes),
      demand: [new Float64Array(nodes).fill(1).fill(0, 0, 1)],
      ...columns,
    },
    travel: { distance, durations: [distance], periodLength: Infinity },
    vehicles: vehicles.map((sort) => ({ ...PLAIN_SORT, ...sort })),
    deliveryOf: undefined,
    stations: [],
    charging: 'full',
    latenessCost: Infinity,
    unservedCost: Infinity,
    ...rest,
  };
}

export interface Features {
  readonly stops: number;
  readonly soft?: boolean;
  readonly periods?: boolean;
  readonly breaks?: boolean;
  readonly timeCost?: boolean;
  readonly battery?: boolean;
  readonly underWay?: boolean;
}

export function randomProblem(random: RandomStream, features: Features): VehicleRoutingProblem {
  const { stops } = features;
  const nodes = stops + 1 + (features.underWay ? 2 : 0);
  const point = () => [random.uniform(0, 100), random.uniform(0, 100)] as const;
  const points = Array.from({ length: nodes }, point);
  const distance = new Float64Array(nodes * nodes);
  points.forEach(([x, y], a) => points.forEach(([u, v], b) => (distance[a * nodes + b] = Math.hypot(x - u, y - v))));
  const slower = [1, 1.6, 0.8, 1.3].slice(0, features.periods ? 4 : 1);
  const column = (value: (stop: number) => number) =>
    Float64Array.from({ length: nodes }, (_, i) => (i >= 1 && i <= stops ? value(i) : 0));
  const opens = column(() => (random.chance(0.6) ? random.uniform(0, 500) : 0));
  const closes = column((i) => opens[i]! + (random.chance(0.8) ? random.uniform(60, 400) : 2000));
  closes.fill(5000, stops + 1);
  closes[0] = 2000;
  const onBoard = (from: number) => (features.underWay ? [from, from + 1] : []);
  const sort = (index: number): VehicleSort => {
    const early = random.uniform(100, 300);
    const gone = features.underWay === true && index < 2;
    return {
      ...PLAIN_SORT,
      count: gone ? 1 : 2,
      capacity: [random.uniform(30, 60), random.uniform(3, 6)],
      classes: index === 0 ? 1 : 3,
      maxStops: random.chance(0.3) ? 4 : Infinity,
      maxDistance: random.chance(0.3) ? 400 : Infinity,
      maxTrips: 1 + random.integer(4),
      reload: random.uniform(0, 40),
      shiftStart: random.uniform(0, 100),
      shiftEnd: random.uniform(700, 1500),
      breaks: features.breaks
        ? [
            { earliest: early + 300, latest: early + 500, length: 20 },
            { earliest: early, latest: early + 100, length: 30 },
          ].slice(random.integer(2))
        : [],
      battery: features.battery
        ? { capacity: 400, start: random.uniform(200, 400), usePerDistance: 1, chargeRate: 5 }
        : undefined,
      fixedCost: random.uniform(0, 100),
      costPerDistance: random.uniform(0.5, 1.5),
      costPerTime: features.timeCost ? random.uniform(0.1, 1) : 0,
      startNode: gone ? stops + 1 + index : 0,
      onBoard: gone && index === 0 ? onBoard(1) : [],
      ...(gone ? { used: { load: [3, 0.2], stops: 1, distance: 20 } } : {}),
    };
  };
  return {
    nodes,
    stops,
    node: {
      opens,
      closes,
      service: column(() => random.uniform(0, 20)),
      release: column(() => (random.chance(0.5) ? random.uniform(0, 250) : 0)),
      classes: Uint8Array.from({ length: nodes }, (_, i) => (i > 0 && random.chance(0.2) ? 2 : 1)),
      demand: [column(() => random.uniform(1, 20)), column(() => random.uniform(0.1, 2))],
      ...(features.underWay ? { anywhere: Uint8Array.from({ length: nodes }, (_, i) => Number(i > 4 && i % 4 === 0)) } : {}),
    },
    travel: { distance, durations: slower.map((factor) => distance.map((d) => d * factor)), periodLength: 150 },
    vehicles: [0, 1, 2].map(sort),
    deliveryOf: undefined,
    stations: [],
    charging: 'full',
    latenessCost: features.soft ? 0.7 : Infinity,
    unservedCost: 500,
  };
}

/** Every plan that serves each of the stops once or leaves it out, by vehicle; no look at what is possible. */
export function* allPlans(problem: VehicleRoutingProblem): Generator<RoutePlan> {
  const vehicles = problem.vehicles.flatMap(({ count }, sort) =>
    Array.from({ length: Math.min(count, problem.stops) }, () => sort),
  );
  yield* place(
    vehicles.map(() => []),
    1,
    [],
  );

  function* place(days: number[][][], stop: number, unserved: readonly number[]): Generator<RoutePlan> {
    if (stop > problem.stops) {
      const routes = days.flatMap((trips, v): PlannedRoute[] =>
        trips.length === 0
          ? []
          : [{ sort: vehicles[v]!, visits: trips.flatMap((trip, i) => (i === 0 ? trip : [0, ...trip])), charges: [] }],
      );
      yield { routes, unserved, cost: 0, distance: 0 };
      return;
    }
    for (const next of insertions(days, stop)) yield* place(next, stop + 1, unserved);
    yield* place(days, stop + 1, [...unserved, stop]);
  }
}

/** Days (trips of stops, by vehicle) with a stop put into every place: in a trip, or as a trip of its own. */
export function* insertions(days: readonly (readonly (readonly number[])[])[], stop: number): Generator<number[][][]> {
  const copy = () => days.map((trips) => trips.map((trip) => [...trip]));
  for (let v = 0; v < days.length; v++) {
    for (let t = 0; t < days[v]!.length; t++) {
      for (let at = 0; at <= days[v]![t]!.length; at++) {
        const next = copy();
        next[v]![t]!.splice(at, 0, stop);
        yield next;
      }
    }
    for (let t = 0; t <= days[v]!.length; t++) {
      const next = copy();
      next[v]!.splice(t, 0, [stop]);
      yield next;
    }
  }
}
