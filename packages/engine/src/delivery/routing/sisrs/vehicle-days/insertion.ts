// Finds the cheapest feasible place of a stop: in a trip, or as a trip of its own at any place of a vehicle's day.
//
// Source:     greedy insertion with blinks: Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433, section
//             5.2; insertion in constant time by earliest and latest times: Savelsbergh (1992), ORSA Journal on Computing 4(2).
// Applies to: every problem of this kernel. Trips looked at are those that hold one of the nearest stops; all of them if none of
//             these has a place.
// Cost:       O(1) a place where a vehicle is `distanceOnly` (fleet.ts); elsewhere places that could be the best are gone through
//             to the end of the day (day-change.ts). Best found so far and the least a place can cost decide which those are: its
//             detour, driving and service less the waits that these may use up, and the lateness of itself and of the next stop.
//             With periods or breaks that is an estimate, so now and then a place is passed over that would have been the best.

import type { Draws } from '../draws.ts';
import type { VehicleRoutingProblem } from '../problem.ts';
import type { DayChange } from './day-change.ts';
import { TOLERANCE, type DaySchedule } from './day-schedule.ts';
import { NONE, type DayState } from './day-state.ts';
import type { Fleet } from './fleet.ts';
import type { Neighbours } from './neighbours.ts';

export class Insertion {
  /** The place found last: the trip (NONE: a new one of `vehicle`), and the stop, or for a new trip the trip, before it. */
  trip = NONE;
  vehicle = NONE;
  after = 0;
  /** Vehicles that may be in use. */
  mostVehicles: number;
  private readonly problem: VehicleRoutingProblem;
  private readonly fleet: Fleet;
  private readonly state: DayState;
  private readonly change: DayChange;
  private readonly closes: Float64Array;
  private readonly near: Neighbours;
  private readonly vehiclesFirst: boolean;
  private readonly distance: Float64Array;
  private readonly durations: Float64Array;
  /** Of a unit of time; 0 where nothing is ever late. */
  private readonly latenessCost: number;
  /** By trip: the search in which it was looked at last. */
  private readonly lookedAt: Float64Array;
  private searches = 0;
  private best = Infinity;
  /** Places that cost the same as the best. */
  private ties = 1;
  private blink = 0;

  constructor(
    problem: VehicleRoutingProblem,
    fleet: Fleet,
    state: DayState,
    schedule: DaySchedule,
    change: DayChange,
    near: Neighbours,
    vehiclesFirst: boolean,
  ) {
    this.problem = problem;
    this.fleet = fleet;
    this.state = state;
    this.change = change;
    this.closes = schedule.closes;
    this.near = near;
    this.vehiclesFirst = vehiclesFirst;
    this.mostVehicles = fleet.count;
    this.distance = problem.travel.distance;
    this.durations = problem.travel.durations[0]!;
    this.latenessCost = problem.latenessCost < Infinity ? problem.latenessCost : 0;
    this.lookedAt = new Float64Array(state.size.length);
  }

  /** Cost of the cheapest feasible place, which is then in `trip`, `vehicle` and `after`; Infinity: there is none. */
  find(node: number, blink: number, random: Draws): number {
    const { state, fleet } = this;
    this.best = Infinity;
    this.blink = blink;
    this.searches++;
    const pinned = fleet.pinnedTo[node]!;
    if (pinned !== NONE) {
      this.lookAt(state.firstTrip[pinned]!, node, random);
      return this.best;
    }
    const { of, count } = this.near;
    for (let at = (node - 1) * count, end = at + Math.min(count, NEAREST); at < end; at++) {
      const trip = state.tripOf[of[at]! + 1]!;
      if (trip === NONE || this.lookedAt[trip] === this.searches) continue;
      this.lookedAt[trip] = this.searches;
      this.lookAt(trip, node, random);
    }
    this.lookAtNewTrips(node, random);
    if (this.best === Infinity) this.lookAtOtherTrips(node, random);
    if (this.best === Infinity && this.vehiclesFirst) this.lookAtUnused(node, random);
    return this.best;
  }

  private lookAtOtherTrips(node: number, random: Draws): void {
    const { state } = this;
    for (let v = 0; v < this.fleet.count; v++) {
      for (let trip = state.firstTrip[v]!; trip !== NONE; trip = state.nextTrip[trip]!) {
        if (this.lookedAt[trip] !== this.searches) this.lookAt(trip, node, random);
      }
    }
  }

