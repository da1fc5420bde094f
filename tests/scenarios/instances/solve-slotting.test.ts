import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  optimalWalk,
  returnWalk,
  sShapeWalk,
  storageAssignmentPolicies,
  type RectangularAlgorithm,
} from '../../../packages/engine/src/index.ts';
import { optimised } from '../../../packages/engine/src/storage/storage-assignment/optimised.ts';
import { readSlotting } from '../../../packages/scenarios/src/instances/read-slotting.ts';
import { slottingExample } from '../../../packages/scenarios/src/instances/slotting-example.ts';
import { readSlottingJson } from '../../../packages/scenarios/src/instances/slotting-json.ts';
import { ROUTINGS } from '../../../packages/scenarios/src/instances/slotting-tours.ts';
import type { SlottingInstance } from '../../../packages/scenarios/src/instances/slotting.ts';
import { NoAssignment, SlottingSolver, type SlottingResult } from '../../../packages/scenarios/src/instances/solve-slotting.ts';
import { hasSharedData, sharedData } from '../../literature/order-batching-data.ts';
import { ONLINE_RETAIL } from '../../literature/online-retail-data.ts';

const [random] = storageAssignmentPolicies;

/** Against the present assignment, or random storage where there is none. */
function solverOf(instance: SlottingInstance, routing: RectangularAlgorithm, seed: number): SlottingSolver {
  return new SlottingSolver(instance, routing, seed, instance.present === undefined ? random : undefined);
}

function solve(
  instance: SlottingInstance,
  policy: string,
  routing: RectangularAlgorithm = optimalWalk,
  seed = 1,
): SlottingResult {
  const found = storageAssignmentPolicies.find(({ id }) => id === policy)!;
  return solverOf(instance, routing, seed).solve(found).result;
}

describe('the example', () => {
  const instance = readSlottingJson(slottingExample, 'example');

  it('is solved as its documents say', () => {
    const result = solve(instance, 'full-turnover');
    // tea (4 lines) at 1 m, rice (3) at 3 m, then soap and oil (1 each): aisle 1 at 3 + 1 m, aisle 0 at 5 m.
    expect(result.solution.assignment).toEqual({ tea: '01-1-001-W', rice: '01-1-002-W', soap: '02-1-001-W', oil: '01-1-003-W' });
    // E1 up to 3 m and back: 6. E2: 2. E3, oil and soap: up 6, across 3, down 6, back 3: 18.
    expect(result.objective).toBeCloseTo((6 + 2 + 18) / 3, 12);
    expect(result.solution.figures).toMatchObject({
      outOfSample_m: { n: 3 },
      inSample_m: { n: 5 },
      reference: { of: 'present' },
    });
    // Before: E1 takes the whole round, 18 m; E2 10 m; E3 6 m.
    expect(result.solution.figures.reference.mean_m).toBeCloseTo((18 + 10 + 6) / 3, 12);
    expect(result).toMatchObject({ feasible: true, proved: false, unit: 'm', problem: 'slotting' });
    expect(result.lowerBound).toBeLessThanOrEqual(result.objective);
  });

  it('gives the same for the same seed, and another draw for another', () => {
    const { time_s: _a, ...first } = solve(instance, 'random');
    const { time_s: _b, ...again } = solve(instance, 'random');
    expect(again).toEqual(first);
    const draws = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(solve(instance, 'random', optimalWalk, seed).solution.assignment));
    expect(new Set(draws).size).toBeGreaterThan(1);
  });

  it('the present assignment is what dedicated storage keeps: it saves nothing', () => {
    const { figures, assignment } = solve(instance, 'dedicated').solution;
    expect(assignment).toEqual({ soap: '01-1-001-W', rice: '02-1-003-W', tea: '01-1-003-W', oil: '01-1-002-W' });
    expect(figures.saving_m).toMatchObject({ mean: 0, halfWidth95: 0 });
  });
});

describe('the search with a time limit', () => {
  // Orders of two SKUs that come together: a rule that looks at single SKUs cannot see it.
  const pairs = Array.from({ length: 12 }, (_, pair) => [`${pair}`, `${(pair * 5) % 12}x`]);
  const instance = singleLines({
    layout: { aisles: 6, blocks: 1, subaisleLength: 8, aislePitch: 5, crossAisleOffset: 1, depot: { aisle: 0, crossAisle: 0 } },
    locations: { cellsPerSide: 5, sides: 1, cellLength: 2 },
    skus: pairs.flat().map((id) => ({ id })),
    history: pairs.flatMap((skus, pair) => [1, 2, 3].map((week) => ({ order: `${pair} ${week}`, day: -7 * week, skus }))),
  });
  const fullTurnover = storageAssignmentPolicies.find(({ id }) => id === 'full-turnover')!;

  it.each([
    ['optimal, by the fast kernel', optimalWalk],
    ['return, by the routing policy', returnWalk],
  ])('goes on from the policy, tells its course, and is checked: %s', (_what, routing) => {
    const solver = new SlottingSolver(instance, routing, 1, fullTurnover);
    const told: number[] = [];
    const { result, faults } = solver.solve(optimised, { timeLimit_s: 0.3, onPoint: ({ objective }) => told.push(objective) });
    expect(faults).toEqual([]);
    expect(result.solution.search!.map(({ objective }) => objective)).toEqual(told);
    expect(result.objective).toBeCloseTo(told.at(-1)!, 9);
    expect(result.time_s).toBeGreaterThanOrEqual(0.3);
    expect(result.solution.figures.reference.of).toBe('full-turnover');
    // Families side by side: shorter than any rule for single SKUs.
    expect(result.solution.figures.saving_m.mean).toBeGreaterThan(0);
  });

  it('is heeded by the policy that searches only', () => {
    const { result } = new SlottingSolver(instance, optimalWalk, 1, fullTurnover).solve(fullTurnover, { timeLimit_s: 9 });
    expect(result.solution).not.toHaveProperty('search');
    expect(result.time_s).toBeLessThan(9);
    expect(result.solution.figures.saving_m.mean).toBe(0);
  });
});

