// Blocks: boxes put together so that they are loaded as one. A simple block is a grid of one type standing one way; two blocks
// side by side or one on the other make a general block where hardly any room is lost between them.
//
// Source:     Eley, M. (2002), European Journal of Operational Research 141(2), 393-409 (simple blocks); Fanslau, T. &
//             Bortfeldt, A. (2010), "A tree search algorithm for solving the container loading problem", INFORMS Journal on
//             Computing 22(2), 222-235, section 3 (general blocks and their packing area); Araya, I. & Riff, M.-C. (2014), "A
//             beam search approach to the container loading problem", Computers & Operations Research 43, 100-107.
// Cost:       at most `limit` blocks; the search for pairs looks at O(limit²) of them at worst.
//
// Inside a block every base is supported, given that the block's own base is. What may stand on it is its top: the largest
// rectangle of its upper side that is level. A block is fragile or not as a whole.
//
// Worked example: two boxes of 4 × 2 × 3 that may only stand so make, in a container of 9 × 9 × 9, eight simple blocks: 4 × 2 and
// 2 × 4, each of one box, and of two behind, beside and on each other. With a box of 4 × 2 × 1 there are, among the general
// blocks, 4 × 2 × 4 (one on the other) and 4 × 2 × 7 (two and one).

import { pow } from '../../base/transcendental.ts';
import { bestFirst } from './block-order.ts';
import { countGrids, numbersUpTo, wholeRoot, type Way } from './grids.ts';
import { WEIGHT_TOLERANCE, orientations, type BoxType, type Container, type PlacedBox } from './problem.ts';

/** Share of a general block's room that boxes have to fill, and of its base that its top has to have. */
const LEAST_FILL = 0.98;
const LEAST_TOP = 0.98;
/**
 * A block of n boxes is worth its volume times n to this power: of blocks as large, the one of fewer boxes is better. Where all
 * blocks are simple, as in cartons, large boxes should come first all the more: the power is -1/2.
 */
const FEWER_BOXES = -0.2;
/** Share of the limit that simple blocks may take where general ones are to follow. */
const SIMPLE_SHARE = 0.5;
/** Blocks for each way that a type may stand, at least: room for one box alone, and some more. */
const LEAST_PER_WAY = 4;
const SIMPLE = 3;

export interface BlockOptions {
  /** Blocks at most, unless the types are so many that each would have hardly any. */
  readonly limit: number;
  /** Whether blocks of several types or orientations are made. */
  readonly general: boolean;
  /** Whether blocks are one box high, so that goods are loaded in layers. */
  readonly layers?: boolean;
  /** What one box of a type is worth; its volume where nothing is said. */
  readonly worth?: (box: BoxType) => number;
}

/** A table of columns, row per block. Lengths in grains. */
export class Blocks {
  readonly types: readonly BoxType[];
  /** The ways in which boxes stand, type by type. */
  readonly ways: readonly Way[];
  count = 0;
  readonly length: Int32Array;
  readonly width: Int32Array;
  readonly height: Int32Array;
  /** The level top: its corner from the block's, and its size. */
  readonly topX: Int32Array;
  readonly topY: Int32Array;
  readonly topLength: Int32Array;
  readonly topWidth: Int32Array;
  /** Of the boxes alone, cubic grains. */
  readonly volume: Float64Array;
  /** At most, where boxes of a type differ. */
  readonly weight_kg: Float64Array;
  readonly boxes: Int32Array;
  readonly fragile: Uint8Array;
  /** Worth of the block before the room that it is put in is looked at. */
  readonly worth: Float64Array;
  /** No block is worth more than its volume times this. */
  readonly worthPerVolume: number;
  /** Boxes of each type: row by row, types.length numbers each. */
  readonly need: Int32Array;
  /** The first type of the block, and the one after its last. */
  readonly firstType: Int32Array;
  readonly endType: Int32Array;

  /** How the block is made: joined along x, y, z (0, 1, 2) of blocks A and B, or simple (3), of boxes that stand as ways[A]. */
  private readonly axis: Uint8Array;
  private readonly partA: Int32Array;
  private readonly partB: Int32Array;
  private readonly boxWorth: Float64Array;
  /** Worth without the discount for many boxes. */
  readonly plainWorth: Float64Array;
  private readonly container: Container;
  private readonly limit: number;
  private readonly general: boolean;

