// SISRs: the tours of the whole departure are searched together (slack induction by string removals), with windows, several tours
// a vehicle, availability, ends of shifts, releases, capacities, ranges, and hours of the day.
//
// Source:     Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433; see sisrs/search.ts.
// Applies to: everything. Least is the cost of plan-cost.ts: kilometres, drivers' hours, lateness, vehicles used.
// Shifts:     the search keeps them. What it cannot place before they end is then put where it costs least, overtime counted
//             (insert-left.ts).
// Never worse: the plan of savings, overtime counted, is taken where it is cheaper. The search does not begin with it: at the
//             temperature of the beginning nothing of a start is left (measured: the same cost to 0.1 %).
// Cost:       `view.iterations` ruins and repairs of about ten stops each; see sisrs/vehicle-days/.
//
// Worked example: stops on a line at 2, -1 and 3 km, one vehicle with room for two: as savings, 8 km. If the stop at 3 km closes
//   at once, it is served first: 0 -> 3 -> 2 -> 0, 6 km as well.

import type { RandomStream } from '../../base/random.ts';
import { SUPPORTED } from '../../model/policy.ts';
import { insertLeft } from './insert-left.ts';
import { planCost } from './plan-cost.ts';
import type { VehicleRoutingPolicy, VehicleRoutingView, VehicleTour } from './policy.ts';
import { savings } from './savings.ts';
import { vehicleRoutingSearch } from './sisrs/solve.ts';
import { SolverProblem } from './solver-problem.ts';

export const sisrs: VehicleRoutingPolicy = {
  id: 'sisrs',
  names: { ko: 'SISRs (연속 제거·재삽입)', en: 'SISRs (slack induction by string removals)' },
  supports: () => SUPPORTED,
  decide(view, random) {
    const start = savings.decide(view, random);
    if (start.length === 0) return start;
    const found = search(view, start, random);
    return planCost(view, found).total_krw < planCost(view, start).total_krw ? found : start;
  },
};

function search(view: VehicleRoutingView, start: readonly VehicleTour[], random: RandomStream): VehicleTour[] {
  const stops = start.flatMap((tour) => tour.stops).sort((a, b) => a - b);
  const { tours: planned, total_krw } = planCost(view, start);
  const until_s = planned.reduce((last, { back_s }) => Math.max(last, back_s), view.departure_s);
  const solver = new SolverProblem(view, {
    stops,
    until_s,
    unserved_krw: 1 + total_krw,
    apart: false,
    staying: view.vehicles.map(() => []),
  });
  const searching = vehicleRoutingSearch(solver.problem, 'cost', random);
  searching.run(view.iterations);
  const tours = solver.tours(view, searching.best);
  const served = new Set(tours.flatMap((tour) => tour.stops));
  return insertLeft(
    view,
    tours,
    stops.filter((stop) => !served.has(stop)),
  );
}
