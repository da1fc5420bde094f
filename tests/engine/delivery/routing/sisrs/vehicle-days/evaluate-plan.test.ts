// Each feature of a vehicle's day, small enough to be worked out by hand.

import { describe, expect, it } from 'vitest';

import type {
  PlannedRoute,
  RoutePlan,
  VehicleRoutingProblem,
} from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import {
  evaluatePlan,
  type EvaluatedPlan,
} from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/evaluate-plan.ts';
import { VehicleDaysKernel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/kernel.ts';
import { vehicleDaysSupports } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/supports.ts';
import { lineProblem } from './random-problem.ts';

function planned(visits: readonly number[], unserved: readonly number[] = []): RoutePlan {
  const routes: PlannedRoute[] = [{ sort: 0, visits, charges: [] }];
  return { routes, unserved, cost: 0, distance: 0 };
}

/** The evaluation of one vehicle's day; the kernel must say the same of it, or be unable to hold it. */
function evaluate(problem: VehicleRoutingProblem, plan: RoutePlan): EvaluatedPlan {
  const evaluated = evaluatePlan(problem, plan);
  const kernel = new VehicleDaysKernel(problem, 'cost');
  const kept = kernel.load(plan);
  const faults = evaluated.faults.filter(({ kind }) => kind !== 'not-visited' && kind !== 'vehicle');
  expect(kept).toBe(faults.length === 0);
  if (kept) expect(kernel.plan(0).cost).toBeCloseTo(evaluated.cost, 9);
  return evaluated;
}

const column = (...values: number[]) => Float64Array.of(0, ...values);

describe('the evaluation of a plan', () => {
  it('several trips: reload and release hold the next one back', () => {
    const problem = lineProblem([10, 20], [{ maxTrips: 2, reload: 5, shiftEnd: 90, costPerTime: 2 }], {
      columns: { release: column(0, 30) },
    });
    const { routes, cost, distance, feasible } = evaluate(problem, planned([1, 0, 2]));
    expect(routes[0]!.trips.map(({ leaves, back }) => [leaves, back])).toEqual([
      [0, 20],
      [30, 70],
    ]);
    expect([feasible, distance, cost]).toEqual([true, 60, 60 + 2 * 60]);
    expect(evaluate({ ...problem, vehicles: [{ ...problem.vehicles[0]!, maxTrips: 1 }] }, planned([1, 0, 2])).faults).toEqual([
      { kind: 'trips', route: 0, stop: 0, by: 1 },
    ]);
  });

  it('leaves no earlier than to be served at the first stop, and waits at the others', () => {
    const problem = lineProblem([10, 20], [{ costPerTime: 1, costPerDistance: 0 }], {
      columns: { opens: column(50, 100), service: column(5, 5) },
    });
    const { trips, time } = evaluate(problem, planned([1, 2])).routes[0]!;
    expect(trips[0]!.leaves).toBe(40);
    expect(trips[0]!.visits).toEqual([
      { node: 1, arrives: 50, begins: 50, ends: 55 },
      { node: 2, arrives: 65, begins: 100, ends: 105 },
    ]);
    expect(time).toBe(125 - 40);
  });

  it('a window is hard, or costs by the lateness', () => {
    const hard = lineProblem([10, 20], [{}], { columns: { closes: Float64Array.of(Infinity, 100, 15) } });
    expect(evaluate(hard, planned([1, 2])).faults).toEqual([{ kind: 'window', route: 0, stop: 2, by: 5 }]);
    const soft = evaluate({ ...hard, latenessCost: 3 }, planned([1, 2]));
    expect([soft.feasible, soft.lateness, soft.cost]).toEqual([true, 5, 40 + 15]);
    expect(soft.routes[0]!.lateStops).toBe(1);
  });

  it('a break interrupts driving but not a service, and goes on while one waits', () => {
    const rest = { earliest: 100, latest: 140, length: 30 };
    const driving = lineProblem([80, 130], [{ breaks: [rest], costPerTime: 1 }]);
    const interrupted = evaluate(driving, planned([1, 2])).routes[0]!;
    expect(interrupted.trips[0]!.visits.map(({ begins }) => begins)).toEqual([80, 160]);
    expect(interrupted.breaks).toEqual([{ begins: 100, ends: 130, inTime: true }]);
    const served = lineProblem([80], [{ breaks: [rest], costPerTime: 1 }], { columns: { service: column(40) } });
    expect(evaluate(served, planned([1])).routes[0]!.breaks[0]!.begins).toBe(120);
    expect(evaluate(served, planned([1])).routes[0]!.trips[0]!.back).toBe(230);
    const long = lineProblem([80], [{ breaks: [rest] }], { columns: { service: column(70) } });
    expect(evaluate(long, planned([1])).faults).toEqual([{ kind: 'break', route: 0, stop: 0, by: 0 }]);
    const waiting = lineProblem([80, 90], [{ breaks: [rest] }], { columns: { opens: column(0, 150) } });
    expect(evaluate(waiting, planned([1, 2])).routes[0]!.trips[0]!.visits[1]).toEqual({
      node: 2,
      arrives: 90,
      begins: 150,
      ends: 150,
    });
  });

  it('a departure is as late as the break on the way allows', () => {
    const rest = { earliest: 120, latest: 300, length: 30 };
    const problem = lineProblem([50], [{ breaks: [rest], costPerTime: 1 }], { columns: { opens: column(160) } });
    const { trips, time } = evaluate(problem, planned([1])).routes[0]!;
    // 10 after the break, 40 before it.
    expect([trips[0]!.leaves, trips[0]!.back, time]).toEqual([80, 210, 130]);
  });

  it('durations by period of the day', () => {
    const distance = lineProblem([60], [{}]).travel.distance;
    const travel = { distance, durations: [distance, distance.map((d) => 2 * d)], periodLength: 100 };
    const problem = lineProblem([60], [{ shiftStart: 70, costPerTime: 1 }], { travel });
    const { trips, cost } = evaluate(problem, planned([1])).routes[0]!;
    expect([trips[0]!.visits[0]!.begins, trips[0]!.back, cost]).toEqual([160, 280, 120 + 210]);
  });

  it('load in each dimension, classes, stops and length of a trip, shift', () => {
    const demand = [column(3, 3), column(1, 5)];
    const faultsOf = (sort: object, classes?: number) =>
      evaluate(
        lineProblem([10, 20], [{ capacity: [6, 6], ...sort }], {
          columns: { demand, classes: Uint8Array.of(0, 1, classes ?? 1) },
        }),
        planned([1, 2]),
      ).faults.map(({ kind, stop, by }) => [kind, stop, by]);
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ capacity: [6, 5] })).toEqual([['load', 0, 1]]);
    expect(faultsOf({ classes: 1 }, 2)).toEqual([['class', 2, 0]]);
    expect(faultsOf({ maxStops: 1 })).toEqual([['stops', 0, 1]]);
    expect(faultsOf({ maxDistance: 39 })).toEqual([['length', 0, 1]]);
    expect(faultsOf({ shiftEnd: 38 })).toEqual([['shift', 0, 2]]);
  });

  it('a battery lasts for the day, and is charged while the vehicle is reloaded', () => {
    const battery = { capacity: 50, start: 50, usePerDistance: 1, chargeRate: 2 };
    const problem = (reload: number) => lineProblem([10, 20], [{ maxTrips: 2, reload, battery }]);
    expect(evaluate(problem(5), planned([1, 0, 2])).faults).toEqual([]);
    expect(evaluate(problem(4), planned([1, 0, 2])).faults).toEqual([{ kind: 'energy', route: 0, stop: 0, by: 2 }]);
    const kernel = new VehicleDaysKernel(problem(7), 'cost');
    kernel.load(planned([1, 0, 2]));
    expect(kernel.plan(0).routes[0]!.charges).toEqual([0, 14, 0]);
  });

  it('a vehicle under way: its goods first, nothing added but collections', () => {
    // It is at 40, with goods for stop 1 (at 50); stop 2 lies on its way home, stop 3 is a collection there.
    const vehicle = { startNode: 4, onBoard: [1], shiftStart: 100, maxTrips: 2, reload: 5, capacity: [2], costPerTime: 1 };
    const problem = lineProblem([50, 20, 30], [vehicle], { places: [40], columns: { anywhere: Uint8Array.of(0, 0, 0, 1, 0) } });
    const faults = (visits: readonly number[]) => evaluate(problem, planned(visits)).faults.map(({ kind, stop }) => [kind, stop]);
    expect(faults([1, 3, 0, 2])).toEqual([]);
    expect(faults([1, 2, 0, 3])).toEqual([['on-board', 2]]);
    expect(faults([0, 1, 3, 2])[0]).toEqual(['on-board', 1]);
    const { trips, distance, time } = evaluate(problem, planned([1, 3, 0, 2])).routes[0]!;
    expect(trips.map(({ leaves, back }) => [leaves, back])).toEqual([
      [100, 160],
      [165, 205],
    ]);
    expect([distance, time]).toEqual([100, 100]);
    const full = { ...problem, vehicles: [{ ...problem.vehicles[0]!, used: { load: [1], stops: 0, distance: 0 } }] };
    expect(evaluate(full, planned([1, 3, 0, 2])).faults.map(({ kind }) => kind)).toEqual(['load']);
  });

  it('unserved stops cost, or are a fault', () => {
    const problem = lineProblem([10, 20], [{}]);
    expect(evaluate(problem, planned([1], [2])).faults).toEqual([{ kind: 'not-visited', route: -1, stop: 2, by: 0 }]);
    const priced = evaluate({ ...problem, unservedCost: 100 }, planned([1], [2]));
    expect([priced.feasible, priced.cost]).toEqual([true, 120]);
  });
});

describe('what the vehicle-days kernel refuses', () => {
  it('says why', () => {
    expect(vehicleDaysSupports(lineProblem([1], [{}]))).toEqual({ ok: true });
    const battery = { capacity: 1, start: 1, usePerDistance: 1, chargeRate: 1 };
    const refused = [
      lineProblem([1, 2], [{}], { deliveryOf: Int32Array.of(0, 2, 0) }),
      lineProblem([1], [{ battery }], { stations: [2], places: [3] }),
      lineProblem([1], [{ count: 2, startNode: 2 }], { places: [3] }),
      lineProblem([1], [{}], { columns: { demand: [Float64Array.of(0, -1)] } }),
    ].map((problem) => vehicleDaysSupports(problem));
    expect(refused.map((answer) => (answer.ok ? '' : answer.because))).toEqual([
      expect.stringContaining('pickup and delivery'),
      expect.stringContaining('electric'),
      expect.stringContaining('under way'),
      expect.stringContaining('demand'),
    ]);
  });
});
