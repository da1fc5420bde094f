// An instance that was not accepted, with everything that is wrong with it. The codes stand in docs/solve-slotting.md.

import { InvalidScenario, type Problem } from '../validate/problem.ts';

export class InvalidInstance extends InvalidScenario {
  constructor(problems: readonly Problem[]) {
    super(problems);
    this.name = 'InvalidInstance';
  }
}
