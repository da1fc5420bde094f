// What no assignment can be better than: a lower bound on the cost that the slotting search lowers, to state a gap with.
//
// Two bounds, of which the greater counts; both use that a tour is no shorter than the tour to any one of its locations.
//   by item    a tour is at least the mean over its lines of the tour to that line alone. So the cost is at least
//              Σ over items of c · d(home), c an item's share of its orders' lines, and least when the greatest c has the
//              nearest location. What fits where is heeded in one of two ways, whichever bounds more: not at all, or group
//              by group, as if the other items were not there.
//   by order   k lines lie at k locations, so the farthest of them is at least as far as the k-th nearest of all.
//
// Source:     rearrangement inequality: Hardy, Littlewood & Pólya (1934), "Inequalities", theorem 368; by item as in Heskett
//             (1963): with one line an order the cost is linear, and the bound is the optimum where everything fits everywhere.
// Applies to: tours that start and end at one depot and are not shorter for one more location.
// Cost:       O(groups × locations log locations + lines + items log items).
//
// Worked example: locations 2, 4 and 6 m away and back; orders {a}, {a}, {b, c}, each a third of all. c: a 2/3, b and c 1/6
// each. By item: 2/3 · 2 + 1/6 · 4 + 1/6 · 6 = 3 m. By order: 1/3 · 2 + 1/3 · 2 + 1/3 · 4 = 2.67 m. The best there is: a at
// 2 m, the tour of {b, c} 6 m: 3.33 m.

import type { SlottingProblem } from './search.ts';

/** Lower bound on `SlottingSearch.cost_m`, metres per tour. @param home any legal assignment: says which items have a home. */
export function slottingBound_m(problem: SlottingProblem, home: Int32Array): number {
  const { count, firstLine, weight } = problem.orders;
  const nearest_m = nearestFirst_m(problem, () => true);
  const alone = aloneBound_m(problem, home, problem.orders.alone);
  let byOrder = alone;
  for (let order = 0; order < count; order++)
    byOrder += weight[order]! * nearest_m[firstLine[order + 1]! - firstLine[order]! - 1]!;
  return Math.max(byOrder, aloneBound_m(problem, home, shares(problem)));
}

/** Per item: weight of being ordered alone, and its share of the lines of its orders. */
function shares({ orders }: SlottingProblem): Float64Array {
  const share = orders.alone.slice();
  for (let order = 0; order < orders.count; order++) {
    const first = orders.firstLine[order]!;
    const end = orders.firstLine[order + 1]!;
    for (let line = first; line < end; line++) share[orders.item[line]!]! += orders.weight[order]! / (end - first);
  }
  return share;
}

/** No more than the least Σ weight · distance of an assignment. */
function aloneBound_m(problem: SlottingProblem, home: Int32Array, weight: Float64Array): number {
  const { groupOf, accepts, kinds, kindOf } = problem.table;
  const all: number[] = [];
  const members: number[][] = [];
  home.forEach((location, item) => {
    if (location < 0) return;
    all.push(weight[item]!);
    (members[groupOf[item]!] ??= []).push(weight[item]!);
  });
  let byGroup = 0;
  members.forEach((weights, group) => {
    byGroup += rearranged_m(
      weights,
      nearestFirst_m(problem, (location) => accepts[group * kinds + kindOf[location]!] === 1),
    );
  });
  return Math.max(
    byGroup,
    rearranged_m(
      all,
      nearestFirst_m(problem, () => true),
    ),
  );
}

/** The greatest weight at the least distance, and so on. */
function rearranged_m(weights: number[], nearest_m: Float64Array): number {
  weights.sort((a, b) => b - a);
  return weights.reduce((sum, weight, place) => sum + weight * nearest_m[place]!, 0);
}

function nearestFirst_m({ walkOrder, depotDistance_m }: SlottingProblem, take: (location: number) => boolean): Float64Array {
  return Float64Array.from(walkOrder.filter(take), (location) => depotDistance_m[location]!).sort();
}
