// A walk through a rectangular warehouse as it is composed: crossings passed and picks visited, in order.
//
// Between two neighbouring points of the walk the shortest way is taken, so an algorithm names only the crossings at which
// its rule leaves the shortest way. Points are whole numbers: a pick is its index, crossing (aisle, cross-aisle) is
// -1 - (cross-aisle · aisles + aisle). One walk is re-used for many tours.

import type { Frame } from './frame.ts';

export class Walk {
  length = 0;
  private points = new Int32Array(64);

  reset(): void {
    this.length = 0;
  }

  visit(pick: number): void {
    if (this.length === this.points.length) this.grow();
    this.points[this.length++] = pick;
  }

  pass(frame: Frame, aisle: number, crossAisle: number): void {
    if (this.length === this.points.length) this.grow();
    this.points[this.length++] = -1 - (crossAisle * frame.aisles + aisle);
  }

  /** Appends the picks in visiting order to `into`. */
  sequence(into: number[]): number[] {
    for (let at = 0; at < this.length; at++) {
      if (this.points[at]! >= 0) into.push(this.points[at]!);
    }
    return into;
  }

  length_m(frame: Frame): number {
    let length = 0;
    for (let at = 1; at < this.length; at++) length += distance_m(frame, this.points[at - 1]!, this.points[at]!);
    return length;
  }

  /** The points walked in the coordinates of the instance, with every turn; standing still is left out. */
  path(frame: Frame): [number, number][] {
    const path: [number, number][] = [];
    for (let at = 0; at < this.length; at++) {
      const point = this.points[at]!;
      const x = frame.x_m[aisleOf(frame, point)]!;
      const y = heightOf_m(frame, point);
      if (at > 0) {
        const before = this.points[at - 1]!;
        const beforeX = frame.x_m[aisleOf(frame, before)]!;
        if (beforeX !== x) {
          const turn_m = frame.y_m[turningCrossAisle(frame, before, point)]!;
          addPoint(frame, path, beforeX, turn_m);
          addPoint(frame, path, x, turn_m);
        }
      }
      addPoint(frame, path, x, y);
    }
    return path;
  }

  private grow(): void {
    const longer = new Int32Array(this.points.length * 2);
    longer.set(this.points);
    this.points = longer;
  }
}

function addPoint(frame: Frame, path: [number, number][], x: number, y: number): void {
  // 0 - x rather than -x: no negative zero.
  const trueX = frame.mirrored ? 0 - x : x;
  const trueY = frame.flipped ? 0 - y : y;
  const last = path[path.length - 1];
  if (last === undefined || last[0] !== trueX || last[1] !== trueY) path.push([trueX, trueY]);
}

function aisleOf(frame: Frame, point: number): number {
  return point >= 0 ? (frame.subaisle[point]! / frame.blocks) | 0 : (-1 - point) % frame.aisles;
}

function heightOf_m(frame: Frame, point: number): number {
  if (point < 0) return frame.y_m[((-1 - point) / frame.aisles) | 0]!;
  return frame.y_m[frame.subaisle[point]! % frame.blocks]! + frame.offset_m[point]!;
}

/** Shortest walking distance between two points of a walk (picks and crossings), metres. Exact, O(1). */
export function distance_m(frame: Frame, a: number, b: number): number {
  const aisleA = aisleOf(frame, a);
  const aisleB = aisleOf(frame, b);
  const up_m = Math.abs(heightOf_m(frame, a) - heightOf_m(frame, b));
  if (aisleA === aisleB) return up_m;
  const across_m = Math.abs(frame.x_m[aisleA]! - frame.x_m[aisleB]!);
  if (a < 0 || b < 0) return across_m + up_m;
  const block = frame.subaisle[a]! % frame.blocks;
  if (block !== frame.subaisle[b]! % frame.blocks) return across_m + up_m;
  const below_m = frame.offset_m[a]! + frame.offset_m[b]!;
  return across_m + Math.min(below_m, 2 * frame.length_m(block) - below_m);
}

/** A cross-aisle on which a shortest way between two points of different aisles changes aisle. */
function turningCrossAisle(frame: Frame, a: number, b: number): number {
  if (a < 0) return ((-1 - a) / frame.aisles) | 0;
  if (b < 0) return ((-1 - b) / frame.aisles) | 0;
  const blockA = frame.subaisle[a]! % frame.blocks;
  const blockB = frame.subaisle[b]! % frame.blocks;
  if (blockA !== blockB) return Math.max(blockA, blockB);
  return frame.offset_m[a]! + frame.offset_m[b]! <= frame.length_m(blockA) ? blockA : blockA + 1;
}
