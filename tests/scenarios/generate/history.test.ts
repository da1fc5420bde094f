import { describe, expect, it } from 'vitest';
import { RandomStreams } from '../../../packages/engine/src/index.ts';
import { compileBuiltin, loadBuiltin } from '../../../packages/scenarios/src/index.ts';
import { generateHistory } from '../../../packages/scenarios/src/generate/history.ts';

describe('the generated past', () => {
  const { demand } = loadBuiltin('gimhae-shared-dc').scenario;
  const model = compileBuiltin('gimhae-shared-dc');

  it('is as in the worked example: 12 orders with 32 lines, from day -5 to day -2', () => {
    const small = {
      ...demand,
      delivery: { ...demand.delivery!, ordersPerDay: 2, linesPerOrder: 3 },
      counter: { ...demand.counter!, visitsPerDay: 1, linesPerVisit: 2 },
    };
    const history = generateHistory(small, model.items, true, 4, new RandomStreams(1, 0));
    expect([history.count, history.item.length]).toEqual([12, 32]);
    expect([Math.floor(history.day[0]!), Math.floor(history.day[11]!)]).toEqual([-5, -2]);
  });

  it('has the orders and lines of twenty mean days, in order of time, no SKU twice in an order', () => {
    const { history } = model;
    expect([history.count, history.item.length]).toEqual([20 * 150, 20 * 2220]);
    for (let order = 0; order < history.count; order++) {
      if (order > 0) expect(history.day[order]!).toBeGreaterThanOrEqual(history.day[order - 1]!);
      const goods = history.item.subarray(history.firstLine[order], history.firstLine[order + 1]);
      expect(new Set(goods).size).toBe(goods.length);
    }
  });

  it('asks for SKUs as often as their popularity says', () => {
    const { history, items } = model;
    const counted = new Float64Array(items.count);
    for (const item of history.item) counted[item]!++;
    // The hundred best sellers together, within four standard deviations of a Poisson number.
    const best = [...items.popularity.keys()].sort((a, b) => items.popularity[b]! - items.popularity[a]!).slice(0, 100);
    const expected = 20 * best.reduce((sum, item) => sum + items.popularity[item]!, 0);
    const found = best.reduce((sum, item) => sum + counted[item]!, 0);
    expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it('has each day by itself: more days add earlier ones', () => {
    const streams = (): RandomStreams => new RandomStreams(3, 0);
    const short = generateHistory(demand, model.items, true, 3, streams());
    const long = generateHistory(demand, model.items, true, 5, streams());
    expect(long.item.slice(-short.item.length)).toEqual(short.item);
    expect(long.day.slice(-short.count)).toEqual(short.day);
  });

  it('is empty where nobody asks for anything', () => {
    const nothing = { ...demand, delivery: undefined, counter: undefined };
    expect(generateHistory(nothing, model.items, true, 5, new RandomStreams(1, 0)).count).toBe(0);
    const unpopular = { ...model.items, popularity: new Float64Array(model.items.count) };
    expect(generateHistory(demand, unpopular, true, 5, new RandomStreams(1, 0)).count).toBe(0);
  });
});
