// A quick estimate of tour lengths, to search with before the routing policy is asked: each subaisle with picks costs what it
// costs to serve it, and each area the way to its farthest subaisle and back.
//
//   through   from end to end                            as S-shape does
//   return    to the deepest pick and back               as return routing does
//   gap       from both ends, the largest gap left out   as largest gap and midpoint do, inside
//   least     through or gap, whichever is shorter       as the shortest tour does, nearly
//
// It knows neither how subaisles connect nor what the first and last one have to do for the others; it is held against the
// routing policy on a sample of orders, and the way of serving that fits best is taken.
//
// Source:     the cost of an aisle by routing rule as in Hall, R.W. (1993), "Distance approximations for routing manual pickers
//             in a warehouse", IIE Transactions 25(4), 76-87.
// Applies to: areas of parallel aisles.
// Cost:       O(p) for p sorted points.
//
// Worked example: aisles 10 m long, 4 m apart, the gate in front of aisle 0; picks 2 and 9 m deep in aisle 0, 3 m in aisle 1.
// Through 10 + 10, return 18 + 6, gap 2 · (10 - 7) + 2 · (10 - 7), least 6 + 6; and 8 m to aisle 1 and back.

import type { Floor } from './floor.ts';

export const SERVICES = ['least', 'through', 'return', 'gap'] as const;
export type Service = (typeof SERVICES)[number];

export class AisleEstimate {
  private readonly floor: Floor;
  private readonly service: Service;

  constructor(floor: Floor, service: Service) {
    this.floor = floor;
    this.service = service;
  }

  /** Estimate of the tour through points[from] … points[end - 1], which ascend, metres. */
  tour_m(points: Int32Array, from: number, end: number): number {
    const { subaisle, depth_m, area, length_m, access_m } = this.floor;
    let sum = 0;
    let farthest = 0;
    let inArea = -1;
    for (let at = from; at < end;) {
      const here = subaisle[points[at]!]!;
      const length = length_m[here]!;
      if (area[here] !== inArea) {
        sum += 2 * farthest;
        farthest = 0;
        inArea = area[here]!;
      }
      if (access_m[here]! > farthest) farthest = access_m[here]!;
      let deepest = 0;
      let gap = 0;
      for (; at < end && subaisle[points[at]!] === here; at++) {
        const depth = depth_m[points[at]!]!;
        if (depth - deepest > gap) gap = depth - deepest;
        deepest = depth;
      }
      if (length - deepest > gap) gap = length - deepest;
      sum += this.serve_m(length, deepest, gap);
    }
    return sum + 2 * farthest;
  }

  private serve_m(length: number, deepest: number, gap: number): number {
    switch (this.service) {
      case 'least':
        return length < 2 * (length - gap) ? length : 2 * (length - gap);
      case 'through':
        return length;
      case 'return':
        return 2 * deepest;
      case 'gap':
        return 2 * (length - gap);
    }
  }
}

/** Square of the correlation of two columns, 0 … 1; 0 where one of them is constant. */
export function fit(found_m: Float64Array, estimated_m: Float64Array): number {
  const count = found_m.length;
  let found = 0;
  let estimated = 0;
  for (let k = 0; k < count; k++) {
    found += found_m[k]! / count;
    estimated += estimated_m[k]! / count;
  }
  let both = 0;
  let foundSquares = 0;
  let estimatedSquares = 0;
  for (let k = 0; k < count; k++) {
    const f = found_m[k]! - found;
    const e = estimated_m[k]! - estimated;
    both += f * e;
    foundSquares += f * f;
    estimatedSquares += e * e;
  }
  const product = foundSquares * estimatedSquares;
  return product > 0 ? (both * both) / product : 0;
}
