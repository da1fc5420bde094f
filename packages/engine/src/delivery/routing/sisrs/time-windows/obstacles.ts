// What of a routing problem the kernel of hard time windows cannot represent.

import type { VehicleRoutingProblem } from '../problem.ts';

/** Why the kernel cannot do a problem, each reason in a sentence; empty where it can. */
export function timeWindowObstacles(problem: VehicleRoutingProblem): string[] {
  const { node, travel, vehicles } = problem;
  const obstacles: string[] = [];
  const refuse = (holds: boolean, reason: string): void => void (holds && obstacles.push(reason));
  const some = (holds: (sort: (typeof vehicles)[number]) => boolean) => vehicles.some(holds);
  refuse(problem.deliveryOf?.some((delivery) => delivery > 0) === true, 'there are pickups with deliveries');
  refuse(
    node.demand.some((column) => column.some((demand) => demand < 0)),
    'goods are collected as well as delivered',
  );
  refuse(travel.durations.length > 1, 'durations differ by period of the day');
  refuse(Number.isFinite(problem.latenessCost), 'stops may be served late');
  refuse(
    some(({ maxTrips }) => maxTrips > 1),
    'vehicles make several trips',
  );
  refuse(
    some(({ breaks }) => breaks.length > 0),
    'vehicles have breaks',
  );
  refuse(
    some(({ battery }) => battery !== undefined),
    'vehicles have batteries',
  );
  refuse(
    some(({ costPerTime }) => costPerTime > 0),
    'time on the road costs',
  );
  refuse(
    some(({ startNode, onBoard }) => startNode !== 0 || onBoard.length > 0),
    'vehicles are under way',
  );
  const departure = Math.min(...vehicles.map(({ shiftStart }) => Math.max(shiftStart, node.opens[0]!)));
  refuse(
    node.release.some((release, stop) => stop >= 1 && stop <= problem.stops && release > departure),
    'goods are released after the first departure',
  );
  return obstacles;
}
