// The routing solver, or a simple policy, on a vehicle routing instance: its routes with their times, checked.

import { RandomStream, supportsProblem, vehicleRoutingSearch, type RoutePlan } from '@dongseon/engine';
import { checkRoutePlan } from './vehicle-routing-check.ts';
import type { RoutingFault } from './vehicle-routing-fault.ts';
import { SIMPLE_POLICIES, simpleRoutes, whyNotSimple } from './vehicle-routing-simple.ts';
import type { Timetable } from './vehicle-routing-timetable.ts';
import type { VehicleRoutingInstance } from './vehicle-routing.ts';

const SEARCH = 'sisrs';
/** The policies of this command, the search first. */
export const VEHICLE_ROUTING_POLICIES: readonly { readonly id: string }[] = [{ id: SEARCH }, ...SIMPLE_POLICIES];

export interface VehicleRoutingEffort {
  readonly seed: number;
  /** Of the search; ITERATIONS_PER_STOP for each stop where neither this nor a time is given. */
  readonly iterations?: number;
  /** The search goes on for so many seconds. */
  readonly timeLimit_s?: number;
}

/** About two seconds for a hundred stops with windows; longer with batteries, pairs or several trips. */
const ITERATIONS_PER_STOP = 1000;
/** A search in time runs in slices of about so many seconds. */
const SLICE_S = 0.05;
const FIRST_SLICE = 20;

export interface VehicleRoutingResult {
  readonly instance: string;
  readonly problem: 'vehicle-routing';
  readonly policy: string;
  /** What is to be least: 'vehicles-first' is the number of vehicles, then the cost. */
  readonly goal: VehicleRoutingInstance['objective'];
  /** Cost of the plan; of instances of the literature the distance. */
  readonly objective: number;
  readonly unit: 'distance' | 'cost';
  readonly vehicles: number;
  readonly proved: false;
  readonly feasible: boolean;
  readonly time_s: number;
  readonly solution: VehicleRoutingSolution;
}

export interface VehicleRoutingSolution {
  readonly seed: number;
  /** Of the search; 0 of a simple policy. */
  readonly iterations: number;
  readonly convention: VehicleRoutingInstance['convention'];
  readonly distance: number;
  /** Ids of customers in the order in which they are served, a list for each trip. */
  readonly routes: readonly (readonly string[])[];
  /** The same trips with their vehicle (from 1) and times, stations among the visits. */
  readonly trips: readonly RoutedTrip[];
  readonly unserved: readonly string[];
}

export interface RoutedTrip {
  readonly vehicle: number;
  readonly sort: string;
  readonly departs: number;
  readonly returns: number;
  readonly distance: number;
  readonly visits: readonly RoutedVisit[];
}

export interface RoutedVisit {
  readonly id: string;
  readonly arrives: number;
  readonly begins: number;
  readonly leaves: number;
  /** Vehicles with a battery: energy on arrival, and what is charged. */
  readonly level?: number;
  readonly charge?: number;
}

export interface CheckedVehicleRouting {
  readonly result: VehicleRoutingResult;
  readonly plan: RoutePlan;
  readonly faults: readonly RoutingFault[];
}

/** Why a policy does not apply; undefined where it does. */
export function whyNotRouted(instance: VehicleRoutingInstance, id: string): string | undefined {
  if (id !== SEARCH) return whyNotSimple(instance.problem);
  const supported = supportsProblem(instance.problem);
  return supported.ok ? undefined : supported.because;
}

export function solveVehicleRouting(
  instance: VehicleRoutingInstance,
  id: string,
  effort: VehicleRoutingEffort,
): CheckedVehicleRouting {
  const { problem, ids, vehicleIds } = instance;
  const start = performance.now();
  const { plan, iterations } =
    id === SEARCH ? searched(instance, effort) : { plan: simpleRoutes(problem, id, effort.seed), iterations: 0 };
  const time_s = (performance.now() - start) / 1000;
  const { faults, timetables, distance } = checkRoutePlan(problem, plan, ids, vehicleIds);
  return {
    plan,
    faults,
    result: {
      instance: instance.name,
      problem: 'vehicle-routing',
      policy: id,
      goal: instance.objective,
      objective: plan.cost,
      unit: instance.form === 'json' ? 'cost' : 'distance',
      vehicles: plan.routes.length,
      proved: false,
      feasible: faults.length === 0,
      time_s,
      solution: {
        seed: effort.seed,
        iterations,
        convention: instance.convention,
        distance,
        ...shownTrips(instance, plan, timetables),
        unserved: plan.unserved.map((stop) => ids[stop]!),
      },
    },
  };
}

function searched(instance: VehicleRoutingInstance, effort: VehicleRoutingEffort): { plan: RoutePlan; iterations: number } {
  const { seed, timeLimit_s } = effort;
  const start = performance.now();
  const search = vehicleRoutingSearch(instance.problem, instance.objective, new RandomStream(`vehicle-routing/${seed}`));
  const most = effort.iterations ?? (timeLimit_s === undefined ? ITERATIONS_PER_STOP * instance.problem.stops : Infinity);
  if (timeLimit_s === undefined) search.run(most, 0, 1);
  else {
    let slice = FIRST_SLICE;
    for (;;) {
      const elapsed = (performance.now() - start) / 1000;
      const left = most - search.iterations;
      if (elapsed >= timeLimit_s || left <= 0) break;
      const share = (time: number, done: number): number => Math.min(1, Math.max(time / timeLimit_s, done / most));
      const next = Math.min(slice, left);
      search.run(next, share(elapsed, search.iterations), share(elapsed + SLICE_S, search.iterations + next));
      const took = (performance.now() - start) / 1000 - elapsed;
      slice = Math.max(1, Math.round(next * Math.min(4, Math.max(0.25, SLICE_S / Math.max(took, 1e-6)))));
    }
  }
  return { plan: search.best, iterations: search.iterations };
}

function shownTrips(
  { problem, ids, vehicleIds }: VehicleRoutingInstance,
  plan: RoutePlan,
  timetables: readonly Timetable[],
): Pick<VehicleRoutingSolution, 'routes' | 'trips'> {
  const timed = timetables.flatMap(({ trips }, vehicle) => trips.map((trip) => ({ trip, vehicle })));
  return {
    routes: timed.map(({ trip }) => trip.visits.flatMap(({ node }) => (node <= problem.stops ? [ids[node]!] : []))),
    trips: timed.map(({ trip: { departs, returns, distance, visits }, vehicle }) => ({
      vehicle: vehicle + 1,
      sort: vehicleIds[plan.routes[vehicle]!.sort]!,
      ...{ departs, returns, distance },
      visits: visits.map(({ node, arrives, begins, leaves, level, charge }) => ({
        id: ids[node]!,
        ...{ arrives, begins, leaves },
        ...(level === undefined ? {} : { level, charge }),
      })),
    })),
  };
}
