// What the electric kernel reads of one sort of vehicle, with energies in place of distances.

import type { VehicleRoutingProblem, VehicleSort } from '../problem.ts';

/** One sort of vehicle with a battery. All members are in the problem's own units. */
export interface SortFigures {
  readonly sort: VehicleSort;
  /** Energy a full battery holds, and what it holds at the start. */
  readonly full: number;
  readonly start: number;
  readonly usePerDistance: number;
  /** Energy charged in a unit of time, and its inverse. */
  readonly rate: number;
  readonly timePerEnergy: number;
  /** Departure from the depot at the earliest, return at the latest. */
  readonly departure: number;
  readonly back: number;
  /** Charging stops only when the battery is full. */
  readonly fully: boolean;
}

/** @throws Error if the vehicles of the sort have no battery. */
export function figuresOf(problem: VehicleRoutingProblem, sort: VehicleSort): SortFigures {
  const { battery } = sort;
  if (battery === undefined) throw new Error('the electric kernel routes vehicles with a battery only');
  return {
    sort,
    full: battery.capacity,
    start: battery.start,
    usePerDistance: battery.usePerDistance,
    rate: battery.chargeRate,
    timePerEnergy: 1 / battery.chargeRate,
    departure: Math.max(sort.shiftStart, problem.node.opens[0]!),
    back: Math.min(sort.shiftEnd, problem.node.closes[0]!),
    fully: problem.charging === 'full',
  };
}
