// Packs boxes into containers of several kinds at little cost: sets of containers are tried from the cheapest up, each container
// being loaded block by block; the first set that takes everything is the answer.
//
// Source:     the sets: Friesen & Langston (1986), SIAM Journal on Computing 15(1), 222-230; weight beside volume as the sum of
//             both: Panigrahy, R., Talwar, K., Uyeda, L. & Wieder, U. (2011), "Heuristics for vector bin packing", Microsoft
//             Research (FFDSum); the loading of each: construction.ts.
// Applies to: boxes each of which goes into some kind.
// Cost:       at most TRIES · MOST_AT_ONCE loadings, and one for each further container of a large load.
//
// Worked example: kinds of 10 × 10 × 10 for 5 and 30 × 10 × 10 for 12; four boxes of 10 × 9 × 8, 2,880 together. The cheapest set
// with so much volume is one large container, 12: it takes three boxes, and the fourth a small one besides, 17. No set for less
// than that is left.

import type { RandomStream } from '../../base/random.ts';
import { ContainerLoading } from './beam-search.ts';
import { notTooLarge } from './block-order.ts';
import { Blocks } from './blocks.ts';
import { shortestLength } from './combined-lengths.ts';
import { Construction, type ConstructionRule } from './construction.ts';
import { containerSets, fewestContainers, roomOf, type ContainerKind } from './container-sets.ts';
import { boxFits, type BoxType, type Container, type PlacedBox } from './problem.ts';
import { placedBoxes, Stowage } from './stowage.ts';

/** Containers that a set of few kinds has at most; what needs more is packed into the best kind until so many are left. */
const MOST_AT_ONCE = 4;
/** Sets tried at most. */
const TRIES = 8;
const BLOCKS = 1024;
/** Completions between two questions whether the search is over. */
const SLICE = 20;
/** Share of its containers' room that a set of goods of several types fills at most, or the set is not tried. */
const MOST_FILL = 0.85;
/** Share of a container that goods usually fill: for choosing a kind, not for packing. */
const USUAL_FILL = 0.85;

export interface FilledContainer {
  readonly kind: number;
  /** Boxes of each type in it. */
  readonly content: Int32Array;
  readonly load_kg: number;
  readonly placements: () => PlacedBox[];
}

/** How long the loading of one container is searched. */
export interface LoadingEffort {
  readonly completions: number;
  readonly random: RandomStream;
  /** Asked now and then: whether to leave it at what has been found. */
  readonly isOver?: () => boolean;
}

export interface PackingOptions {
  /** Ways to load a container, tried in turn until one takes everything. */
  readonly rules: readonly ConstructionRule[];
  /** Whether goods are loaded in layers. */
  readonly layers?: boolean;
  /** Where a container does not take everything, its loading is searched for so many completions. */
  readonly search?: LoadingEffort;
}

interface Attempt {
  readonly containers: FilledContainer[];
  readonly cost: number;
  readonly volume: number;
}

export class LeastCostPacking {
  private readonly boxes: readonly BoxType[];
  private readonly kinds: readonly ContainerKind[];
  private readonly options: PackingOptions;
  private readonly blocks: Blocks;
  /** For each kind the blocks that go into it, by worth. */
  private readonly byWorth: Int32Array[];
  private readonly constructions: Construction[];
  private readonly narrowest: number;
  private readonly lowest: number;
  /** Containers loaded from all that is to be packed, by the kinds up to this one. */
  private readonly begun = new Map<string, FilledContainer>();
  /** Stowages that are no longer looked at, to be used again. */
  private readonly spare: Stowage[] = [];
  /** Kinds that each type goes into. */
  private readonly fits: boolean[][];

  constructor(boxes: readonly BoxType[], kinds: readonly ContainerKind[], options: PackingOptions) {
    this.boxes = boxes;
    this.kinds = kinds;
    this.options = options;
    const largest = {
      length: Math.max(...kinds.map(({ length }) => length)),
      width: Math.max(...kinds.map(({ width }) => width)),
      height: Math.max(...kinds.map(({ height }) => height)),
      maxLoad_kg: Math.max(...kinds.map(({ maxLoad_kg }) => maxLoad_kg)),
    };
    const volumePerKg = Math.max(...kinds.map(roomOf)) / largest.maxLoad_kg;
    const worth = ({ sides, weight_kg }: BoxType): number => sides[0] * sides[1] * sides[2] + weight_kg * volumePerKg;
    this.blocks = new Blocks(boxes, largest, { limit: BLOCKS, general: false, layers: options.layers ?? false, worth });
    const byWorth = this.blocks.byWorth();
    this.byWorth = kinds.map((kind) => notTooLarge(this.blocks, byWorth, kind));
    this.narrowest = shortestLength(this.blocks.ways.map(([, x, y]) => Math.min(x, y)));
    this.lowest = shortestLength(this.blocks.ways.map(([, , , z]) => z));
    this.constructions = kinds.map(
      (kind) => new Construction(this.blocks, kind, options.rules[0]!, this.narrowest, this.lowest, 1),
    );
    this.fits = boxes.map((box) => kinds.map((kind) => boxFits(box, kind)));
  }

