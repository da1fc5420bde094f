// A small set of stops that cannot be served together: why an instance has no plan.
//
// Source:     Junker, U. (2004), "QUICKXPLAIN: preferred explanations and relaxations for over-constrained problems", AAAI,
//             167-172: halves are left out as long as what remains still cannot be served.
// Applies to: any problem; a set counts as impossible when a short search leaves a stop of it out, so nothing is proved.
// Cost:       O(k log(n / k)) searches for a conflict of k of n stops, at most MOST_SEARCHES, after which it stays as it is.
//
// Worked example: one vehicle for 10; stops of 6, 1, 6, 1. All: a stop is left out. Without the last half (6, 1) all is well, so
// it matters; in the end the two of 6 remain: without either of them everything can be served.

import { RandomStream, vehicleRoutingSearch, type VehicleRoutingProblem } from '@dongseon/engine';
import { formatProblem } from '../validate/problem.ts';
import type { VehicleRoutingInstance } from './vehicle-routing.ts';

/** Iterations of a search of so many stops, and the slices in which it runs: it ends as soon as everything is served. */
const ITERATIONS_PER_STOP = 40;
const LEAST_ITERATIONS = 400;
const SLICES = 8;
const MOST_SEARCHES = 200;
/** So many stops are named. */
const NAMED = 10;

/** E8416: the smallest set of stops found that no plan serves. @param unserved what a plan left out */
export function unsatisfiedBecause(
  { name, problem, ids }: VehicleRoutingInstance,
  unserved: readonly number[],
  seed: number,
): string {
  const { stops: conflict, isSmallest } = smallConflict(problem, unserved, seed);
  const named = conflict.slice(0, NAMED).map((stop) => `"${ids[stop]}"`);
  const more = conflict.length > NAMED ? ` and ${conflict.length - NAMED} more` : '';
  const who = `${conflict.length === 1 ? 'stop' : 'stops'} ${named.join(', ')}${more}`;
  const overload = problem.node.demand.flatMap((demand, dimension) => overloadOf(problem, conflict, demand, dimension));
  const why =
    overload[0] ??
    (conflict.length === 1
      ? 'no vehicle can, though it would serve nothing else'
      : `${isSmallest ? 'without any one of them they can be, and' : ''} no plan was found for all of them`.trim());
  return formatProblem({
    code: 'E8416',
    place: name,
    cause: `${who} cannot be served${conflict.length > 1 ? ' together' : ''}: ${why}`,
    cure: 'Add vehicles, trips or time, or give an "unservedCost" (JSON), so that stops may be left out.',
    satisfiable: false,
  });
}

/** Demand that the whole fleet cannot carry. */
function overloadOf(
  { vehicles, deliveryOf }: VehicleRoutingProblem,
  stops: readonly number[],
  demand: Float64Array,
  dimension: number,
): string[] {
  if (deliveryOf !== undefined) return [];
  const asked = stops.reduce((sum, stop) => sum + demand[stop]!, 0);
  const carried = vehicles.reduce((sum, { count, maxTrips, capacity }) => sum + count * maxTrips * capacity[dimension]!, 0);
  return asked > carried * (1 + 1e-9) ? [`they ask for ${asked}, and all vehicles together carry ${carried}`] : [];
}

/**
 * Stops that no plan was found for, and whether one was found for them without any single one (of a pair).
 * @param unserved what a plan left out: the conflict is looked for around it
 */
export function smallConflict(
  problem: VehicleRoutingProblem,
  unserved: readonly number[],
  seed: number,
): { readonly stops: readonly number[]; readonly isSmallest: boolean } {
  const units = unitsOf(problem);
  const isLeft = (unit: readonly number[]): boolean => unit.some((stop) => unserved.includes(stop));
  const ordered = [...units.filter(isLeft), ...units.filter((unit) => !isLeft(unit))];
  let searches = 0;
  const found = explain([], false, ordered, (some) => ++searches <= MOST_SEARCHES && isImpossible(problem, some.flat(), seed));
  return { stops: found.flat().sort((a, b) => a - b), isSmallest: searches <= MOST_SEARCHES };
}

