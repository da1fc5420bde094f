import { describe, expect, it } from 'vitest';
import { bestFirst, notTooLarge } from '../../../../packages/engine/src/packing/loading/block-order.ts';
import { Blocks } from '../../../../packages/engine/src/packing/loading/blocks.ts';
import type { BoxType } from '../../../../packages/engine/src/packing/loading/problem.ts';

describe('the order of blocks', () => {
  it('is by worth, of equals the first: the worked example', () => {
    expect([...bestFirst(Float64Array.of(3, 5, 3, 7))]).toEqual([3, 1, 0, 2]);
    expect([...bestFirst(new Float64Array(0))]).toEqual([]);
  });

  it('is that of a comparison, where many are equal', () => {
    const worth = Float64Array.from({ length: 500 }, (_, i) => Math.sqrt((i * 37) % 41));
    const expected = Array.from(worth, (_, i) => i).sort((a, b) => worth[b]! - worth[a]! || a - b);
    expect([...bestFirst(worth)]).toEqual(expected);
  });

  it('leaves out what is too large in any direction', () => {
    const type: BoxType = { sides: [4, 2, 3], mayStand: [false, false, true], count: 2, weight_kg: 1, fragile: false };
    const blocks = new Blocks([type], { length: 9, width: 9, height: 9, maxLoad_kg: 9 }, { limit: 100, general: false });
    const order = blocks.byWorth();
    expect(notTooLarge(blocks, order, { length: 9, width: 9, height: 9, maxLoad_kg: 9 })).toBe(order);
    const low = { length: 9, width: 3, height: 5, maxLoad_kg: 9 };
    const sizes = [...notTooLarge(blocks, order, low)].map((b) => [blocks.length[b], blocks.width[b], blocks.height[b]]);
    expect(sizes).toEqual([
      [8, 2, 3],
      [4, 2, 3],
    ]);
  });
});
