// Loads a container block by block: a plateau is chosen, then the block that is worth most on it, until nothing fits any more.
//
// Source:     Araya, I., Guerrero, K. & Núñez, E. (2017), "VCS: a new heuristic function for selecting boxes in the single
//             container loading problem", Computers & Operations Research 82, 93-101. Of its factors: the volume, the number
//             of boxes and the loss of the gaps beside; contact with neighbours is left out (it is what corners give).
//             Plateaus: Fanslau & Bortfeldt (2010) take the lowest, Araya & Riff (2014) the one nearest to a corner.
// Cost:       O(blocks looked at) a step: they are looked at from the best worth down, and no further than worth alone says.
//
//   value(block on plateau) = worth · filled^k,   worth = volume · boxes^-0.2
//
// where `filled` is the share of the plateau's room that the block, and in each direction the boxes beside it, can fill at most
// (combined-lengths.ts).
//
// Worked example: room 10 × 4 × 4, boxes of 4 and 7 long, 4 wide and high. After a 4 there is a gap of 6, of which 4 can be
// filled: filled = 0.8. After a 7 the gap of 3 is lost: 0.7. With k = 4: 64 · 0.41 = 26.2 against 112 · 0.24 = 26.9, the 7 wins.
// Two boxes of 4 as one block: 128 · 2^-0.2 · 0.41 = 45.6, which is better still.

import type { Blocks } from './blocks.ts';
import { filledAtMost } from './combined-lengths.ts';
import { STRIDE } from './plateaus.ts';
import { WEIGHT_TOLERANCE, type Container } from './problem.ts';
import type { Stowage } from './stowage.ts';

export interface ConstructionRule {
  /** The plateau to load next: the one nearest to a corner of the floor or, above all, the lowest. */
  readonly plateau: 'corner' | 'lowest';
  /** How much lost gaps count. */
  readonly power: 2 | 4;
}

export class Construction {
  readonly blocks: Blocks;
  readonly container: Container;
  rule: ConstructionRule;
  /** What was found last by `rank`: blocks, best first. */
  readonly best: Int32Array;

  private most_kg: number;
  private readonly value: Float64Array;
  private readonly flat: Float64Array | number;
  private readonly tall: Float64Array | number;

  /**
   * @param flat how much of a gap along x or y can be filled, up to the container's length and width; or the shortest length,
   * where the quick estimate is enough. @param tall along z.
   * @param most blocks that `rank` is asked for, at most.
   */
  constructor(
    blocks: Blocks,
    container: Container,
    rule: ConstructionRule,
    flat: Float64Array | number,
    tall: Float64Array | number,
    most: number,
  ) {
    this.blocks = blocks;
    this.container = container;
    this.rule = rule;
    this.most_kg = container.maxLoad_kg * WEIGHT_TOLERANCE;
    this.flat = flat;
    this.tall = tall;
    this.best = new Int32Array(most);
    this.value = new Float64Array(most);
  }

  /** Loads until nothing fits. @param maxLoad_kg the container's, or what may be loaded instead. */
  complete(stowage: Stowage, maxLoad_kg = this.container.maxLoad_kg): void {
    this.most_kg = maxLoad_kg * WEIGHT_TOLERANCE;
    for (let plateau = this.next(stowage, 1); plateau >= 0; plateau = this.next(stowage, 1))
      stowage.load(this.blocks, this.container, plateau, this.best[0]!);
  }

  /** How many blocks `best` holds after `next`. */
  found = 0;

  /** The plateau to load next, with the best blocks for it ranked; -1 where nothing fits any more. */
  next(stowage: Stowage, wanted: number): number {
    const { plateaus } = stowage;
    while (plateaus.count > 0) {
      const plateau = this.choose(stowage);
      this.found = this.rank(stowage, plateau, wanted);
      if (this.found > 0) return plateau;
      plateaus.remove(plateau);
    }
    return -1;
  }

