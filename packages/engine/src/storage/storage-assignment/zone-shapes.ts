// Zone shapes: in which order locations are filled, best first, when "near the depot" is drawn as a pattern on the floor.
//
//   nearest-distance    within-aisle    across-aisle    diagonal      aisles side by side, A goods #, B goods +, C goods .
//       . . . .           # + . .         . . . .        . . . .
//       + . . .           # + . .         . . . .        . . . .
//       + + . .           # + . .         + + + +        + + . .
//       # + + .           # + . .         + + + +        # + + .
//       # # + +           # + . .         # # # #        # # + .
//       D                 D               D              D            front cross-aisle with the depot
//
//   nearest-distance   by walking distance from the depot
//   within-aisle       aisle by aisle, the aisle whose mouth is nearest first; in it from the front to the back
//   across-aisle       by depth behind the front, all aisles alike; at one depth the nearest aisle first
//   diagonal           by across / widest across + depth / deepest depth: the line of equal rank runs from the far end of
//                      the front to the far end of the nearest aisle, whatever the proportions of the block
//
// A building of several areas: each area has its own front, the cross-aisle of its gate, and its own widest and deepest; how
// far the area is from the depot is added to what the shape measures in it, so that a far area begins to be filled when the
// near one is filled as much deeper. With one area nothing is added that matters. A depot in the middle of the front has
// aisles, and with several blocks depths, on both sides. Blocks of an area follow each other along the aisle.
//
// Source:     Jarvis, J.M. & McDowell, E.D. (1991), "Optimal product layout in an order picking warehouse", IIE Transactions
//             23(1), 93-102 (within-aisle); Petersen, C.G. & Schmenner, R.W. (1999), "An evaluation of routing and
//             volume-based storage policies in an order picking operation", Decision Sciences 30(2), 481-501 (within-aisle,
//             across-aisle, diagonal); Petersen, C.G., Aase, G.R. & Heiser, D.R. (2004), IJPDLM 34(7), 534-544 (classes).
// Applies to: parallel aisles. What is best depends on the routing: within-aisle for S-shape, across-aisle for return.
// Cost:       O(L log L).
//
// Worked example: two aisles 4 m apart, the depot in front of the first, slots 1 m and 2 m deep in each: a (aisle 0, 1 m),
// b (0, 2 m), c (1, 1 m), d (1, 2 m). Within-aisle: a b c d. Across-aisle: a c b d. Nearest-distance: 1, 2, 5 and 6 m, so
// a b c d. Diagonal: 0/4 + 1/2, 0/4 + 2/2, 4/4 + 1/2, 4/4 + 2/2: a b c d; with three aisles, 8 m across, the slot at aisle 1,
// 1 m (4/8 + 1/2) ranks with b, and the shallower one comes first: a c b.

import type { StorageAssignmentView } from '../policy.ts';
import type { SlotTable } from './slots.ts';

export const ZONE_SHAPES = ['nearest-distance', 'within-aisle', 'across-aisle', 'diagonal'] as const;
export type ZoneShape = (typeof ZONE_SHAPES)[number];

/**
 * Where slots lie, row per slot; all lengths in metres, compared to the millimetre. A block of aisles with the depot in front
 * of aisle 0: area 0 and gate_m 0 everywhere, across_m = aisle · pitch, depth_m from the front, distance_m = across + depth.
 */
export interface SlotPositions {
  /** Area and aisle: numbers that tell aisles apart, and rank them where they are equally near. */
  readonly area: ArrayLike<number>;
  readonly aisle: ArrayLike<number>;
  /** 0 = floor; at one point of the floor the lower level comes first, then the lower row. */
  readonly level: ArrayLike<number>;
  /** From the depot to the slot's area; the same for all slots of an area. */
  readonly gate_m: ArrayLike<number>;
  /** Along the front, from the area's gate to the mouth of the slot's aisle, >= 0. */
  readonly across_m: ArrayLike<number>;
  /** Into the aisle, from the front to the slot, >= 0. */
  readonly depth_m: ArrayLike<number>;
  /** Walking distance from the depot to the slot. */
  readonly distance_m: ArrayLike<number>;
}