  /** @param container no block is larger or heavier than this. */
  constructor(types: readonly BoxType[], container: Container, options: BlockOptions) {
    const { general, worth = ({ sides }: BoxType) => sides[0] * sides[1] * sides[2] } = options;
    this.types = types;
    this.ways = types.flatMap((box, type) => orientations(box).map(([l, w, h]) => [type, l, w, h] as const));
    const most = Math.max(options.limit, LEAST_PER_WAY * this.ways.length);
    const mostPerWay = (general ? most * SIMPLE_SHARE : most) / Math.max(1, this.ways.length);
    const perSide = wholeRoot(mostPerWay);
    const limit = general
      ? most
      : Math.min(this.ways.length * perSide * perSide * perSide, countGrids(types, this.ways, container));
    this.container = container;
    this.limit = limit;
    this.general = general;
    // All columns lie in one buffer, the widest numbers first: small problems are set up often.
    const buffer = new ArrayBuffer(limit * (4 * 8 + (12 + types.length) * 4 + 2));
    let at = 0;
    const float64 = (): Float64Array => new Float64Array(buffer, (at += limit * 8) - limit * 8, limit);
    const int32 = (rows = limit): Int32Array => new Int32Array(buffer, (at += rows * 4) - rows * 4, rows);
    const uint8 = (): Uint8Array => new Uint8Array(buffer, (at += limit) - limit, limit);
    this.volume = float64();
    this.weight_kg = float64();
    this.worth = float64();
    this.plainWorth = float64();
    this.length = int32();
    this.width = int32();
    this.height = int32();
    this.topX = int32();
    this.topY = int32();
    this.topLength = int32();
    this.topWidth = int32();
    this.boxes = int32();
    this.firstType = int32();
    this.endType = int32();
    this.partA = int32();
    this.partB = int32();
    this.need = int32(limit * types.length);
    this.fragile = uint8();
    this.axis = uint8();
    this.boxWorth = Float64Array.from(types, worth);
    const perVolume = types.map(({ sides }, type) => this.boxWorth[type]! / (sides[0] * sides[1] * sides[2]));
    this.worthPerVolume = perVolume.reduce((most, one) => Math.max(most, one), 0) * (1 + 1e-9);
    this.addSimple(options.layers ?? false, perSide);
    if (general) this.addGeneral();
  }

  /** The blocks by worth, best first. */
  byWorth(): Int32Array {
    return bestFirst(this.worth.subarray(0, this.count));
  }

  /** Appends the boxes of a block whose corner is at x, y, z. */
  unfold(block: number, x: number, y: number, z: number, into: PlacedBox[]): void {
    const axis = this.axis[block]!;
    const a = this.partA[block]!;
    if (axis === SIMPLE) {
      const [type, l, w, h] = this.ways[a]!;
      const nx = this.length[block]! / l;
      const ny = this.width[block]! / w;
      const nz = this.height[block]! / h;
      for (let k = 0; k < nz; k++)
        for (let i = 0; i < nx; i++)
          for (let j = 0; j < ny; j++)
            into.push({ type, x: x + i * l, y: y + j * w, z: z + k * h, alongX: l, alongY: w, alongZ: h });
      return;
    }
    const b = this.partB[block]!;
    this.unfold(a, x, y, z, into);
    if (axis === 0) this.unfold(b, x + this.length[a]!, y, z, into);
    else if (axis === 1) this.unfold(b, x, y + this.width[a]!, z, into);
    else this.unfold(b, x + this.topX[a]!, y + this.topY[a]!, z + this.height[a]!, into);
  }

  /** Grids of each type and way to stand; where there would be too many, not every number of boxes along a side. */
  private addSimple(layers: boolean, perSide: number): void {
    this.ways.forEach(([type, l, w, h], way) => {
      const { count } = this.types[type]!;
      const alongX = numbersUpTo(Math.min(count, Math.floor(this.container.length / l)), perSide);
      const alongY = numbersUpTo(Math.min(count, Math.floor(this.container.width / w)), perSide);
      const alongZ = numbersUpTo(Math.min(layers ? 1 : count, Math.floor(this.container.height / h)), perSide);
      for (const nx of alongX)
        for (const ny of alongY) {
          if (nx * ny > count) break;
          for (const nz of alongZ) {
            if (nx * ny * nz > count) break;
            this.simple(way, nx, ny, nz);
          }
        }
    });
  }

  private simple(way: number, nx: number, ny: number, nz: number): void {
    const [type, l, w, h] = this.ways[way]!;
    const box = this.types[type]!;
    const n = nx * ny * nz;
    const block = this.count;
    this.length[block] = nx * l;
    this.width[block] = ny * w;
    this.height[block] = nz * h;
    this.need[block * this.types.length + type] = n;
    this.topLength[block] = nx * l;
    this.topWidth[block] = ny * w;
    this.volume[block] = n * l * w * h;
    this.weight_kg[block] = n * box.weight_kg;
    this.fragile[block] = box.fragile ? 1 : 0;
    this.plainWorth[block] = n * this.boxWorth[type]!;
    this.axis[block] = SIMPLE;
    this.partA[block] = way;
    this.firstType[block] = type;
    this.endType[block] = type + 1;
    this.finish(n);
  }

  private finish(boxes: number): void {
    const block = this.count++;
    this.boxes[block] = boxes;
    const discount = this.general ? (discounts[boxes] ??= pow(boxes, FEWER_BOXES)) : 1 / Math.sqrt(boxes);
    this.worth[block] = this.plainWorth[block]! * discount;
  }

