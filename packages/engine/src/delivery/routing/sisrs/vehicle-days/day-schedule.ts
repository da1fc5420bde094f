// Works out a vehicle's whole day from its trips: forward in time everything as early as it can be, backward the latest times.
//
// A trip may leave at max(previous return + reload, release of every order on it, beginning of the shift); it does not leave
// earlier than to serve its first stop when that opens. The day costs fixed + distance + time from each departure to its return +
// lateness.
//
// Source:     latest times along a route: Savelsbergh (1985), Annals of Operations Research 4, 285-305; over a chain of trips
//             they go on through the reload.
// Applies to: every day; latest times only where a vehicle is `plain` (fleet.ts), they are Infinity elsewhere.
// Cost:       O(stops of the day).
//
// Worked example: stops 1 and 2 are 10 and 20 away from the depot on one line, reload 5. Trip [1] leaves at 0 and is back at 20;
// trip [2], whose goods come at 30, leaves at 30 and is back at 70. If the shift ends at 90, [2] leaves at 50 at the latest and
// [1] at 25.

import type { VehicleRoutingProblem } from '../problem.ts';
import type { DayClock } from './day-clock.ts';
import { NONE, type DayState } from './day-state.ts';
import type { Fleet } from './fleet.ts';

/** By how much a time, load or energy may pass its limit: sums of doubles are not exact. */
export const TOLERANCE = 1e-7;

export class DaySchedule {
  /** By node: latest begin of its service that is possible; Infinity where lateness only costs. */
  readonly closes: Float64Array;
  private readonly problem: VehicleRoutingProblem;
  private readonly fleet: Fleet;
  private readonly clock: DayClock;
  private readonly soft: boolean;
  private readonly durations: Float64Array;
  /** Of the day worked out last. */
  private lateness = 0;
  private possible = true;

  constructor(problem: VehicleRoutingProblem, fleet: Fleet, clock: DayClock) {
    this.problem = problem;
    this.fleet = fleet;
    this.clock = clock;
    this.soft = problem.latenessCost < Infinity;
    this.durations = problem.travel.durations[0]!;
    for (let v = 0; v < fleet.count; v++) if (fleet.underWay[v] === 1) this.letHome(v);
    this.closes = this.soft ? new Float64Array(problem.nodes).fill(Infinity) : problem.node.closes;
  }

  /** Works out the day of a vehicle; its cost is Infinity if its times or its battery do not allow it. */
  update(state: DayState, vehicle: number): void {
    const { fleet, clock, problem } = this;
    this.possible = true;
    this.lateness = 0;
    let distance = 0;
    let away = 0;
    let energy = fleet.energyAtStart[vehicle]!;
    clock.open(vehicle);
    for (let trip = state.firstTrip[vehicle]!; trip !== NONE; trip = state.nextTrip[trip]!) {
      if (state.previousTrip[trip]! !== NONE) {
        clock.reload();
        energy = Math.min(fleet.energy[vehicle]!, energy + fleet.energyPerReload[vehicle]!);
      }
      this.sumUp(state, trip, vehicle);
      this.goThrough(state, trip, vehicle);
      energy -= fleet.energyPerDistance[vehicle]! * state.distance[trip]!;
      state.energyLeft[trip] = energy;
      if (energy < -TOLERANCE) this.possible = false;
      away += state.back[trip]! - state.leaves[trip]!;
      distance += state.distance[trip]!;
    }
    if (!clock.possible || clock.now > fleet.end[vehicle]! + TOLERANCE) this.possible = false;
    this.goBack(state, vehicle);
    const used = state.trips[vehicle]! > 0;
    const late = this.lateness > 0 ? this.lateness * problem.latenessCost : 0;
    const costOfDay =
      (used ? fleet.fixedCost[vehicle]! : 0) + fleet.perDistance[vehicle]! * distance + fleet.perTime[vehicle]! * away + late;
    state.cost[vehicle] = this.possible || !used ? costOfDay : Infinity;
  }

  /** A vehicle that is too far away to be back in time may come straight home all the same. */
  private letHome(vehicle: number): void {
    const { fleet, clock } = this;
    clock.open(vehicle);
    clock.wait(0);
    if (fleet.startNode[vehicle] !== 0) clock.drive(fleet.startNode[vehicle]!, 0);
    fleet.end[vehicle] = Math.max(fleet.end[vehicle]!, clock.now);
  }

