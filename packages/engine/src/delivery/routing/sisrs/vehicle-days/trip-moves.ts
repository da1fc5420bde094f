// Gives whole trips to other vehicles: what the search by stops finds hard, since it takes out strings and not days.
//
// After every few iterations the trips of one vehicle are tried in the day of another, both taken in turn. A move is kept if the
// two days cost less, or the same with a vehicle less. (Days packed ever fuller at equal cost were tried: about 1 % dearer at
// 2,000 stops, since full days take no more stops.)
//
// Source:     exchange of trips between vehicles in multi-trip problems: Taillard, Laporte & Gendreau (1996), Journal of the
//             Operational Research Society 47(8), 1065-1070, who pack trips into days as into bins.
// Applies to: fleets in which it matters who drives a trip: vehicles with a cost of their own, paid time, several sorts, or
//             vehicles to be as few as can be.
// Cost:       O(trips of a day × trips of a day × stops of a day) a try; most places are too short, which is seen at once.
//
// Worked example: two vehicles of fixed cost 100, two trips a day at most, and a trip each. One's trip goes to the other:
// 100 saved.

import { TOLERANCE } from './day-schedule.ts';
import { NONE, type DayState } from './day-state.ts';
import type { Fleet } from './fleet.ts';

/** Iterations between two tries. */
const EVERY = 4;

export class TripMoves {
  private readonly fleet: Fleet;
  private readonly state: DayState;
  private readonly update: (vehicle: number) => void;
  private readonly matters: boolean;
  /** The vehicle whose trips are moved, and the distance in numbers to the one they are moved to. */
  private giver = 0;
  private step = 1;
  private calls = 0;

  /** @param update works out a day anew. @param fewest vehicles are to be as few as can be, whatever they cost. */
  constructor(fleet: Fleet, state: DayState, fewest: boolean, update: (vehicle: number) => void) {
    this.fleet = fleet;
    this.state = state;
    this.update = update;
    const alike = fleet.sort.every((sort) => sort === fleet.sort[0]);
    const several = fleet.maxTrips.some((trips) => trips > 1) || !alike;
    this.matters =
      several && (fewest || !alike || fleet.fixedCost.some((cost) => cost > 0) || fleet.perTime.some((cost) => cost > 0));
  }

  /** Tries the moves whose turn it is. */
  tryNext(): void {
    if (!this.matters || this.fleet.count < 2) return;
    this.calls = (this.calls + 1) % EVERY;
    if (this.calls !== 1) return;
    this.giver = (this.giver + 1) % this.fleet.count;
    if (this.giver === 0) this.step = (this.step % (this.fleet.count - 1)) + 1;
    if (this.state.trips[this.giver]! > 0) this.give(this.giver, (this.giver + this.step) % this.fleet.count);
  }

  private give(from: number, to: number): void {
    const { state, fleet } = this;
    const limit = fleet.maxTrips[to]!;
    let trip = state.firstTrip[from]!;
    if (fleet.underWay[from] === 1) trip = state.nextTrip[trip]!;
    while (trip !== NONE && state.trips[to]! < limit) {
      const next = state.nextTrip[trip]!;
      if (this.mayTake(to, trip)) this.tryMove(trip, from, to);
      trip = next;
    }
  }

  private mayTake(vehicle: number, trip: number): boolean {
    const { state, fleet } = this;
    if (fleet.sort[vehicle] === fleet.sort[state.vehicleOf[trip]!]) return true;
    if (state.size[trip]! > fleet.maxStops[vehicle]! || state.distance[trip]! > fleet.maxDistance[vehicle]! + TOLERANCE)
      return false;
    for (let k = 0; k < fleet.dimensions; k++) {
      const most = fleet.capacity[vehicle * fleet.dimensions + k]!;
      if (state.load[trip * fleet.dimensions + k]! > most + TOLERANCE) return false;
    }
    for (let node = state.first[trip]!; node !== 0; node = state.next[node]!)
      if (!fleet.mayJoin(vehicle, node, false)) return false;
    return true;
  }

  /** Puts a trip at the first place of another vehicle's day at which that is worth it, or leaves it. */
  private tryMove(trip: number, from: number, to: number): void {
    const { state, fleet } = this;
    const time = state.back[trip]! - state.leaves[trip]! - this.waitsOf(trip);
    let after: number = fleet.underWay[to] === 1 ? state.firstTrip[to]! : NONE;
    for (;;) {
      const following = after === NONE ? state.firstTrip[to]! : state.nextTrip[after]!;
      if (this.hasTime(to, after, following, trip, time) && this.isWorthIt(trip, from, to, after)) return;
      if (following === NONE) return;
      after = following;
    }
  }

  private waitsOf(trip: number): number {
    const following = this.state.nextTrip[trip]!;
    return this.state.waits[trip]! - (following === NONE ? 0 : this.state.waits[following]!);
  }

  /** Whether a place in a day is long enough for a trip that takes at least so much time. */
  private hasTime(vehicle: number, after: number, following: number, trip: number, time: number): boolean {
    const { state, fleet } = this;
    const free = after === NONE ? fleet.begin[vehicle]! : state.back[after]! + fleet.reload[vehicle]!;
    const latest = following === NONE ? fleet.end[vehicle]! : state.latestLeave[following]! - fleet.reload[vehicle]!;
    return Math.max(free, state.release[trip]!) + time <= latest + TOLERANCE;
  }

  /** Moves a trip, and back again if the days then cost more. */
  private isWorthIt(trip: number, from: number, to: number, after: number): boolean {
    const { state } = this;
    const cost = state.cost[from]! + state.cost[to]!;
    const before = state.previousTrip[trip]!;
    state.unlinkTrip(trip);
    state.linkTrip(trip, to, after);
    this.update(from);
    this.update(to);
    const change = state.cost[from]! + state.cost[to]! - cost;
    if (change < -TOLERANCE || (change <= TOLERANCE && state.trips[from] === 0)) return true;
    state.unlinkTrip(trip);
    state.linkTrip(trip, from, before);
    this.update(from);
    this.update(to);
    return false;
  }
}
