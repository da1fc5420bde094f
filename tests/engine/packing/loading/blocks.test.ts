import { describe, expect, it } from 'vitest';
import { Blocks } from '../../../../packages/engine/src/packing/loading/blocks.ts';
import type { BoxType, PlacedBox } from '../../../../packages/engine/src/packing/loading/problem.ts';

function box(sides: [number, number, number], count: number, fields: Partial<BoxType> = {}): BoxType {
  return { sides, mayStand: [false, false, true], count, weight_kg: 1, fragile: false, ...fields };
}

const container = { length: 9, width: 9, height: 9, maxLoad_kg: 100 };

function sizes(blocks: Blocks): string[] {
  return Array.from({ length: blocks.count }, (_, i) => `${blocks.length[i]}×${blocks.width[i]}×${blocks.height[i]}`);
}

function boxesOf(blocks: Blocks, block: number): PlacedBox[] {
  const into: PlacedBox[] = [];
  blocks.unfold(block, 0, 0, 0, into);
  return into;
}

describe('blocks', () => {
  it('are grids of one type, and two types where hardly any room is lost: the worked example', () => {
    const simple = new Blocks([box([4, 2, 3], 2)], container, { limit: 100, general: false });
    expect(sizes(simple)).toEqual(['4×2×3', '4×2×6', '4×4×3', '8×2×3', '2×4×3', '2×4×6', '2×8×3', '4×4×3']);
    const general = new Blocks([box([4, 2, 3], 2), box([4, 2, 1], 1)], container, { limit: 500, general: true });
    const two = Array.from({ length: general.count }, (_, i) => i).filter(
      (i) => general.need[2 * i]! * general.need[2 * i + 1]! > 0,
    );
    const made = sizes(general);
    expect(two.map((i) => made[i])).toEqual(expect.arrayContaining(['4×2×4', '4×2×7']));
  });

  it('hold their boxes: inside, apart, all supported, with a top that is level', () => {
    const types = [box([4, 2, 3], 6, { mayStand: [true, true, true] }), box([3, 3, 2], 5), box([2, 2, 1], 9), box([4, 4, 4], 2)];
    const blocks = new Blocks(types, { ...container, length: 12 }, { limit: 3000, general: true });
    expect(blocks.count).toBeGreaterThan(300);
    for (let block = 0; block < blocks.count; block++) {
      const boxes = boxesOf(blocks, block);
      expect(boxes).toHaveLength(blocks.boxes[block]!);
      const size = [blocks.length[block]!, blocks.width[block]!, blocks.height[block]!];
      let top = 0;
      for (const a of boxes) {
        expect(a.x + a.alongX <= size[0]! && a.y + a.alongY <= size[1]! && a.z + a.alongZ <= size[2]!).toBe(true);
        let base = a.z === 0 ? a.alongX * a.alongY : 0;
        for (const b of boxes) {
          const x = Math.min(a.x + a.alongX, b.x + b.alongX) - Math.max(a.x, b.x);
          const y = Math.min(a.y + a.alongY, b.y + b.alongY) - Math.max(a.y, b.y);
          const z = Math.min(a.z + a.alongZ, b.z + b.alongZ) - Math.max(a.z, b.z);
          expect(a !== b && x > 0 && y > 0 && z > 0).toBe(false);
          if (x > 0 && y > 0 && b.z + b.alongZ === a.z) base += x * y;
        }
        expect(base).toBe(a.alongX * a.alongY);
        if (a.z + a.alongZ !== size[2]) continue;
        const x = Math.min(a.x + a.alongX, blocks.topX[block]! + blocks.topLength[block]!) - Math.max(a.x, blocks.topX[block]!);
        const y = Math.min(a.y + a.alongY, blocks.topY[block]! + blocks.topWidth[block]!) - Math.max(a.y, blocks.topY[block]!);
        if (x > 0 && y > 0) top += x * y;
      }
      expect(top).toBe(blocks.topLength[block]! * blocks.topWidth[block]!);
    }
  });

  it('never mix fragile and firm boxes, nor exceed the load', () => {
    const types = [box([3, 3, 3], 4, { fragile: true }), box([3, 3, 3], 4, { weight_kg: 40 })];
    const blocks = new Blocks(types, container, { limit: 500, general: true });
    for (let block = 0; block < blocks.count; block++) {
      expect(blocks.need[2 * block]! * blocks.need[2 * block + 1]!).toBe(0);
      if (blocks.boxes[block]! > 2 && blocks.fragile[block] === 0) expect(blocks.firstType[block]).toBe(1);
    }
    expect(sizes(blocks).length).toBeGreaterThan(10);
  });

  it('leave room for one box of every type, however many types there are', () => {
    const types = Array.from({ length: 60 }, (_, i) => box([2 + (i % 5), 2, 1 + (i % 7)], 50));
    const blocks = new Blocks(types, container, { limit: 100, general: false });
    const alone = new Set<number>();
    for (let block = 0; block < blocks.count; block++) if (blocks.boxes[block] === 1) alone.add(blocks.firstType[block]!);
    expect(alone.size).toBe(60);
  });
});
