// What of a routing problem the electric kernel cannot represent.

import type { VehicleRoutingProblem } from '../problem.ts';

/** Why the problem cannot be solved with the electric kernel: a sentence each; empty if it can. */
export function electricObstacles(problem: VehicleRoutingProblem): string[] {
  const because: string[] = [];
  const { vehicles, node, travel } = problem;
  if (vehicles.some(({ battery }) => battery === undefined)) because.push('all vehicles need a battery');
  if (vehicles.some(({ battery }) => battery !== undefined && !(battery.chargeRate > 0 && battery.chargeRate < Infinity))) {
    because.push('batteries need a rate of charging above zero and finite');
  }
  if (vehicles.some(({ maxTrips }) => maxTrips !== 1)) because.push('electric vehicles make one trip each');
  if (vehicles.some(({ breaks }) => breaks.length > 0)) because.push('electric vehicles have no breaks');
  if (vehicles.some(({ maxDistance }) => maxDistance < Infinity)) because.push('the battery alone limits the length of a route');
  if (vehicles.some(({ costPerTime }) => costPerTime > 0)) because.push('the cost of electric vehicles does not depend on time');
  if (vehicles.some(({ startNode, onBoard }) => startNode !== 0 || onBoard.length > 0)) {
    because.push('electric vehicles start empty at the depot');
  }
  if (travel.durations.length !== 1) because.push('durations do not depend on the time of day');
  if (problem.latenessCost < Infinity) because.push('time windows are hard');
  if (problem.deliveryOf?.some((delivery) => delivery > 0) === true) because.push('there are no pickups and deliveries');
  const departure = Math.min(...vehicles.map(({ shiftStart }) => Math.max(shiftStart, node.opens[0]!)));
  const back = Math.max(...vehicles.map(({ shiftEnd }) => Math.min(shiftEnd, node.closes[0]!)));
  if (problem.stations.some((station) => node.opens[station]! > departure || node.closes[station]! < back)) {
    because.push('stations are open whenever the depot is');
  }
  for (let stop = 1; stop <= problem.stops; stop++) {
    if (node.release[stop]! > departure) {
      because.push('goods are at the depot from the start');
      break;
    }
  }
  for (let stop = 1; stop <= problem.stops; stop++) {
    if (vehicles.some(({ classes }) => (node.classes[stop]! & ~classes) !== 0)) {
      because.push('every vehicle can carry every class of goods');
      break;
    }
  }
  return because;
}
