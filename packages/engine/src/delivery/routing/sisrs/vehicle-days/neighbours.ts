// The stops nearest to each stop, for ruin and for insertion.

import type { VehicleRoutingProblem } from '../problem.ts';

export class Neighbours {
  /** How many of each, itself (the first) included. */
  readonly count: number;
  /** By request, which is stop - 1: of[request * count + k], nearest first. */
  readonly of: Int32Array;

  constructor(problem: VehicleRoutingProblem, most: number) {
    const { stops, nodes } = problem;
    const { distance } = problem.travel;
    this.count = Math.min(stops, most);
    this.of = new Int32Array(stops * this.count);
    const apart = new Float64Array(stops);
    const order = Array.from({ length: stops }, (_, i) => i);
    for (let a = 0; a < stops; a++) {
      for (let b = 0; b < stops; b++) {
        apart[b] = a === b ? -1 : distance[(a + 1) * nodes + b + 1]! + distance[(b + 1) * nodes + a + 1]!;
      }
      order.sort((x, y) => apart[x]! - apart[y]! || x - y);
      for (let k = 0; k < this.count; k++) this.of[a * this.count + k] = order[k]!;
    }
  }
}
