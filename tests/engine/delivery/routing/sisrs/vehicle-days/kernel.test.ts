// The kernel's days against the plain evaluation of plans: over random problems with every feature, and against all plans of
// tiny ones.

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import { BEST, CURRENT, WORKING } from '../../../../../../packages/engine/src/delivery/routing/sisrs/kernel.ts';
import type { RoutePlan, VehicleRoutingProblem } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { SisrsSearch } from '../../../../../../packages/engine/src/delivery/routing/sisrs/search.ts';
import {
  evaluatePlan,
  tripsOf,
} from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/evaluate-plan.ts';
import { VehicleDaysKernel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/kernel.ts';
import { vehicleDaysSettings } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/settings.ts';
import { allPlans, insertions, lineProblem, randomProblem, type Features } from './random-problem.ts';

const KINDS: readonly (readonly [string, Features])[] = [
  ['distance and hard windows', { stops: 25 }],
  ['cost of time', { stops: 25, timeCost: true }],
  ['soft windows', { stops: 25, soft: true }],
  ['soft windows and cost of time', { stops: 25, soft: true, timeCost: true }],
  ['breaks', { stops: 25, breaks: true, timeCost: true }],
  ['periods', { stops: 25, periods: true, timeCost: true }],
  ['batteries', { stops: 25, battery: true }],
  ['vehicles under way', { stops: 25, underWay: true, timeCost: true }],
  ['vehicles under way, hard windows only', { stops: 25, underWay: true }],
  ['everything', { stops: 25, soft: true, breaks: true, periods: true, timeCost: true, battery: true, underWay: true }],
];

function hold(problem: VehicleRoutingProblem, plan: RoutePlan): void {
  const evaluated = evaluatePlan(problem, plan);
  expect(evaluated.faults).toEqual([]);
  expect(plan.cost).toBeCloseTo(evaluated.cost, 6);
  expect(plan.distance).toBeCloseTo(evaluated.distance, 6);
}

describe('vehicle days: the state and the plain evaluation of its plan agree', () => {
  it.each(KINDS)('%s', (name, features) => {
    let served = 0;
    for (let round = 0; round < 6; round++) {
      const random = new RandomStream(`${name} ${round}`);
      const problem = randomProblem(random, features);
      const kernel = new VehicleDaysKernel(problem, 'cost');
      const settings = { ...vehicleDaysSettings(problem, 'cost'), cutRoute: 0.2, blink: 0.05 };
      const search = new SisrsSearch(kernel, settings, random);
      for (let i = 0; i < 25; i++) {
        search.run(1, i / 25, (i + 1) / 25);
        for (const slot of [WORKING, CURRENT, BEST] as const) hold(problem, kernel.plan(slot));
      }
      search.run(100, 0.5, 1);
      hold(problem, search.best);
      expect(search.best.cost).toBeCloseTo(search.bestCost, 6);
      const again = new VehicleDaysKernel(problem, 'cost');
      expect(again.load(search.best)).toBe(true);
      expect(again.plan(WORKING)).toEqual(search.best);
      served += problem.stops - search.best.unserved.length;
    }
    expect(served).toBeGreaterThan(6 * 25 * 0.6);
  });
});

describe('vehicle days: insertion', () => {
  // With periods or breaks a place's least cost is an estimate (insertion.ts), so the cheapest may be passed over.
  const kinds = KINDS.filter(([, { underWay }]) => underWay !== true);
  it.each(kinds)('takes the cheapest of all places: %s', (name, features) => {
    let inserted = 0;
    let dearer = 0;
    for (let round = 0; round < 12; round++) {
      const random = new RandomStream(`cheapest ${name} ${round}`);
      const problem = { ...randomProblem(random, { ...features, stops: 9 }), unservedCost: Infinity };
      const kernel = new VehicleDaysKernel(problem, 'cost');
      const sorts = [0, 0, 1, 1, 2, 2];
      for (let request = 0; request < problem.stops; request++) {
        const before = daysOf(problem, kernel.plan(WORKING));
        const places = [...insertions(before, request + 1)].map((days) => evaluatePlan(problem, planOfDays(sorts, days)));
        const possible = places.filter(({ faults }) => faults.every(({ kind }) => kind === 'not-visited'));
        const least = Math.min(...possible.map(({ cost }) => cost));
        const done = kernel.insert(request, 0, random);
        expect(done).toBe(least < Infinity);
        if (!done) continue;
        inserted++;
        expect(kernel.cost()).toBeGreaterThan(least - 1e-6);
        if (kernel.cost() > least + 1e-6) dearer++;
      }
    }
    expect(dearer / inserted).toBeLessThanOrEqual(features.breaks || features.periods ? 0.1 : 0);
    expect(inserted).toBeGreaterThan(60);
  });

  function planOfDays(sorts: readonly number[], days: readonly (readonly (readonly number[])[])[]): RoutePlan {
    const routes = days.flatMap((trips, v) =>
      trips.length === 0
        ? []
        : [{ sort: sorts[v]!, visits: trips.flatMap((trip, i) => (i === 0 ? trip : [0, ...trip])), charges: [] }],
    );
    return { routes, unserved: [], cost: 0, distance: 0 };
  }

  function daysOf(problem: VehicleRoutingProblem, plan: RoutePlan): number[][][] {
    return problem.vehicles.flatMap(({ count }, sort) => {
      const routes = plan.routes.filter((route) => route.sort === sort).map(({ visits }) => tripsOf(visits));
      return [...routes, ...Array.from({ length: count - routes.length }, (): number[][] => [])];
    });
  }
});

describe('vehicle days: against all plans of tiny problems', () => {
  it.each<readonly [string, Omit<Features, 'stops'>]>([
    ['hard windows', {}],
    ['soft windows, cost of time', { soft: true, timeCost: true }],
    ['breaks and periods', { breaks: true, periods: true, timeCost: true }],
    ['batteries', { battery: true }],
  ])('%s', (name, features) => {
    for (let round = 0; round < 4; round++) {
      const random = new RandomStream(`tiny ${name} ${round}`);
      const problem = randomProblem(random, { ...features, stops: 4 });
      let least = Infinity;
      for (const plan of allPlans(problem)) {
        const { feasible, cost } = evaluatePlan(problem, plan);
        if (feasible) least = Math.min(least, cost);
      }
      const search = new SisrsSearch(new VehicleDaysKernel(problem, 'cost'), vehicleDaysSettings(problem, 'cost'), random);
      search.run(2_000);
      expect(search.best.cost).toBeCloseTo(least, 6);
    }
  });
});

describe('vehicle days: the kernel', () => {
  it('finds the same plan with the same seed', () => {
    const plans = [1, 2].map(() => {
      const problem = randomProblem(new RandomStream('seed'), { stops: 30, soft: true, timeCost: true, breaks: true });
      const search = new SisrsSearch(
        new VehicleDaysKernel(problem, 'cost'),
        vehicleDaysSettings(problem, 'cost'),
        new RandomStream('search'),
      );
      search.run(300);
      return search.best;
    });
    expect(plans[0]).toEqual(plans[1]);
  });

  it('starts from a plan and is never worse than it', () => {
    for (let round = 0; round < 5; round++) {
      const random = new RandomStream(`warm ${round}`);
      const problem = randomProblem(random, { stops: 30, soft: true, timeCost: true });
      const cold = new SisrsSearch(new VehicleDaysKernel(problem, 'cost'), vehicleDaysSettings(problem, 'cost'), random);
      cold.run(30);
      const start = cold.best;
      const settings = vehicleDaysSettings(problem, 'cost', { warm: true });
      const warm = new SisrsSearch(new VehicleDaysKernel(problem, 'cost'), settings, random, start);
      expect(warm.best.cost).toBeLessThanOrEqual(start.cost + 1e-9);
      warm.run(50);
      expect(warm.best.cost).toBeLessThanOrEqual(start.cost + 1e-9);
      hold(problem, warm.best);
    }
  });

  it('uses the fewest vehicles where they come first', () => {
    // Ten stops of 1 on a line; a vehicle takes four in each of its two trips.
    const problem = lineProblem([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [{ count: 6, capacity: [4], maxTrips: 2, fixedCost: 0 }]);
    const settings = vehicleDaysSettings(problem, 'vehicles-first');
    const search = new SisrsSearch(new VehicleDaysKernel(problem, 'vehicles-first'), settings, new RandomStream('fewest'));
    search.run(500);
    expect(search.best.routes).toHaveLength(2);
    expect(search.best.unserved).toEqual([]);
  });

  it('leaves out what costs less so, but opens a vehicle that others will share', () => {
    const problem = lineProblem([10, 11, 100], [{ count: 2, fixedCost: 150 }], { unservedCost: 120 });
    const search = new SisrsSearch(
      new VehicleDaysKernel(problem, 'cost'),
      vehicleDaysSettings(problem, 'cost'),
      new RandomStream('left out'),
    );
    search.run(50);
    expect(search.best.unserved).toEqual([3]);
    expect(search.best.cost).toBe(150 + 22 + 120);
  });

  it('leaves out of a loaded plan what has no place', () => {
    const problem = lineProblem([10, 20, 30], [{ capacity: [2] }]);
    const kernel = new VehicleDaysKernel(problem, 'cost');
    expect(kernel.load({ routes: [{ sort: 0, visits: [1, 2, 3], charges: [] }], unserved: [], cost: 0, distance: 0 })).toBe(
      false,
    );
    expect(kernel.plan(WORKING).routes[0]!.visits).toEqual([1, 2]);
    expect(kernel.plan(WORKING).unserved).toEqual([3]);
  });
});