  /** All places of a trip. */
  private lookAt(trip: number, node: number, random: Draws): void {
    const { state, fleet, distance, latenessCost } = this;
    const { nodes, node: columns } = this.problem;
    const v = state.vehicleOf[trip]!;
    const durations = this.durationsAt(state.ready[trip]!);
    const spare = this.spareDistance(trip, v, node);
    if (spare === -Infinity) return;
    const plain = fleet.plain[v] === 1;
    const cheap = fleet.distanceOnly[v] === 1;
    const perDistance = fleet.perDistance[v]!;
    const perTime = fleet.perTime[v]!;
    const release = fleet.release[node]!;
    if (plain && release > state.latestLeave[trip]! + TOLERANCE) return;
    const closes = this.closes[node]!;
    const opens = columns.opens[node]!;
    const service = columns.service[node]!;
    const fixed = perTime * (service - state.waits[trip]!);
    const latestBack = state.latestBack[trip]!;
    const due = columns.closes[node]!;
    let later = release > state.ready[trip]!;
    let left = later ? release : state.ready[trip]!;
    let from = state.previousTrip[trip] === NONE ? fleet.startNode[v]! : 0;
    let after = 0;
    let to = state.size[trip] === 0 ? 0 : state.first[trip]!;
    for (;;) {
      const detour = distance[from * nodes + node]! + distance[node * nodes + to]! - distance[from * nodes + to]!;
      let cost = perDistance * detour;
      const way = durations[from * nodes + node]!;
      const least =
        perTime === 0 ? cost : cost + fixed + perTime * (way + durations[node * nodes + to]! - durations[from * nodes + to]!);
      if (least < this.best && detour <= spare) {
        const arrival = left + way;
        const begins = arrival < opens ? opens : arrival;
        if (begins > closes + TOLERANCE && plain) return;
        const onward = begins + service + durations[node * nodes + to]!;
        if (onward <= (to === 0 ? latestBack : state.latest[to]!) + TOLERANCE) {
          if (!cheap) {
            let late = begins > due ? begins - due : 0;
            if (to !== 0) late += Math.max(0, onward - Math.max(state.begins[to]!, columns.closes[to]!));
            cost =
              least + latenessCost * late < this.best ? cost + this.change.ofStop(trip, after, node, this.best - cost) : Infinity;
          }
          if (cost < this.best && !(random.double() < this.blink)) this.take(cost, trip, v, after);
        }
      }
      if (to === 0) return;
      if (later) {
        const arrival = left + durations[from * nodes + to]!;
        const begins = Math.max(arrival, columns.opens[to]!);
        if (begins <= state.begins[to]!) later = false;
        left = Math.max(begins, state.begins[to]!) + columns.service[to]!;
      } else left = state.begins[to]! + columns.service[to]!;
      from = to;
      after = to;
      to = state.next[to]!;
    }
  }

  /** Durations for what is only estimated: those of the period. */
  private durationsAt(time: number): Float64Array {
    const { durations, periodLength } = this.problem.travel;
    return durations.length === 1
      ? durations[0]!
      : durations[Math.max(0, Math.min(durations.length - 1, Math.floor(time / periodLength)))]!;
  }

  /** How much longer a trip may become with a stop more; -Infinity: the stop has no place on it whatever the detour. */
  private spareDistance(trip: number, v: number, node: number): number {
    const { state, fleet } = this;
    const perDistance = fleet.energyPerDistance[v]!;
    const energy = perDistance === 0 ? Infinity : (state.energySpare[trip]! + TOLERANCE) / perDistance;
    const first = state.previousTrip[trip] === NONE;
    if (!fleet.mayJoin(v, node, first)) return -Infinity;
    if (fleet.pinnedTo[node] !== NONE && state.joined[trip] === 0) return energy;
    const length = Math.min(
      energy,
      fleet.maxDistance[v]! - state.distance[trip]! - (first ? fleet.usedDistance[v]! : 0) + TOLERANCE,
    );
    if (fleet.pinnedTo[node] !== NONE) return length;
    if (state.joined[trip]! + (first ? fleet.usedStops[v]! : 0) >= fleet.maxStops[v]!) return -Infinity;
    const { demand } = this.problem.node;
    const { dimensions } = fleet;
    for (let k = 0; k < dimensions; k++) {
      if (state.load[trip * dimensions + k]! + demand[k]![node]! > fleet.capacity[v * dimensions + k]! + TOLERANCE)
        return -Infinity;
    }
    return length;
  }

