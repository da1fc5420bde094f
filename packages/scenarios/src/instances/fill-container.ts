// Fills the container of an instance with the engine's loading search: to the end of its own budget, or of the time given.

import { ContainerLoading, RandomStreams } from '@dongseon/engine';
import { GRAINS, volumeOf, type CartonizationInstance } from './cartonization.ts';
import { containerProblem, mostVolume } from './container-problem.ts';
import type { CartonizationOptions, Packed } from './solve-cartonization.ts';

/** Completions of the search where no time is given: about a second on the problems of Bischoff and Ratcliff. */
const COMPLETIONS = 10_000;
/** Completions between two looks at the clock. */
const SLICE = 50;

export function fillContainer(instance: CartonizationInstance, id: string, { seed, timeLimit_s }: CartonizationOptions): Packed {
  const start = performance.now();
  const problem = containerProblem(instance);
  const random = new RandomStreams(seed, 1).get('policy/cartonization');
  const loading = new ContainerLoading(problem.boxes, problem.container, random);
  if (id === 'greedy') loading.improve(1);
  else if (timeLimit_s === undefined) loading.improve(COMPLETIONS);
  else
    do loading.improve(SLICE);
    while (!loading.isOver && performance.now() - start < 1000 * timeLimit_s);

  const placed = loading.placements();
  const scale = GRAINS[instance.unit];
  const lengths = (...sides: [number, number, number]): [number, number, number] =>
    sides.map((side) => (side * problem.grains) / scale) as [number, number, number];
  const left = instance.items.map(({ quantity }) => quantity);
  for (const { type } of placed) left[type]!--;
  const { length, width, height } = problem.container;
  const room = length * width * height;
  const filled = placed.reduce((sum, { type }) => sum + volumeOf(problem.boxes[type]!.sides), 0);
  return {
    packing: {
      containers: [0],
      placements: placed.map((box) => ({
        item: box.type,
        container: 0,
        position: lengths(box.x, box.y, box.z),
        size: lengths(box.alongX, box.alongY, box.alongZ),
      })),
      left: left.flatMap((count, item) => Array.from({ length: count }, () => item)),
    },
    objective: (100 * filled) / room,
    bound: (100 * mostVolume(problem)) / room,
    unplaced: [],
  };
}
