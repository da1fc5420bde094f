// An instance that was not accepted, with everything that is wrong with it. The codes stand in the page of its problem.

import { InvalidScenario, type Problem } from '../validate/problem.ts';

/** Pages of the documents by the beginning of the codes that they explain. */
const PAGES: Readonly<Record<string, string>> = {
  E80: 'docs/solve-slotting.md',
  E81: 'docs/solve-picker-tour.md',
  E82: 'docs/solve-order-batching.md',
  E83: 'docs/solve-cartonization.md',
  E84: 'docs/solve-vehicle-routing.md',
};

export class InvalidInstance extends InvalidScenario {
  constructor(problems: readonly Problem[]) {
    super(problems);
    this.name = 'InvalidInstance';
  }

  /** The pages that explain its codes. */
  get pages(): string[] {
    return [...new Set(this.problems.map(({ code }) => PAGES[code.slice(0, 3)] ?? 'docs/errors.md'))].sort();
  }
}
