// Exchanging tails: the worked example, and that exchanges keep the plan feasible, its cost true and within the bound.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import { CURRENT, WORKING } from '../../../../../../packages/engine/src/delivery/routing/sisrs/kernel.ts';
import { TimeWindowKernel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/time-windows/kernel.ts';
import { checkRoutePlan } from '../../../../../../packages/scenarios/src/instances/vehicle-routing-check.ts';
import { problemOf, randomProblem, VEHICLE } from './problems.ts';

const route = (...visits: number[]) => ({ sort: 0, visits, charges: [] });

describe('the worked example', () => {
  const places = [{ x: 0 }, { x: 1 }, { x: 2 }, { x: -1 }, { x: -2 }].map((place) => ({ ...place, demand: [1] }));
  const crossed = { routes: [route(1, 4), route(3, 2)], unserved: [], cost: 12, distance: 12 };

  it('brings together what lies together', () => {
    const kernel = new TimeWindowKernel(problemOf(places, [{ ...VEHICLE, capacity: [2] }]), 'cost');
    kernel.load(crossed);
    expect(kernel.cost()).toBe(12);
    expect(kernel.exchangeTails(0, 0)).toBe(true);
    expect(kernel.cost()).toBe(8);
    expect(kernel.plan(WORKING).routes.map(({ visits }) => visits)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('looks at nothing that the bound forbids', () => {
    const kernel = new TimeWindowKernel(problemOf(places, [{ ...VEHICLE, capacity: [2] }]), 'cost');
    kernel.load(crossed);
    expect(kernel.exchangeTails(0, -4)).toBe(false);
    expect(kernel.cost()).toBe(12);
  });

  it('refuses what would overload a vehicle', () => {
    const heavy = places.map((place, stop) => ({ ...place, demand: [stop === 1 || stop === 2 ? 2 : 1] }));
    const kernel = new TimeWindowKernel(problemOf(heavy, [{ ...VEHICLE, capacity: [3] }]), 'cost');
    kernel.load(crossed);
    for (let request = 0; request < 4; request++) expect(kernel.exchangeTails(request, 0)).toBe(false);
  });

  it.each([
    [9, false],
    [10, true],
  ])('joins two routes if the second stop is open long enough: until %d', (closes, joins) => {
    const late = [{ x: 0 }, { x: 1, opens: 9, closes: 9 }, { x: 2, opens: 9, closes }];
    const kernel = new TimeWindowKernel(problemOf(late, [VEHICLE]), 'cost');
    kernel.load({ ...crossed, routes: [route(1), route(2)] });
    expect(kernel.exchangeTails(1, 0)).toBe(joins);
    if (joins) expect(kernel.plan(WORKING).routes).toMatchObject([{ visits: [1, 2] }]);
  });
});

it('keeps plans feasible and tells their cost, through hundreds of exchanges', () => {
  for (const sorts of [false, true]) {
    const random = new RandomStream(`tails ${sorts}`);
    const problem = randomProblem(random, 40, sorts);
    const kernel = new TimeWindowKernel(problem, 'cost');
    for (let request = 0; request < 40; request++) kernel.insert(request, 0.2, random);
    kernel.copy(WORKING, CURRENT);
    let exchanges = 0;
    for (let step = 0; step < 3000; step++) {
      const before = kernel.cost();
      const bound = 30 * random.double();
      if (!kernel.exchangeTails(random.integer(40), bound)) {
        kernel.copy(CURRENT, WORKING);
        continue;
      }
      exchanges++;
      expect(kernel.cost()).toBeLessThan(before + bound + 1e-9);
      const plan = kernel.plan(WORKING);
      expect(plan.cost).toBeCloseTo(kernel.cost(), 6);
      expect(checkRoutePlan(problem, plan).faults.filter(({ rule }) => rule !== 'unserved')).toEqual([]);
      kernel.copy(WORKING, CURRENT);
    }
    expect(exchanges).toBeGreaterThan(300);
  }
});
