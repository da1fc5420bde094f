// The frame of the rule-based routes: farthest block first, block by block towards the depot.
//
// Source:     Roodbergen, K.J. and de Koster, R. (2001), "Routing methods for warehouses with multiple cross aisles",
//             International Journal of Production Research 39(9), 1865-1883: the S-shape and largest-gap rules there share
//             this order of blocks; midpoint and return are carried over to several blocks in the same way.
// Applies to: any number of blocks. In one block the rules are those of the literature (Hall 1993; Petersen 1997).
//
// 1. From the depot along its cross-aisle to the leftmost aisle that holds a pick; up this aisle, picking, to the front of
//    the farthest block that holds a pick (if that front lies below the depot, straight down to the back of that block).
// 2. The farthest block by the rule, from its front back to its front.
// 3. Each nearer block by the rule, entered from its back cross-aisle where the last one was left, left at its front. A
//    block without remaining picks is crossed in the same aisle.
// 4. Home by a shortest way.

import type { Frame } from './frame.ts';
import type { Walk } from './walk.ts';

/** What a routing rule does with one block. */
export interface BlockRule {
  /** Picks the whole block from its front cross-aisle and ends there. The block holds a pick. */
  fromFront(sweep: Sweep, block: number): void;
  /** Picks the rest of the block from its back cross-aisle and ends at its front. The block holds a pick still. */
  fromBack(sweep: Sweep, block: number): void;
}

/** A tour under way: where the picker stands and what is picked. */
export class Sweep {
  /** The aisle in which the picker stands. */
  aisle = 0;
  frame!: Frame;
  private walk!: Walk;
  private done = new Uint8Array(0);

  begin(frame: Frame, walk: Walk): void {
    this.frame = frame;
    this.walk = walk;
    const subaisles = frame.aisles * frame.blocks;
    if (this.done.length < subaisles) this.done = new Uint8Array(subaisles);
    this.done.fill(0);
    this.aisle = frame.startAisle;
    walk.pass(frame, frame.startAisle, frame.startCrossAisle);
  }

  /** Leftmost and rightmost aisle with remaining picks in a block; -1 if there is none. */
  leftmost(block: number): number {
    for (let aisle = 0; aisle < this.frame.aisles; aisle++) if (this.holds(aisle, block)) return aisle;
    return -1;
  }

  rightmost(block: number): number {
    for (let aisle = this.frame.aisles - 1; aisle >= 0; aisle--) if (this.holds(aisle, block)) return aisle;
    return -1;
  }

  /** Whether the subaisle has remaining picks. */
  holds(aisle: number, block: number): boolean {
    const s = aisle * this.frame.blocks + block;
    return this.done[s] === 0 && this.frame.picksIn(s) > 0;
  }

  /** Of two aisles the one nearer to the picker; the first where they are equally near. */
  nearer(a: number, b: number): number {
    const { x_m } = this.frame;
    const here = x_m[this.aisle]!;
    return Math.abs(x_m[b]! - here) < Math.abs(x_m[a]! - here) ? b : a;
  }

  /** Walks the subaisle from its front to its back, picking all. */
  traverseUp(aisle: number, block: number): void {
    const { frame, walk } = this;
    const s = aisle * frame.blocks + block;
    walk.pass(frame, aisle, block);
    for (let at = frame.first[s]!; at < frame.first[s + 1]!; at++) walk.visit(frame.picks[at]!);
    walk.pass(frame, aisle, block + 1);
    this.done[s] = 1;
    this.aisle = aisle;
  }

  /** Walks the subaisle from its back to its front, picking what remains. */
  traverseDown(aisle: number, block: number): void {
    const { frame, walk } = this;
    const s = aisle * frame.blocks + block;
    walk.pass(frame, aisle, block + 1);
    if (this.done[s] === 0) {
      for (let at = frame.first[s + 1]! - 1; at >= frame.first[s]!; at--) walk.visit(frame.picks[at]!);
    }
    walk.pass(frame, aisle, block);
    this.done[s] = 1;
    this.aisle = aisle;
  }

  /** Enters the subaisle from its front, picks the lowest `count` picks and comes back. */
  enterFromFront(aisle: number, block: number, count: number): void {
    const { frame, walk } = this;
    const lowest = frame.first[aisle * frame.blocks + block]!;
    walk.pass(frame, aisle, block);
    for (let at = lowest; at < lowest + count; at++) walk.visit(frame.picks[at]!);
    walk.pass(frame, aisle, block);
    this.aisle = aisle;
  }

  /** Enters the subaisle from its back, picks all but the lowest `count` picks and comes back. */
  enterFromBack(aisle: number, block: number, count: number): void {
    const { frame, walk } = this;
    const s = aisle * frame.blocks + block;
    walk.pass(frame, aisle, block + 1);
    for (let at = frame.first[s + 1]! - 1; at >= frame.first[s]! + count; at--) walk.visit(frame.picks[at]!);
    walk.pass(frame, aisle, block + 1);
    this.aisle = aisle;
  }

  /** Enters the subaisle from its front, picks all and comes back. */
  returnVisit(aisle: number, block: number): void {
    const s = aisle * this.frame.blocks + block;
    this.enterFromFront(aisle, block, this.frame.picksIn(s));
    this.done[s] = 1;
  }

  /** Enters the subaisle from its back, picks all and comes back. */
  returnVisitFromBack(aisle: number, block: number): void {
    this.enterFromBack(aisle, block, 0);
    this.done[aisle * this.frame.blocks + block] = 1;
  }
}

const sweep = new Sweep();

/** Walks the whole tour of `frame` by `rule`. */
export function sweepBlocks(frame: Frame, walk: Walk, rule: BlockRule): void {
  const { aisles, blocks } = frame;
  sweep.begin(frame, walk);
  let left = aisles;
  let far = -1;
  let near = blocks;
  for (let aisle = 0; aisle < aisles; aisle++) {
    for (let block = 0; block < blocks; block++) {
      if (frame.picksIn(aisle * blocks + block) === 0) continue;
      if (aisle < left) left = aisle;
      if (block > far) far = block;
      if (block < near) near = block;
    }
  }
  let block = far;
  if (far >= 0 && frame.startCrossAisle <= far) {
    walk.pass(frame, left, frame.startCrossAisle);
    sweep.aisle = left;
    for (let below = frame.startCrossAisle; below < far; below++) sweep.traverseUp(left, below);
    rule.fromFront(sweep, far);
    block--;
  }
  for (; block >= near; block--) {
    if (sweep.leftmost(block) >= 0) rule.fromBack(sweep, block);
    else sweep.traverseDown(sweep.aisle, block);
  }
  walk.pass(frame, frame.endAisle, frame.endCrossAisle);
}
