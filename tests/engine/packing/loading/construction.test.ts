import { describe, expect, it } from 'vitest';
import { Blocks } from '../../../../packages/engine/src/packing/loading/blocks.ts';
import { combinedLengths } from '../../../../packages/engine/src/packing/loading/combined-lengths.ts';
import { Construction } from '../../../../packages/engine/src/packing/loading/construction.ts';
import type { BoxType } from '../../../../packages/engine/src/packing/loading/problem.ts';
import { placedBoxes, Stowage } from '../../../../packages/engine/src/packing/loading/stowage.ts';

const container = { length: 10, width: 4, height: 4, maxLoad_kg: 100 };
const types: BoxType[] = [
  { sides: [4, 4, 4], mayStand: [false, false, true], count: 2, weight_kg: 1, fragile: false },
  { sides: [7, 4, 4], mayStand: [false, false, true], count: 1, weight_kg: 1, fragile: false },
];

function begun(maxLoad_kg = 100): { construction: Construction; stowage: Stowage; blocks: Blocks } {
  const limited = { ...container, maxLoad_kg };
  const blocks = new Blocks(types, limited, { limit: 50, general: true });
  const lengths = combinedLengths([4, 7], 10);
  const construction = new Construction(blocks, limited, { plateau: 'corner', power: 4 }, lengths, lengths, 5);
  const stowage = new Stowage(2, 4, 4);
  stowage.start(limited, [2, 1], blocks.byWorth());
  return { construction, stowage, blocks };
}

describe('construction', () => {
  it('prefers the block that is worth most where it stands: the worked example', () => {
    const { construction, stowage, blocks } = begun();
    expect(construction.next(stowage, 5)).toBe(0);
    const best = [...construction.best.slice(0, construction.found)];
    expect(best.map((block) => blocks.length[block])).toEqual([8, 7, 4]);
  });

  it('loads until nothing fits', () => {
    const { construction, stowage, blocks } = begun();
    construction.complete(stowage);
    expect(stowage.volume).toBe(128);
    expect(placedBoxes(blocks, stowage.last).map(({ x, type }) => [x, type])).toEqual([
      [0, 0],
      [4, 0],
    ]);
  });

  it('stops at the weight limit', () => {
    const { construction, stowage } = begun(1);
    construction.complete(stowage);
    expect([stowage.volume, stowage.load_kg]).toEqual([112, 1]);
  });
});
