// The solver on small problems whose best plans are known by trying everything, and what it promises about seeds, slices and starts.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../../packages/engine/src/base/random.ts';
import { supportsProblem, vehicleRoutingSearch } from '../../../../../packages/engine/src/delivery/routing/sisrs/solve.ts';
import { checkRoutePlan } from '../../../../../packages/scenarios/src/instances/vehicle-routing-check.ts';
import { problemOf, randomProblem, VEHICLE } from './time-windows/problems.ts';
import { leastCost } from './time-windows/try-everything.ts';

describe('the best plan of six stops', () => {
  it.each([
    ['one sort of vehicle', false],
    ['three sorts of vehicle', true],
  ] as const)('is found with %s', (_, sorts) => {
    let feasible = 0;
    for (let seed = 0; seed < 30; seed++) {
      const random = new RandomStream(`six ${sorts} ${seed}`);
      const problem = randomProblem(random, 6, sorts);
      const least = leastCost(problem);
      const search = vehicleRoutingSearch(problem, 'cost', random);
      search.run(1500);
      const plan = search.best;
      if (least === Infinity) {
        expect(plan.unserved.length).toBeGreaterThan(0);
        continue;
      }
      feasible++;
      expect(checkRoutePlan(problem, plan).faults).toEqual([]);
      expect(plan.cost).toBeCloseTo(least, 6);
    }
    expect(feasible).toBeGreaterThan(15);
  });

  it('is found without windows, where tails are exchanged as well', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = new RandomStream(`untimed ${seed}`);
      const timed = randomProblem(random, 6, false);
      const { opens, closes } = timed.node;
      const node = { ...timed.node, opens: opens.map(() => 0), closes: closes.map(() => Infinity) };
      const problem = { ...timed, node, vehicles: timed.vehicles.map((sort) => ({ ...sort, capacity: [18, 11] })) };
      const search = vehicleRoutingSearch(problem, 'cost', random);
      search.run(1500);
      expect(checkRoutePlan(problem, search.best).faults).toEqual([]);
      expect(search.best.cost).toBeCloseTo(leastCost(problem), 6);
    }
  });

  it('has the fewest vehicles, where they come first', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = new RandomStream(`fewest ${seed}`);
      const problem = randomProblem(random, 6, false);
      let fewest = 1;
      while (fewest < 6 && leastCost(problem, fewest) === Infinity) fewest++;
      const least = leastCost(problem, fewest);
      if (least === Infinity) continue;
      const search = vehicleRoutingSearch(problem, 'vehicles-first', random);
      search.run(2000);
      expect(search.best.routes.length).toBe(fewest);
      expect(search.best.cost).toBeCloseTo(least, 6);
    }
  });
});

describe('a search', () => {
  const problem = randomProblem(new RandomStream('sixty'), 60, true);
  const search = (seed: string) => vehicleRoutingSearch(problem, 'cost', new RandomStream(seed));

  it('finds the same plan from the same seed, in one go or in slices', () => {
    const whole = search('a');
    whole.run(2048);
    const again = search('a');
    again.run(2048);
    expect(again.best).toEqual(whole.best);
    const sliced = search('a');
    for (let i = 0; i < 16; i++) sliced.run(128, i / 16, (i + 1) / 16);
    expect(sliced.best).toEqual(whole.best);
    expect(sliced.iterations).toBe(2048);
    const other = search('b');
    other.run(2048);
    expect(other.best).not.toEqual(whole.best);
  });

  it('never gets worse, and never loses a stop', () => {
    const running = search('a');
    let cost = Infinity;
    let unserved = Infinity;
    for (let i = 0; i < 40; i++) {
      running.run(50, i / 40, (i + 1) / 40);
      const { best } = running;
      expect(checkRoutePlan(problem, best).faults.filter(({ rule }) => rule !== 'unserved')).toEqual([]);
      expect(best.unserved.length).toBeLessThanOrEqual(unserved);
      if (best.unserved.length === unserved) expect(best.cost).toBeLessThanOrEqual(cost + 1e-9);
      unserved = best.unserved.length;
      cost = best.cost;
    }
  });

  it('starts from a given plan and gives back nothing worse', () => {
    const first = search('a');
    first.run(500);
    const start = first.best;
    const second = vehicleRoutingSearch(problem, 'cost', new RandomStream('c'), { start });
    expect(second.best.cost).toBeCloseTo(start.cost, 9);
    second.run(1000);
    expect(second.best.cost).toBeLessThanOrEqual(start.cost + 1e-9);
  });

  it('needs no unit: a map a thousand times as large gives the same routes', () => {
    const scaled = {
      ...problem,
      travel: { ...problem.travel, distance: problem.travel.distance.map((distance) => 1024 * distance) },
      vehicles: problem.vehicles.map((sort) => ({
        ...sort,
        fixedCost: 1024 * sort.fixedCost,
        maxDistance: 1024 * sort.maxDistance,
      })),
    };
    const one = search('a');
    const other = vehicleRoutingSearch(scaled, 'cost', new RandomStream('a'));
    one.run(1000);
    other.run(1000);
    expect(other.best.routes).toEqual(one.best.routes);
  });

  it('leaves out what costs more than its absence', () => {
    const places = [{ x: 0 }, { x: 1 }, { x: 2 }, { x: 500 }];
    const free = { ...problemOf(places, [VEHICLE]), unservedCost: 10 };
    const running = vehicleRoutingSearch(free, 'cost', new RandomStream('far'));
    running.run(200);
    expect(running.best).toMatchObject({ unserved: [3], cost: 14 });
  });
});

describe('what is supported', () => {
  const problem = problemOf([{ x: 0 }, { x: 1 }, { x: 2 }], [VEHICLE]);

  it('is every combination that some kernel can do', () => {
    expect(supportsProblem(problem)).toEqual({ ok: true });
    expect(supportsProblem({ ...problem, vehicles: [{ ...VEHICLE, maxTrips: 3 }] })).toEqual({ ok: true });
    expect(supportsProblem({ ...problem, deliveryOf: Int32Array.of(0, 2, 0) })).toEqual({ ok: true });
  });

  it('is told for every kernel where there is none', () => {
    const battery = { capacity: 10, start: 10, usePerDistance: 1, chargeRate: 1 };
    const mixed = { ...problem, deliveryOf: Int32Array.of(0, 2, 0), vehicles: [{ ...VEHICLE, battery }] };
    const support = supportsProblem(mixed);
    expect(support).toMatchObject({ ok: false });
    for (const word of ['pickups with deliveries', 'batteries', 'time-windows', 'pickup-delivery', 'electric', 'vehicle-days'])
      expect(support.ok ? '' : support.because).toContain(word);
    expect(() => vehicleRoutingSearch(mixed, 'cost', new RandomStream('mixed'))).toThrow('no kernel can do all');
  });
});
