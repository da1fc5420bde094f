// Fills one container as full as possible: a beam search whose branches are judged by loading them to the end. Anytime: the
// beam starts with one branch and is widened by √2 whenever it has run out; each width is tried under four construction rules.
//
// Source:     Araya, I. & Riff, M.-C. (2014), "A beam search approach to the container loading problem", Computers &
//             Operations Research 43, 100-107 (BSG); blocks and full support after Fanslau & Bortfeldt (2010), INFORMS Journal
//             on Computing 22(2), 222-235.
// Applies to: boxes of any number of types with orientation flags, weights and fragile goods; every base rests whole.
// Cost:       counted in completions (a branch loaded to its end): 30-120 µs each on BR1 … BR7. A beam of width w takes some
//             w² of them for each of 20-50 blocks.
//
// Worked example: a container of 10 × 4 × 4, two boxes of 4 × 4 × 4 and one of 7 × 4 × 4. The best first block is both small
// boxes (volume 128 of 160); the large box leaves a gap that takes none. The search answers 128, 80 %.

import type { RandomStream } from '../../base/random.ts';
import { Blocks } from './blocks.ts';
import { combinedLengths } from './combined-lengths.ts';
import { Construction, type ConstructionRule } from './construction.ts';
import { orientations, type BoxType, type Container, type PlacedBox } from './problem.ts';
import { placedBoxes, Stowage, type LoadedBlock } from './stowage.ts';

const RULES: readonly ConstructionRule[] = [
  { plateau: 'corner', power: 4 },
  { plateau: 'lowest', power: 2 },
  { plateau: 'corner', power: 2 },
  { plateau: 'lowest', power: 4 },
];
const BLOCKS = 5000;
/** A beam as wide as this is not widened further. */
const WIDEST = 2048;

interface Branch {
  readonly stowage: Stowage;
  /** Volume when loaded to its end. */
  readonly value: number;
  /** Breaks ties. */
  readonly draw: number;
}

export class ContainerLoading {
  /** Volume loaded by the best loading found, cubic grains. */
  volume = -1;
  load_kg = 0;
  /** Branches loaded to their end so far. */
  completions = 0;

  private readonly types: number;
  private readonly construction: Construction;
  private readonly random: RandomStream;
  private readonly scratch: Stowage;
  private readonly narrowest: number;
  private readonly lowest: number;
  private readonly total: number;
  private readonly root: Stowage;
  private last: LoadedBlock | undefined;

  /** Width of the beam and rule now tried; the branches of this level, the next of them to be branched, and their children. */
  private width = 1;
  private rule = -1;
  private level: Branch[] = [];
  private parent = 0;
  private children: Branch[] = [];
  private seen = new Set<string>();

  /** @param random breaks ties between branches of equal volume. */
  constructor(boxes: readonly BoxType[], container: Container, random: RandomStream) {
    this.types = boxes.length;
    this.random = random;
    const blocks = new Blocks(boxes, container, { limit: BLOCKS, general: true });
    const ways = boxes.flatMap(orientations);
    const flat = [...new Set(ways.flatMap(([x, y]) => [x, y]))].sort((a, b) => a - b);
    const tall = [...new Set(ways.map(([, , z]) => z))].sort((a, b) => a - b);
    this.narrowest = flat[0] ?? 1;
    this.lowest = tall[0] ?? 1;
    this.construction = new Construction(
      blocks,
      container,
      RULES[0]!,
      combinedLengths(flat, Math.max(container.length, container.width)),
      combinedLengths(tall, container.height),
      WIDEST,
    );
    this.total = boxes.reduce((sum, { sides, count }) => sum + count * sides[0] * sides[1] * sides[2], 0);
    this.root = this.stowage();
    this.root.start(
      container,
      boxes.map(({ count }) => count),
      blocks.byWorth(),
    );
    this.scratch = this.stowage();
  }

  /** Everything is loaded, or the container is full: no loading has more volume. */
  get isFull(): boolean {
    const { length, width, height } = this.construction.container;
    return this.volume >= Math.min(this.total, length * width * height);
  }

  /** Nothing is left to be tried. */
  get isOver(): boolean {
    return this.isFull || this.width > WIDEST;
  }

  /** Goes on searching for at least so many completions, or until nothing is left to be tried. */
  improve(completions: number): void {
    const until = this.completions + completions;
    while (this.completions < until && !this.isOver) this.step();
  }

  /** The best loading found, in an order in which it can be loaded. */
  placements(): PlacedBox[] {
    return placedBoxes(this.construction.blocks, this.last);
  }

  private stowage(): Stowage {
    return new Stowage(this.types, this.narrowest, this.lowest);
  }

  /** Branches one state of the beam, or begins a level or a beam. */
  private step(): void {
    if (this.parent < this.level.length) return this.branch(this.level[this.parent++]!);
    if (this.children.length > 0) return this.nextLevel();
    this.rule++;
    if (this.rule === RULES.length) {
      this.rule = 0;
      this.width = Math.ceil(this.width * Math.SQRT2);
      if (this.width > WIDEST) return;
    }
    this.construction.rule = RULES[this.rule]!;
    this.level = [{ stowage: this.root, value: this.complete(this.root), draw: 0 }];
    this.parent = 0;
  }

  private nextLevel(): void {
    this.children.sort((a, b) => b.value - a.value || b.stowage.volume - a.stowage.volume || a.draw - b.draw);
    this.level = this.children.slice(0, this.width);
    this.parent = 0;
    this.children = [];
    this.seen.clear();
  }

  private branch({ stowage, value }: Branch): void {
    const { construction } = this;
    const from = this.stowage();
    from.copyFrom(stowage);
    const plateau = construction.next(from, this.width);
    if (plateau < 0) return;
    const blocks = construction.best.slice(0, construction.found);
    blocks.forEach((block, rank) => {
      const child = this.stowage();
      child.copyFrom(from);
      child.load(construction.blocks, construction.container, plateau, block);
      // The best block is what loading to the end takes first: its end is known.
      const childValue = rank === 0 ? value : this.complete(child);
      const key = `${childValue},${child.volume}`;
      if (this.seen.has(key)) return;
      this.seen.add(key);
      this.children.push({ stowage: child, value: childValue, draw: this.random.double() });
    });
  }

  /** Volume of the stowage loaded to its end; kept where it is the best so far. */
  private complete(stowage: Stowage): number {
    this.completions++;
    this.scratch.copyFrom(stowage);
    this.construction.complete(this.scratch);
    const { volume, load_kg, last } = this.scratch;
    if (volume > this.volume) {
      this.volume = volume;
      this.load_kg = load_kg;
      this.last = last;
    }
    return volume;
  }
}
