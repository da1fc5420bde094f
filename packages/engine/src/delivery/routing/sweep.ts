// Sweep: a ray from the DC turns once round; stops go into the tour in the order in which it meets them, and where one does not
// fit any more, the next tour begins. This is done from several first stops and in both directions; every tour is then put into
// its best order, and the plan with the fewest kilometres is taken.
//
// Source:     Gillett, B.E. & Miller, L.R. (1974), "A heuristic algorithm for the vehicle-dispatch problem", Operations Research
//             22(2), 340-349: forward and backward sweep, each tour ordered by an exchange heuristic. Their last step, which
//             trades stops between tours that lie side by side, is left out: what is compared here is clustering by angle. The
//             exchange heuristic is 2-opt and Or-opt within each tour (local-search.ts).
// Applies to: everything: a tour is cut where no vehicle could drive it any longer.
// Cost:       O(STARTS × n × NEIGHBOURS) and one O(n² log n) for the lists of neighbours.
//
// Worked example: stops at (1, 0), (0, 1), (-1, 0) and (0, -1) km, room for two. From the first: {0, 1}, {2, 3}, each
//   1 + 1.41 + 1 = 3.41 km; together 6.83 km, from every start the same.

import { SUPPORTED } from '../../model/policy.ts';
import { improveEachTour } from './local-search.ts';
import { turnOf } from './polar-angle.ts';
import type { VehicleRoutingPolicy } from './policy.ts';
import { RoutingProblem } from './problem.ts';
import { assignVehicles } from './vehicle-assignment.ts';

/** At most so many first stops are tried, evenly spread over the turn. */
const STARTS = 24;

export const sweep: VehicleRoutingPolicy = {
  id: 'sweep',
  names: { ko: '스위프', en: 'Sweep (Gillett and Miller)' },
  supports: () => SUPPORTED,
  decide(view) {
    const problem = new RoutingProblem(view);
    return assignVehicles(problem, sweepTours(problem));
  },
};

/** The tours of the best sweep; of equal ones the first tried. */
export function sweepTours(problem: RoutingProblem): number[][] {
  const turn = problem.stops.map(({ east_km, north_km }) => turnOf(east_km, north_km));
  const round = [...problem.servable].sort((a, b) => turn[a]! - turn[b]! || a - b);
  const starts = Math.min(STARTS, round.length);
  let best: number[][] = [];
  let least_km = Infinity;
  for (let start = 0; start < starts; start++) {
    const first = Math.floor((start * round.length) / starts);
    const forward = [...round.slice(first), ...round.slice(0, first)];
    for (const order of [forward, [...forward].reverse()]) {
      const tours = cutTours(problem, order);
      improveEachTour(problem, tours);
      const length_km = tours.reduce((sum, tour) => sum + problem.length_km(tour), 0);
      if (length_km >= least_km) continue;
      best = tours;
      least_km = length_km;
    }
  }
  return best;
}

/** Cuts an order of stops into tours, each as long as some vehicle can drive it. */
function cutTours(problem: RoutingProblem, order: readonly number[]): number[][] {
  const tours: number[][] = [];
  for (const stop of order) {
    const tour = tours.at(-1);
    if (tour !== undefined && problem.feasible([...tour, stop])) tour.push(stop);
    else tours.push([stop]);
  }
  return tours;
}
