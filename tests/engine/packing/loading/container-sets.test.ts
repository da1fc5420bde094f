import { describe, expect, it } from 'vitest';
import { containerSets, fewestContainers, leastCost } from '../../../../packages/engine/src/packing/loading/container-sets.ts';

const small = { length: 10, width: 1, height: 1, maxLoad_kg: 5, cost: 5 };
const large = { length: 30, width: 1, height: 1, maxLoad_kg: 20, cost: 12 };

describe('sets of containers', () => {
  it('are those that are just enough, the cheapest first: the worked example', () => {
    const sets = containerSets([small, large], 35, 0, 4);
    expect(sets.map(({ kinds, cost }) => [kinds, cost])).toEqual([
      [[1, 0], 17],
      [[0, 0, 0, 0], 20],
      [[1, 1], 24],
    ]);
  });

  it('count the weight too', () => {
    expect(containerSets([small, large], 5, 21, 2).map(({ kinds }) => kinds)).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(fewestContainers([small, large], 5, 41)).toBe(3);
  });

  it('cost at least what the cheapest set costs, or a little less where they are too many', () => {
    expect(leastCost([small, large], 35, 0)).toBe(17);
    expect(leastCost([small, large], 1, 21)).toBe(17);
    expect(leastCost([small, large], 0, 0)).toBe(0);
    const many = leastCost([small, large], 100_000, 0);
    expect(many).toBeLessThanOrEqual(40_000);
    expect(many).toBeGreaterThan(39_990);
  });
});
