// Which containers could hold goods, by volume and weight alone: every set that is large and strong enough and from which none can
// be left out, cheapest first; and what any set must cost at least.
//
// Source:     the covering side of the bin packing problem with bins of several sizes: Friesen, D.K. & Langston, M.A. (1986),
//             "Variable sized bin packing", SIAM Journal on Computing 15(1), 222-230.
// Cost:       the sets of at most m containers of k kinds: (k + m)! / (k! m!), cut off where a set is already enough.
//
// Worked example: kinds of 10 l for 5 and of 30 l for 12. For 35 l: {30, 10} for 17, {10, 10, 10, 10} for 20, {30, 30} for 24.

import { WEIGHT_TOLERANCE, type Container } from './problem.ts';

/** Sets looked at for a bound, at most. */
const SETS_LOOKED_AT = 100_000;

export interface ContainerKind extends Container {
  /** Of one container. */
  readonly cost: number;
}

export interface ContainerSet {
  /** Kinds, the largest container first. */
  readonly kinds: readonly number[];
  readonly cost: number;
  /** Inner volume, cubic grains. */
  readonly volume: number;
}

export function roomOf({ length, width, height }: Container): number {
  return length * width * height;
}

/** Sets of at most `most` containers, by cost, then by volume. */
export function containerSets(kinds: readonly ContainerKind[], volume: number, weight_kg: number, most: number): ContainerSet[] {
  const bySize = kinds.map((_, kind) => kind).sort((a, b) => roomOf(kinds[b]!) - roomOf(kinds[a]!) || a - b);
  const sets: ContainerSet[] = [];
  const chosen: number[] = [];
  const add = (from: number, volumeLeft: number, weightLeft_kg: number, cost: number): void => {
    if (volumeLeft <= 0 && weightLeft_kg <= 0) {
      sets.push({ kinds: chosen.slice(), cost, volume: chosen.reduce((sum, kind) => sum + roomOf(kinds[kind]!), 0) });
      return;
    }
    if (chosen.length === most) return;
    for (let i = from; i < bySize.length; i++) {
      const kind = kinds[bySize[i]!]!;
      chosen.push(bySize[i]!);
      add(i, volumeLeft - roomOf(kind), weightLeft_kg - kind.maxLoad_kg * WEIGHT_TOLERANCE, cost + kind.cost);
      chosen.pop();
    }
  };
  add(0, volume, weight_kg, 0);
  return sets.sort((a, b) => a.cost - b.cost || a.volume - b.volume);
}

/**
 * What containers for so much volume and weight cost at least: the cheapest set that is enough by both, however many it has, or,
 * where the sets are too many to be looked at, each unit at the price of the kind that has it cheapest.
 */
export function leastCost(kinds: readonly ContainerKind[], volume: number, weight_kg: number): number {
  const sizes: readonly ((kind: ContainerKind) => number)[] = [roomOf, ({ maxLoad_kg }) => maxLoad_kg * WEIGHT_TOLERANCE];
  const cheapest = sizes.map((sizeOf) => Math.min(...kinds.map((kind) => kind.cost / sizeOf(kind))));
  const rest = (volumeLeft: number, weightLeft_kg: number): number =>
    Math.max(0, volumeLeft * cheapest[0]!, weightLeft_kg * cheapest[1]!);
  let best = Infinity;
  let looked = 0;
  const add = (from: number, volumeLeft: number, weightLeft_kg: number, cost: number): void => {
    if (volumeLeft <= 0 && weightLeft_kg <= 0) best = Math.min(best, cost);
    else if (cost + rest(volumeLeft, weightLeft_kg) < best && looked++ < SETS_LOOKED_AT)
      for (let i = from; i < kinds.length; i++) {
        const kind = kinds[i]!;
        add(i, volumeLeft - roomOf(kind), weightLeft_kg - kind.maxLoad_kg * WEIGHT_TOLERANCE, cost + kind.cost);
      }
  };
  add(0, volume, weight_kg, 0);
  return looked < SETS_LOOKED_AT ? best : rest(volume, weight_kg);
}

/** How many containers of the largest and of the strongest kind it takes at least. */
export function fewestContainers(kinds: readonly ContainerKind[], volume: number, weight_kg: number): number {
  const largest = kinds.reduce((most, kind) => Math.max(most, roomOf(kind)), 0);
  const strongest = kinds.reduce((most, { maxLoad_kg }) => Math.max(most, maxLoad_kg * WEIGHT_TOLERANCE), 0);
  return Math.max(Math.ceil(volume / largest), Math.ceil(weight_kg / strongest));
}