  private choose({ plateaus: { rows, count } }: Stowage): number {
    const { length, width } = this.container;
    const isLowest = this.rule.plateau === 'lowest';
    let chosen = -1;
    let least = Infinity;
    let leastAside = Infinity;
    let largest = 0;
    for (let plateau = 0, at = 0; plateau < count; plateau++, at += STRIDE) {
      const aside = Math.min(rows[at]!, length - rows[at + 2]!) + Math.min(rows[at + 1]!, width - rows[at + 3]!);
      const key = isLowest ? rows[at + 4]! : rows[at + 4]! + aside;
      if (key > least || (key === least && isLowest && aside > leastAside)) continue;
      const area = (rows[at + 2]! - rows[at]!) * (rows[at + 3]! - rows[at + 1]!);
      if (key === least && (!isLowest || aside === leastAside) && area <= largest) continue;
      chosen = plateau;
      least = key;
      leastAside = aside;
      largest = area;
    }
    return chosen;
  }

  /** Puts the best blocks for the plateau into `best`; returns how many there are, at most `wanted`. */
  private rank(stowage: Stowage, plateau: number, wanted: number): number {
    const { best, value, flat, tall, container } = this;
    const { length, width, height, worth, fragile, weight_kg } = this.blocks;
    const { rows } = stowage.plateaus;
    const at = plateau * STRIDE;
    const roomX = rows[at + 2]! - rows[at]!;
    const roomY = rows[at + 3]! - rows[at + 1]!;
    const roomZ = container.height - rows[at + 4]!;
    const isFragile = rows[at + 5] === 1;
    const room_kg = this.most_kg - stowage.load_kg;
    const perVolume = 1 / (roomX * roomY * roomZ);
    const isSharp = this.rule.power === 4;
    const list = stowage.blocks;
    let found = 0;
    let least = -1;
    let i = this.firstSmallEnough(stowage, roomX * roomY * roomZ);
    let kept = i;
    for (; i < stowage.blockCount; i++) {
      const block = list[i]!;
      if (found === wanted && worth[block]! <= least) break;
      const l = length[block]!;
      const w = width[block]!;
      const h = height[block]!;
      if (l > roomX || w > roomY || h > roomZ || (isFragile && fragile[block] === 0)) {
        list[kept++] = block;
        continue;
      }
      if (!this.areLeft(stowage, block)) continue;
      list[kept++] = block;
      if (weight_kg[block]! > room_kg && stowage.weight_kg(this.blocks, block) > room_kg) continue;
      const filled = (l + fill(flat, roomX - l)) * (w + fill(flat, roomY - w)) * (h + fill(tall, roomZ - h)) * perVolume;
      const square = filled * filled;
      const worthHere = worth[block]! * (isSharp ? square * square : square);
      if (found === wanted && worthHere <= least) continue;
      let rank = found < wanted ? found++ : wanted - 1;
      while (rank > 0 && value[rank - 1]! < worthHere) {
        value[rank] = value[rank - 1]!;
        best[rank] = best[rank - 1]!;
        rank--;
      }
      value[rank] = worthHere;
      best[rank] = block;
      if (found === wanted) least = value[found - 1]!;
    }
    if (kept < i) {
      while (i < stowage.blockCount) list[kept++] = list[i++]!;
      stowage.blockCount = kept;
    }
    return found;
  }

  /** Where the blocks begin, by worth, that are not too large for a room by their volume alone. */
  private firstSmallEnough({ blocks: list, blockCount }: Stowage, volume: number): number {
    const { worth, worthPerVolume } = this.blocks;
    const most = volume * worthPerVolume;
    let low = 0;
    let high = blockCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (worth[list[middle]!]! > most) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private areLeft({ left }: Stowage, block: number): boolean {
    const { need, firstType, endType, types } = this.blocks;
    const row = block * types.length;
    for (let type = firstType[block]!; type < endType[block]!; type++) if (need[row + type]! > left[type]!) return false;
    return true;
  }
}

/** How much of a gap is filled, by the sums of lengths or by the shortest length alone. */
function fill(lengths: Float64Array | number, gap: number): number {
  return typeof lengths === 'number' ? filledAtMost(gap, lengths) : lengths[gap]!;
}
