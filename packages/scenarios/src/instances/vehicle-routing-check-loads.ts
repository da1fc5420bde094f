// The checker's rules of goods: classes, what is on board at every moment, pairs, goods on board at the start, stops of a trip.

import type { VehicleRoutingProblem } from '@dongseon/engine';
import { exceeds, shown, type CheckedRoute, type Report } from './vehicle-routing-fault.ts';

export function loadFaults(problem: VehicleRoutingProblem, checked: CheckedRoute, report: Report): void {
  const { route, trips, vehicle, nameOf } = checked;
  const { classes, maxStops, maxTrips, onBoard, used } = problem.vehicles[route.sort]!;
  if (trips.length > maxTrips) report('trips', `${vehicle} makes ${trips.length} trips; ${maxTrips} are allowed`);
  trips.forEach(({ visits }, trip) => {
    const stops = visits.filter((node) => node >= 1 && node <= problem.stops);
    const done = trip === 0 ? (used?.stops ?? 0) : 0;
    if (stops.length + done > maxStops && isMore(stops, onBoard))
      report('stops', `${vehicle}, trip ${trip + 1} serves ${stops.length + done} stops; ${maxStops} are allowed`);
    for (const stop of stops)
      if ((problem.node.classes[stop]! & ~classes) !== 0)
        report('classes', `${vehicle} does not carry the class of goods of stop ${nameOf(stop)}`);
  });
  pairFaults(problem, checked, report);
  onBoardFaults(problem, checked, report);
  problem.node.demand.forEach((_, dimension) => capacityFaults(problem, checked, dimension, report));
}

function isPaired({ deliveryOf }: VehicleRoutingProblem, stop: number): boolean {
  return deliveryOf !== undefined && (deliveryOf[stop]! > 0 || deliveryOf.includes(stop));
}

/** What a vehicle under way has on board is as it is; the limits of its trip hold for what is added. */
function isMore(stops: readonly number[], onBoard: readonly number[]): boolean {
  return stops.some((stop) => !onBoard.includes(stop));
}

/** Goods from the depot leave it with the vehicle and go down stop by stop; pickups go up, and down at their deliveries. */
function capacityFaults(
  problem: VehicleRoutingProblem,
  { route, trips, vehicle, nameOf }: CheckedRoute,
  dimension: number,
  report: Report,
): void {
  const vehicleSort = problem.vehicles[route.sort]!;
  const capacity = vehicleSort.capacity[dimension]!;
  const demand = problem.node.demand[dimension]!;
  const what = problem.node.demand.length > 1 ? ` in dimension ${dimension + 1}` : '';
  let paired = 0;
  trips.forEach(({ visits }, trip) => {
    const stops = visits.filter((node) => node >= 1 && node <= problem.stops);
    const fromDepot = stops.filter((stop) => !isPaired(problem, stop)).map((stop) => Math.max(0, demand[stop]!));
    const before = trip === 0 ? (vehicleSort.used?.load[dimension] ?? 0) : 0;
    if (trip === 0 && !isMore(stops, vehicleSort.onBoard)) return;
    let onBoard = before + paired + fromDepot.reduce((sum, load) => sum + load, 0);
    const where = `${vehicle}, trip ${trip + 1}`;
    if (exceeds(onBoard, capacity))
      report('capacity', `${where} leaves with ${shown(onBoard)}${what}, more than ${shown(capacity)}`);
    for (const stop of stops) {
      onBoard += isPaired(problem, stop) ? demand[stop]! : -demand[stop]!;
      if (isPaired(problem, stop)) paired += demand[stop]!;
      if (exceeds(onBoard, capacity) && (isPaired(problem, stop) || demand[stop]! < 0))
        report(
          'capacity',
          `${where} has ${shown(onBoard)}${what} on board after stop ${nameOf(stop)}, more than ${shown(capacity)}`,
        );
    }
  });
}

function pairFaults(problem: VehicleRoutingProblem, { route, vehicle, nameOf }: CheckedRoute, report: Report): void {
  problem.deliveryOf?.forEach((delivery, pickup) => {
    if (delivery === 0) return;
    const [first, second] = [route.visits.indexOf(pickup), route.visits.indexOf(delivery)];
    if (first < 0 && second < 0) return;
    if (first < 0) report('pairs', `${vehicle} delivers at ${nameOf(delivery)} what it has not picked up at ${nameOf(pickup)}`);
    else if (second < 0) report('pairs', `${vehicle} picks up at ${nameOf(pickup)} and does not deliver at ${nameOf(delivery)}`);
    else if (second < first) report('pairs', `${vehicle} is at ${nameOf(delivery)} before it picks up at ${nameOf(pickup)}`);
  });
}

/** Goods on board stay with their vehicle, on its first trip; a vehicle under way has no others on that trip. */
function onBoardFaults(problem: VehicleRoutingProblem, { route, trips, vehicle, nameOf }: CheckedRoute, report: Report): void {
  const { onBoard, startNode } = problem.vehicles[route.sort]!;
  trips.forEach(({ visits }, trip) => {
    for (const node of visits) {
      if (node < 1 || node > problem.stops) continue;
      const owner = problem.vehicles.findIndex((sort) => sort.onBoard.includes(node));
      if (owner >= 0 && owner !== route.sort)
        report('on-board', `${vehicle} serves ${nameOf(node)}, whose goods are on board of another`);
      if (owner === route.sort && trip > 0)
        report('on-board', `${vehicle} serves ${nameOf(node)}, whose goods are on board, on trip ${trip + 1}`);
      if (
        owner < 0 &&
        trip === 0 &&
        !isPaired(problem, node) &&
        problem.node.anywhere?.[node] !== 1 &&
        (startNode > 0 || onBoard.length > 0)
      )
        report('on-board', `${vehicle} is under way without the goods of ${nameOf(node)}`);
    }
  });
}
