import { describe, expect, it } from 'vitest';
import { LeastCostPacking } from '../../../../packages/engine/src/packing/loading/least-cost-packing.ts';
import type { BoxType } from '../../../../packages/engine/src/packing/loading/problem.ts';

const small = { length: 10, width: 10, height: 10, maxLoad_kg: 100, cost: 5 };
const large = { length: 30, width: 10, height: 10, maxLoad_kg: 100, cost: 12 };
const rules = [{ plateau: 'corner', power: 2 }] as const;

function box(sides: [number, number, number], count: number, fields: Partial<BoxType> = {}): BoxType {
  return { sides, mayStand: [true, true, true], count, weight_kg: 1, fragile: false, ...fields };
}

function kindsOf(boxes: BoxType[], kinds = [small, large]): number[] {
  return new LeastCostPacking(boxes, kinds, { rules }).pack().map(({ kind }) => kind);
}

describe('packing at the least cost', () => {
  it('takes the cheapest containers that take everything: the worked example', () => {
    expect(kindsOf([box([10, 9, 8], 4)])).toEqual([1, 0]);
    expect(kindsOf([box([10, 9, 8], 3)])).toEqual([1]);
    expect(kindsOf([box([10, 9, 8], 1)])).toEqual([0]);
  });

  it('counts boxes once, in many containers', () => {
    const packed = new LeastCostPacking([box([10, 9, 8], 100), box([3, 3, 3], 400)], [small, large], { rules }).pack();
    expect(packed.reduce((sum, { content }) => sum + content[0]!, 0)).toBe(100);
    expect(packed.reduce((sum, { content }) => sum + content[1]!, 0)).toBe(400);
    for (const { content, placements } of packed) expect(placements()).toHaveLength(content[0]! + content[1]!);
  });

  it('opens another container where the weight asks for it', () => {
    expect(kindsOf([box([2, 2, 2], 3, { weight_kg: 60 })])).toEqual([0, 0, 0]);
  });

  it('weighs boxes of one size as they are, the heaviest first', () => {
    const boxes = [box([2, 2, 2], 4, { weight_kg: 90, weights_kg: [90, 50, 30, 10] })];
    const packed = new LeastCostPacking(boxes, [small], { rules }).pack();
    expect(packed.map(({ load_kg }) => load_kg)).toEqual([90, 90]);
    expect(packed.map(({ content }) => content[0])).toEqual([1, 3]);
  });
});
