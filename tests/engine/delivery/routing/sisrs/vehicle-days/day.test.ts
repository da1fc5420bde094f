// The parts of a day, each by its worked example.

import { describe, expect, it } from 'vitest';

import type { VehicleRoutingProblem } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { DayChange } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/day-change.ts';
import { DayClock } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/day-clock.ts';
import { DaySchedule } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/day-schedule.ts';
import { DayState, NONE } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/day-state.ts';
import { Fleet } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/fleet.ts';
import { timeDay } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/plan-timing.ts';
import { lineProblem } from './random-problem.ts';

/** The day of one vehicle with these trips, worked out; trips are numbered in order. */
function dayOf(problem: VehicleRoutingProblem, trips: readonly (readonly number[])[]) {
  const fleet = new Fleet(problem);
  const clock = new DayClock(problem, fleet);
  const state = new DayState(problem.nodes, problem.stops, fleet.count, fleet.dimensions);
  trips.forEach((stops, trip) => {
    state.linkTrip(trip, 0, trip === 0 ? NONE : trip - 1);
    stops.forEach((stop, i) => state.link(stop, trip, i === 0 ? 0 : stops[i - 1]!));
  });
  new DaySchedule(problem, fleet, clock).update(state, 0);
  return { state, change: new DayChange(problem, fleet, clock, state) };
}

describe('the clock of a day', () => {
  const rest = { earliest: 100, latest: 200, length: 30 };
  const problem = lineProblem([50], [{ breaks: [rest] }], { columns: { service: Float64Array.of(0, 40) } });
  const clock = new DayClock(problem, new Fleet(problem));

  it('interrupts driving by a break', () => {
    clock.resume(0, 80, 0);
    clock.drive(0, 1);
    expect([clock.now, clock.taken]).toEqual([160, 1]);
  });

  it('does not interrupt a service', () => {
    clock.resume(0, 90, 0);
    expect(clock.serve(1)).toBe(90);
    expect([clock.now, clock.taken]).toEqual([130, 0]);
    clock.drive(1, 0);
    expect([clock.now, clock.taken, clock.possible]).toEqual([210, 1, true]);
  });

  it('knows when a break comes too late', () => {
    clock.resume(0, 201, 0);
    clock.drive(1, 0);
    expect(clock.possible).toBe(false);
  });
});

describe('the schedule of a day', () => {
  const sort = { maxTrips: 3, reload: 5, shiftEnd: 90, costPerTime: 1, costPerDistance: 0 };
  const release = Float64Array.of(0, 0, 30, 0);

  it('is early forward and late backward over a chain of trips', () => {
    const { state } = dayOf(lineProblem([10, 20, 15], [sort], { columns: { release } }), [[1], [2]]);
    expect([...state.leaves.subarray(0, 2)]).toEqual([0, 30]);
    expect([...state.back.subarray(0, 2)]).toEqual([20, 70]);
    expect([...state.latestLeave.subarray(0, 2)]).toEqual([25, 50]);
    expect(state.cost[0]).toBe(60);
  });

  it('tells what a stop more changes without changing anything', () => {
    const longer = { ...sort, shiftEnd: 100 };
    const { state, change } = dayOf(lineProblem([10, 20, 15], [longer], { columns: { release } }), [[1], [2]]);
    expect(change.ofStop(0, 1, 3, Infinity)).toBe(10);
    expect(change.ofTrip(0, NONE, 3, Infinity)).toBe(30);
    expect(change.ofTrip(0, 1, 3, Infinity)).toBe(Infinity);
    expect([...state.back.subarray(0, 2)]).toEqual([20, 70]);
  });
});

describe('the times of a planned day', () => {
  it('around a break', () => {
    const sort = { breaks: [{ earliest: 120, latest: 400, length: 30 }] };
    const columns = { opens: Float64Array.of(0, 100), service: Float64Array.of(0, 10) };
    const problem = lineProblem([50], [sort], { columns });
    const { trips, breaks } = timeDay(problem, problem.vehicles[0]!, [[1]], [0]);
    expect(trips).toEqual([{ ready: 0, leaves: 50, back: 190, visits: [{ node: 1, arrives: 100, begins: 100, ends: 110 }] }]);
    expect(breaks).toEqual([{ begins: 120, ends: 150, inTime: true }]);
  });
});