  /** Pairs of the blocks there are, then of these with their pairs, until the limit is reached or nothing new comes. */
  private addGeneral(): void {
    const seen = new Set<string>();
    for (let block = 0; block < this.count; block++) seen.add(this.key(block));
    for (let from = 0, end = this.count; from < end; from = end, end = this.count) {
      for (let a = from; a < end; a++)
        for (let b = 0; b <= a; b++) {
          for (let axis = 0; axis < 3; axis++) this.join(a, b, axis, seen);
          if (a !== b) this.join(b, a, 2, seen);
          if (this.count === this.limit) return;
        }
    }
  }

  private key(block: number): string {
    const row = block * this.types.length;
    const need = this.need.subarray(row, row + this.types.length).join();
    return `${this.length[block]},${this.width[block]},${this.height[block]},${need}`;
  }

  /** Puts block b beside block a along x or y, or on its top, if that is a good block and a new one. */
  private join(a: number, b: number, axis: number, seen: Set<string>): void {
    const { container, length, width, height, need } = this;
    if (this.count === this.limit || this.fragile[a] !== this.fragile[b]) return;
    if (axis === 2 && (length[b]! > this.topLength[a]! || width[b]! > this.topWidth[a]!)) return;
    const l = axis === 0 ? length[a]! + length[b]! : Math.max(length[a]!, length[b]!);
    const w = axis === 1 ? width[a]! + width[b]! : Math.max(width[a]!, width[b]!);
    const h = axis === 2 ? height[a]! + height[b]! : Math.max(height[a]!, height[b]!);
    const volume = this.volume[a]! + this.volume[b]!;
    if (l > container.length || w > container.width || h > container.height || volume < LEAST_FILL * l * w * h) return;
    const weight_kg = this.weight_kg[a]! + this.weight_kg[b]!;
    if (weight_kg > container.maxLoad_kg * WEIGHT_TOLERANCE || !this.areEnough(a, b)) return;

    const block = this.count;
    this.setTop(block, a, b, axis);
    if (this.topLength[block]! * this.topWidth[block]! < LEAST_TOP * l * w) return;
    const types = this.types.length;
    length[block] = l;
    width[block] = w;
    height[block] = h;
    for (let type = 0; type < types; type++) need[block * types + type] = need[a * types + type]! + need[b * types + type]!;
    const key = this.key(block);
    if (seen.has(key)) {
      need.fill(0, block * types, (block + 1) * types);
      return;
    }
    seen.add(key);
    this.volume[block] = volume;
    this.weight_kg[block] = weight_kg;
    this.fragile[block] = this.fragile[a]!;
    this.plainWorth[block] = this.plainWorth[a]! + this.plainWorth[b]!;
    this.axis[block] = axis;
    this.partA[block] = a;
    this.partB[block] = b;
    this.firstType[block] = Math.min(this.firstType[a]!, this.firstType[b]!);
    this.endType[block] = Math.max(this.endType[a]!, this.endType[b]!);
    this.finish(this.boxes[a]! + this.boxes[b]!);
  }

  private areEnough(a: number, b: number): boolean {
    const types = this.types.length;
    for (let type = this.firstType[a]!; type < this.endType[a]!; type++)
      if (this.need[a * types + type]! + this.need[b * types + type]! > this.types[type]!.count) return false;
    return true;
  }

  /** The level top of a pair: both tops where they make one rectangle of one height, otherwise the higher or larger one. */
  private setTop(block: number, a: number, b: number, axis: number): void {
    const { topX, topY, topLength, topWidth } = this;
    const isLevel = axis !== 2 && this.height[a] === this.height[b];
    const joinsX =
      isLevel && axis === 0 && topX[a]! + topLength[a]! === this.length[a] && topX[b] === 0 && isSame(topY, topWidth, a, b);
    const joinsY =
      isLevel && axis === 1 && topY[a]! + topWidth[a]! === this.width[a] && topY[b] === 0 && isSame(topX, topLength, a, b);
    const isLarger = topLength[b]! * topWidth[b]! > topLength[a]! * topWidth[a]!;
    const isOnB = axis === 2 || this.height[b]! > this.height[a]! || (isLevel && !joinsX && !joinsY && isLarger);
    const from = isOnB ? b : a;
    topX[block] = topX[from]! + (axis === 2 ? topX[a]! : axis === 0 && isOnB ? this.length[a]! : 0);
    topY[block] = topY[from]! + (axis === 2 ? topY[a]! : axis === 1 && isOnB ? this.width[a]! : 0);
    topLength[block] = joinsX ? topLength[a]! + topLength[b]! : topLength[from]!;
    topWidth[block] = joinsY ? topWidth[a]! + topWidth[b]! : topWidth[from]!;
  }
}

function isSame(corner: Int32Array, size: Int32Array, a: number, b: number): boolean {
  return corner[a] === corner[b] && size[a] === size[b];
}

/** n to the power FEWER_BOXES, worked out once for each n. */
const discounts: number[] = [];
