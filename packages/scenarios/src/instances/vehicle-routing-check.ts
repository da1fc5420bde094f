// Whether a plan of routes is one: the checker, which trusts no solver and shares no code with any. It works everything out again
// from the instance: who serves what, what is on board at every moment, when the vehicle is where, what is left in its battery,
// and what it all costs.
//
// Worked example: a vehicle for 10 serves two stops of 6 on one trip: it leaves the depot with 12, one fault. On two trips it
// leaves with 6 each time: none.

import type { PlannedRoute, RoutePlan, VehicleRoutingProblem } from '@dongseon/engine';
import { loadFaults } from './vehicle-routing-check-loads.ts';
import { timeFaults } from './vehicle-routing-check-times.ts';
import { shown, SLACK, type CheckedRoute, type Report, type RoutingFault, type RoutingRule } from './vehicle-routing-fault.ts';
import { timetableOf, tripsOf, type PlannedTrip, type Timetable } from './vehicle-routing-timetable.ts';

export interface CheckedPlan {
  readonly faults: readonly RoutingFault[];
  /** Of every route, in their order; none where its nodes or its vehicle are unknown. */
  readonly timetables: readonly Timetable[];
  /** Worked out anew. */
  readonly distance: number;
  readonly cost: number;
}

/** @param ids of nodes and of sorts of vehicles; without them their numbers */
export function checkRoutePlan(
  problem: VehicleRoutingProblem,
  plan: RoutePlan,
  ids: readonly string[] = [],
  vehicleIds: readonly string[] = [],
): CheckedPlan {
  const faults: RoutingFault[] = [];
  const nameOf = (node: number): string => `"${ids[node] ?? node}"`;
  const report = (rule: RoutingRule, text: string): void => void faults.push({ rule, text });
  const isNode = (node: number): boolean => Number.isInteger(node) && node >= 0 && node < problem.nodes;
  const known = plan.routes.filter(({ sort, visits }, i) => {
    const strange = visits.filter((node) => !isNode(node) || (node > problem.stops && !problem.stations.includes(node)));
    if (problem.vehicles[sort] === undefined) report('plan', `route ${i + 1}: there is no sort of vehicle ${sort}`);
    for (const node of strange) report('plan', `route ${i + 1}: ${node} is neither stop nor station`);
    return problem.vehicles[sort] !== undefined && strange.length === 0;
  });
  if (known.length < plan.routes.length) return { faults, timetables: [], distance: NaN, cost: NaN };

  visitFaults(problem, plan, nameOf, report);
  fleetFaults(problem, plan, vehicleIds, report);
  const routes = plan.routes.map((route, i): CheckedRoute => {
    const trips = tripsOf(route);
    const timetable = timetableOf(problem, route.sort, trips, releasesOf(problem, route, trips));
    return { route, trips, timetable, vehicle: `vehicle ${i + 1} (${vehicleIds[route.sort] ?? route.sort})`, nameOf };
  });
  for (const checked of routes) {
    loadFaults(problem, checked, report);
    timeFaults(problem, checked, report);
  }
  const timetables = routes.map(({ timetable }) => timetable);
  return { faults, timetables, ...costFaults(problem, plan, timetables, report) };
}

/** When all that a trip loads at the depot is there. What is on board, and what is picked up on the way, is not loaded. */
function releasesOf(problem: VehicleRoutingProblem, route: PlannedRoute, trips: readonly PlannedTrip[]): number[] {
  const { onBoard } = problem.vehicles[route.sort]!;
  const deliveries = new Set(problem.deliveryOf);
  return trips.map(({ visits }, trip) =>
    visits
      .filter((node) => node <= problem.stops && !(trip === 0 && onBoard.includes(node)))
      .filter((node) => problem.node.anywhere?.[node] !== 1 && !deliveries.has(node) && (problem.deliveryOf?.[node] ?? 0) === 0)
      .reduce((latest, node) => Math.max(latest, problem.node.release[node]!), 0),
  );
}

function visitFaults(
  { stops, unservedCost }: VehicleRoutingProblem,
  plan: RoutePlan,
  nameOf: (node: number) => string,
  report: Report,
): void {
  const times = new Int32Array(stops + 1);
  for (const node of plan.routes.flatMap(({ visits }) => visits)) if (node > 0 && node <= stops) times[node]!++;
  const left = new Set(plan.unserved);
  if (left.size < plan.unserved.length) report('visits', 'a stop is twice among the unserved');
  for (const node of left) if (!(node >= 1 && node <= stops)) report('plan', `${node} is unserved, and no stop`);
  for (let stop = 1; stop <= stops; stop++) {
    if (times[stop]! > 1) report('visits', `stop ${nameOf(stop)} is served ${times[stop]} times`);
    if (times[stop]! > 0 && left.has(stop)) report('visits', `stop ${nameOf(stop)} is served, and among the unserved`);
    if (times[stop] === 0 && !left.has(stop)) report('visits', `stop ${nameOf(stop)} is neither served nor among the unserved`);
    if (left.has(stop) && unservedCost === Infinity) report('unserved', `stop ${nameOf(stop)} is not served`);
  }
}

function fleetFaults({ vehicles }: VehicleRoutingProblem, plan: RoutePlan, vehicleIds: readonly string[], report: Report): void {
  vehicles.forEach(({ count, startNode }, sort) => {
    const used = plan.routes.filter((route) => route.sort === sort).length;
    if (used === 0 && startNode > 0)
      report('fleet', `the vehicle ${vehicleIds[sort] ?? sort} is under way, and has no route to the depot`);
    if (used > count) report('fleet', `${used} vehicles of the sort ${vehicleIds[sort] ?? sort} are used; there are ${count}`);
  });
  plan.routes.forEach(({ sort, visits }, i) => {
    // A vehicle under way drives home, whatever else it does.
    const mayBeEmpty = vehicles[sort]!.startNode > 0 && visits.length === 0;
    if (visits.every((node) => node === 0) && !mayBeEmpty) report('plan', `route ${i + 1} visits nothing`);
  });
}

function costFaults(
  problem: VehicleRoutingProblem,
  plan: RoutePlan,
  timetables: readonly Timetable[],
  report: Report,
): { distance: number; cost: number } {
  let distance = 0;
  let cost = plan.unserved.length * (problem.unservedCost < Infinity ? problem.unservedCost : 0);
  timetables.forEach(({ trips }, i) => {
    const { fixedCost, costPerDistance, costPerTime } = problem.vehicles[plan.routes[i]!.sort]!;
    cost += fixedCost;
    for (const trip of trips) {
      distance += trip.distance;
      cost += trip.distance * costPerDistance + (trip.returns - trip.departs) * costPerTime;
      for (const { node, begins } of trip.visits) {
        const late = begins - problem.node.closes[node]!;
        if (problem.latenessCost < Infinity && node <= problem.stops && late > 0) cost += late * problem.latenessCost;
      }
    }
  });
  const differ = (one: number, other: number): boolean => !(Math.abs(one - other) <= SLACK * Math.max(1, Math.abs(other)));
  if (differ(plan.distance, distance)) report('cost', `the distance is ${shown(distance)}, not ${shown(plan.distance)}`);
  const isComplete = plan.unserved.length === 0 || problem.unservedCost < Infinity;
  if (isComplete && differ(plan.cost, cost)) report('cost', `the cost is ${shown(cost)}, not ${shown(plan.cost)}`);
  return { distance, cost };
}
