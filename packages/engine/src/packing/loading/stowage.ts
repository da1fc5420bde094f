// What has been loaded into one container so far, and the room that is left. Copied often: a search branches here.

import type { Blocks } from './blocks.ts';
import { Plateaus, STRIDE } from './plateaus.ts';
import type { Container, PlacedBox } from './problem.ts';

/** A block where it stands, and the one loaded before it: branches share their beginnings. */
export interface LoadedBlock {
  readonly block: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly before: LoadedBlock | undefined;
}

export class Stowage {
  readonly plateaus: Plateaus;
  /** Boxes of each type not loaded yet. */
  readonly left: Int32Array;
  load_kg = 0;
  /** Of the boxes loaded, cubic grains. */
  volume = 0;
  /** Of the boxes loaded, without a discount for many. */
  worth = 0;
  last: LoadedBlock | undefined;
  /** The blocks that may still be loaded, by worth: those for which boxes had run out when they were looked at are gone. */
  blocks = new Int32Array(0);
  blockCount = 0;

  /** Nothing lower than this stands on goods; grains. */
  private readonly lowest: number;

  /** @param narrowest the shortest way across of a box, however it lies. @param lowest its least height. Grains. */
  constructor(types: number, narrowest: number, lowest: number) {
    this.plateaus = new Plateaus(narrowest);
    this.lowest = lowest;
    this.left = new Int32Array(types);
  }

  copyFrom(other: Stowage): void {
    this.plateaus.copyFrom(other.plateaus);
    for (let type = 0; type < this.left.length; type++) this.left[type] = other.left[type]!;
    this.load_kg = other.load_kg;
    this.volume = other.volume;
    this.worth = other.worth;
    this.last = other.last;
    if (this.blocks.length < other.blockCount) this.blocks = new Int32Array(other.blocks.length);
    for (let i = 0; i < other.blockCount; i++) this.blocks[i] = other.blocks[i]!;
    this.blockCount = other.blockCount;
  }

  /** An empty container. @param left boxes of each type. @param byWorth the blocks to choose from. */
  start(container: Container, left: ArrayLike<number>, byWorth: Int32Array): void {
    this.plateaus.count = 0;
    this.plateaus.add(0, 0, container.length, container.width, 0, 0);
    this.left.set(left);
    this.load_kg = 0;
    this.volume = 0;
    this.worth = 0;
    this.last = undefined;
    if (this.blocks.length < byWorth.length) this.blocks = new Int32Array(byWorth.length);
    this.blocks.set(byWorth);
    this.blockCount = byWorth.length;
  }

  /** What the block weighs, made of the heaviest boxes that are left. */
  weight_kg(blocks: Blocks, block: number): number {
    const { types, need } = blocks;
    let weight_kg = 0;
    for (let type = blocks.firstType[block]!; type < blocks.endType[block]!; type++) {
      const { weights_kg, count, weight_kg: each_kg } = types[type]!;
      const n = need[block * types.length + type]!;
      if (weights_kg === undefined) weight_kg += n * each_kg;
      else for (let i = count - this.left[type]!, end = i + n; i < end; i++) weight_kg += weights_kg[i]!;
    }
    return weight_kg;
  }

  /** Loads a block on a plateau, in the corner of it that is nearest to a corner of the container. */
  load(blocks: Blocks, container: Container, plateau: number, block: number): void {
    const { rows } = this.plateaus;
    const at = plateau * STRIDE;
    const x1 = rows[at]!;
    const y1 = rows[at + 1]!;
    const x2 = rows[at + 2]!;
    const y2 = rows[at + 3]!;
    const z = rows[at + 4]!;
    const length = blocks.length[block]!;
    const width = blocks.width[block]!;
    const x = x1 <= container.length - x2 ? x1 : x2 - length;
    const y = y1 <= container.width - y2 ? y1 : y2 - width;
    this.load_kg += this.weight_kg(blocks, block);
    this.volume += blocks.volume[block]!;
    this.worth += blocks.plainWorth[block]!;
    const types = blocks.types.length;
    for (let type = blocks.firstType[block]!; type < blocks.endType[block]!; type++)
      this.left[type]! -= blocks.need[block * types + type]!;
    this.last = { block, x, y, z, before: this.last };

    this.plateaus.cover(x, y, x + length, y + width, z);
    const top = z + blocks.height[block]!;
    if (top + this.lowest > container.height) return;
    const topX = x + blocks.topX[block]!;
    const topY = y + blocks.topY[block]!;
    const [toX, toY] = [topX + blocks.topLength[block]!, topY + blocks.topWidth[block]!];
    this.plateaus.raise(topX, topY, toX, toY, top, blocks.fragile[block]!);
  }
}

/** Every box of the blocks loaded, in the order of loading: what supports a box comes before it. */
export function placedBoxes(blocks: Blocks, last: LoadedBlock | undefined): PlacedBox[] {
  const loaded: LoadedBlock[] = [];
  for (let one = last; one !== undefined; one = one.before) loaded.push(one);
  const boxes: PlacedBox[] = [];
  for (let i = loaded.length - 1; i >= 0; i--) blocks.unfold(loaded[i]!.block, loaded[i]!.x, loaded[i]!.y, loaded[i]!.z, boxes);
  return boxes;
}
