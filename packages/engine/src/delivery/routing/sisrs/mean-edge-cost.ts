// The mean cost of driving from one node to another: the unit of temperatures, so that the same settings do for kilometres and for
// a grid of a thousand.

import type { VehicleRoutingProblem } from './problem.ts';

/** Over all ordered pairs of nodes, by the sort of vehicle that is dearest to drive; 1 where driving costs nothing. */
export function meanEdgeCost({ nodes, vehicles, travel }: VehicleRoutingProblem): number {
  const rate = Math.max(...vehicles.map(({ costPerDistance }) => costPerDistance));
  const mean = travel.distance.reduce((sum, length) => sum + length, 0) / Math.max(1, nodes * (nodes - 1));
  return rate * mean || 1;
}
