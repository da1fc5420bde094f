// The time-windows kernel: the worked example, what is kept along routes against what is counted anew, memory, copies.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import { BEST, CURRENT, WORKING } from '../../../../../../packages/engine/src/delivery/routing/sisrs/kernel.ts';
import type { RoutePlan } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { TimeWindowKernel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/time-windows/kernel.ts';
import { RouteState } from '../../../../../../packages/engine/src/delivery/routing/sisrs/time-windows/state.ts';
import { TimeWindowTables } from '../../../../../../packages/engine/src/delivery/routing/sisrs/time-windows/tables.ts';
import { WorkingRoutes } from '../../../../../../packages/engine/src/delivery/routing/sisrs/time-windows/working-routes.ts';
import { checkRoutePlan } from '../../../../../../packages/scenarios/src/instances/vehicle-routing-check.ts';
import { problemOf, randomProblem, VEHICLE } from './problems.ts';

const NO_BLINKS = 0;

function visitsOf(plan: RoutePlan): (readonly number[])[] {
  return plan.routes.map(({ visits }) => visits);
}

describe('the worked example', () => {
  const places = [{ x: 0 }, { x: 1 }, { x: 2, closes: 2 }, { x: 3 }].map((place) => ({ service: 1, ...place }));
  const random = new RandomStream('worked example');

  it('puts a stop where it costs least and all windows hold', () => {
    const kernel = new TimeWindowKernel(problemOf(places, [VEHICLE]), 'cost');
    for (const request of [1, 0, 2]) expect(kernel.insert(request, NO_BLINKS, random)).toBe(true);
    expect(visitsOf(kernel.plan(WORKING))).toEqual([[2, 3, 1]]);
    expect(kernel.cost()).toBe(6);
  });

  it('leaves a stop absent that no vehicle can reach in time', () => {
    const kernel = new TimeWindowKernel(problemOf([{ x: 0 }, { x: 5, closes: 4 }], [VEHICLE]), 'cost');
    expect(kernel.insert(0, NO_BLINKS, random)).toBe(false);
    expect(kernel.plan(WORKING).unserved).toEqual([1]);
  });

  it('opens no more routes than it may', () => {
    const loaded = places.map((place) => ({ ...place, closes: 99, demand: [1] }));
    const kernel = new TimeWindowKernel(problemOf(loaded, [{ ...VEHICLE, capacity: [1], count: 2 }]), 'cost');
    const done = [0, 1, 2].map((request) => kernel.insert(request, NO_BLINKS, random));
    expect(done).toEqual([true, true, false]);
    expect(kernel.leastVehicles).toBe(3);
  });
});

describe('the exchange of vehicles', () => {
  it('keeps to a vehicle that carries what is on the route already', () => {
    const cold = { ...VEHICLE, classes: 1, maxStops: 1, count: 1, fixedCost: 5 };
    const kernel = new TimeWindowKernel(problemOf([{ x: 0 }, { x: 1, classes: 1 }, { x: 2 }], [cold, VEHICLE]), 'vehicles-first');
    const random = new RandomStream('exchange');
    expect(kernel.insert(0, NO_BLINKS, random)).toBe(true);
    expect(kernel.insert(1, NO_BLINKS, random)).toBe(true);
    expect(kernel.plan(WORKING).routes).toMatchObject([
      { sort: 0, visits: [1] },
      { sort: 1, visits: [2] },
    ]);
  });
});

describe('the fleet', () => {
  it('opens no more routes of a sort than it has vehicles', () => {
    const cheap = { ...VEHICLE, maxStops: 1, count: 2, fixedCost: 1 };
    const places = Array.from({ length: 5 }, (_, x) => ({ x }));
    const kernel = new TimeWindowKernel(problemOf(places, [cheap, { ...cheap, count: Infinity, fixedCost: 50 }]), 'cost');
    for (const request of [0, 1, 2, 3]) kernel.insert(request, NO_BLINKS, new RandomStream('fleet'));
    kernel.finish();
    const { routes } = kernel.plan(WORKING);
    expect(routes).toHaveLength(4);
    expect(routes.filter(({ sort }) => sort === 0)).toHaveLength(2);
  });
});

describe('what is kept along the routes', () => {
  it('is what counting anew gives, after thousands of changes', () => {
    for (const sorts of [false, true]) {
      const random = new RandomStream(`along ${sorts}`);
      const tables = new TimeWindowTables(randomProblem(random, 40, sorts));
      const state = new RouteState(tables.nodes, 40, tables.dimensions);
      const again = new RouteState(tables.nodes, 40, tables.dimensions);
      const routes = new WorkingRoutes(tables, state);
      const recount = new WorkingRoutes(tables, again);
      let places = 0;
      for (let step = 0; step < 3000; step++) {
        const route = random.integer(8);
        if (random.chance(0.05)) routes.clear(route);
        const stop = 1 + random.integer(40);
        if (state.routeOf[stop]! >= 0) continue;
        const sort = random.integer(tables.sorts.length);
        if (state.size[route] === 0) {
          if (routes.servesAlone(stop, sort)) routes.begin(route, sort, stop);
          continue;
        }
        const extra = routes.fits(stop, route) ? routes.scan(stop, route, Infinity, 0.2, random, -1) : Infinity;
        if (extra === Infinity) continue;
        routes.put(stop, route, routes.place, extra);
        places++;
        expect(routes.isInTime(route)).toBe(true);
        again.copyFrom(state);
        recount.recount(route);
        const stops: number[] = [];
        for (let at = state.first[route]!; at !== 0; at = state.next[at]!) stops.push(at);
        expect(stops.map((at) => state.departure[at])).toEqual(stops.map((at) => again.departure[at]));
        expect(stops.map((at) => state.latest[at])).toEqual(stops.map((at) => again.latest[at]));
        expect(state.cost[route]).toBeCloseTo(again.cost[route]!, 9);
        expect(state.distance[route]).toBeCloseTo(again.distance[route]!, 9);
        expect(state.load[2 * route]).toBe(again.load[2 * route]);
        expect([state.size[route], state.last[route]]).toEqual([stops.length, stops.at(-1)]);
      }
      expect(places).toBeGreaterThan(300);
    }
  });
});

/** Takes some requests out and puts them back, as the search does. */
function shake(kernel: TimeWindowKernel, random: RandomStream): void {
  const sequence = new Int32Array(kernel.requests);
  for (let k = 0; k < 3; k++) {
    const route = kernel.routeOf[random.integer(kernel.requests)]!;
    if (route < 0) continue;
    const size = kernel.sequence(route, sequence);
    const first = random.integer(size);
    const count = 1 + random.integer(size - first);
    kernel.remove(route, sequence.slice(first, first + count), count);
    if (kernel.sizeOf[route]! > 1 && random.chance(0.2)) kernel.split(route, 1);
  }
  for (let request = 0; request < kernel.requests; request++) {
    if (kernel.routeOf[request]! < 0) kernel.insert(request, 0.02, random);
  }
}

describe('the states', () => {
  it('come back as they were, and every plan passes the checker', () => {
    for (const sorts of [false, true]) {
      const random = new RandomStream(`states ${sorts}`);
      const problem = randomProblem(random, 30, sorts);
      const kernel = new TimeWindowKernel(problem, 'cost');
      shake(kernel, random);
      kernel.copy(WORKING, CURRENT);
      kernel.copy(WORKING, BEST);
      for (let step = 0; step < 400; step++) {
        const before = kernel.plan(CURRENT);
        shake(kernel, random);
        const after = kernel.plan(WORKING);
        expect(checkRoutePlan(problem, after).faults.filter(({ rule }) => rule !== 'unserved')).toEqual([]);
        expect(kernel.cost()).toBeCloseTo(after.cost, 8);
        if (random.chance(0.5)) {
          kernel.copy(CURRENT, WORKING);
          expect(kernel.plan(WORKING)).toEqual(before);
        } else {
          kernel.copy(WORKING, CURRENT);
          expect(kernel.plan(CURRENT)).toEqual(after);
        }
        const kind = random.integer(20);
        if (kind === 0) kernel.copy(WORKING, BEST);
        else if (kind === 1) {
          kernel.copy(BEST, WORKING);
          expect(kernel.plan(WORKING)).toEqual(kernel.plan(BEST));
          kernel.copy(WORKING, CURRENT);
        }
      }
    }
  });

  it('are loaded from a plan', () => {
    const random = new RandomStream('load');
    const problem = randomProblem(random, 30, true);
    const kernel = new TimeWindowKernel(problem, 'cost');
    shake(kernel, random);
    const plan = kernel.plan(WORKING);
    const other = new TimeWindowKernel(problem, 'cost');
    expect(other.load(plan)).toBe(true);
    expect(other.plan(WORKING)).toEqual(plan);
    const doubled = { ...plan, routes: plan.routes.map((route) => ({ ...route, visits: [...route.visits].reverse() })) };
    other.load(doubled);
    expect(checkRoutePlan(problem, other.plan(WORKING)).faults.filter(({ rule }) => rule !== 'unserved')).toEqual([]);
  });
});

describe('the memory of places', () => {
  it('finds the place that a kernel without memory finds', () => {
    const random = new RandomStream('memory');
    const problem = randomProblem(random, 40, false);
    const kernel = new TimeWindowKernel(problem, 'vehicles-first');
    shake(kernel, random);
    kernel.copy(WORKING, CURRENT);
    for (let step = 0; step < 500; step++) {
      const request = random.integer(kernel.requests);
      if (kernel.routeOf[request]! < 0) continue;
      kernel.remove(kernel.routeOf[request]!, Int32Array.of(request), 1);
      const fresh = new TimeWindowKernel(problem, 'vehicles-first');
      fresh.load(kernel.plan(WORKING));
      kernel.insert(request, NO_BLINKS, random);
      fresh.insert(request, NO_BLINKS, random);
      expect(kernel.cost()).toBeCloseTo(fresh.cost(), 8);
      if (random.chance(0.5)) kernel.copy(WORKING, CURRENT);
      else kernel.copy(CURRENT, WORKING);
    }
  });
});
