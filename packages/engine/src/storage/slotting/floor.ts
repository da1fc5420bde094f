// The floor as a slotting search sees it: points from which locations are reached, along the subaisles of every area.
//
// Points are numbered area by area, aisle by aisle, block by block and, within a subaisle, from its front to its back; so the
// sorted points of an order are its tour's picks, subaisle by subaisle. The front of a subaisle is its end nearer to the
// area's gate.
//
// Cost: O(locations log locations).
//
// Worked example: one area of two aisles 4 m apart and one block, the gate in front of aisle 0; locations a and b face each
// other 1 m deep in aisle 0, c lies 2 m deep in aisle 1. Points: 0 for a and b, 1 for c. Subaisle 0: 0 m from the gate;
// subaisle 1: 4 m.

import type { Model } from '../../model/model.ts';

export interface Floor {
  /** The locations given, in the order of their points; at one point by number. */
  readonly walkOrder: Int32Array;
  /** Point per location; -1 for those not given. */
  readonly pointOf: Int32Array;
  /** Per point: subaisle, ascending, and metres from its front. */
  readonly subaisle: Int32Array;
  readonly depth_m: Float64Array;
  /** Per subaisle: its area and its aisle in it, its length, and metres from the area's gate to its front. */
  readonly area: Int32Array;
  readonly aisle: Int32Array;
  readonly length_m: Float64Array;
  readonly access_m: Float64Array;
}

type Places = Pick<Model, 'building' | 'locations' | 'network'>;

/** @param used the locations that may be used. */
export function floorOf({ building, locations, network }: Places, used: Int32Array): Floor {
  const number = new Int32Array(locations.count);
  const depth = new Float64Array(locations.count);
  let blocks = 1;
  let aisles = 1;
  for (const { crossAisles_y_m, aisles_x_m } of building.areas) {
    blocks = Math.max(blocks, crossAisles_y_m.length - 1);
    aisles = Math.max(aisles, aisles_x_m.length);
  }
  for (const location of used) {
    const { crossAisles_y_m, gate } = building.areas[locations.area[location]!]!;
    const block = locations.block[location]!;
    const front_m = crossAisles_y_m[block < gate.crossAisle ? block + 1 : block]!;
    number[location] = (locations.area[location]! * aisles + locations.aisle[location]!) * blocks + block;
    depth[location] = Math.abs(network.places.y_m[locations.place[location]!]! - front_m);
  }
  const walkOrder = used.slice().sort((a, b) => number[a]! - number[b]! || depth[a]! - depth[b]! || a - b);

  const pointOf = new Int32Array(locations.count).fill(-1);
  const subaisle: number[] = [];
  const depth_m: number[] = [];
  const area: number[] = [];
  const aisle: number[] = [];
  const length_m: number[] = [];
  const access_m: number[] = [];
  let before = -1;
  for (const location of walkOrder) {
    const newSubaisle = before < 0 || number[location] !== number[before];
    if (newSubaisle) {
      const { crossAisles_y_m, aisles_x_m, gate } = building.areas[locations.area[location]!]!;
      const block = locations.block[location]!;
      const front_m = crossAisles_y_m[block < gate.crossAisle ? block + 1 : block]!;
      area.push(locations.area[location]!);
      aisle.push(locations.aisle[location]!);
      length_m.push(crossAisles_y_m[block + 1]! - crossAisles_y_m[block]!);
      access_m.push(
        Math.abs(aisles_x_m[locations.aisle[location]!]! - aisles_x_m[gate.aisle]!) +
          Math.abs(front_m - crossAisles_y_m[gate.crossAisle]!),
      );
    }
    if (newSubaisle || depth[location] !== depth[before]) {
      subaisle.push(area.length - 1);
      depth_m.push(depth[location]!);
    }
    pointOf[location] = subaisle.length - 1;
    before = location;
  }
  return {
    walkOrder,
    pointOf,
    subaisle: Int32Array.from(subaisle),
    depth_m: Float64Array.from(depth_m),
    area: Int32Array.from(area),
    aisle: Int32Array.from(aisle),
    length_m: Float64Array.from(length_m),
    access_m: Float64Array.from(access_m),
  };
}
