// Nearest-neighbour routing: always on to the nearest pick not yet visited.
//
// Source:     Rosenkrantz, D.J., Stearns, R.E. and Lewis, P.M. (1977), "An analysis of several heuristics for the traveling
//             salesman problem", SIAM Journal on Computing 6(3), 563-581; what people do without a list in route order.
// Applies to: any layout.
// Cost:       O(p²) for p picks. Of equally near picks the one with the lower index.
//
// Worked example (one aisle, 10 m long, depot at its front; picks 6 m and 2 m deep): 2 m first, then 6 m, back 6 = 12 m.

import type { RectangularAlgorithm } from './rectangular.ts';
import { distance_m } from './walk.ts';

let visited = new Uint8Array(64);

export const nearestNeighbourWalk: RectangularAlgorithm = {
  id: 'nearest-neighbour',
  oriented: false,
  walk(frame, walk): void {
    const { count } = frame;
    if (visited.length < count) visited = new Uint8Array(2 * count);
    visited.fill(0, 0, count);
    walk.pass(frame, frame.startAisle, frame.startCrossAisle);
    let here = -1 - (frame.startCrossAisle * frame.aisles + frame.startAisle);
    for (let step = 0; step < count; step++) {
      let nearest = -1;
      let least_m = Infinity;
      for (let p = 0; p < count; p++) {
        if (visited[p] === 1) continue;
        const length_m = distance_m(frame, here, p);
        if (length_m < least_m) {
          least_m = length_m;
          nearest = p;
        }
      }
      visited[nearest] = 1;
      walk.visit(nearest);
      here = nearest;
    }
    walk.pass(frame, frame.endAisle, frame.endCrossAisle);
  },
};
