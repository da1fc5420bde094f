// The rectangular parallel-aisle warehouse of the picker-routing literature: one instance, and the route that answers it.
//
// Aisles are vertical lines, cross-aisles are horizontal lines; people walk on these lines only. Aisle i lies at
// x = aisles_x_m[i], cross-aisle j at y = crossAisles_y_m[j], 0 = front. Block b lies between cross-aisles b and b + 1, and
// a subaisle is the piece of an aisle in one block. A pick is a point on a subaisle (both sides are reached from its middle
// line). Aisles and cross-aisles may be unevenly spaced. A storage area of the model is such a layout as it stands.
//
//   y 2  +-----+-----+   cross-aisle 2 (back)
//        |     |  .  |   block 1        . a pick: aisle 1, block 1
//   y 1  +-----+-----+   cross-aisle 1
//        |     |     |   block 0
//   y 0  D-----+-----+   cross-aisle 0 (front), D the depot
//       x 0   x 1   x 2

import { Frame } from './frame.ts';
import { Walk } from './walk.ts';

export interface RectangularLayout {
  /** Ascending, metres; at least one. */
  readonly aisles_x_m: readonly number[];
  /** Ascending, metres; at least two. */
  readonly crossAisles_y_m: readonly number[];
}

export interface Crossing {
  readonly aisle: number;
  readonly crossAisle: number;
}

export interface RectangularInstance {
  readonly layout: RectangularLayout;
  /** Where the tour starts. */
  readonly start: Crossing;
  /** Where it ends: the start, in the literature. */
  readonly end: Crossing;
  /** Picks 0 … count - 1, a column each. Two picks may share a point. */
  readonly count: number;
  readonly aisle: ArrayLike<number>;
  readonly block: ArrayLike<number>;
  /** Distance from the centre line of cross-aisle `block`, metres: 0 … the subaisle's length. */
  readonly offset_m: ArrayLike<number>;
}

export interface RectangularRoute {
  /** Every pick once, in visiting order. */
  readonly sequence: number[];
  /** Length of the path, metres. */
  readonly length_m: number;
  /** The points walked, from start to end: every two neighbours lie on one aisle or one cross-aisle. */
  readonly path: [number, number][];
}

/** A way to route a rectangular instance. */
export interface RectangularAlgorithm {
  /** The name in scenario files: the literature's, in kebab-case. */
  readonly id: string;
  /** Whether the instance is to be turned so that the depot is at the front and the sweep begins on the left. */
  readonly oriented: boolean;
  /** Walks the whole tour of `frame`: start, every pick once, end. */
  walk(frame: Frame, walk: Walk): void;
}

/** The picker-tour instance of the command line (docs: `dongseon solve picker-tour`). Metres. */
export interface PickerTour {
  readonly name?: string;
  readonly layout: {
    readonly aisles: number;
    readonly blocks: number;
    /** Length of the storage part of a subaisle. */
    readonly subaisleLength: number;
    readonly aislePitch: number;
    /** From a cross-aisle's centre line to the storage part. */
    readonly crossAisleOffset: number;
    readonly depot: Crossing;
  };
  /** `offset` in [0, subaisleLength] from the lower end of the storage part. */
  readonly picks: readonly { readonly aisle: number; readonly block: number; readonly offset: number }[];
}

/** The evenly spaced layout of a picker-tour instance as an instance of its own. The input is taken as valid. */
export function pickerTourInstance(tour: PickerTour): RectangularInstance {
  const { aisles, blocks, subaisleLength, aislePitch, crossAisleOffset, depot } = tour.layout;
  const block_m = subaisleLength + 2 * crossAisleOffset;
  return {
    layout: {
      aisles_x_m: Array.from({ length: aisles }, (_, i) => i * aislePitch),
      crossAisles_y_m: Array.from({ length: blocks + 1 }, (_, j) => j * block_m),
    },
    start: depot,
    end: depot,
    count: tour.picks.length,
    aisle: tour.picks.map((pick) => pick.aisle),
    block: tour.picks.map((pick) => pick.block),
    offset_m: tour.picks.map((pick) => crossAisleOffset + pick.offset),
  };
}

const frame = new Frame();
const walk = new Walk();

/** The tour of `algorithm` on `instance`, with its path. */
export function routeRectangular(algorithm: RectangularAlgorithm, instance: RectangularInstance): RectangularRoute {
  frame.prepare(instance, algorithm.oriented);
  walk.reset();
  algorithm.walk(frame, walk);
  return { sequence: walk.sequence([]), length_m: walk.length_m(frame), path: walk.path(frame) };
}

/** The visiting order only, appended to `into`: for the hot path, where the length is taken on the travel network. */
export function sequenceRectangular(algorithm: RectangularAlgorithm, instance: RectangularInstance, into: number[]): number[] {
  frame.prepare(instance, algorithm.oriented);
  walk.reset();
  algorithm.walk(frame, walk);
  return walk.sequence(into);
}

/** The length only, metres. */
export function lengthRectangular_m(algorithm: RectangularAlgorithm, instance: RectangularInstance): number {
  frame.prepare(instance, algorithm.oriented);
  walk.reset();
  algorithm.walk(frame, walk);
  return walk.length_m(frame);
}
