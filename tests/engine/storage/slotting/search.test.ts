import { beforeAll, describe, expect, it } from 'vitest';
import loadHighs, { type Highs } from 'highs';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { slottingBound_m } from '../../../../packages/engine/src/storage/slotting/lower-bound.ts';
import { SlottingSearch, type SlottingProblem } from '../../../../packages/engine/src/storage/slotting/search.ts';
import { blockProblem, blockTours, ordersOf, sortedTours, type Block } from './problem.ts';

/** The cost of homes, trusting nothing of the search. */
function costOf(block: Block, { orders, depotDistance_m }: SlottingProblem, home: ArrayLike<number>): number {
  const tours = blockTours(block);
  let cost = 0;
  for (let order = 0; order < orders.count; order++) {
    const points = orders.item.subarray(orders.firstLine[order], orders.firstLine[order + 1]).map((item) => home[item]!);
    cost += orders.weight[order]! * tours.tour_m(points.sort(), 0, points.length);
  }
  for (let item = 0; item < orders.alone.length; item++) cost += orders.alone[item]! * depotDistance_m[home[item]!]!;
  return cost;
}

/** Every way to give items 0 … items - 1 locations of their own. */
function* assignments(items: number, locations: number, taken: number[] = []): Generator<number[]> {
  if (taken.length === items) {
    yield taken;
    return;
  }
  for (let location = 0; location < locations; location++) {
    if (!taken.includes(location)) yield* assignments(items, locations, [...taken, location]);
  }
}

const search = (block: Block, problem: SlottingProblem, home: Int32Array, seed: string): SlottingSearch =>
  new SlottingSearch(problem, home, sortedTours(block, problem, home), new RandomStream(seed));

describe('the slotting search', () => {
  it('finds the best homes of the worked example', () => {
    const block = { aisles: 1, cells: 3 };
    const problem = blockProblem(block, ordersOf(3, [[2], [0, 1]], [2, 1]));
    const found = search(block, problem, Int32Array.of(0, 1, 2), 'example');
    expect(found.cost_m).toBeCloseTo(16 / 3, 12);
    found.improve(500);
    expect(found.cost_m).toBeCloseTo(10 / 3, 12);
    expect(found.home[2]).toBe(0);
  });

  it('never makes the cost worse, and knows it without measuring again', () => {
    const random = new RandomStream('monotone');
    const block = { aisles: 5, cells: 20 };
    const items = 80;
    const orders = ordersOf(
      items,
      Array.from({ length: 300 }, () => [...new Set(Array.from({ length: 6 }, () => random.integer(items)))]),
      Array.from({ length: 300 }, () => 0.5 + random.double()),
    );
    orders.alone.fill(1 / 300);
    const problem = blockProblem(block, orders);
    const found = search(
      block,
      problem,
      Int32Array.from({ length: items }, (_, item) => item),
      'monotone',
    );
    let before = found.cost_m;
    for (let slice = 0; slice < 30; slice++) {
      found.improve(1000);
      expect(found.cost_m).toBeLessThanOrEqual(before);
      expect(found.cost_m).toBeCloseTo(costOf(block, problem, found.home), 9);
      before = found.cost_m;
    }
    expect(new Set(found.home).size).toBe(items);
    expect(found.accepted).toBeGreaterThan(50);
  });

  it('gives the same homes for the same seed', () => {
    const block = { aisles: 2, cells: 8 };
    const problem = blockProblem(block, ordersOf(6, [[0, 5], [5, 3, 1], [4], [2, 4], [3, 5]]));
    const start = Int32Array.of(0, 3, 6, 9, 12, 15);
    const whole = search(block, problem, start.slice(), 'seed');
    whole.improve(2000);
    const again = search(block, problem, start.slice(), 'seed');
    again.improve(2000);
    expect([...again.home]).toEqual([...whole.home]);
    expect([again.tours, again.trials, again.accepted]).toEqual([whole.tours, whole.trials, whole.accepted]);
  });

  it('has an end where nothing can move', () => {
    const block = { aisles: 1, cells: 1 };
    const found = search(block, blockProblem(block, ordersOf(1, [[0]])), Int32Array.of(0), 'alone');
    found.improve(100);
    expect([...found.home]).toEqual([0]);
    const none = search(block, blockProblem(block, ordersOf(1, [])), Int32Array.of(0), 'none');
    none.improve(100);
    expect([none.trials, none.cost_m]).toEqual([0, 0]);
  });

  it('finds the best of all assignments, or comes near it, on 40 tiny problems; no bound lies above the best', () => {
    const random = new RandomStream('tiny');
    const block = { aisles: 2, cells: 3 };
    let optimal = 0;
    let excess = 0;
    let worst = 0;
    for (let instance = 0; instance < 40; instance++) {
      const items = 5;
      const orders = ordersOf(
        items,
        Array.from({ length: 6 }, () => [...new Set(Array.from({ length: 3 }, () => random.integer(items)))]),
        Array.from({ length: 6 }, () => 1 + random.integer(4)),
      );
      orders.alone.fill(0.02);
      const problem = blockProblem(block, orders);
      let best = Infinity;
      for (const home of assignments(items, 6)) best = Math.min(best, costOf(block, problem, home));
      const found = search(block, problem, Int32Array.of(4, 2, 5, 0, 3), `tiny ${instance}`);
      found.improve(3000);
      expect(slottingBound_m(problem, found.home)).toBeLessThanOrEqual(best + 1e-9);
      expect(found.cost_m).toBeGreaterThan(best - 1e-9);
      excess += (found.cost_m / best - 1) / 40;
      worst = Math.max(worst, found.cost_m / best - 1);
      if (found.cost_m < best + 1e-9) optimal++;
    }
    if (process.env['SHOW'] !== undefined) console.log(`best of all in ${optimal} of 40, mean excess ${excess}, worst ${worst}`);
    expect(optimal).toBeGreaterThanOrEqual(35);
    expect(excess).toBeLessThan(0.005);
    expect(worst).toBeLessThan(0.05);
  });
});