/** Puts rows (slots) in the order in which the shape fills them. Returns a new list of the same rows. */
export function orderByShape(shape: ZoneShape, positions: SlotPositions, rows: Int32Array): Int32Array {
  const { area, aisle, level, gate_m, across_m, depth_m, distance_m } = positions;
  const most = rows.reduce((last, row) => Math.max(last, row), -1) + 1;
  const first = new Float64Array(most);
  const second = new Float64Array(most);
  const extent = shape === 'diagonal' ? extents(positions, rows) : undefined;
  for (const row of rows) {
    const across = millimetres(across_m[row]!);
    const depth = millimetres(depth_m[row]!);
    const gate = millimetres(gate_m[row]!);
    switch (shape) {
      case 'nearest-distance':
        first[row] = millimetres(distance_m[row]!);
        break;
      case 'within-aisle':
        first[row] = gate + across;
        break;
      case 'across-aisle':
        first[row] = gate + depth;
        second[row] = across;
        break;
      case 'diagonal': {
        const { across_m: widest, depth_m: deepest } = extent!.get(area[row]!)!;
        const share = (widest > 0 ? across_m[row]! / widest : 0) + (deepest > 0 ? depth_m[row]! / deepest : 0);
        first[row] = gate + millimetres((share * (widest + deepest)) / 2);
        second[row] = depth;
      }
    }
  }
  return rows
    .slice()
    .sort(
      (a, b) =>
        first[a]! - first[b]! ||
        second[a]! - second[b]! ||
        area[a]! - area[b]! ||
        aisle[a]! - aisle[b]! ||
        depth_m[a]! - depth_m[b]! ||
        level[a]! - level[b]! ||
        a - b,
    );
}

/** Every location that the table gives a kind, in the order in which the shape fills the building. */
export function fillOrder(shape: ZoneShape, view: StorageAssignmentView, { nearestFirst }: SlotTable): Int32Array {
  return shape === 'nearest-distance' ? nearestFirst : orderByShape(shape, positionsOf(view, nearestFirst), nearestFirst);
}

/** Where these locations lie, seen from the gates of their areas. An area is as far as its nearest location. */
function positionsOf(view: StorageAssignmentView, rows: Int32Array): SlotPositions {
  const { locations, building, network } = view.model;
  const { count, area, aisle, level, place } = locations;
  const gate_m = new Float64Array(count);
  const across_m = new Float64Array(count);
  const depth_m = new Float64Array(count);
  const distance_m = new Float64Array(count);
  const nearest_m = new Float64Array(building.areas.length).fill(Infinity);
  for (const row of rows) {
    const { aisles_x_m, crossAisles_y_m, gate } = building.areas[area[row]!]!;
    across_m[row] = Math.abs(aisles_x_m[aisle[row]!]! - aisles_x_m[gate.aisle]!);
    depth_m[row] = Math.abs(network.places.y_m[place[row]!]! - crossAisles_y_m[gate.crossAisle]!);
    distance_m[row] = view.depotDistance_m(row);
    nearest_m[area[row]!] = Math.min(nearest_m[area[row]!]!, distance_m[row]!);
  }
  for (const row of rows) gate_m[row] = nearest_m[area[row]!]!;
  return { area, aisle, level, gate_m, across_m, depth_m, distance_m };
}

/** Widest across and deepest depth of each area. */
function extents(
  { area, across_m, depth_m }: SlotPositions,
  rows: Int32Array,
): Map<number, { across_m: number; depth_m: number }> {
  const found = new Map<number, { across_m: number; depth_m: number }>();
  for (const row of rows) {
    let extent = found.get(area[row]!);
    if (extent === undefined) found.set(area[row]!, (extent = { across_m: 0, depth_m: 0 }));
    extent.across_m = Math.max(extent.across_m, across_m[row]!);
    extent.depth_m = Math.max(extent.depth_m, depth_m[row]!);
  }
  return found;
}

function millimetres(length_m: number): number {
  return Math.round(length_m * 1000);
}
