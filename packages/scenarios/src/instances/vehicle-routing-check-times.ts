// The checker's rules of time, distance and energy: windows, shifts, breaks, the length of trips, batteries.

import type { VehicleRoutingProblem } from '@dongseon/engine';
import { exceeds, shown, SLACK, type CheckedRoute, type Report } from './vehicle-routing-fault.ts';

export function timeFaults(problem: VehicleRoutingProblem, checked: CheckedRoute, report: Report): void {
  const { route, timetable, vehicle, nameOf } = checked;
  const { maxDistance, shiftEnd, breaks, onBoard, used } = problem.vehicles[route.sort]!;
  const { closes } = problem.node;
  timetable.trips.forEach(({ visits, returns, distance }, trip) => {
    const length = distance + (trip === 0 ? (used?.distance ?? 0) : 0);
    // Where all that is served is on board already, the trip is as long as it is.
    const isMore = visits.some(({ node }) => !onBoard.includes(node));
    if (exceeds(length, maxDistance) && isMore)
      report('distance-limit', `${vehicle}, trip ${trip + 1} is ${shown(length)} long; ${shown(maxDistance)} is allowed`);
    for (const { node, begins } of visits)
      if (exceeds(begins, closes[node]!) && (node > problem.stops || problem.latenessCost === Infinity))
        report('window', `${vehicle} is at ${nameOf(node)} at ${shown(begins)}; it closes at ${shown(closes[node]!)}`);
    if (exceeds(returns, closes[0]!))
      report('window', `${vehicle} is back at ${shown(returns)}; the depot closes at ${shown(closes[0]!)}`);
    if (exceeds(returns, shiftEnd))
      report('shift', `${vehicle} is back at ${shown(returns)}; its shift ends at ${shown(shiftEnd)}`);
  });
  timetable.breaks.forEach((began, i) => {
    const { latest } = breaks[i]!;
    if (exceeds(began, latest)) report('break', `break ${i + 1} of ${vehicle} begins at ${shown(began)}, after ${shown(latest)}`);
  });
  batteryFaults(problem, checked, report);
}

function batteryFaults(
  problem: VehicleRoutingProblem,
  { route, timetable, vehicle, nameOf }: CheckedRoute,
  report: Report,
): void {
  const { battery } = problem.vehicles[route.sort]!;
  if (battery === undefined) {
    if (route.charges.some((charge) => charge !== 0)) report('battery', `${vehicle} charges, and has no battery`);
    return;
  }
  const slack = SLACK * Math.max(1, battery.capacity);
  const arrive = (level: number, where: string): void => {
    if (level < -slack) report('battery', `${vehicle} runs empty on the way to ${where}: ${shown(-level)} is missing`);
  };
  const charge = (level: number, amount: number, where: string, mustFill: boolean): void => {
    if (amount < -slack) report('battery', `${vehicle} charges ${shown(amount)} at ${where}`);
    if (level + amount > battery.capacity + slack)
      report('battery', `${vehicle} has ${shown(level + amount)} after charging at ${where}, more than its battery holds`);
    if (mustFill && level + amount < battery.capacity - slack)
      report('battery', `${vehicle} leaves ${where} with ${shown(level + amount)}, not full`);
  };
  for (const trip of timetable.trips) {
    for (const visit of trip.visits) {
      arrive(visit.level!, nameOf(visit.node));
      if (visit.node > problem.stops) charge(visit.level!, visit.charge, nameOf(visit.node), problem.charging === 'full');
      else if (visit.charge !== 0) report('battery', `${vehicle} charges at stop ${nameOf(visit.node)}`);
    }
    arrive(trip.level!, 'the depot');
    charge(trip.level!, trip.charge, 'the depot', false);
  }
}
