// ABC classes as a planner draws them: within each temperature class the SKUs are ranked by popularity (expected order lines a
// day) and cut at the scenario's cumulative shares of the SKUs.
//
// Worked example: boundaries 20 % and 50 %, ten SKUs of one temperature class: the two most popular are A (0), the next three
// B (1), the other five C (2).

import { TEMPERATURE_CLASSES, type Model } from './engine.ts';

/** Class of each item: 0 = A. */
export function abcClasses(model: Model): Uint8Array {
  const { items, storage } = model;
  const classes = new Uint8Array(items.count);
  for (let temperature = 0; temperature < TEMPERATURE_CLASSES.length; temperature++) {
    const ranked: number[] = [];
    for (let item = 0; item < items.count; item++) if (items.temperature[item] === temperature) ranked.push(item);
    ranked.sort((a, b) => items.popularity[b]! - items.popularity[a]! || a - b);
    const ends = storage.classBoundaries.map((share) => Math.round(share * ranked.length));
    ranked.forEach((item, rank) => {
      const found = ends.findIndex((end) => rank < end);
      classes[item] = found < 0 ? ends.length : found;
    });
  }
  return classes;
}

/** How many classes there are. */
export function abcCount(model: Model): number {
  return model.storage.classBoundaries.length + 1;
}

/** `A`, `B`, … */
export function className(index: number): string {
  return String.fromCharCode(65 + index);
}
