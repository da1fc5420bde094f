import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import { PickupDeliveryKernel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/pickup-delivery/kernel.ts';
import { pickupDeliverySettings } from '../../../../../../packages/engine/src/delivery/routing/sisrs/pickup-delivery/settings.ts';
import { WORKING } from '../../../../../../packages/engine/src/delivery/routing/sisrs/kernel.ts';
import { SisrsSearch } from '../../../../../../packages/engine/src/delivery/routing/sisrs/search.ts';
import type {
  RoutePlan,
  RoutingObjective,
  VehicleRoutingProblem,
} from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { planFaults } from '../../../../../fixtures/pickup-delivery-faults.ts';
import { problemOf, randomProblem, VAN, type Place } from './problems.ts';
import { leastByTrying } from './try-everything.ts';

function solve(problem: VehicleRoutingProblem, objective: RoutingObjective, iterations: number, seed = 'pairs'): RoutePlan {
  const kernel = new PickupDeliveryKernel(problem, objective);
  const search = new SisrsSearch(kernel, pickupDeliverySettings(problem, objective), new RandomStream(seed));
  search.run(iterations);
  return search.best;
}

const DEPOT: Place = { x: 0 };
const PICKUP: Place = { x: 2, demand: [1], delivery: 2 };

describe('the worked example', () => {
  const free = [DEPOT, PICKUP, { x: 6, demand: [-1] }, { x: 7, demand: [1], delivery: 4 }, { x: 3, demand: [-1] }];

  it('takes one vehicle and 14 without windows', () => {
    const plan = solve(problemOf(free, [VAN]), 'cost', 50);
    expect(plan.routes.map(({ visits }) => visits)).toEqual([[1, 2, 3, 4]]);
    expect(plan.cost).toBe(14);
  });

  it('takes two vehicles and 26 with them', () => {
    const due = free.map((place, i) => ({ ...place, ...[{}, { opens: 10 }, { closes: 14 }, {}, { closes: 18 }][i] }));
    const plan = solve(problemOf(due, [VAN]), 'vehicles-first', 50);
    expect(new Set(plan.routes.map(({ visits }) => visits.join()))).toEqual(new Set(['1,2', '3,4']));
    expect(plan.cost).toBe(26);
  });
});

describe('stops without a partner', () => {
  it('come from the depot with demand above 0 and go to it with demand below 0', () => {
    // Full on leaving, full on return: the delivery must come first. Twice the load would fit at no moment.
    const both = [DEPOT, { x: 5, demand: [-1] }, { x: 6, demand: [1] }];
    expect(solve(problemOf(both, [VAN]), 'cost', 50).routes.map(({ visits }) => visits)).toEqual([[2, 1]]);
    const first = both.map((place, i) => (i === 1 ? { ...place, closes: 5 } : place));
    expect(solve(problemOf(first, [VAN]), 'vehicles-first', 50).routes).toHaveLength(2);
  });

  it('may be mixed with pairs, whose goods share the room', () => {
    // 1 -> 2 passes the stop at 4; with one from the depot for 4 on board there is no room at 2, so 4 is served first.
    const mixed = [DEPOT, PICKUP, { x: 6, demand: [-1] }, { x: 4, demand: [1] }];
    expect(solve(problemOf(mixed, [VAN]), 'vehicles-first', 50).routes[0]!.visits).toEqual([3, 1, 2]);
    expect(solve(problemOf(mixed, [{ ...VAN, capacity: [2] }]), 'cost', 50).cost).toBe(12);
  });

  it('collected on a round cost what the same stops cost delivered', () => {
    const stops = [3, 5, 8, 11].map((x) => ({ x, y: x % 3, demand: [1] }));
    const van = { ...VAN, capacity: [3] };
    const delivered = solve(problemOf([DEPOT, ...stops], [van]), 'cost', 200).cost;
    const collected = problemOf([DEPOT, ...stops.map((stop) => ({ ...stop, demand: [-1] }))], [van]);
    expect(solve(collected, 'cost', 200).cost).toBeCloseTo(delivered, 9);
    expect(solve({ ...collected, deliveryOf: undefined }, 'cost', 200).cost).toBeCloseTo(delivered, 9);
  });
});

describe('the search over pairs', () => {
  it('finds the least cost and the fewest vehicles that trying everything finds', () => {
    let solvable = 0;
    for (let i = 0; i < 30; i++) {
      const problem = randomProblem(new RandomStream(`tiny ${i}`), 1 + (i % 3), i % 2 === 0 ? 2 : 1);
      for (const objective of ['cost', 'vehicles-first'] as const) {
        const least = leastByTrying(problem, objective === 'vehicles-first');
        const plan = solve(problem, objective, 1500, `${i}`);
        expect(planFaults(problem, plan)).toEqual([]);
        if (least === undefined) {
          expect(plan.unserved.length).toBeGreaterThan(0);
          continue;
        }
        solvable++;
        expect([i, objective, plan.unserved]).toEqual([i, objective, []]);
        if (objective === 'vehicles-first') expect([i, plan.routes.length]).toEqual([i, least.vehicles]);
        expect([i, plan.cost]).toEqual([i, expect.closeTo(least.cost, 6)]);
      }
    }
    expect(solvable).toBeGreaterThan(30);
  });

  it('gives the same plan for the same seed', () => {
    const problem = randomProblem(new RandomStream('same'), 15, 6);
    for (const objective of ['cost', 'vehicles-first'] as const) {
      expect(solve(problem, objective, 1000)).toEqual(solve(problem, objective, 1000));
    }
  });

  it('leaves unserved what costs more to serve, each stop of a pair', () => {
    const places = [DEPOT, PICKUP, { x: 6, demand: [-1] }, { x: -50, demand: [1], delivery: 4 }, { x: -49, demand: [-1] }];
    const plan = solve({ ...problemOf(places, [{ ...VAN, count: 1, maxStops: 2 }]), unservedCost: 15 }, 'cost', 200);
    expect(plan.unserved).toEqual([3, 4]);
    expect(plan.cost).toBe(42);
  });
});

describe('a plan to start from', () => {
  const problem = randomProblem(new RandomStream('start'), 10, 4);

  it('comes back as it was', () => {
    const plan = solve(problem, 'cost', 300);
    const kernel = new PickupDeliveryKernel(problem, 'cost');
    expect(kernel.load(plan)).toBe(true);
    expect(kernel.plan(WORKING)).toEqual(plan);
    expect(kernel.cost()).toBeCloseTo(plan.cost, 9);
  });

  it('loses what does not get home in time', () => {
    const places = [DEPOT, PICKUP, { x: 6, demand: [-1] }, { x: 7, demand: [1], delivery: 4 }, { x: 3, demand: [-1] }];
    const kernel = new PickupDeliveryKernel(problemOf(places, [{ ...VAN, shiftEnd: 13 }]), 'cost');
    const plan = { routes: [{ sort: 0, visits: [1, 2, 3, 4], charges: [] }], unserved: [], cost: 14, distance: 14 };
    expect(kernel.load(plan)).toBe(false);
    expect(kernel.plan(WORKING)).toMatchObject({ routes: [{ visits: [1, 2] }], unserved: [3, 4], distance: 12 });
  });

  it('loses what is half there, twice there, in the wrong order or too much', () => {
    const places = [DEPOT, PICKUP, { x: 6, demand: [-1] }, { x: 7, demand: [1], delivery: 4 }, { x: 3, demand: [-1] }];
    const kernel = new PickupDeliveryKernel(problemOf(places, [{ ...VAN, count: 1 }]), 'cost');
    const load = (...routes: number[][]): number[][] => {
      kernel.load({ routes: routes.map((visits) => ({ sort: 0, visits, charges: [] })), unserved: [], cost: 0, distance: 0 });
      return kernel.plan(WORKING).routes.map(({ visits }) => [...visits]);
    };
    expect(load([1, 3, 4])).toEqual([[3, 4]]);
    expect(load([1, 2, 1, 2])).toEqual([[1, 2]]);
    expect(load([2, 1, 3, 4])).toEqual([[3, 4]]);
    expect(load([1, 3, 4, 2])).toEqual([[1, 2]]);
    expect(load([1, 2], [3, 4])).toEqual([[1, 2]]);
  });
});
