// One vehicle's sequence of stops with the labels of all its places: what the states of the search share.
//
// A route is not changed while a state refers to it, except by the one that builds it: a copy of a state is a copy of
// references, and what was worked out about a route stays right as long as its `version` lives.

import { PLACE } from './labels.ts';

export class ElectricRoute {
  /** Different for any two contents; never used again. */
  version = 0;
  /** States that refer to it. */
  references = 0;
  size = 0;
  /** Length of the shortest feasible way along the stops, stations included. */
  length = 0;
  readonly load: Float64Array;
  /** Depot, the stops at places 1 … size, depot. */
  nodes = new Int32Array(8);
  /** Labels by place, with how many there are; ordered by length. */
  forward = new Float64Array(8 * PLACE);
  forwardCount = new Int32Array(8);
  backward = new Float64Array(8 * PLACE);
  backwardCount = new Int32Array(8);
  /** Earliest departure from each place and latest arrival at it, over all its labels. */
  early = new Float64Array(8);
  late = new Float64Array(8);

  constructor(dimensions: number) {
    this.load = new Float64Array(dimensions);
  }

  /** Makes room for so many stops; what it held is lost. */
  resize(size: number): void {
    this.size = size;
    let places = this.nodes.length;
    if (size + 2 <= places) return;
    while (size + 2 > places) places *= 2;
    this.nodes = new Int32Array(places);
    this.forward = new Float64Array(places * PLACE);
    this.forwardCount = new Int32Array(places);
    this.backward = new Float64Array(places * PLACE);
    this.backwardCount = new Int32Array(places);
    this.early = new Float64Array(places);
    this.late = new Float64Array(places);
  }

  /** Becomes `old` with a stop put in at a place; the labels before it and behind it are copied, the others are to be built. */
  extend(old: ElectricRoute, place: number, stop: number): void {
    const behind = old.size + 2;
    this.nodes.set(old.nodes.subarray(0, place));
    this.nodes[place] = stop;
    this.nodes.set(old.nodes.subarray(place, behind), place + 1);
    this.forward.set(old.forward.subarray(0, place * PLACE));
    this.forwardCount.set(old.forwardCount.subarray(0, place));
    this.early.set(old.early.subarray(0, place));
    this.backward.set(old.backward.subarray(place * PLACE, behind * PLACE), (place + 1) * PLACE);
    this.backwardCount.set(old.backwardCount.subarray(place, behind), place + 1);
    this.late.set(old.late.subarray(place, behind), place + 1);
  }
}
