// Savings: every stop begins with a tour of its own; the two tours whose joining saves the most are joined, as long as some
// vehicle can drive the result (parallel version). Then local search (local-search.ts); where more tours are left than can
// leave at once, short ones are dissolved into the others.
//
// Source:     Clarke, G. & Wright, J.W. (1964), "Scheduling of vehicles from a central depot to a number of delivery
//             points", Operations Research 12(4), 568-581; 2-opt and more after it, see local-search.ts.
// Applies to: everything: capacity in kilograms, litres and stops, compartments, range, vehicles that differ.
// Cost:       O(n² log n) for n stops up to ALL_PAIRS; beyond that only PAIRS nearest stops of each are joined.
//
//   saving of joining … i and j …: d(i, DC) + d(DC, j) - d(i, j)
//
// Worked example: stops on a line at 2, -1 and 3 km, room for two stops a vehicle. Savings: (2, 3) 2 + 3 - 1 = 4;
// (2, -1) 2 + 1 - 3 = 0; (-1, 3) 1 + 3 - 4 = 0. Tours: 0 -> 2 -> 3 -> 0 = 6 km and 0 -> -1 -> 0 = 2 km. Together 8 km.

import { SUPPORTED } from '../../model/policy.ts';
import { improveTours } from './local-search.ts';
import type { VehicleRoutingPolicy } from './policy.ts';
import { DC, RoutingProblem } from './problem.ts';
import { assignVehicles, firstRoundTours } from './vehicle-assignment.ts';

/** Up to this number of stops every pair is considered … */
const ALL_PAIRS = 400;
/** … and above it the pairs of each stop with this number of nearest ones. */
const PAIRS = 100;

export const savings: VehicleRoutingPolicy = {
  id: 'savings',
  names: { ko: '절약 알고리즘', en: 'Savings (Clarke and Wright)' },
  supports: () => SUPPORTED,
  decide(view) {
    const problem = new RoutingProblem(view);
    const tours = savingsTours(problem);
    improveTours(problem, tours);
    while (tours.length > firstRoundTours(problem, tours) && dissolveOne(problem, tours)) improveTours(problem, tours);
    return assignVehicles(problem, tours);
  },
};

/** The tours of the parallel savings algorithm, without local search. */
export function savingsTours(problem: RoutingProblem): number[][] {
  const tours: number[][] = problem.servable.map((stop) => [stop]);
  const tourOf = new Int32Array(problem.stops.length);
  problem.servable.forEach((stop, tour) => {
    tourOf[stop] = tour;
  });

  for (const { i, j } of pairsBySaving(problem)) {
    const a = tourOf[i]!;
    const b = tourOf[j]!;
    if (a === b) continue;
    const joined = join(problem, tours[a]!, i, tours[b]!, j);
    if (joined === undefined || !problem.feasible(joined)) continue;
    tours[a] = joined;
    for (const stop of tours[b]!) tourOf[stop] = a;
    tours[b] = [];
  }
  return tours.filter((tour) => tour.length > 0);
}

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly saving_km: number;
}

/** Pairs of stops with a saving, the largest first, ties by numbers. The saving is that of the better direction. */
function pairsBySaving(problem: RoutingProblem): Pair[] {
  const { servable } = problem;
  const partners = servable.length <= ALL_PAIRS ? undefined : problem.neighbours(PAIRS);
  const pairs: Pair[] = [];
  for (const i of servable) {
    for (const j of partners?.[i] ?? servable) {
      // Of a pair that both stops name, the lower one brings it.
      if (j === i || (j < i && (partners === undefined || partners[j]!.includes(i)))) continue;
      const saving_km = Math.max(
        problem.distance_km(i, DC) + problem.distance_km(DC, j) - problem.distance_km(i, j),
        problem.distance_km(j, DC) + problem.distance_km(DC, i) - problem.distance_km(j, i),
      );
      if (saving_km > 0) pairs.push({ i, j, saving_km });
    }
  }
  return pairs.sort((one, two) => two.saving_km - one.saving_km || one.i - two.i || one.j - two.j);
}

/** The tours a and b joined so that their end stops i and j meet, in the better direction; undefined: not both are ends. */
function join(problem: RoutingProblem, a: readonly number[], i: number, b: readonly number[], j: number): number[] | undefined {
  const head = a.at(-1) === i ? a : a[0] === i ? [...a].reverse() : undefined;
  const tail = b[0] === j ? b : b.at(-1) === j ? [...b].reverse() : undefined;
  if (head === undefined || tail === undefined) return undefined;
  const joined = [...head, ...tail];
  if (problem.symmetric) return joined;
  const backwards = [...joined].reverse();
  return problem.length_km(backwards) < problem.length_km(joined) ? backwards : joined;
}

/** Moves all stops of one tour into the others, the tour with the fewest stops that can be; false: none can. */
function dissolveOne(problem: RoutingProblem, tours: number[][]): boolean {
  const order = tours.map((_, tour) => tour).sort((a, b) => tours[a]!.length - tours[b]!.length || a - b);
  for (const dissolved of order) {
    const rest = tours.filter((_, tour) => tour !== dissolved).map((tour) => [...tour]);
    const heaviestFirst = [...tours[dissolved]!].sort(
      (a, b) => problem.stops[b]!.weight_kg - problem.stops[a]!.weight_kg || a - b,
    );
    if (!heaviestFirst.every((stop) => insertCheapest(problem, rest, stop))) continue;
    tours.splice(0, tours.length, ...rest);
    return true;
  }
  return false;
}

/** Puts the stop where it lengthens a tour least; false: nowhere does it fit. */
function insertCheapest(problem: RoutingProblem, tours: number[][], stop: number): boolean {
  let best: { readonly tour: number; readonly stops: number[] } | undefined;
  let least_km = Infinity;
  tours.forEach((tour, index) => {
    for (let gap = 0; gap <= tour.length; gap++) {
      const before = tour[gap - 1] ?? DC;
      const after = tour[gap] ?? DC;
      const more_km = problem.distance_km(before, stop) + problem.distance_km(stop, after) - problem.distance_km(before, after);
      if (more_km >= least_km) continue;
      const stops = [...tour.slice(0, gap), stop, ...tour.slice(gap)];
      if (!problem.feasible(stops)) continue;
      best = { tour: index, stops };
      least_km = more_km;
    }
  });
  if (best === undefined) return false;
  tours[best.tour] = best.stops;
  return true;
}