/** Orders of one line: the cost is linear in the locations, and full turnover is optimal. */
function singleLines(change: Record<string, unknown> = {}): SlottingInstance {
  return readSlottingJson(
    JSON.stringify({
      name: 'singles',
      layout: { aisles: 3, blocks: 2, subaisleLength: 4, aislePitch: 3, crossAisleOffset: 1, depot: { aisle: 1, crossAisle: 1 } },
      locations: { cellsPerSide: 3, sides: 2, cellLength: 2, levels: 2 },
      skus: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
      history: ['a', 'b', 'b', 'c', 'c', 'c', 'd'].map((sku, order) => ({ order: `${order}`, day: order, sku })),
      ...change,
    }),
    'singles.json',
  );
}

describe('a bound', () => {
  it('that is reached is a proof, and only then', () => {
    const best = solve(singleLines(), 'full-turnover');
    expect(best).toMatchObject({ proved: true, feasible: true });
    expect(best.lowerBound).toBeCloseTo(best.objective, 9);
    // The worst of some random ones cannot be as good.
    const draws = [1, 2, 3, 4, 5].map((seed) => solve(singleLines(), 'random', optimalWalk, seed));
    for (const draw of draws) expect(draw.lowerBound).toBeCloseTo(best.objective, 9);
    expect(draws.some(({ proved }) => !proved)).toBe(true);
  });
});

describe('every storage policy under every routing policy', () => {
  const limited = singleLines({
    locations: Array.from({ length: 12 }, (_, i) => ({
      ...{ id: `L${i}`, aisle: i % 3, block: i % 2, offset: (i * 7) % 5, level: i % 3 },
      ...{ maxWeight_kg: i % 4 === 0 ? 5 : 50, volume_l: 10 + i, temperature: i > 9 ? 'chilled' : 'ambient' },
    })),
    skus: [{ id: 'a', weight_kg: 20 }, { id: 'b', volume_l: 15 }, { id: 'c', temperature: 'chilled' }, { id: 'd' }],
    history: [
      { order: '1', skus: ['a', 'b', 'c', 'd'] },
      { order: '2', skus: ['c', 'a'] },
      { order: '3', skus: ['d', 'b'] },
    ],
  });

  it.each(ROUTINGS.map((routing) => [routing.id, routing] as const))('passes the checker: %s', (_id, routing) => {
    const solver = solverOf(limited, routing, 3);
    for (const policy of storageAssignmentPolicies) {
      if (solver.whyNot(policy) !== undefined) continue;
      const { result, faults } = solver.solve(policy);
      expect(faults, policy.id).toEqual([]);
      expect(result.feasible).toBe(true);
      expect(result.objective).toBeGreaterThanOrEqual(result.lowerBound - 1e-9);
    }
  });

  it('says whom it cannot house, though each SKU fits somewhere', () => {
    const crowded = singleLines({
      locations: [
        ...['x', 'y', 'z'].map((id, offset) => ({ id, aisle: 0, block: 0, offset, maxWeight_kg: 1 })),
        { id: 'strong', aisle: 0, block: 0, offset: 3 },
      ],
      skus: [{ id: 'a', weight_kg: 9 }, { id: 'b', weight_kg: 9 }, { id: 'c' }, { id: 'd' }],
    });
    expect(() => solve(crowded, 'full-turnover')).toThrow(NoAssignment);
    expect(() => solve(crowded, 'full-turnover')).toThrow(/^E8008 singles: full-turnover leaves 1 SKU without a location: a\./);
  });
});

describe.skipIf(!hasSharedData(ONLINE_RETAIL))('the orders of an online gift wholesaler, out of sample', () => {
  const options = { learnUntil: '2011-09-01', longestEvaluated: 60 };
  const [instance] = hasSharedData(ONLINE_RETAIL)
    ? readSlotting(gunzipSync(readFileSync(sharedData + ONLINE_RETAIL)), 'lines.csv.gz', options)
    : [];

  // Metres per tour of the table of the literature, to its last digit.
  it.each([
    ['turnover-within-aisle', optimalWalk, 623.1],
    ['turnover-across-aisle', sShapeWalk, 1126.6],
    ['full-turnover', returnWalk, 875.3],
  ] as const)('%s', (policy, routing, listed) => {
    const result = solve(instance!, policy, routing);
    expect(result.feasible).toBe(true);
    expect(Math.abs(result.objective - listed)).toBeLessThan(0.0501);
  });
});
