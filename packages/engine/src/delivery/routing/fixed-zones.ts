// Fixed zones: every driver has zones of his own, side by side as seen from the DC, and serves whatever stops they have today,
// always the nearest next, in as many tours as he needs. Nobody helps his neighbour.
//
// Source:     what shared DCs do today; districts as sectors about a depot: Daganzo, C.F. (1984), "The distance traveled to visit
//             N points with a maximum of C stops per vehicle", Transportation Science 18(4), 331-350.
// Applies to: everything. A stop that its driver's vehicle cannot carry goes to the next driver in the round who can.
// Stable:     zones are taken in the order of the angle of their stops' centre, from the widest gap between two of them on. A
//             zone keeps its driver from day to day as long as the loads of the zones stay in about the same proportion.
// Cost:       O(zones² × vehicles + n²).
//
// Worked example: two vehicles for 8 stops each; zones east (3 stops), north (2) and west (4). Cut so that the fuller driver has
//   as little as possible: {east, north} with 5 stops and {west} with 4. (East alone and the others: 6.)

import { SUPPORTED } from '../../model/policy.ts';
import { nearestNeighbourTours } from './nearest-neighbour.ts';
import { turnOf } from './polar-angle.ts';
import type { VehicleRoutingPolicy } from './policy.ts';
import { carries, RoutingProblem } from './problem.ts';

export const fixedZones: VehicleRoutingPolicy = {
  id: 'fixed-zones',
  names: { ko: '고정 구역 (기사별)', en: 'Fixed zones by driver' },
  supports: () => SUPPORTED,
  decide(view) {
    const problem = new RoutingProblem(view);
    const districts = districtsOf(problem);
    const mine: number[][] = problem.vehicles.map(() => []);
    districts.forEach((stops, district) => {
      for (const stop of stops) mine[whoCarries(problem, stop, district)]!.push(stop);
    });
    const byDriver = mine.map((stops, vehicle) => nearestNeighbourTours(problem, [vehicle], stops));
    return byDriver.flat();
  },
};

/** The stops of each driver: runs of zones side by side; with fewer zones than drivers, parts of a zone. Some may be empty. */
export function districtsOf(problem: RoutingProblem): number[][] {
  const drivers = problem.vehicles.length;
  const parts = zonesInTurn(problem);
  const load = (stops: readonly number[]): number => stops.reduce((sum, stop) => sum + loadShare(problem, stop), 0);
  const pieces = parts.length === 0 || parts.length >= drivers ? parts : splitZones(problem, parts, drivers, load);
  return cutIntoRuns(pieces.map(load), drivers).map(([from, to]) => pieces.slice(from, to).flat());
}

/** The share of an average vehicle that a stop takes: of its kilograms, litres or stops, whichever is most. */
function loadShare(problem: RoutingProblem, stop: number): number {
  const { weight_kg, volume_l } = problem.stops[stop]!;
  let room_kg = 0;
  let room_l = 0;
  let stops = 0;
  for (const offer of problem.vehicles) {
    room_kg += offer.capacity_kg;
    room_l += offer.capacity_l;
    stops += offer.maxStops;
  }
  const count = problem.vehicles.length;
  return count * Math.max(weight_kg / room_kg, volume_l / room_l, 1 / stops);
}

/** The stops of each zone, zones by angle from behind the widest gap on, stops of a zone by angle about the DC. */
function zonesInTurn(problem: RoutingProblem): number[][] {
  const zones = new Map<number, number[]>();
  for (const stop of problem.servable) {
    const { zone } = problem.stops[stop]!;
    const known = zones.get(zone);
    if (known === undefined) zones.set(zone, [stop]);
    else known.push(stop);
  }
  const places = [...zones]
    .map(([zone, stops]) => ({ zone, stops, turn: centreTurn(problem, stops) }))
    .sort((a, b) => a.turn - b.turn || a.zone - b.zone);
  const first = afterWidestGap(places.map(({ turn }) => turn));
  return [...places.slice(first), ...places.slice(0, first)].map(({ stops, turn }) => {
    // Measured from the far side of the zone's centre, so that a zone across the east is one piece.
    const from = (turn + 0.5) % 1;
    const after = (stop: number): number => (turnOf(problem.stops[stop]!.east_km, problem.stops[stop]!.north_km) - from + 1) % 1;
    return [...stops].sort((a, b) => after(a) - after(b) || a - b);
  });
}

function centreTurn(problem: RoutingProblem, stops: readonly number[]): number {
  let east = 0;
  let north = 0;
  for (const stop of stops) {
    east += problem.stops[stop]!.east_km;
    north += problem.stops[stop]!.north_km;
  }
  return turnOf(east, north);
}

/** Which of the ascending turns follows the widest gap. */
function afterWidestGap(turns: readonly number[]): number {
  let first = 0;
  let widest = 1 + (turns[0] ?? 0) - (turns.at(-1) ?? 0);
  for (let i = 1; i < turns.length; i++) {
    const gap = turns[i]! - turns[i - 1]!;
    if (gap <= widest) continue;
    widest = gap;
    first = i;
  }
  return first;
}

/** Fewer zones than drivers: each further driver goes to the zone with the most load a driver; its stops are cut by angle. */
function splitZones(
  problem: RoutingProblem,
  zones: readonly (readonly number[])[],
  drivers: number,
  load: (stops: readonly number[]) => number,
): number[][] {
  const loads = zones.map(load);
  const shares = zones.map(() => 1);
  for (let more = drivers - zones.length; more > 0; more--) {
    let most = 0;
    for (let zone = 1; zone < zones.length; zone++) if (loads[zone]! / shares[zone]! > loads[most]! / shares[most]!) most = zone;
    shares[most]!++;
  }
  return zones.flatMap((stops, zone) =>
    cutIntoRuns(
      stops.map((stop) => loadShare(problem, stop)),
      shares[zone]!,
    ).map(([from, to]) => stops.slice(from, to)),
  );
}

/** Cuts a row into so many runs [from, to) that the heaviest run is as light as possible; of equal cuts the earliest. */
export function cutIntoRuns(loads: readonly number[], runs: number): [from: number, to: number][] {
  const n = loads.length;
  const upTo = [0];
  for (const load of loads) upTo.push(upTo.at(-1)! + load);
  // heaviest[r][i]: of the first i loads in r runs; begins[r][i]: where the last of these runs begins.
  let heaviest = upTo.map((_, i) => (i === 0 ? 0 : Infinity));
  const begins: number[][] = [];
  for (let run = 0; run < runs; run++) {
    const least = upTo.map(() => Infinity);
    const begin = upTo.map(() => 0);
    for (let to = 0; to <= n; to++) {
      for (let from = 0; from <= to; from++) {
        const load = Math.max(heaviest[from]!, upTo[to]! - upTo[from]!);
        if (load >= least[to]!) continue;
        least[to] = load;
        begin[to] = from;
      }
    }
    heaviest = least;
    begins.push(begin);
  }
  const cuts: [number, number][] = [];
  let to = n;
  for (let run = runs - 1; run >= 0; run--) {
    const from = begins[run]![to]!;
    cuts.unshift([from, to]);
    to = from;
  }
  return cuts;
}

/** The driver of the district, or the next one in the round whose vehicle can carry the stop alone. */
function whoCarries(problem: RoutingProblem, stop: number, district: number): number {
  const load = problem.loadOf([stop]);
  const drivers = problem.vehicles.length;
  for (let further = 0; further < drivers; further++) {
    const vehicle = (district + further) % drivers;
    if (carries(problem.vehicles[vehicle]!, load)) return vehicle;
  }
  throw new Error('a stop that no vehicle can carry');
}