/** What is in or out as a whole: a stop, or a pickup with its delivery. */
function unitsOf({ stops, deliveryOf }: VehicleRoutingProblem): number[][] {
  const deliveries = new Set(deliveryOf);
  const units: number[][] = [];
  for (let stop = 1; stop <= stops; stop++) {
    const delivery = deliveryOf?.[stop] ?? 0;
    if (delivery > 0) units.push([stop, delivery]);
    else if (!deliveries.has(stop)) units.push([stop]);
  }
  return units;
}

/** @param kept units that stay; @param grown whether they have just become more */
function explain(
  kept: readonly number[][],
  grown: boolean,
  open: readonly number[][],
  isImpossibleWith: (units: readonly number[][]) => boolean,
): number[][] {
  if (grown && isImpossibleWith(kept)) return [];
  if (open.length <= 1) return [...open];
  const half = Math.ceil(open.length / 2);
  const [first, second] = [open.slice(0, half), open.slice(half)];
  const ofSecond = explain([...kept, ...first], true, second, isImpossibleWith);
  const ofFirst = explain([...kept, ...ofSecond], ofSecond.length > 0, first, isImpossibleWith);
  return [...ofFirst, ...ofSecond];
}

function isImpossible(problem: VehicleRoutingProblem, stops: readonly number[], seed: number): boolean {
  if (stops.length === 0) return false;
  const search = vehicleRoutingSearch(restricted(problem, stops), 'cost', new RandomStream(`vehicle-routing/conflict/${seed}`));
  const slice = Math.ceil(Math.max(LEAST_ITERATIONS, ITERATIONS_PER_STOP * stops.length) / SLICES);
  for (let done = 0; done < SLICES; done++) {
    if (search.best.unserved.length === 0) return false;
    search.run(slice, done / SLICES, (done + 1) / SLICES);
  }
  return search.best.unserved.length > 0;
}

/** The problem with some of its stops only. */
function restricted(problem: VehicleRoutingProblem, stops: readonly number[]): VehicleRoutingProblem {
  const kept = [0, ...stops];
  for (let node = problem.stops + 1; node < problem.nodes; node++) kept.push(node);
  const now = new Map(kept.map((node, index) => [node, index]));
  const n = kept.length;
  const table = (old: Float64Array): Float64Array =>
    Float64Array.from({ length: n * n }, (_, i) => old[kept[Math.floor(i / n)]! * problem.nodes + kept[i % n]!]!);
  const column = (old: Float64Array): Float64Array => Float64Array.from(kept, (node) => old[node]!);
  const { node, travel, deliveryOf } = problem;
  const distance = table(travel.distance);
  return {
    ...problem,
    nodes: n,
    stops: stops.length,
    node: {
      opens: column(node.opens),
      closes: column(node.closes),
      service: column(node.service),
      release: column(node.release),
      classes: Uint8Array.from(kept, (old) => node.classes[old]!),
      demand: node.demand.map(column),
      ...(node.anywhere && { anywhere: Uint8Array.from(kept, (old) => node.anywhere![old]!) }),
    },
    travel: {
      ...travel,
      distance,
      durations: travel.durations.map((old) => (old === travel.distance ? distance : table(old))),
    },
    deliveryOf: deliveryOf && Int32Array.from(kept, (old) => now.get(deliveryOf[old]!) ?? 0),
    stations: problem.stations.map((station) => now.get(station)!),
    vehicles: problem.vehicles.map((vehicle) => ({
      ...vehicle,
      startNode: now.get(vehicle.startNode)!,
      onBoard: vehicle.onBoard.flatMap((stop) => now.get(stop) ?? []),
    })),
  };
}
