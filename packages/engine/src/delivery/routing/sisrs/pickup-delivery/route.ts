// One vehicle's route of pickups and deliveries, with the slack forward and back that tells in O(1) what a place can take.
//
// Places are 0 … length + 1: the depot, the stops in order, the depot again. Everything is worked out anew from `node` in one pass
// each way, O(length).

import type { PickupDeliveryModel } from './model.ts';

export class PairRoute {
  /** Index into the problem's sorts of vehicle. */
  readonly sort: number;
  private readonly model: PickupDeliveryModel;
  /** Stops. */
  length = 0;
  /** Requests. */
  size = 0;
  distance = 0;
  /** Two routes with the same number hold the same stops in the same order; 0: no stop. */
  version = 0;
  node = new Int32Array(2);
  /** Earliest end of service; of the first depot the departure, of the last the return. */
  ready = new Float64Array(2);
  /** Latest start of service with which the rest is in time. */
  late = new Float64Array(2);
  /** To the next place. */
  arc = new Float64Array(2);
  travel = new Float64Array(2);
  /** On leaving, by place and dimension; the most up to here, and the most from here on. */
  load = new Float64Array(2);
  most = new Float64Array(2);
  rest = new Float64Array(2);

  constructor(model: PickupDeliveryModel, sort: number) {
    this.model = model;
    this.sort = sort;
    this.grow(0);
    this.update(0);
  }

  /** Makes room for so many stops in all columns. */
  grow(stops: number): void {
    const { dimensions } = this.model;
    if (this.load.length >= (stops + 2) * dimensions && this.node.length >= stops + 2) return;
    const places = Math.max(8, 2 * (stops + 2));
    const longer = (old: Float64Array, length: number): Float64Array<ArrayBuffer> => {
      const column = new Float64Array(length);
      column.set(old);
      return column;
    };
    const node = new Int32Array(places);
    node.set(this.node);
    this.node = node;
    this.ready = longer(this.ready, places);
    this.late = longer(this.late, places);
    this.arc = longer(this.arc, places);
    this.travel = longer(this.travel, places);
    this.load = longer(this.load, places * dimensions);
    this.most = longer(this.most, places * dimensions);
    this.rest = longer(this.rest, places * dimensions);
  }

  /** Works everything out from `node` and `length`. False: it cannot be driven. */
  update(version: number): boolean {
    const { model, node, length, ready, late, arc, travel, sort } = this;
    const { nodes, opens, closes, service, timeTolerance, requestOf, first } = model;
    this.version = length === 0 ? 0 : version;
    node[0] = 0;
    node[length + 1] = 0;
    let inTime = true;
    let time = model.departs[sort]!;
    ready[0] = time;
    let distance = 0;
    let size = 0;
    for (let k = 0; k <= length; k++) {
      const to = node[k + 1]!;
      const at = node[k]! * nodes + to;
      arc[k] = model.distance[at]!;
      travel[k] = model.duration[at]!;
      distance += arc[k]!;
      if (k === length) break;
      time = Math.max(opens[to]!, time + travel[k]!);
      if (time > closes[to]! + timeTolerance) inTime = false;
      time += service[to]!;
      ready[k + 1] = time;
      if (first[requestOf[to]!] === to) size++;
    }
    time += travel[length]!;
    ready[length + 1] = time;
    if (time > model.returns[sort]! + timeTolerance) inTime = false;
    late[length + 1] = model.returns[sort]!;
    for (let k = length; k >= 1; k--) {
      late[k] = Math.min(closes[node[k]!]!, late[k + 1]! - travel[k]! - service[node[k]!]!);
    }
    this.distance = distance;
    this.size = size;
    return this.updateLoads() && inTime && length <= model.maxStops[sort]! && distance <= model.maxDistance[sort]!;
  }

  private updateLoads(): boolean {
    const { model, node, length, load, most, rest } = this;
    const { dimensions, fromDepot, change, hasUnpaired, capacity } = model;
    let fits = true;
    for (let d = 0; d < dimensions; d++) {
      let onBoard = 0;
      if (hasUnpaired) for (let k = 1; k <= length; k++) onBoard += fromDepot[node[k]! * dimensions + d]!;
      load[d] = onBoard;
      let peak = onBoard;
      most[d] = peak;
      for (let k = 1; k <= length; k++) {
        onBoard += change[node[k]! * dimensions + d]!;
        load[k * dimensions + d] = onBoard;
        if (onBoard > peak) peak = onBoard;
        most[k * dimensions + d] = peak;
      }
      if (peak > capacity[this.sort * dimensions + d]!) fits = false;
      if (!hasUnpaired) continue;
      peak = 0;
      for (let k = length; k >= 0; k--) {
        peak = Math.max(peak, load[k * dimensions + d]!);
        rest[k * dimensions + d] = peak;
      }
    }
    return fits;
  }

  /** Becomes a copy of a route of the same sort. */
  become(other: PairRoute): void {
    this.grow(other.length);
    const { dimensions } = this.model;
    const places = other.length + 2;
    for (let k = 0; k < places; k++) {
      this.node[k] = other.node[k]!;
      this.ready[k] = other.ready[k]!;
      this.late[k] = other.late[k]!;
      this.arc[k] = other.arc[k]!;
      this.travel[k] = other.travel[k]!;
    }
    for (let k = 0; k < places * dimensions; k++) {
      this.load[k] = other.load[k]!;
      this.most[k] = other.most[k]!;
      this.rest[k] = other.rest[k]!;
    }
    this.length = other.length;
    this.size = other.size;
    this.distance = other.distance;
    this.version = other.version;
  }
}