  /** A trip of its own: at any place of a day in use, or of the first unused vehicle of each sort. */
  private lookAtNewTrips(node: number, random: Draws): void {
    const { state, fleet } = this;
    const mayOpen = !this.vehiclesFirst && state.usedVehicles < this.mostVehicles;
    let unusedSort = NONE;
    for (let v = 0; v < fleet.count; v++) {
      const used = state.trips[v]! > 0;
      if (!used) {
        if (!mayOpen || fleet.sort[v] === unusedSort) continue;
        unusedSort = fleet.sort[v]!;
      }
      this.lookAtDay(v, node, used ? 0 : fleet.fixedCost[v]!, random);
    }
  }

  /** Unused vehicles only: where vehicles come first, when no other place is left. */
  private lookAtUnused(node: number, random: Draws): void {
    const { state, fleet } = this;
    if (state.usedVehicles >= this.mostVehicles) return;
    for (let v = 0; v < fleet.count; v++) if (state.trips[v] === 0) this.lookAtDay(v, node, fleet.fixedCost[v]!, random);
  }

  /** All places of a vehicle's day for a trip of its own. */
  private lookAtDay(v: number, node: number, fixedCost: number, random: Draws): void {
    const { state, fleet, distance, durations } = this;
    const { nodes, node: columns } = this.problem;
    if (state.trips[v]! >= fleet.maxTrips[v]! || !fleet.mayJoin(v, node, false)) return;
    const length = distance[node]! + distance[node * nodes]!;
    if (length > fleet.maxDistance[v]! + TOLERANCE) return;
    const perTime = fleet.perTime[v]!;
    const plain = fleet.plain[v] === 1;
    const cheap = fleet.distanceOnly[v] === 1;
    const costOfWay = fixedCost + fleet.perDistance[v]! * length;
    const timeCost = perTime * (durations[node]! + columns.service[node]! + durations[node * nodes]!);
    let after: number = NONE;
    let following = state.firstTrip[v]!;
    if (fleet.underWay[v] === 1) {
      after = following;
      following = state.nextTrip[following]!;
    }
    for (;;) {
      const waits = following === NONE ? 0 : state.waits[following]!;
      if (costOfWay + timeCost - perTime * waits <= this.best && (!plain || this.tripFits(v, after, following, node))) {
        if (this.energySuffices(v, after, following, length)) {
          const cost = cheap ? costOfWay : costOfWay + this.change.ofTrip(v, after, node, this.best - costOfWay);
          if (cost < this.best) {
            if (random.double() >= this.blink) this.take(cost, NONE, v, after);
          } else if (cost === this.best && this.trip === NONE && random.integer(++this.ties) === 0)
            this.take(cost, NONE, v, after);
        }
      }
      if (following === NONE) return;
      after = following;
      following = state.nextTrip[following]!;
    }
  }

  /** Whether a plain vehicle is back in time for what follows. */
  private tripFits(v: number, after: number, following: number, node: number): boolean {
    const { state, fleet, durations } = this;
    const { nodes, node: columns } = this.problem;
    const free = after === NONE ? fleet.begin[v]! : state.back[after]! + fleet.reload[v]!;
    const leaves = Math.max(free, fleet.release[node]!);
    const begins = Math.max(leaves + durations[node]!, columns.opens[node]!);
    if (begins > this.closes[node]! + TOLERANCE) return false;
    const back = begins + columns.service[node]! + durations[node * nodes]!;
    const latest = following === NONE ? fleet.end[v]! : state.latestLeave[following]! - fleet.reload[v]!;
    return back <= latest + TOLERANCE;
  }

  private energySuffices(v: number, after: number, following: number, length: number): boolean {
    const { state, fleet } = this;
    const perDistance = fleet.energyPerDistance[v]!;
    if (perDistance === 0) return true;
    const full = fleet.energy[v]!;
    const perReload = fleet.energyPerReload[v]!;
    const before = after === NONE ? fleet.energyAtStart[v]! : Math.min(full, state.energyLeft[after]! + perReload);
    const left = before - perDistance * length;
    if (left < -TOLERANCE) return false;
    return following === NONE || before - Math.min(full, left + perReload) <= state.energySpare[following]! + TOLERANCE;
  }

  private take(cost: number, trip: number, vehicle: number, after: number): void {
    if (cost < this.best) this.ties = 1;
    this.best = cost;
    this.trip = trip;
    this.vehicle = vehicle;
    this.after = after;
  }
}

/** Of how many of the nearest stops the trips are looked at first. */
const NEAREST = 40;
