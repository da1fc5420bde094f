// E8304, E8306: items that go into none of the containers, whichever way they are turned, and goods of several temperatures in
// one container. They are listed before anything is packed.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import type { ProblemList } from '../validate/problem.ts';
import type { CartonizationContainer, CartonizationInstance, CartonizationItem } from './cartonization.ts';

/** @param place of an item in the user's input. */
export function checkItemsFit(instance: CartonizationInstance, place: (item: number) => string, problems: ProblemList): void {
  const { kind, items, containers, looseAllowed, unit } = instance;
  const temperatures = new Set(items.map(({ temperature }) => temperature));
  if (kind === 'container' && temperatures.size > 1)
    problems.add(
      'E8306',
      place(items.findIndex(({ temperature }) => temperature !== items[0]!.temperature)),
      `one container is to hold goods that are ${[...temperatures].map((one) => TEMPERATURE_CLASSES[one]).join(' and ')}`,
      'Temperatures never mix: give each its own instance.',
    );
  if (looseAllowed) return;
  items.forEach((item, index) => {
    if (containers.some((container) => itemFits(item, container))) return;
    const sides = `${item.sides.join(' × ')} ${unit}, ${item.weight_kg} kg`;
    const what = kind === 'order' ? 'every carton' : 'the container';
    problems.add(
      'E8304',
      place(index),
      `${item.id} (${sides}) is too large or too heavy for ${what}`,
      'Correct its sizes, weight or "upright", add a carton that takes it, or allow it to stay out: "loose": true.',
      false,
    );
  });
}

/** Whether one item alone goes into a container, turned as it may be. */
export function itemFits({ sides, mayStand, weight_kg }: CartonizationItem, container: CartonizationContainer): boolean {
  if (weight_kg > container.maxLoad_kg) return false;
  const [length, width, height] = container.sides;
  return [0, 1, 2].some((up) => {
    const a = sides[(up + 1) % 3]!;
    const b = sides[(up + 2) % 3]!;
    const lies = (a <= length && b <= width) || (b <= length && a <= width);
    return mayStand[up]! && sides[up]! <= height && lies;
  });
}