  /** Load, length and release of a trip. */
  private sumUp(state: DayState, trip: number, vehicle: number): void {
    const { nodes, node: columns } = this.problem;
    const travelled = this.problem.travel.distance;
    const releases = this.fleet.release;
    const { dimensions } = state;
    const first = state.previousTrip[trip] === NONE;
    const origin = first ? this.fleet.startNode[vehicle]! : 0;
    let distance = 0;
    let release = 0;
    let joined = 0;
    for (let k = 0; k < dimensions; k++) {
      state.load[trip * dimensions + k] = first ? this.fleet.usedLoad[vehicle * dimensions + k]! : 0;
    }
    let from = origin;
    for (let node = state.first[trip]!; node !== 0; node = state.next[node]!) {
      distance += travelled[from * nodes + node]!;
      if (releases[node]! > release) release = releases[node]!;
      from = node;
      if (this.fleet.pinnedTo[node] !== NONE) continue;
      joined++;
      for (let k = 0; k < dimensions; k++) state.load[trip * dimensions + k]! += columns.demand[k]![node]!;
    }
    state.distance[trip] = distance + travelled[from * nodes]!;
    state.release[trip] = release;
    state.joined[trip] = joined;
  }

  /** A trip forward in time, from where the clock stands. */
  private goThrough(state: DayState, trip: number, vehicle: number): void {
    const { clock, soft, closes } = this;
    const { opens, closes: limit } = this.problem.node;
    const origin = state.previousTrip[trip] === NONE ? this.fleet.startNode[vehicle]! : 0;
    clock.wait(state.release[trip]!);
    const ready = clock.now;
    const readyBreaks = clock.taken;
    let leaves = ready;
    let waits = 0;
    let from = origin;
    for (let node = state.first[trip]!; node !== 0; node = state.next[node]!) {
      clock.drive(from, node);
      if (from !== 0 && opens[node]! > clock.now) waits += opens[node]! - clock.now;
      const begins = clock.serve(node);
      if (node === state.first[trip]) leaves = clock.departure(node, begins, ready, readyBreaks, origin);
      state.begins[node] = begins;
      state.breaks[node] = clock.taken;
      if (begins > closes[node]! + TOLERANCE) this.possible = false;
      if (soft && begins > limit[node]!) this.lateness += begins - limit[node]!;
      from = node;
    }
    if (from !== 0) clock.drive(from, 0);
    state.waits[trip] = waits;
    state.ready[trip] = ready;
    state.readyBreaks[trip] = readyBreaks;
    state.leaves[trip] = leaves;
    state.back[trip] = clock.now;
    state.backBreaks[trip] = clock.taken;
  }

  /** Backward through the day: latest times, spare energy, waits. */
  private goBack(state: DayState, vehicle: number): void {
    const { fleet, durations, closes } = this;
    const { nodes, node: columns } = this.problem;
    const plain = fleet.plain[vehicle] === 1;
    let latest = fleet.end[vehicle]!;
    let waits = 0;
    let spare = Infinity;
    for (let trip = state.lastTrip[vehicle]!; trip !== NONE; trip = state.previousTrip[trip]!) {
      const left = state.energyLeft[trip]!;
      const unused = Math.max(0, left + fleet.energyPerReload[vehicle]! - fleet.energy[vehicle]!);
      spare = Math.min(left, unused + spare);
      state.energySpare[trip] = spare;
      waits += state.waits[trip]!;
      state.waits[trip] = waits;
      state.latestBack[trip] = plain ? latest : Infinity;
      let to = 0;
      for (let node = state.last[trip]!; node !== 0; node = state.previous[node]!) {
        latest = Math.min(closes[node]!, latest - durations[node * nodes + to]! - columns.service[node]!);
        state.latest[node] = plain ? latest : Infinity;
        to = node;
      }
      const origin = state.previousTrip[trip] === NONE ? fleet.startNode[vehicle]! : 0;
      latest -= origin === to ? 0 : durations[origin * nodes + to]!;
      state.latestLeave[trip] = plain ? latest : Infinity;
      latest -= fleet.reload[vehicle]!;
    }
  }
}
