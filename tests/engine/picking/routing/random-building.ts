// Random small buildings for the routing tests: some areas between a lane in the south and one in the north, one-way and closed
// sub-aisles among them, and stops that can be reached. Shortest tours by independent means.

import type { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { walkingDistance_m } from '../../../../packages/engine/src/model/network.ts';
import type { RoutingView } from '../../../../packages/engine/src/picking/routing/policy.ts';
import { type AreaPlan, type Face, restrict, type Restrictions, testBuilding } from './building.ts';

export interface BuildingKind {
  readonly areas: number;
  readonly maxStops: number;
  /** Chances that a sub-aisle is one-way, or closed. */
  readonly oneWay: number;
  readonly closed: number;
}

/** Whole metres, so that lengths are exact. Stops that cannot be reached and left are dropped. */
export function randomView(random: RandomStream, kind: BuildingKind): RoutingView {
  const areas = 1 + random.integer(kind.areas);
  const plans: AreaPlan[] = [];
  let west = 5;
  for (let a = 0; a < areas; a++) {
    const aisles_x_m = [west];
    for (let more = random.integer(4); more > 0; more--) aisles_x_m.push(aisles_x_m.at(-1)! + 2 + random.integer(5));
    west = aisles_x_m.at(-1)! + 5 + random.integer(8);
    const crossAisles_y_m = [2 + random.integer(5)];
    for (let more = 1 + random.integer(2); more > 0; more--) {
      crossAisles_y_m.push(crossAisles_y_m.at(-1)! + 6 + random.integer(10));
    }
    const some = (least: number): number[] => {
      const chosen = aisles_x_m.map((_, i) => i).filter(() => random.chance(0.5));
      return chosen.length >= least ? chosen : [random.integer(aisles_x_m.length)];
    };
    plans.push({ id: `A${a}`, aisles_x_m, crossAisles_y_m, gates: some(1), backGates: some(0) });
  }
  const faces: Face[] = Array.from({ length: 1 + random.integer(kind.maxStops) }, () => {
    const area = random.integer(areas);
    const { aisles_x_m, crossAisles_y_m } = plans[area]!;
    const block = random.integer(crossAisles_y_m.length - 1);
    const length = crossAisles_y_m[block + 1]! - crossAisles_y_m[block]!;
    return { area, aisle: random.integer(aisles_x_m.length), block, offset_m: random.integer(length + 1) };
  });
  const start_x = random.integer(west);
  const end_x = random.chance(0.5) ? start_x : random.integer(west);
  const { network, areas: built, stops, lanePlaces } = testBuilding(plans, faces, [start_x, end_x]);
  const end = end_x === start_x ? lanePlaces[0]! : lanePlaces[1]!;
  const restrictions: Record<string, Restrictions[string]> = {};
  plans.forEach(({ aisles_x_m, crossAisles_y_m }, a) => {
    for (let i = 0; i < aisles_x_m.length; i++) {
      for (let b = 0; b + 1 < crossAisles_y_m.length; b++) {
        if (random.chance(kind.oneWay)) restrictions[`${a}/${i}/${b}`] = random.chance(0.5) ? 'up' : 'down';
        else if (random.chance(kind.closed)) restrictions[`${a}/${i}/${b}`] = 'closed';
      }
    }
  });
  const view = restrict({ network, areas: built, start: lanePlaces[0]!, end, stops }, restrictions);
  const reachable = stops.filter(
    ({ area, aisle, block, place }) =>
      restrictions[`${area}/${aisle}/${block}`] !== 'closed' &&
      walkingDistance_m(view.network, view.start, place) < Infinity &&
      walkingDistance_m(view.network, place, view.end) < Infinity,
  );
  return { ...view, stops: reachable };
}

/** Length of the shortest tour, by Held & Karp on the walking distances: exact on any network, practical to 12 stops. */
export function shortestOnNetwork({ network, stops, start, end }: RoutingView): number {
  const n = stops.length;
  const length = (a: number, b: number): number => walkingDistance_m(network, a, b);
  if (n === 0) return length(start, end);
  const between = stops.map((a) => stops.map((b) => length(a.place, b.place)));
  const least = new Float64Array((1 << n) * n).fill(Infinity);
  for (let p = 0; p < n; p++) least[(1 << p) * n + p] = length(start, stops[p]!.place);
  for (let set = 1; set < 1 << n; set++) {
    for (let last = 0; last < n; last++) {
      const here = least[set * n + last]!;
      if (here === Infinity) continue;
      for (let next = 0; next < n; next++) {
        const to = (set | (1 << next)) * n + next;
        if (((set >> next) & 1) === 0 && here + between[last]![next]! < least[to]!) least[to] = here + between[last]![next]!;
      }
    }
  }
  let best = Infinity;
  for (let last = 0; last < n; last++) {
    best = Math.min(best, least[((1 << n) - 1) * n + last]! + length(stops[last]!.place, end));
  }
  return best;
}

/** Length of walking the stops in a sequence. */
export function walkedOnNetwork({ network, stops, start, end }: RoutingView, sequence: readonly number[]): number {
  let here = start;
  let length = 0;
  for (const stop of sequence) {
    length += walkingDistance_m(network, here, stops[stop]!.place);
    here = stops[stop]!.place;
  }
  return length + walkingDistance_m(network, here, end);
}
