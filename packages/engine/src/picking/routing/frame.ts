// A rectangular instance made ready for an algorithm: picks sorted along their subaisles, and the warehouse turned.
//
// The literature writes its routing rules for a depot at the front left. `prepare(instance, true)` mirrors the instance so
// that the tour starts in the front half and the sweep from left to right begins on the nearer side; picks keep their
// index, so only crossings are turned back when a path is drawn. Where start and end differ, the sweep begins on the side
// that leaves the shorter way to the start plus from the other side to the end.
//
// One frame is re-used for many tours: its arrays grow and are never given back. Cost: O(p + subaisles), plus an insertion
// sort of each subaisle's picks.

import type { RectangularInstance } from './rectangular.ts';

export class Frame {
  aisles = 0;
  blocks = 0;
  /** x of each aisle and y of each cross-aisle, ascending, metres (negated where mirrored). */
  x_m = new Float64Array(0);
  y_m = new Float64Array(0);
  mirrored = false;
  flipped = false;

  count = 0;
  /** Per pick: subaisle (aisle · blocks + block) and distance from the lower cross-aisle. */
  subaisle = new Int32Array(0);
  offset_m = new Float64Array(0);

  /** Picks by subaisle, then upwards: subaisle s holds picks[first[s]] … picks[first[s + 1] - 1]. */
  first = new Int32Array(0);
  picks = new Int32Array(0);
  /** `offset_m` in the order of `picks`. */
  heights_m = new Float64Array(0);

  startAisle = 0;
  startCrossAisle = 0;
  endAisle = 0;
  endCrossAisle = 0;

  prepare(instance: RectangularInstance, oriented: boolean): void {
    const { layout, count } = instance;
    const aisles = (this.aisles = layout.aisles_x_m.length);
    const blocks = (this.blocks = layout.crossAisles_y_m.length - 1);
    this.count = count;
    this.reserve(count);

    this.flipped = oriented && 2 * instance.start.crossAisle > blocks;
    this.mirrored = oriented && this.sweepsFromTheRight(instance);
    const { flipped, mirrored, x_m, y_m } = this;
    for (let i = 0; i < aisles; i++) {
      x_m[i] = mirrored ? -layout.aisles_x_m[aisles - 1 - i]! : layout.aisles_x_m[i]!;
    }
    for (let j = 0; j <= blocks; j++) {
      y_m[j] = flipped ? -layout.crossAisles_y_m[blocks - j]! : layout.crossAisles_y_m[j]!;
    }
    this.startAisle = mirrored ? aisles - 1 - instance.start.aisle : instance.start.aisle;
    this.endAisle = mirrored ? aisles - 1 - instance.end.aisle : instance.end.aisle;
    this.startCrossAisle = flipped ? blocks - instance.start.crossAisle : instance.start.crossAisle;
    this.endCrossAisle = flipped ? blocks - instance.end.crossAisle : instance.end.crossAisle;

    const { subaisle, offset_m } = this;
    for (let p = 0; p < count; p++) {
      const aisle = mirrored ? aisles - 1 - instance.aisle[p]! : instance.aisle[p]!;
      let block = instance.block[p]!;
      let offset = instance.offset_m[p]!;
      if (flipped) {
        block = blocks - 1 - block;
        offset = y_m[block + 1]! - y_m[block]! - offset;
      }
      subaisle[p] = aisle * blocks + block;
      offset_m[p] = offset;
    }
    this.sort();
  }

  /** Picks in subaisle s. */
  picksIn(s: number): number {
    return this.first[s + 1]! - this.first[s]!;
  }

  /** Length of a subaisle of block b, between the centre lines of its cross-aisles. */
  length_m(b: number): number {
    return this.y_m[b + 1]! - this.y_m[b]!;
  }

  /** Counting sort by subaisle, then insertion sort upwards (ties by index). */
  private sort(): void {
    const { count, subaisle, offset_m, first, picks, heights_m } = this;
    const subaisles = this.aisles * this.blocks;
    for (let s = 0; s <= subaisles; s++) first[s] = 0;
    for (let p = 0; p < count; p++) first[subaisle[p]!]!++;
    let end = 0;
    for (let s = 0; s < subaisles; s++) {
      end += first[s]!;
      first[s] = end;
    }
    first[subaisles] = end;
    // From the last pick down, so that each subaisle's picks stand in index order and `first` ends at their beginning.
    for (let p = count - 1; p >= 0; p--) picks[--first[subaisle[p]!]!] = p;
    for (let at = 0; at < count; at++) {
      const p = picks[at]!;
      const height = offset_m[p]!;
      const floor = first[subaisle[p]!]!;
      let to = at;
      while (to > floor && heights_m[to - 1]! > height) {
        heights_m[to] = heights_m[to - 1]!;
        picks[to] = picks[to - 1]!;
        to--;
      }
      heights_m[to] = height;
      picks[to] = p;
    }
  }

  private sweepsFromTheRight(instance: RectangularInstance): boolean {
    const { start, end, count, layout } = instance;
    const aisles_x_m = layout.aisles_x_m;
    if (count === 0) return false;
    let left = Infinity;
    let right = -Infinity;
    for (let p = 0; p < count; p++) {
      const aisle = instance.aisle[p]!;
      if (aisle < left) left = aisle;
      if (aisle > right) right = aisle;
    }
    const toLeft = Math.abs(aisles_x_m[start.aisle]! - aisles_x_m[left]!);
    const toRight = Math.abs(aisles_x_m[start.aisle]! - aisles_x_m[right]!);
    const leftToRight = toLeft + Math.abs(aisles_x_m[end.aisle]! - aisles_x_m[right]!);
    const rightToLeft = toRight + Math.abs(aisles_x_m[end.aisle]! - aisles_x_m[left]!);
    return leftToRight === rightToLeft ? toRight < toLeft : rightToLeft < leftToRight;
  }

  private reserve(count: number): void {
    if (this.x_m.length < this.aisles) this.x_m = new Float64Array(this.aisles);
    if (this.y_m.length < this.blocks + 1) this.y_m = new Float64Array(this.blocks + 1);
    if (this.first.length < this.aisles * this.blocks + 1) this.first = new Int32Array(this.aisles * this.blocks + 1);
    if (this.picks.length >= count) return;
    const capacity = 2 * count;
    this.subaisle = new Int32Array(capacity);
    this.offset_m = new Float64Array(capacity);
    this.picks = new Int32Array(capacity);
    this.heights_m = new Float64Array(capacity);
  }
}
