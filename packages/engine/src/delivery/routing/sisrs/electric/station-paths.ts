// Ways from one stop to another over charging stations: for each ordered pair the ones that no other is better than.
//
// Source:     Bruglieri, Mancini, Pezzella & Pisacane (2016) and Andelmin & Bartolini (2017), Transportation Science 51(4), for
//             "refuel paths" between stops that no other path dominates; here with the times that hard windows need.
// Applies to: charging at one rate at all stations, which are open whenever the depot is.
// Cost:       a pair, when first asked for, O(m² · kept) with m stations; a few dozen numbers are kept of it.
//
// A path goes from the first stop to a station, on over stations to the last station, and from there to the second stop. Only
// the energy of the first leg, the energy of the last one, the length of the whole and the time it takes matter: one path makes
// another superfluous if it is no worse in all four. The ways between stations are shortest ways with legs a battery can do.
//
// Worked example: on a line, the depot at 0, stops at -3 and 5, stations at 1, 3 and 17, range 8, a unit of time a unit of length
// and of energy. From the one stop to the other over 1: energy 4 before and 4 after, length 8, time 12. Over 1 and 3: 4 before,
// 2 after, length 8, time 14. Both are kept. The station at 3 is too far to go to it first (6, when the way to the stop has taken
// at least 3), the one at 17 is out of range.

import type { VehicleRoutingProblem } from '../problem.ts';
import type { SortFigures } from './sort-figures.ts';

/** Rounding that feasibility forgives, in units of time and energy. */
export const TOLERANCE = 1e-9;

export class StationPaths {
  /** Length of the whole path. */
  distance = new Float64Array(1024);
  /** Energy to the first station, to the last station, and from the last station on. */
  need = new Float64Array(1024);
  needToLast = new Float64Array(1024);
  needAfter = new Float64Array(1024);
  /** Time to the last station with all energy used on the way charged; time from the last station on. */
  timeToLast = new Float64Array(1024);
  timeAfter = new Float64Array(1024);
  first = new Int32Array(1024);
  last = new Int32Array(1024);

  /** Least energy used since charging on arrival at each node. */
  readonly energyFromCharger: Float64Array;
  /** Least energy from each node to a place to charge. */
  private readonly energyToCharger: Float64Array;

  private readonly problem: VehicleRoutingProblem;
  private readonly figures: SortFigures;
  private readonly nodes: number;
  private readonly stations: readonly number[];
  /** Shortest ways between stations with legs in range: length and time (charging not in it), and the station before the last. */
  private readonly between: Float64Array;
  private readonly betweenTime: Float64Array;
  private readonly before: Int32Array;
  /** Where the paths of an ordered pair of depot and stops begin; -1: not worked out yet. */
  private readonly begins: Int32Array;
  private readonly counts: Int32Array;
  private used = 0;

  constructor(problem: VehicleRoutingProblem, figures: SortFigures) {
    this.problem = problem;
    this.figures = figures;
    this.nodes = problem.stops + 1;
    this.stations = problem.stations;
    const m = this.stations.length;
    this.between = new Float64Array(m * m).fill(Infinity);
    this.betweenTime = new Float64Array(m * m);
    this.before = new Int32Array(m * m).fill(-1);
    this.begins = new Int32Array(this.nodes * this.nodes).fill(-1);
    this.counts = new Int32Array(this.nodes * this.nodes);
    this.connectStations();
    this.energyToCharger = new Float64Array(this.nodes);
    this.energyFromCharger = new Float64Array(this.nodes);
    for (let node = 1; node < this.nodes; node++) {
      this.energyToCharger[node] = this.energy(node, 0);
      this.energyFromCharger[node] = figures.full - figures.start + this.energy(0, node);
      for (const station of this.stations) {
        this.energyToCharger[node] = Math.min(this.energyToCharger[node]!, this.energy(node, station));
        this.energyFromCharger[node] = Math.min(this.energyFromCharger[node]!, this.energy(station, node));
      }
    }
    this.energyFromCharger[0] = figures.full - figures.start;
  }

  /** The number of the first path of a pair; the paths are numbered on, from the shortest to the longest. */
  begin(from: number, to: number): number {
    const pair = from * this.nodes + to;
    if (this.begins[pair]! < 0) this.workOut(from, to, pair);
    return this.begins[pair]!;
  }

  /** How many paths a pair has. To be asked after `begin`. */
  count(from: number, to: number): number {
    return this.counts[from * this.nodes + to]!;
  }

  /** The stations of a path in order. */
  stationsOf(path: number): number[] {
    const m = this.stations.length;
    const first = this.first[path]!;
    const way: number[] = [];
    for (let at = this.last[path]!; at !== first; at = this.before[first * m + at]!) way.push(this.stations[at]!);
    way.push(this.stations[first]!);
    return way.reverse();
  }

  private energy(from: number, to: number): number {
    return this.problem.travel.distance[from * this.problem.nodes + to]! * this.figures.usePerDistance;
  }

  private length(from: number, to: number): number {
    return this.problem.travel.distance[from * this.problem.nodes + to]!;
  }

  /** Time to a station and to connect there. */
  private timeTo(from: number, station: number): number {
    return this.problem.travel.durations[0]![from * this.problem.nodes + station]! + this.problem.node.service[station]!;
  }

