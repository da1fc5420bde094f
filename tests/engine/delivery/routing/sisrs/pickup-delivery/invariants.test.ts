// Anything done to the routes leaves them right, by plain recomputation.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import { BEST, CURRENT, WORKING } from '../../../../../../packages/engine/src/delivery/routing/sisrs/kernel.ts';
import { PickupDeliveryKernel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/pickup-delivery/kernel.ts';
import type { VehicleRoutingProblem } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { driveRoute, planFaults } from '../../../../../fixtures/pickup-delivery-faults.ts';
import { randomProblem } from './problems.ts';

function check(kernel: PickupDeliveryKernel, problem: VehicleRoutingProblem): void {
  const plan = kernel.plan(WORKING);
  expect(planFaults(problem, plan)).toEqual([]);
  expect(kernel.cost()).toBeCloseTo(plan.cost, 6);
  expect(kernel.vehicles()).toBe(plan.routes.length);
  const sequence = new Int32Array(kernel.requests);
  let present = 0;
  for (let route = 0; route < kernel.routeLimit; route++) {
    const count = kernel.sequence(route, sequence);
    expect(kernel.sizeOf[route]).toBe(count);
    for (let i = 0; i < count; i++) expect(kernel.routeOf[sequence[i]!]).toBe(route);
    present += count;
  }
  expect(kernel.routeOf.filter((route) => route >= 0)).toHaveLength(present);
  const halves = plan.unserved.filter((stop) => problem.deliveryOf![stop] === 0 && !problem.deliveryOf!.includes(stop));
  expect(present).toBe(kernel.requests - halves.length - (plan.unserved.length - halves.length) / 2);
}

interface Least {
  readonly inRoutes: number;
  /** In routes that an unused vehicle of another sort takes over. */
  readonly withOther: number;
  readonly inEmpty: number;
}

/** The least added cost of a request over all places of all routes. */
function leastAdded(problem: VehicleRoutingProblem, kernel: PickupDeliveryKernel, stop: number): Least {
  const { routes } = kernel.plan(WORKING);
  const delivery = problem.deliveryOf![stop]!;
  const cost = (sort: number, distance: number): number =>
    problem.vehicles[sort]!.fixedCost + problem.vehicles[sort]!.costPerDistance * distance;
  const least = (sort: number, visits: readonly number[], before: number): number => {
    let best = Infinity;
    for (let i = 0; i <= visits.length; i++) {
      for (let k = i; k <= (delivery > 0 ? visits.length : i); k++) {
        const pair = delivery > 0 ? [delivery] : [];
        const { faults, distance } = driveRoute(problem, sort, [
          ...[...visits.slice(0, i), stop],
          ...[...visits.slice(i, k), ...pair, ...visits.slice(k)],
        ]);
        if (faults.length === 0) best = Math.min(best, cost(sort, distance) - before);
      }
    }
    return best;
  };
  let inRoutes = Infinity;
  let withOther = Infinity;
  let inEmpty = Infinity;
  for (let sort = 0; sort < problem.vehicles.length; sort++) {
    const isFree = routes.filter((route) => route.sort === sort).length < problem.vehicles[sort]!.count;
    for (const { sort: now, visits } of routes) {
      const before = cost(now, driveRoute(problem, now, visits).distance);
      if (now === sort) inRoutes = Math.min(inRoutes, least(sort, visits, before));
      else if (isFree) withOther = Math.min(withOther, least(sort, visits, before));
    }
    if (isFree) inEmpty = Math.min(inEmpty, least(sort, [], 0));
  }
  return { inRoutes, withOther, inEmpty };
}

/** Does so many random things to a kernel. */
function shake(
  kernel: PickupDeliveryKernel,
  random: RandomStream,
  steps: number,
  insert: (request: number) => void,
  after: () => void,
): void {
  const sequence = new Int32Array(kernel.requests);
  for (let step = 0; step < steps; step++) {
    const act = random.integer(20);
    const request = random.integer(kernel.requests);
    const route = kernel.routeOf[request]!;
    if (act === 0) kernel.copy(WORKING, random.chance(0.5) ? CURRENT : BEST);
    else if (act === 1) kernel.copy(random.chance(0.5) ? CURRENT : BEST, WORKING);
    else if (act === 2) kernel.dropVehicle(Float64Array.from({ length: kernel.requests }, () => random.integer(3)));
    else if (route < 0) insert(request);
    else {
      const size = kernel.sequence(route, sequence);
      if (act < 6 && size > 1) kernel.split(route, 1 + random.integer(size - 1));
      else if (act < 11) {
        const from = random.integer(size);
        const count = 1 + random.integer(size - from);
        kernel.remove(route, sequence.slice(from, from + count), count);
      }
    }
    after();
  }
}

describe('the kernel of pairs', () => {
  it('keeps every route right and finds the cheapest place of all', () => {
    let changed = 0;
    let stayed = 0;
    for (let i = 0; i < 8; i++) {
      const random = new RandomStream(`shake ${i}`);
      const problem = randomProblem(random, 6 + (i % 5), i % 4);
      const kernel = new PickupDeliveryKernel(problem, 'cost');
      let inserted = 0;
      const insert = (request: number): void => {
        // Requests are numbered by their first stop: pairs 1, 3, 5 …, then the single ones.
        const pairs = problem.deliveryOf!.filter((delivery) => delivery > 0).length;
        const stop = request < pairs ? 1 + 2 * request : 1 + pairs + request;
        const { inRoutes, withOther, inEmpty } = leastAdded(problem, kernel, stop);
        const all = Math.min(inRoutes, withOther, inEmpty);
        const before = kernel.cost();
        expect(kernel.insert(request, 0, random)).toBe(all < Infinity);
        if (all === Infinity) return;
        // Another vehicle is looked at where there is no other place, and else now and then.
        const added = kernel.cost() - before;
        const without = Math.min(inRoutes, inEmpty);
        if (inRoutes === Infinity || Math.abs(added - without) > 1e-6) expect(added).toBeCloseTo(all, 6);
        if (all < without - 1e-6) Math.abs(added - all) < 1e-6 ? changed++ : stayed++;
        inserted++;
      };
      shake(kernel, random, 250, insert, () => check(kernel, problem));
      expect(inserted).toBeGreaterThan(10);
    }
    expect(changed).toBeGreaterThan(0);
    expect(stayed).toBeGreaterThan(changed);
  });

  it('stays right where a detour can be a short cut', () => {
    for (let i = 0; i < 6; i++) {
      const random = new RandomStream(`short cut ${i}`);
      const problem = randomProblem(random, 10, 4);
      const rough = problem.travel.distance.map((length) => length * random.uniform(0.2, 1.8));
      const bent = { ...problem, travel: { ...problem.travel, durations: [rough] } };
      const kernel = new PickupDeliveryKernel(bent, 'vehicles-first');
      shake(
        kernel,
        random,
        300,
        (request) => void kernel.insert(request, 0.05, random),
        () => check(kernel, bent),
      );
    }
  });

  it('uses no more vehicles than it is allowed', () => {
    const random = new RandomStream('few');
    const kernel = new PickupDeliveryKernel(randomProblem(random, 12, 4), 'vehicles-first');
    kernel.limitVehicles(1);
    for (let request = 0; request < kernel.requests; request++) kernel.insert(request, 0, random);
    expect(kernel.vehicles()).toBe(1);
    expect(kernel.routeOf).toContain(-1);
  });

  it('drops the vehicle whose requests weigh least', () => {
    const random = new RandomStream('drop');
    const kernel = new PickupDeliveryKernel(randomProblem(random, 12, 4), 'vehicles-first');
    for (let request = 0; request < kernel.requests; request++) kernel.insert(request, 0, random);
    const lightest = kernel.routeOf[5]!;
    const weights = Float64Array.from(kernel.routeOf, (route) => (route === lightest ? 0.1 : 5));
    const dropped = [...kernel.routeOf].map((route) => route === lightest);
    const vehicles = kernel.vehicles();
    kernel.dropVehicle(weights);
    expect(kernel.vehicles()).toBe(vehicles - 1);
    expect([...kernel.routeOf].map((route) => route < 0)).toEqual(dropped);
  });
});
