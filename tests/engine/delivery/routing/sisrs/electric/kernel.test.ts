// Electric routes as the search changes them: always what plain recomputation gives.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import { chargingPlan } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/charging-plan.ts';
import { InsertionScan } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/insertion.ts';
import { ElectricKernel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/kernel.ts';
import { Labeller } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/labeller.ts';
import { ElectricRoute } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/route.ts';
import { electricSettings } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/settings.ts';
import { figuresOf } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/sort-figures.ts';
import { BEST, CURRENT, WORKING } from '../../../../../../packages/engine/src/delivery/routing/sisrs/kernel.ts';
import type { RoutePlan, VehicleRoutingProblem } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { SisrsSearch } from '../../../../../../packages/engine/src/delivery/routing/sisrs/search.ts';
import { Dice } from '../../../../../fixtures/dice.ts';
import { electricFaults } from '../../../../../fixtures/electric-faults.ts';
import { electricSort, gridProblem, randomProblem } from './problems.ts';

function solve(
  problem: VehicleRoutingProblem,
  objective: 'cost' | 'vehicles-first',
  iterations: number,
  seed = 'test',
): RoutePlan {
  const kernel = new ElectricKernel(problem, objective);
  const search = new SisrsSearch(kernel, electricSettings(problem, objective), new RandomStream(seed));
  search.run(iterations);
  return search.best;
}

/** The working state against routes that are worked out from their stops alone. */
function check(kernel: ElectricKernel, problem: VehicleRoutingProblem): void {
  const sequence = new Int32Array(kernel.requests);
  let cost = 0;
  let routes = 0;
  let present = 0;
  for (let route = 0; route < kernel.routeLimit; route++) {
    if (kernel.sizeOf[route] === 0) continue;
    const size = kernel.sequence(route, sequence);
    expect(size).toBe(kernel.sizeOf[route]);
    const stops = [...sequence.subarray(0, size)].map((request) => request + 1);
    for (const stop of stops) expect(kernel.routeOf[stop - 1]).toBe(route);
    cost += chargingPlan(problem, new Labeller(problem, figuresOf(problem, problem.vehicles[0]!)), stops)!.distance;
    routes++;
    present += size;
  }
  expect(kernel.cost()).toBeCloseTo(cost, 6);
  expect(kernel.routes()).toBe(routes);
  expect(kernel.routeOf.filter((route) => route >= 0)).toHaveLength(present);
  expect(electricFaults(problem, kernel.plan(WORKING))).toEqual([]);
}

describe('ElectricKernel', () => {
  it('finds the known optimum where a detour to a station is needed: the worked example', () => {
    const problem = gridProblem({ stops: [{ x: 4 }, { x: 6 }], stations: [{ x: 5, y: 1 }] });
    const plan = solve(problem, 'vehicles-first', 50);
    expect(plan.distance).toBe(14);
    expect(plan.routes).toHaveLength(1);
    // The last insertion adds 6 to the route of the other stop.
    const labeller = new Labeller(problem, figuresOf(problem, problem.vehicles[0]!));
    const route = new ElectricRoute(1);
    route.resize(1);
    route.nodes.set([0, 1, 0]);
    expect(labeller.build(route)).toBe(true);
    const scan = new InsertionScan(problem, labeller);
    scan.scan(route, 2, Infinity, 0);
    expect([route.length, scan.added]).toEqual([8, 6]);
    expect(plan.routes[0]!.visits).toContain(3);
    expect(electricFaults(problem, plan)).toEqual([]);
  });

  it('leaves a stop unserved with full charging that it serves with partial charging', () => {
    const places = { stops: [{ x: 2 }, { x: 8, closes: 12 }], stations: [{ x: 5 }] };
    expect(solve(gridProblem(places), 'vehicles-first', 100).unserved).toEqual([2]);
    const partial = solve(gridProblem({ ...places, charging: 'partial' }), 'vehicles-first', 100);
    expect(partial).toMatchObject({ unserved: [], distance: 16 });
    expect(partial.routes).toHaveLength(1);
  });

  for (const charging of ['full', 'partial'] as const) {
    it(`keeps its states right under any changes, ${charging} charging`, () => {
      const dice = new Dice(7);
      const random = new RandomStream('changes');
      for (let trial = 0; trial < 15; trial++) {
        const problem = randomProblem(dice, 12, charging, 80);
        const kernel = new ElectricKernel(problem, dice.chance(0.5) ? 'cost' : 'vehicles-first');
        const sequence = new Int32Array(kernel.requests);
        let kept: RoutePlan | undefined;
        for (let change = 0; change < 60; change++) {
          const request = dice.from(0, 11);
          const route = kernel.routeOf[request]!;
          if (route < 0) kernel.insert(request, 0.1, random);
          else if (dice.chance(0.6)) {
            const size = kernel.sequence(route, sequence);
            const from = dice.from(0, size - 1);
            kernel.remove(route, sequence.slice(from), dice.from(1, size - from));
          } else if (kernel.sizeOf[route]! > 1 && dice.chance(0.5)) kernel.split(route, dice.from(1, kernel.sizeOf[route]! - 1));
          else if (dice.chance(0.1)) kernel.dropVehicle(new Float64Array(12).fill(1));
          if (change === 30) {
            kernel.copy(WORKING, CURRENT);
            kernel.copy(CURRENT, BEST);
            kept = kernel.plan(WORKING);
          }
        }
        check(kernel, problem);
        expect(kernel.plan(BEST)).toEqual(kept);
        kernel.copy(BEST, WORKING);
        check(kernel, problem);
        expect(kernel.plan(WORKING)).toEqual(kept);
        const again = new ElectricKernel(problem, 'cost');
        expect(again.load(kept!)).toBe(true);
        expect(again.cost()).toBeCloseTo(kept!.distance, 6);
      }
    });

    it(`scans for the same place as building every route would find, ${charging} charging`, () => {
      const dice = new Dice(11);
      let found = 0;
      let nowhere = 0;
      for (let trial = 0; trial < 80; trial++) {
        const problem = randomProblem(dice, 6, charging, 80);
        const labeller = new Labeller(problem, figuresOf(problem, problem.vehicles[0]!));
        const scan = new InsertionScan(problem, labeller);
        let stops: number[] = [];
        for (let stop = 1; stop <= problem.stops; stop++) {
          const ways = Array.from({ length: stops.length + 1 }, (_, i) => [...stops.slice(0, i), stop, ...stops.slice(i)]);
          const lengths = ways.map((way) => chargingPlan(problem, labeller, way)?.distance ?? Infinity);
          const shortest = Math.min(...lengths);
          if (stops.length > 0) {
            const route = new ElectricRoute(1);
            route.resize(stops.length);
            route.nodes.set([0, ...stops, 0]);
            expect(labeller.build(route)).toBe(true);
            scan.scan(route, stop, Infinity, 0);
            expect(scan.place === 0 ? Infinity : route.length + scan.added).toBeCloseTo(shortest, 9);
            if (scan.place > 0) expect(lengths[scan.place - 1]).toBeCloseTo(shortest, 9);
            if (scan.place > 0) found++;
            else nowhere++;
          }
          if (shortest < Infinity) stops = ways[lengths.indexOf(shortest)]!;
        }
      }
      expect(found).toBeGreaterThan(50);
      expect(nowhere).toBeGreaterThan(50);
    });
  }

  it('gives the same plan for the same seed', () => {
    const problem = randomProblem(new Dice(3), 15, 'partial', 80);
    expect(solve(problem, 'cost', 300)).toEqual(solve(problem, 'cost', 300));
  });

  it('takes the sort of vehicle for which a route is cheapest, as many as there are', () => {
    const stops = [{ x: 9 }, { x: -9 }];
    const sorts = [electricSort({ count: 1, fixedCost: 5 }, 20), electricSort({ fixedCost: 50 }, 40)];
    const problem = { ...gridProblem({ stops, stations: [] }), vehicles: sorts };
    const plan = solve(problem, 'cost', 300);
    expect(electricFaults(problem, plan)).toEqual([]);
    // One dear vehicle serves both: 50 + 36. The cheap one can serve one only: 5 + 18, and the other costs 50 + 18.
    expect(plan.cost).toBe(86);
    expect(plan.routes.map(({ sort }) => sort)).toEqual([1]);
  });

  it('leaves a route whole whose rest could not be served without the stops taken out', () => {
    // From stop 1 to stop 3 it takes longer directly than over stop 2: a table that breaks the triangle inequality.
    const plain = gridProblem({ stops: [{ x: 1 }, { x: 2 }, { x: 3, closes: 4 }], stations: [] });
    const durations = plain.travel.distance.slice();
    durations[1 * 4 + 3] = 9;
    const problem = { ...plain, travel: { ...plain.travel, durations: [durations] } };
    const kernel = new ElectricKernel(problem, 'vehicles-first');
    const whole = { routes: [{ sort: 0, visits: [1, 2, 3], charges: [0, 0, 0] }], unserved: [], cost: 6, distance: 6 };
    expect(kernel.load(whole)).toBe(true);
    kernel.remove(kernel.routeOf[1]!, Int32Array.of(1), 1);
    expect(kernel.sizeOf[kernel.routeOf[0]!]).toBe(3);
    expect(kernel.insert(1, 0, new RandomStream('whole'))).toBe(true);
    expect(kernel.plan(WORKING)).toEqual(whole);
  });
});
