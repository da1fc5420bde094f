// Grids of boxes that are alike and stand alike: how many there are, and which numbers along a side are taken where there are
// too many.
//
// Worked example: of two boxes of 4 × 2 × 3 there are four grids: one box, and two behind, beside or on each other. Of 1 … 10 boxes
// along a side, four numbers: 1, 4, 7, 10.

import type { BoxType, Container } from './problem.ts';

/** A type and one way that it stands: its sizes along x, y and z. */
export type Way = readonly [type: number, l: number, w: number, h: number];

/** Grids of all ways that go into a container, with no more boxes than there are. */
export function countGrids(types: readonly BoxType[], ways: readonly Way[], container: Container): number {
  let grids = 0;
  for (const [type, l, w, h] of ways) {
    const { count } = types[type]!;
    const mostZ = Math.floor(container.height / h);
    for (let nx = Math.min(count, Math.floor(container.length / l)); nx > 0; nx--)
      for (let ny = Math.min(Math.floor(count / nx), Math.floor(container.width / w)); ny > 0; ny--)
        grids += Math.min(mostZ, Math.floor(count / (nx * ny)));
  }
  return grids;
}

/** 1 … most, or `wanted` of these spread evenly, the first and the last among them. */
export function numbersUpTo(most: number, wanted: number): number[] {
  const numbers: number[] = [];
  if (most <= wanted) for (let number = 1; number <= most; number++) numbers.push(number);
  else for (let i = 0; i < wanted; i++) numbers.push(1 + Math.floor((i * (most - 1)) / Math.max(1, wanted - 1)));
  return numbers;
}

/** The largest whole number, 1 at least, whose cube is no more than this. */
export function wholeRoot(cube: number): number {
  let root = 1;
  while ((root + 1) * (root + 1) * (root + 1) <= cube) root++;
  return root;
}
