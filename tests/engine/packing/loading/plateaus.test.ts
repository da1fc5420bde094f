import { describe, expect, it } from 'vitest';
import { Plateaus, STRIDE } from '../../../../packages/engine/src/packing/loading/plateaus.ts';

/** x1, y1, x2, y2, height, fragile of each, sorted. */
function listed({ rows, count }: Plateaus): number[][] {
  const list = Array.from({ length: count }, (_, i) => [...rows.subarray(i * STRIDE, (i + 1) * STRIDE)]);
  return list.sort((a, b) => a[4]! - b[4]! || a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!);
}

describe('plateaus', () => {
  it('join where goods of one height stand side by side: the worked example', () => {
    const plateaus = new Plateaus(1);
    plateaus.add(0, 0, 10, 6, 0, 0);
    plateaus.cover(0, 0, 4, 6, 0);
    plateaus.raise(0, 0, 4, 6, 3, 0);
    expect(listed(plateaus)).toEqual([
      [4, 0, 10, 6, 0, 0],
      [0, 0, 4, 6, 3, 0],
    ]);
    plateaus.cover(4, 0, 6, 6, 0);
    plateaus.raise(4, 0, 6, 6, 3, 0);
    expect(listed(plateaus)).toEqual([
      [6, 0, 10, 6, 0, 0],
      [0, 0, 6, 6, 3, 0],
    ]);
  });

  it('are every maximal rectangle around goods', () => {
    const plateaus = new Plateaus(1);
    plateaus.add(0, 0, 9, 9, 0, 0);
    plateaus.cover(3, 3, 6, 6, 0);
    expect(listed(plateaus).map((row) => row.slice(0, 4))).toEqual([
      [0, 0, 3, 9],
      [0, 0, 9, 3],
      [0, 6, 9, 9],
      [6, 0, 9, 9],
    ]);
  });

  it('span neighbours that are shifted against each other', () => {
    const plateaus = new Plateaus(1);
    plateaus.raise(0, 0, 4, 4, 5, 0);
    plateaus.raise(4, 2, 8, 6, 5, 0);
    expect(listed(plateaus).map((row) => row.slice(0, 4))).toEqual([
      [0, 0, 4, 4],
      [0, 2, 8, 4],
      [4, 2, 8, 6],
    ]);
  });

  it('neither join tops of another height nor fragile ones with firm ones', () => {
    const plateaus = new Plateaus(1);
    plateaus.raise(0, 0, 4, 4, 5, 0);
    plateaus.raise(4, 0, 8, 4, 6, 0);
    plateaus.raise(0, 4, 4, 8, 5, 1);
    expect(plateaus.count).toBe(3);
  });

  it('leave out what is too narrow for any box', () => {
    const plateaus = new Plateaus(3);
    plateaus.add(0, 0, 10, 6, 0, 0);
    plateaus.cover(0, 0, 8, 6, 0);
    expect(plateaus.count).toBe(0);
  });
});