describe('the slotting search with one line an order, against HiGHS', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  /** Least Σ weight · distance of an assignment in which every item fits. */
  function assignmentOptimum(problem: SlottingProblem, weight: Float64Array): number {
    const { walkOrder, table, depotDistance_m } = problem;
    const pairs: { item: number; location: number; name: string }[] = [];
    weight.forEach((_, item) => {
      for (const location of walkOrder) {
        if (table.accepts[table.groupOf[item]! * table.kinds + table.kindOf[location]!] === 0) continue;
        pairs.push({ item, location, name: `x${item}_${location}` });
      }
    });
    const names = (list: typeof pairs): string => list.map(({ name }) => name).join(' + ');
    const constraints = [
      ...Array.from(weight, (_, item) => `${names(pairs.filter((pair) => pair.item === item))} = 1`),
      ...Array.from(walkOrder, (location) => pairs.filter((pair) => pair.location === location))
        .filter((list) => list.length > 0)
        .map((list) => `${names(list)} <= 1`),
    ];
    const cost = pairs.map(({ item, location, name }) => `${weight[item]! * depotDistance_m[location]!} ${name}`).join(' + ');
    const solution = highs.solve(`Minimize\n ${cost}\nSubject To\n ${constraints.join('\n ')}\nEnd`);
    expect(solution.Status).toBe('Optimal');
    return solution.ObjectiveValue;
  }

  const block = { aisles: 3, cells: 8 };
  const items = 20;

  function weights(seed: string): { random: RandomStream; weight: Float64Array } {
    const random = new RandomStream(seed);
    return { random, weight: Float64Array.from({ length: items }, () => 1 + random.integer(50)) };
  }

  it.each(['a', 'b', 'c', 'd', 'e'])('%s: is optimal and meets its bound where everything fits everywhere', (seed) => {
    const { weight } = weights(seed);
    const orders = ordersOf(
      items,
      Array.from({ length: items }, (_, item) => [item]),
      [...weight],
    );
    const problem = blockProblem(block, orders);
    const found = search(
      block,
      problem,
      Int32Array.from({ length: items }, (_, item) => item),
      seed,
    );
    found.improve(20_000);
    const best = assignmentOptimum(problem, orders.weight);
    expect(found.cost_m).toBeCloseTo(best, 6);
    expect(slottingBound_m(problem, found.home)).toBeCloseTo(best, 6);
  });

  it.each(['a', 'b', 'c', 'd', 'e'])(
    '%s: keeps to what fits, and is within 1 percent of the optimum, with three groups of items',
    (seed) => {
      const { random, weight } = weights(seed);
      const orders = ordersOf(
        items,
        Array.from({ length: items }, (_, item) => [item]),
        [...weight],
      );
      // Group 0 fits everywhere, group 1 not in the first aisle, group 2 in the front half of every aisle only.
      const fits = (group: number, location: number): boolean =>
        group === 0 || (group === 1 ? location >= block.cells : location % block.cells < block.cells / 2);
      const groupOf = Int32Array.from({ length: items }, (_, item) => (item < 6 ? 2 : item < 13 ? 1 : 0));
      const problem = blockProblem(block, orders, groupOf, fits);
      // Group 2 first in the front halves, then group 1 from the back, then the others where there is room.
      const home = new Int32Array(items);
      const open = new Set(problem.walkOrder);
      for (let item = 0; item < items; item++) {
        home[item] = [...open].filter((location) => fits(groupOf[item]!, location)).at(item < 6 ? random.integer(3) : -1)!;
        open.delete(home[item]!);
      }
      const found = search(block, problem, home, seed);
      found.improve(20_000);
      found.home.forEach((location, item) => expect(fits(groupOf[item]!, location)).toBe(true));
      expect(new Set(found.home).size).toBe(items);
      const best = assignmentOptimum(problem, orders.weight);
      const bound = slottingBound_m(problem, found.home);
      if (process.env['SHOW'] !== undefined) console.log(seed, 'bound', bound, 'best', best, 'found', found.cost_m);
      expect(bound).toBeLessThanOrEqual(best + 1e-6);
      expect(found.cost_m).toBeGreaterThan(best - 1e-6);
      expect(found.cost_m).toBeLessThan(1.01 * best);
    },
  );
});
