import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { ContainerLoading } from '../../../../packages/engine/src/packing/loading/beam-search.ts';
import type { BoxType } from '../../../../packages/engine/src/packing/loading/problem.ts';

function box(sides: [number, number, number], count: number, fields: Partial<BoxType> = {}): BoxType {
  return { sides, mayStand: [true, true, true], count, weight_kg: 1, fragile: false, ...fields };
}

function loaded(boxes: BoxType[], container: [number, number, number], completions: number, maxLoad_kg = 1000): ContainerLoading {
  const [length, width, height] = container;
  const loading = new ContainerLoading(boxes, { length, width, height, maxLoad_kg }, new RandomStream('loading'));
  loading.improve(completions);
  return loading;
}

describe('the loading search', () => {
  it('takes two small boxes rather than the large one: the worked example', () => {
    expect(loaded([box([4, 4, 4], 2), box([7, 4, 4], 1)], [10, 4, 4], 10).volume).toBe(128);
  });

  it('fills a container whose boxes were cut from it', () => {
    const boxes = [box([6, 10, 4], 1), box([4, 5, 4], 2), box([3, 10, 6], 2), box([4, 10, 6], 1)];
    expect(loaded(boxes, [10, 10, 10], 5000).volume).toBe(1000);
  });

  it('is the same for the same seed, in one go or in slices, and never gets worse', () => {
    const boxes = [box([30, 22, 17], 9), box([25, 25, 10], 12), box([41, 13, 11], 14), box([19, 18, 16], 11)];
    const whole = loaded(boxes, [90, 60, 50], 600);
    const sliced = loaded(boxes, [90, 60, 50], 1);
    let before = sliced.volume;
    while (sliced.completions < whole.completions) {
      sliced.improve(1);
      expect(sliced.volume).toBeGreaterThanOrEqual(before);
      before = sliced.volume;
    }
    expect(sliced.placements()).toEqual(whole.placements());
  });

  it('stops when everything is loaded', () => {
    const loading = loaded([box([2, 2, 2], 8)], [10, 10, 10], 1_000_000);
    expect([loading.isFull, loading.volume]).toEqual([true, 64]);
    expect(loading.completions).toBeLessThan(10);
  });

  it('keeps within the load', () => {
    const loading = loaded([box([2, 2, 2], 20, { weight_kg: 3 }), box([2, 2, 1], 50)], [10, 10, 10], 100, 60);
    expect(loading.load_kg).toBeLessThanOrEqual(60);
    const weight = loading.placements().reduce((sum, { type }) => sum + (type === 0 ? 3 : 1), 0);
    expect(weight).toBe(loading.load_kg);
    // 50 light ones of 4 and 3 heavy ones of 8
    expect(loading.volume).toBe(50 * 4 + 3 * 8);
  });

  it('lays nothing but fragile goods on fragile goods', () => {
    const boxes = [box([5, 5, 5], 3, { fragile: true }), box([5, 5, 5], 5)];
    const loading = loaded(boxes, [10, 10, 10], 500);
    const places = loading.placements();
    for (const under of places.filter(({ type }) => type === 0))
      for (const over of places)
        if (over.z === under.z + under.alongZ && over.x === under.x && over.y === under.y) expect(over.type).toBe(0);
    expect(places).toHaveLength(8);
  });
});