  /** The containers, in the order in which boxes are taken: of each type the heaviest first. */
  pack(): FilledContainer[] {
    const left = Int32Array.from(this.boxes, ({ count }) => count);
    const packed: FilledContainer[] = [];
    while (fewestContainers(this.kinds, this.volume(left), this.weight_kg(left)) >= MOST_AT_ONCE)
      packed.push(takeFrom(left, this.load(this.usualKind(left), left)));
    if (left.some((n) => n > 0)) packed.push(...this.cheapest(left).containers);
    return packed.map((one) => this.inSmaller(one));
  }

  /** Tries sets of containers from the cheapest up. */
  private cheapest(all: Int32Array): Attempt {
    let best: Attempt | undefined;
    let tries = 0;
    this.begun.clear();
    const volume = this.volume(all);
    const types = all.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0);
    for (const set of containerSets(this.kinds, volume, this.weight_kg(all), this.mostAtOnce())) {
      if (best !== undefined && (set.cost > best.cost || (set.cost === best.cost && set.volume >= best.volume))) break;
      if (!all.every((n, type) => n === 0 || set.kinds.some((kind) => this.fits[type]![kind]))) continue;
      if (types > 1 && volume > MOST_FILL * set.volume) continue;
      if (tries++ === TRIES) break;
      best = this.attempt(set.kinds, all, best);
    }
    return best ?? this.attempt([], all, undefined)!;
  }

  /** Fewer where there are many kinds, so that the sets stay few. */
  private mostAtOnce(): number {
    return this.kinds.length <= 8 ? MOST_AT_ONCE : MOST_AT_ONCE - 1;
  }

  /** Loads the containers one after the other; what is left goes into more of them. `best` where that becomes no better. */
  private attempt(kinds: readonly number[], all: Int32Array, best: Attempt | undefined): Attempt | undefined {
    const left = all.slice();
    const containers: FilledContainer[] = [];
    let cost = 0;
    let volume = 0;
    let key = '';
    for (let i = 0; left.some((n) => n > 0); i++) {
      if (i < kinds.length) key += `${kinds[i]} `;
      const one = i < kinds.length ? this.takeOnce(kinds[i]!, left, key) : this.takeRest(left);
      if (i < kinds.length && one.content.every((n) => n === 0)) continue;
      containers.push(one);
      cost += this.kinds[one.kind]!.cost;
      volume += roomOf(this.kinds[one.kind]!);
      if (best !== undefined && (cost > best.cost || (cost === best.cost && volume >= best.volume))) return best;
    }
    return { containers, cost, volume };
  }

  /** Loads a container and takes what is in it from what is left; sets that begin with the same kinds load these once. */
  private takeOnce(kind: number, left: Int32Array, key: string): FilledContainer {
    let one = this.begun.get(key);
    if (one === undefined) this.begun.set(key, (one = this.load(kind, left)));
    return takeFrom(left, one);
  }

  /** The cheapest container that takes all that is left, or the usual one. */
  private takeRest(left: Int32Array): FilledContainer {
    const usual = this.usualKind(left);
    let inUsual: FilledContainer | undefined;
    for (const { kinds } of containerSets(this.kinds, this.volume(left), this.weight_kg(left), 1)) {
      const kind = kinds[0]!;
      if (!this.goInto(left, kind)) continue;
      const whole = this.load(kind, left);
      if (whole.content.every((n, type) => n === left[type]!)) {
        left.fill(0);
        return whole;
      }
      if (kind === usual) inUsual = whole;
    }
    return takeFrom(left, inUsual ?? this.load(usual, left));
  }

  /** Whether a box of every type that is left goes into the kind. */
  private goInto(left: Int32Array, kind: number): boolean {
    for (let type = 0; type < left.length; type++) if (left[type]! > 0 && !this.fits[type]![kind]) return false;
    return true;
  }

  /** The kind that has room for goods such as these at least cost, of those that take the box that fewest kinds take. */
  private usualKind(left: Int32Array): number {
    const volume = this.volume(left);
    const weight_kg = this.weight_kg(left);
    let hardest: boolean[] | undefined;
    left.forEach((n, type) => {
      const fits = this.fits[type]!;
      if (n > 0 && (hardest === undefined || count(fits) < count(hardest))) hardest = fits;
    });
    let best = -1;
    let least = Infinity;
    this.kinds.forEach((kind, index) => {
      if (!hardest![index]) return;
      const containers = Math.max(1, volume / (roomOf(kind) * USUAL_FILL), weight_kg / kind.maxLoad_kg);
      if (containers * kind.cost > least || (containers * kind.cost === least && roomOf(kind) >= roomOf(this.kinds[best]!)))
        return;
      best = index;
      least = containers * kind.cost;
    });
    return best;
  }

  private load(kind: number, left: Int32Array): FilledContainer {
    const container = this.kinds[kind]!;
    let stowage = this.construct(kind, container, left, this.options.rules[0]!);
    const { search, rules } = this.options;
    for (let i = 1; i < rules.length && stowage.left.some((n) => n > 0); i++) {
      const other = this.construct(kind, container, left, rules[i]!);
      const isBetter = other.worth > stowage.worth;
      this.spare.push(isBetter ? stowage : other);
      if (isBetter) stowage = other;
    }
    const isAll = stowage.left.every((n) => n === 0);
    if (search === undefined || isAll || search.isOver?.() === true) return this.filled(kind, left, stowage);
    const loading = new ContainerLoading(
      this.boxes.map((box, type) => ({ ...box, count: left[type]!, ...lightest(box, left[type]!) })),
      container,
      search.random,
    );
    while (loading.completions < search.completions && !loading.isOver && search.isOver?.() !== true) loading.improve(SLICE);
    if (loading.volume <= stowage.volume) return this.filled(kind, left, stowage);
    const placements = loading.placements();
    const content = new Int32Array(this.boxes.length);
    for (const { type } of placements) content[type]!++;
    return { kind, content, load_kg: loading.load_kg, placements: () => placements };
  }

  private construct(kind: number, container: Container, left: Int32Array, rule: ConstructionRule): Stowage {
    const stowage = this.spare.pop() ?? new Stowage(this.boxes.length, this.narrowest, this.lowest);
    stowage.start(container, left, this.byWorth[kind]!);
    const construction = this.constructions[kind]!;
    construction.rule = rule;
    construction.complete(stowage, container.maxLoad_kg);
    return stowage;
  }

  private filled(kind: number, left: Int32Array, stowage: Stowage): FilledContainer {
    const { left: rest, load_kg, last } = stowage;
    this.spare.push(stowage);
    const content = left.map((n, type) => n - rest[type]!);
    return { kind, content, load_kg, placements: () => placedBoxes(this.blocks, last) };
  }

  /** The same content in a cheaper container, or in a smaller one of the same cost, where it goes in. */
  private inSmaller(one: FilledContainer): FilledContainer {
    const now = this.kinds[one.kind]!;
    const volume = this.volume(one.content);
    for (const { kinds } of containerSets(this.kinds, volume, one.load_kg, 1)) {
      const kind = kinds[0]!;
      const { cost } = this.kinds[kind]!;
      if (kind === one.kind || cost > now.cost || (cost === now.cost && roomOf(this.kinds[kind]!) >= roomOf(now))) break;
      if (!this.goInto(one.content, kind)) continue;
      // The weight is known to be right; what is left over of a type may be its lightest boxes, so it is not asked again.
      const stowage = this.construct(kind, { ...this.kinds[kind]!, maxLoad_kg: Infinity }, one.content, this.options.rules[0]!);
      if (stowage.left.every((n) => n === 0)) return { ...this.filled(kind, one.content, stowage), load_kg: one.load_kg };
    }
    return one;
  }

  private volume(left: Int32Array): number {
    let volume = 0;
    for (let type = 0; type < left.length; type++) {
      const { sides } = this.boxes[type]!;
      volume += left[type]! * sides[0] * sides[1] * sides[2];
    }
    return volume;
  }

  private weight_kg(left: Int32Array): number {
    let sum_kg = 0;
    for (let type = 0; type < left.length; type++) {
      const { weight_kg, weights_kg, count: all } = this.boxes[type]!;
      if (weights_kg === undefined) sum_kg += left[type]! * weight_kg;
      else for (let i = all - left[type]!; i < all; i++) sum_kg += weights_kg[i]!;
    }
    return sum_kg;
  }
}

/** Takes what is in a container from what is left. */
function takeFrom(left: Int32Array, one: FilledContainer): FilledContainer {
  one.content.forEach((n, type) => (left[type]! -= n));
  return one;
}

function count(flags: readonly boolean[]): number {
  return flags.reduce((sum, flag) => sum + (flag ? 1 : 0), 0);
}

/** The weights of the last `left` boxes, where boxes differ. */
function lightest({ weights_kg, count: all }: BoxType, left: number): Partial<BoxType> {
  return weights_kg === undefined ? {} : { weights_kg: weights_kg.slice(all - left), weight_kg: weights_kg[all - left] ?? 0 };
}
