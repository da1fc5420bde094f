// Combined+ routing: as combined, but the aisle of the way up and the direction in which each block is swept are those that
// make the whole tour shortest.
//
// Source:     Roodbergen, K.J. and de Koster, R. (2001), International Journal of Production Research 39(9), 1865-1883,
//             section 3.5. There the way up and the direction in the nearest block are improved by two rules; here all ways
//             up and all directions are compared, so that no such rule gives a shorter tour.
// Applies to: any rectangular layout. Never longer than combined, and as long in one block.
// Cost:       O(aisles² · blocks) once the picks are sorted.
//
// Worked example (two blocks of 10 m, aisles 5 m apart, depot at the front of aisle 0; picks 2 m into block 1 of aisle 0,
// 2 m into block 0 of aisle 1, 5 m into block 0 of aisle 2): up aisle 0, in and out 2 + 2, and the nearer block from its far
// side: across 10, down 10, across 5, in and out 2 + 2, home 5 = 48 m. Combined sweeps it from its near side: 54 m.

import { programmeBlock, walkBlock } from './block-programme.ts';
import { Sweep } from './block-sweep.ts';
import type { Frame } from './frame.ts';
import type { RectangularAlgorithm } from './rectangular.ts';
import type { Walk } from './walk.ts';

/** Ends of a sweep: at the leftmost or at the rightmost aisle of the block. */
const LEFT = 0;
const RIGHT = 1;

/** The way through the blocks below one way up, found from the farthest to the nearest. */
class BlockChain {
  total_m = Infinity;
  /** Whether a block holds picks once the way up is walked, and which end is left to come from: [2 · block + end]. */
  private readonly comesFrom = new Map<number, number>();
  private readonly ends = new Map<number, readonly [number, number]>();
  private last = LEFT;
  readonly wayUp: number;

  constructor(frame: Frame, wayUp: number, far: number, near: number) {
    this.wayUp = wayUp;
    const { x_m, y_m, blocks } = frame;
    const climbs = wayUp >= 0;
    const holds = (aisle: number, block: number): boolean =>
      frame.picksIn(aisle * blocks + block) > 0 && !(aisle === wayUp && block >= frame.startCrossAisle && block < far);
    // Where the picker can be, and the metres to there: one place until the first block is swept.
    const from = climbs ? wayUp : frame.startAisle;
    const climb_m = Math.abs(y_m[climbs ? far : far + 1]! - y_m[frame.startCrossAisle]!);
    let aisles: readonly [number, number] = [from, from];
    const length_m: [number, number] = [climb_m + Math.abs(x_m[from]! - x_m[frame.startAisle]!), Infinity];
    for (let block = far; block >= near; block--) {
      const startsAtFront = climbs && block === far;
      let left = 0;
      while (left < frame.aisles && !holds(left, block)) left++;
      if (left === frame.aisles) {
        length_m[LEFT] += frame.length_m(block);
        length_m[RIGHT] += frame.length_m(block);
        continue;
      }
      let right = frame.aisles - 1;
      while (!holds(right, block)) right--;
      const next_m: [number, number] = [Infinity, Infinity];
      const holdsHere = (aisle: number): boolean => holds(aisle, block);
      for (const end of [RIGHT, LEFT]) {
        const first = end === RIGHT ? left : right;
        const last = end === RIGHT ? right : left;
        const within_m = programmeBlock(frame, block, first, last, startsAtFront, holdsHere) + x_m[right]! - x_m[left]!;
        for (const before of [LEFT, RIGHT]) {
          const sum_m = length_m[before]! + Math.abs(x_m[aisles[before]!]! - x_m[first]!) + within_m;
          if (sum_m >= next_m[end]!) continue;
          next_m[end] = sum_m;
          this.comesFrom.set(2 * block + end, before);
        }
      }
      aisles = [left, right];
      this.ends.set(block, aisles);
      [length_m[LEFT], length_m[RIGHT]] = next_m;
    }
    for (const end of [LEFT, RIGHT]) {
      const home_m = Math.abs(x_m[aisles[end]!]! - x_m[frame.endAisle]!) + Math.abs(y_m[near]! - y_m[frame.endCrossAisle]!);
      if (length_m[end]! + home_m >= this.total_m) continue;
      this.total_m = length_m[end]! + home_m;
      this.last = end;
    }
  }

  /** First and last aisle of the sweep of each block that holds picks, the nearest block first. */
  sweeps(near: number, far: number): Map<number, readonly [first: number, last: number]> {
    const sweeps = new Map<number, readonly [number, number]>();
    let end = this.last;
    for (let block = near; block <= far; block++) {
      const aisles = this.ends.get(block);
      if (aisles === undefined) continue;
      sweeps.set(block, [aisles[1 - end]!, aisles[end]!]);
      end = this.comesFrom.get(2 * block + end)!;
    }
    return sweeps;
  }
}

const sweep = new Sweep();

function walkTour(frame: Frame, walk: Walk): void {
  const { aisles, blocks } = frame;
  sweep.begin(frame, walk);
  const holds = (aisle: number, block: number): boolean => frame.picksIn(aisle * blocks + block) > 0;
  const all = Array.from({ length: blocks }, (_, block) => block);
  const columns = Array.from({ length: aisles }, (_, aisle) => aisle);
  const held = all.filter((block) => columns.some((aisle) => holds(aisle, block)));
  if (held.length > 0) {
    const near = held[0]!;
    const far = held.at(-1)!;
    const climbs = frame.startCrossAisle <= far;
    const waysUp = climbs
      ? columns.filter((aisle) => aisle === frame.startAisle || all.some((block) => holds(aisle, block)))
      : [-1];
    const best = waysUp
      .map((wayUp) => new BlockChain(frame, wayUp, far, near))
      .reduce((shortest, chain) => (chain.total_m < shortest.total_m ? chain : shortest));
    if (climbs) {
      walk.pass(frame, best.wayUp, frame.startCrossAisle);
      sweep.aisle = best.wayUp;
      for (let below = frame.startCrossAisle; below < far; below++) sweep.traverseUp(best.wayUp, below);
    }
    const sweeps = best.sweeps(near, far);
    for (let block = far; block >= near; block--) {
      const ends = sweeps.get(block);
      if (ends === undefined) sweep.traverseDown(sweep.aisle, block);
      else walkBlock(sweep, block, ends[0], ends[1], climbs && block === far);
    }
  }
  walk.pass(frame, frame.endAisle, frame.endCrossAisle);
}

export const combinedPlusWalk: RectangularAlgorithm = { id: 'combined-plus', oriented: true, walk: walkTour };
