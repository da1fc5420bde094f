// ABC classes as a planner draws them: within each temperature class the SKUs are ranked by popularity (expected order lines a
// day) and cut at the scenario's cumulative shares of the SKUs.
//
// Worked example: boundaries 20 % and 50 %, ten SKUs of one temperature class: the two most popular are A (0), the next three
// B (1), the other five C (2).

import { byPopularity, classOfItems, type Model } from './engine.ts';

/** Class of each item: 0 = A. */
export function abcClasses(model: Model): Int32Array {
  return classOfItems(model, byPopularity({ model }));
}

/** How many classes there are. */
export function abcCount(model: Model): number {
  return model.storage.classBoundaries.length + 1;
}

/** `A`, `B`, … */
export function className(index: number): string {
  return String.fromCharCode(65 + index);
}
