// A container to be filled, as the engine's loading problem: whole grains, as coarse as the sizes allow, and a bound on the fill.

import { combinedLengths, grainsOfGoods, grainsOfRoom, orientations, type BoxType, type Container } from '@dongseon/engine';
import { METRES, type CartonizationInstance } from './cartonization.ts';

export interface ContainerProblem {
  readonly boxes: readonly BoxType[];
  readonly container: Container;
  /** 0.1 mm in a unit of the problem. */
  readonly grains: number;
}

export function containerProblem({ items, containers, unit }: CartonizationInstance): ContainerProblem {
  const { sides, maxLoad_kg } = containers[0]!;
  const room = sides.map((side) => grainsOfRoom(side * METRES[unit]));
  const goods = items.map((item) => item.sides.map((side) => grainsOfGoods(side * METRES[unit])));
  const grains = [...room, ...goods.flat()].reduce(commonDivisor);
  const [length, width, height] = room.map((side) => side / grains) as [number, number, number];
  return {
    boxes: items.map(({ mayStand, quantity, weight_kg, fragile }, i) => ({
      sides: goods[i]!.map((side) => side / grains) as [number, number, number],
      ...{ mayStand, count: quantity, weight_kg, fragile },
    })),
    container: { length, width, height, maxLoad_kg },
    grains,
  };
}

/**
 * No loading has more volume than this, cubic grains of the problem: of all boxes that may be loaded by weight, of the container
 * whose sides are cut down to sums of box sides.
 */
export function mostVolume({ boxes, container }: ContainerProblem): number {
  const ways = boxes.flatMap(orientations);
  const flat = ways.map(([x]) => x);
  const tall = ways.map(([, , z]) => z);
  const reach = (lengths: readonly number[], size: number): number => combinedLengths([...new Set(lengths)], size)[size]!;
  const room = reach(flat, container.length) * reach(flat, container.width) * reach(tall, container.height);
  return Math.min(room, mostByWeight(boxes, container.maxLoad_kg));
}

/** Largest volume within the weight limit, were boxes divisible: those with the most volume a kilogram first. */
function mostByWeight(boxes: readonly BoxType[], maxLoad_kg: number): number {
  const sorted = boxes
    .map(({ sides, count, weight_kg }) => ({ volume: count * sides[0] * sides[1] * sides[2], weight_kg: count * weight_kg }))
    .sort((a, b) => a.weight_kg * b.volume - b.weight_kg * a.volume);
  let left_kg = maxLoad_kg;
  let sum = 0;
  for (const { volume, weight_kg } of sorted) {
    sum += weight_kg <= left_kg ? volume : (volume * left_kg) / weight_kg;
    left_kg = Math.max(0, left_kg - weight_kg);
  }
  return sum;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
