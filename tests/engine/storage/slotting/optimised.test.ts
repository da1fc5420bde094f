import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { NO_HISTORY } from '../../../../packages/engine/src/model/demand.ts';
import { optimalWalk } from '../../../../packages/engine/src/picking/routing/optimal.ts';
import { returnWalk } from '../../../../packages/engine/src/picking/routing/return.ts';
import { sShapeWalk } from '../../../../packages/engine/src/picking/routing/s-shape.ts';
import { fullTurnover } from '../../../../packages/engine/src/storage/storage-assignment/full-turnover.ts';
import { optimised } from '../../../../packages/engine/src/storage/storage-assignment/optimised.ts';
import { blockView, meanTour } from './block-view.ts';
import { turnoverAcrossAisle } from '../../../../packages/engine/src/storage/storage-assignment/turnover-across-aisle.ts';
import { turnoverDiagonal } from '../../../../packages/engine/src/storage/storage-assignment/turnover-diagonal.ts';
import { turnoverWithinAisle } from '../../../../packages/engine/src/storage/storage-assignment/turnover-within-aisle.ts';

const SHAPED = [fullTurnover, turnoverAcrossAisle, turnoverDiagonal, turnoverWithinAisle];

/** Orders of a few families of items, each order most of one family. */
function families(random: RandomStream, items: number, size: number, orders: number): number[][] {
  return Array.from({ length: orders }, () => {
    const family = random.integer(items / size);
    const order = new Set<number>();
    for (let line = 0; line < 5; line++) {
      order.add(random.chance(0.85) ? family + (items / size) * random.integer(size) : random.integer(items));
    }
    return [...order];
  });
}

function linesOf(orders: readonly (readonly number[])[], items: number): number[] {
  const lines = Array.from({ length: items }, () => 0);
  for (const item of orders.flat()) lines[item]!++;
  return lines;
}

describe('optimised storage', () => {
  it('puts the SKU of most orders first, as in the worked example', () => {
    const view = blockView({ aisles: 1, cells: 3, orders: [[2], [0, 1], [2]], popularity: [1, 1, 1] });
    expect(meanTour(view, fullTurnover.decide(view, new RandomStream('')))).toBeCloseTo(16 / 3, 12);
    const home = optimised.decide(view, new RandomStream(''));
    expect(home[2]).toBe(0);
    expect(meanTour(view, home)).toBeCloseTo(10 / 3, 12);
  });

  it.each([
    ['optimal', optimalWalk],
    ['S-shape', sShapeWalk],
    ['return', returnWalk],
  ] as const)('makes tours shorter out of sample where orders come in families, with %s routing', (_, route) => {
    const random = new RandomStream('families');
    const items = 120;
    const learnt = families(random, items, 12, 600);
    const later = families(random, items, 12, 600);
    const popularity = linesOf(learnt, items);
    const view = blockView({ aisles: 6, cells: 24, orders: learnt, popularity, route });
    const evaluation = blockView({ aisles: 6, cells: 24, orders: later, popularity, route });
    const before = meanTour(evaluation, fullTurnover.decide(view, random));
    const after = meanTour(evaluation, optimised.decide(view, random));
    if (process.env['SHOW'] !== undefined) console.log(route.id, before, after);
    expect(after).toBeLessThan(0.9 * before);
  });

  it('leaves full turnover as it is where past orders teach nothing but popularity', () => {
    const random = new RandomStream('independent');
    const items = 120;
    // Few orders of SKUs chosen independently, each by its popularity: what they show together is chance.
    const draw = (count: number): number[][] =>
      Array.from({ length: count }, () => [
        ...new Set(Array.from({ length: 6 }, () => Math.floor(items * random.double() * random.double()))),
      ]);
    const learnt = draw(120);
    const popularity = linesOf(draw(20_000), items);
    const view = blockView({ aisles: 6, cells: 24, orders: learnt, popularity });
    const later = blockView({ aisles: 6, cells: 24, orders: draw(1000), popularity });
    const rule = Math.min(...SHAPED.map((policy) => meanTour(later, policy.decide(view, random))));
    expect(meanTour(later, optimised.decide(view, random))).toBeLessThan(1.01 * rule);
  });

  it('searches for longer with more effort', () => {
    const random = new RandomStream('effort');
    const learnt = families(random, 120, 12, 600);
    const view = blockView({ aisles: 6, cells: 24, orders: learnt, popularity: linesOf(learnt, 120) });
    const meanAt = (slottingEffort: number): number => {
      const storage = { ...view.model.storage, slottingEffort };
      return meanTour(view, optimised.decide({ ...view, model: { ...view.model, storage } }, new RandomStream('a')));
    };
    expect(meanAt(20)).toBeLessThan(meanAt(1));
    expect(meanAt(1)).toBeLessThan(meanAt(0.01));
  });

  it('is never worse than full turnover on the orders it learns from, and keeps to what fits', () => {
    for (let seed = 0; seed < 12; seed++) {
      const random = new RandomStream(`rules ${seed}`);
      const items = 10 + random.integer(20);
      const orders = Array.from({ length: 1 + random.integer(40) }, () => [
        ...new Set(Array.from({ length: 1 + random.integer(6) }, () => random.integer(items))),
      ]);
      const cold = new Set(Array.from({ length: items }, (_, item) => item).filter(() => random.chance(0.3)));
      const fits = (item: number, location: number): boolean => cold.has(item) === location >= 24;
      const popularity = linesOf(orders, items);
      const view = blockView({ aisles: 4, cells: 8, orders, popularity, fits });
      const home = optimised.decide(view, new RandomStream(`${seed}`));
      const start = fullTurnover.decide(view, new RandomStream(''));
      home.forEach((location, item) => {
        expect(location >= 0).toBe(start[item]! >= 0);
        if (location >= 0) expect(fits(item, location)).toBe(true);
      });
      const housed = [...home].filter((location) => location >= 0);
      expect(new Set(housed).size).toBe(housed.length);
      if (housed.length === items) expect(meanTour(view, home)).toBeLessThanOrEqual(meanTour(view, start) + 1e-9);
      expect([...optimised.decide(view, new RandomStream(`${seed}`))]).toEqual([...home]);
    }
  });

  it('needs orders of the past', () => {
    const view = blockView({ aisles: 1, cells: 3, orders: [[0]], popularity: [1] });
    expect(optimised.supports(view.model)).toEqual({ ok: true });
    const support = optimised.supports({ ...view.model, history: NO_HISTORY });
    expect(support.ok ? '' : support.because).toContain('history');
  });
});