  /** Floyd and Warshall's shortest ways over the legs in range. */
  private connectStations(): void {
    const { stations, between, betweenTime, before } = this;
    const m = stations.length;
    for (let a = 0; a < m; a++) {
      for (let b = 0; b < m; b++) {
        if (a !== b && this.energy(stations[a]!, stations[b]!) > this.figures.full) continue;
        between[a * m + b] = a === b ? 0 : this.length(stations[a]!, stations[b]!);
        betweenTime[a * m + b] = a === b ? 0 : this.timeTo(stations[a]!, stations[b]!);
        before[a * m + b] = a;
      }
    }
    for (let over = 0; over < m; over++) {
      for (let a = 0; a < m; a++) {
        for (let b = 0; b < m; b++) {
          const length = between[a * m + over]! + between[over * m + b]!;
          if (length >= between[a * m + b]! - TOLERANCE) continue;
          between[a * m + b] = length;
          betweenTime[a * m + b] = betweenTime[a * m + over]! + betweenTime[over * m + b]!;
          before[a * m + b] = before[over * m + b]!;
        }
      }
    }
  }

  private workOut(from: number, to: number, pair: number): void {
    const { figures } = this;
    const direct = this.energy(from, to);
    const mostBefore = figures.full - this.energyFromCharger[from]! + TOLERANCE;
    // From the depot the battery is known: a path that leaves no more in it than going directly is of no use.
    const mostAfter = figures.full - this.energyToCharger[to]! + TOLERANCE;
    const usefulAfter = from === 0 ? direct + this.energyFromCharger[0]! : Infinity;
    const kept: Path[] = [];
    const m = this.stations.length;
    for (let first = 0; first < m; first++) {
      const need = this.energy(from, this.stations[first]!);
      if (need > mostBefore || (to === 0 && need >= direct)) continue;
      for (let last = 0; last < m; last++) {
        if (this.between[first * m + last] === Infinity) continue;
        const needAfter = this.energy(this.stations[last]!, to);
        if (needAfter > mostAfter || needAfter >= usefulAfter) continue;
        addUndominated(kept, this.pathOver(from, first, last, to), from === 0, to === 0);
      }
    }
    kept.sort((a, b) => a.distance - b.distance || a.first - b.first || a.last - b.last);
    this.store(kept, pair);
  }

  private pathOver(from: number, first: number, last: number, to: number): Path {
    const { problem, figures, stations } = this;
    const m = stations.length;
    const lengthToLast = this.length(from, stations[first]!) + this.between[first * m + last]!;
    const drive = this.timeTo(from, stations[first]!) + this.betweenTime[first * m + last]!;
    return {
      first,
      last,
      distance: lengthToLast + this.length(stations[last]!, to),
      need: this.energy(from, stations[first]!),
      needToLast: lengthToLast * figures.usePerDistance,
      needAfter: this.energy(stations[last]!, to),
      timeToLast: drive + lengthToLast * figures.usePerDistance * figures.timePerEnergy,
      timeAfter: problem.travel.durations[0]![stations[last]! * problem.nodes + to]!,
    };
  }

  private store(paths: readonly Path[], pair: number): void {
    while (this.used + paths.length > this.first.length) this.grow();
    this.begins[pair] = this.used;
    this.counts[pair] = paths.length;
    for (const path of paths) {
      const at = this.used++;
      this.distance[at] = path.distance;
      this.need[at] = path.need;
      this.needToLast[at] = path.needToLast;
      this.needAfter[at] = path.needAfter;
      this.timeToLast[at] = path.timeToLast;
      this.timeAfter[at] = path.timeAfter;
      this.first[at] = path.first;
      this.last[at] = path.last;
    }
  }

  private grow(): void {
    const longer = <T extends Float64Array | Int32Array>(column: T, empty: T): T => {
      empty.set(column);
      return empty;
    };
    const length = this.first.length * 2;
    this.distance = longer(this.distance, new Float64Array(length));
    this.need = longer(this.need, new Float64Array(length));
    this.needToLast = longer(this.needToLast, new Float64Array(length));
    this.needAfter = longer(this.needAfter, new Float64Array(length));
    this.timeToLast = longer(this.timeToLast, new Float64Array(length));
    this.timeAfter = longer(this.timeAfter, new Float64Array(length));
    this.first = longer(this.first, new Int32Array(length));
    this.last = longer(this.last, new Int32Array(length));
  }
}

interface Path {
  readonly first: number;
  readonly last: number;
  readonly distance: number;
  readonly need: number;
  readonly needToLast: number;
  readonly needAfter: number;
  readonly timeToLast: number;
  readonly timeAfter: number;
}

/** From the depot the battery is what it is at the start; at the depot it can be empty: there the energies are no advantage. */
function addUndominated(kept: Path[], path: Path, fromDepot: boolean, toDepot: boolean): void {
  for (const other of kept) if (noWorse(other, path, fromDepot, toDepot)) return;
  let left = 0;
  for (const other of kept) if (!noWorse(path, other, fromDepot, toDepot)) kept[left++] = other;
  kept.length = left;
  kept.push(path);
}

function noWorse(one: Path, other: Path, fromDepot: boolean, toDepot: boolean): boolean {
  return (
    (fromDepot || one.need <= other.need) &&
    (toDepot || one.needAfter <= other.needAfter) &&
    one.distance <= other.distance &&
    one.timeToLast + one.timeAfter <= other.timeToLast + other.timeAfter
  );
}
