// Small electric routing problems on a grid, where the way between two places is the sum of their differences in x and y.

import type { VehicleRoutingProblem, VehicleSort } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import type { Dice } from '../../../../../fixtures/dice.ts';

export interface GridPlace {
  readonly x: number;
  readonly y?: number;
  readonly opens?: number;
  readonly closes?: number;
  readonly service?: number;
  readonly demand?: number;
}

export interface GridOptions {
  readonly stops: readonly GridPlace[];
  readonly stations: readonly GridPlace[];
  readonly charging?: 'full' | 'partial';
  readonly battery?: number;
  /** Energy charged in a unit of time. */
  readonly rate?: number;
  readonly capacity?: number;
  readonly vehicles?: number;
  readonly horizon?: number;
}

/** The depot is at the origin; a unit of length takes a unit of time and of energy. */
export function gridProblem(options: GridOptions): VehicleRoutingProblem {
  const {
    stops,
    stations,
    charging = 'full',
    battery = 10,
    rate = 1,
    capacity = 100,
    vehicles = Infinity,
    horizon = 1000,
  } = options;
  const places: readonly GridPlace[] = [{ x: 0, closes: horizon }, ...stops, ...stations];
  const column = (of: (place: GridPlace) => number): Float64Array => Float64Array.from(places, of);
  const distance = Float64Array.from(
    places.flatMap((a) => places.map((b) => Math.abs(a.x - b.x) + Math.abs((a.y ?? 0) - (b.y ?? 0)))),
  );
  return {
    nodes: places.length,
    stops: stops.length,
    node: {
      opens: column(({ opens = 0 }) => opens),
      closes: column(({ closes = horizon }) => closes),
      service: column(({ service = 0 }) => service),
      release: column(() => 0),
      classes: new Uint8Array(places.length),
      demand: [column(({ demand = 0 }) => demand)],
    },
    travel: { distance, durations: [distance], periodLength: Infinity },
    vehicles: [electricSort({ count: vehicles, capacity: [capacity], shiftEnd: horizon }, battery, rate)],
    deliveryOf: undefined,
    stations: stations.map((_, i) => stops.length + 1 + i),
    charging,
    latenessCost: Infinity,
    unservedCost: Infinity,
  };
}

export function electricSort(some: Partial<VehicleSort>, battery: number, rate = 1): VehicleSort {
  return {
    count: Infinity,
    capacity: [100],
    classes: 0,
    maxStops: Infinity,
    maxDistance: Infinity,
    maxTrips: 1,
    reload: 0,
    shiftStart: 0,
    shiftEnd: 1000,
    breaks: [],
    battery: { capacity: battery, start: battery, usePerDistance: 1, chargeRate: rate },
    fixedCost: 0,
    costPerDistance: 1,
    costPerTime: 0,
    startNode: 0,
    onBoard: [],
    ...some,
  };
}

/** Stops and stations on whole coordinates, with windows as tight as `patience` (whole too). */
export function randomProblem(dice: Dice, stops: number, charging: 'full' | 'partial', patience = 40): VehicleRoutingProblem {
  const at = (): number => dice.from(0, 12) - 6;
  return gridProblem({
    stops: Array.from({ length: stops }, () => {
      const opens = dice.from(0, 60);
      return { x: at(), y: at(), opens, closes: opens + dice.from(5, patience), service: dice.from(0, 3), demand: 1 };
    }),
    stations: Array.from({ length: 3 }, () => ({ x: at(), y: at() })),
    charging,
    battery: dice.from(14, 22),
    horizon: 160,
  });
}
